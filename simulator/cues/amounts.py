"""Which sums of money in a clause the trainee offers, and where a clause that offers two things has its seam.

A sum counts where it is given ("a refund of two hundred dollars", "I can take twenty off"). What was charged, paid, asked for or put
aside ("the charge of two hundred dollars", "you asked for two hundred", "instead of two hundred") is the account's or the caller's and
no offer - unless the words give exactly that back ("I'll refund the charge of two hundred dollars"). A share ("twenty five percent")
is no sum: nobody here knows of what. Nor is a price by the month or the night ("that is a hundred and twenty dollars a month") the sum of
an offer, unless it is given ("I'll take ten dollars a month off"). Without a currency word a number is money only right behind a word of
giving and with nothing behind it that is counted ("refund you a hundred and fifty", never "give you twenty four hours").
"""

from __future__ import annotations

from collections.abc import Sequence

from simulator.cues.phrase import phrase
from simulator.transcript.normalise import Normalised
from simulator.transcript.spoken_numbers import Sum, number_at, sums_of_money

#: Words before a sum that say how much it is.
_ABOUT = "(?:about|around|the|a|an|only|just|another|extra|full|all|whole|maybe|up to|as much as|of|back|you|it|them|your)"
_GIVES_IT = (
    "(?:refund(?:ing)?|credit(?:ing)?|pay(?:ing)?|giv(?:e|ing)|offer(?:ing)?|waiv(?:e|ing)|add(?:ing)?|tak(?:e|ing)|knock(?:ing)?|"
    "return(?:ing)?|reimburs(?:e|ing)|put(?:ting)?|transfer(?:ring)?|send(?:ing)?)"
)
_GIVING = (
    f"(?:{_GIVES_IT}|get|do|manage|make (?:it|that)|go (?:up )?to|say|worth|"
    "(?:amount|sum|total|refund|credit|voucher|discount|reduction|payment|cheque|check|compensation) (?:of|for|over)|"
    "(?:how|what) about|(?:that|it|this|which) (?:is|will be|would be|comes to|makes))"
)
_GIVEN = phrase(f"{_GIVING} (?:{_ABOUT} )*$")
_GIVEN_AWAY = phrase(f"{_GIVES_IT} (?:{_ABOUT} )*$")
#: Words right behind a sum that make it a price.
_PRICED = phrase(
    "(?:a|an|per|each|every|by the|for (?:a|an|one|each|every)) (?:year|month|week|day|night|hour|minute|person|head|piece|item|unit|seat|"
    "mile|kilometre|kilometer|gigabyte)|(?:monthly|weekly|yearly|annually|nightly|apiece|each|cheaper)|more expensive|"
    "(?:plus|with|without|including|before) (?:tax|taxes|vat|postage|shipping)"
)
#: A number without a currency word is followed by nothing that is counted.
_MAY_FOLLOW = frozenset(
    "back off onto on to for from as and today now right in by within straight plus toward towards instead or if because so with "
    "credit refund voucher discount immediately extra too please then".split()
)
_LEAST_BARE = 10
#: Two groups like "nine forty" are a time as often as a sum.
_CLOCK_HOURS, _CLOCK_MINUTES = range(1, 13), range(10, 60)
#: So is "let's say eleven then" and "how about ten in the morning", behind words that do not give, unless what follows does ...
_SAYS_WHEN = phrase(f"(?:get|do|manage|make (?:it|that)|say|(?:how|what) about|(?:that|it|this|which) (?:will|would) be) (?:{_ABOUT} )*$")
_GIVES = frozenset("back off credit refund voucher discount extra toward plus instead".split())
#: ... and "it is thirty now" may count anything.
_STATES = phrase(f"(?:that|it|this|which) is (?:{_ABOUT} )*$")
_GIVES_BACK = phrase(
    "(?:refund|return|reverse|reimburse|credit|cover|waive|cancel|remove|drop|wipe|rush|pay|put|take|write|send)(?:ing)? "
    "~8 (?:charges?|payments?|bills?|fees?|fine|price|costs?|deposit|amount|money) ~3 $"
)
_OTHERS = phrase(
    "(?:charges?|payments?|bills?|invoices?|fees?|fine|price|costs?|deposit|order|purchase|balance|overdraft|premium|value) "
    f"(?:\\w+ )?(?:of|for|is|was|at|over|were|are) (?:{_ABOUT} )*$|"
    "(?:paid|charged|spent|lost|owed?|billed|took|taken|deducted|debited|wanted|want|asked|ask|asking|demanded|demand|expect|expected|"
    f"mentioned|cost|costs|said) (?:for |from )?(?:{_ABOUT} )*$|"
    f"you (?:will |would |only |just |then |have to |need to |can )*(?:pay|transfer|send|give) (?:{_ABOUT} )*$|"
    f"(?:instead of|rather than|not|without|than|against) (?:{_ABOUT} )*$"
)
_OTHERS_AFTER = phrase(
    "(?:charges?|payments?|bills?|invoices?|fees?|fine)|"
    "(?:that |which )?(?:went|has gone|have gone|came|was taken|were taken) (?:out|off|from)|"
    "(?:that |which )?(?:you|they|he|she|we) (?:have |had |were |are |already )*(?:paid|charged|spent|lost|owe|owed|asked|want|wanted|took)"
)
#: Where a clause with two sums comes apart.
_SEAMS = frozenset("and plus or with then also".split())


def offered_sums(text: Normalised, first: int, last: int) -> tuple[Sum, ...]:
    """Return the sums that the tokens ``first`` before ``last`` offer, in order; their places count from the text's start."""
    words = text.words[first:last]
    named = sums_of_money(words)
    found = [each for each in named if not _is_others(words, each)]
    taken = {at for each in named for at in range(each.first, each.last)}
    at = 0
    while at < len(words):
        bare = number_at(words, at)
        if bare is None:
            at += 1
            continue
        if not taken & set(range(bare.first, bare.last)) and _is_bare_offer(words, bare):
            found.append(bare)
        at = bare.last
    return tuple(Sum(first + each.first, first + each.last, each.thousandths) for each in sorted(found, key=_place))


def pieces(text: Normalised, first: int, last: int) -> tuple[tuple[int, int, int], ...]:
    """Return the parts of a clause that offer a sum of their own each: tokens from, before, and the sum in thousandths, -1 for none.

    Of two sums without a seam between them the last one holds ("thirty, sorry, forty dollars").
    """
    cuts: list[tuple[int, int, int]] = []
    begin, amount, end = first, -1, first
    for each in offered_sums(text, first, last):
        seam = next((at for at in range(end, each.first) if text.words[at] in _SEAMS), 0) if amount >= 0 else 0
        if seam:
            cuts.append((begin, seam, amount))
            begin = seam + 1
        amount, end = each.thousandths, each.last
    return (*cuts, (begin, last, amount))


def without_sums(text: Normalised, first: int, last: int) -> str:
    """Return the words of a part without any money, which tells no remedy from another."""
    words = text.words[first:last]
    sums = (*sums_of_money(words), *(Sum(s.first - first, s.last - first, 0) for s in offered_sums(text, first, last)))
    money = {at for each in sums for at in range(each.first, each.last)}
    return " ".join(word for at, word in enumerate(words) if at not in money)


def names_only_a_sum(text: Normalised, first: int, last: int) -> bool:
    """Return whether a sum stands right behind words of giving, so that it is an offer whatever it is for ("I can do fifty dollars")."""
    return any(_GIVEN.search(_before(text.words[first:last], each.first - first)) for each in offered_sums(text, first, last))


def _is_others(words: Sequence[str], sum_: Sum) -> bool:
    before = _before(words, sum_.first)
    if _GIVES_BACK.search(before):
        return False
    after = " ".join(words[sum_.last : sum_.last + 4])
    if _PRICED.match(after) and not _GIVEN_AWAY.search(before):
        return True
    return bool(_OTHERS.search(before) or _OTHERS_AFTER.match(after))


def _is_bare_offer(words: Sequence[str], sum_: Sum) -> bool:
    follows = words[sum_.last] if sum_.last < len(words) else ""
    before = _before(words, sum_.first)
    if sum_.thousandths < _LEAST_BARE * 1000 or (follows and follows not in _MAY_FOLLOW) or _is_others(words, sum_):
        return False
    if _STATES.search(before) or (_SAYS_WHEN.search(before) and _is_an_hour(sum_) and follows not in _GIVES):
        return False
    return bool(_GIVEN.search(before) or _GIVES_BACK.search(before)) and not _may_be_a_time(sum_)


def _is_an_hour(sum_: Sum) -> bool:
    return sum_.last - sum_.first == 1 and sum_.thousandths // 1000 in _CLOCK_HOURS


def _may_be_a_time(sum_: Sum) -> bool:
    hours, minutes = divmod(sum_.thousandths // 1000, 100)
    return sum_.last - sum_.first == 2 and hours in _CLOCK_HOURS and minutes in _CLOCK_MINUTES


def _before(words: Sequence[str], at: int) -> str:
    return "".join(f"{word} " for word in words[max(0, at - 14) : at])


def _place(sum_: Sum) -> int:
    return sum_.first
