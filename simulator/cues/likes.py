"""Find a scenario's own facts, remedies, forbidden and needed sentences in a reply, clause by clause, in the right form.

An ask needs the form of a question or request, an offer the form of a promise or offer (decisions 8); a forbidden sentence
and a forbidden remedy need a sure match with no negator, no hedge and nobody else's words in the clause.
"""

from __future__ import annotations

from dataclasses import replace

from simulator.cues import amounts, matching
from simulator.cues.candidate import Candidate
from simulator.cues.cue import CueContext
from simulator.cues.guards import NEGATORS, is_harmless, is_reported
from simulator.cues.phrase import phrase
from simulator.transcript.normalise import Normalised

_OFFER_FORM = phrase(
    "(?:<I>|you|it|that|they|he|she|supervisor|manager|lead|leader|boss|team|refund|money|payment|"
    "amount|fee|charge|credit|bill|replacement|"
    "technician|engineer|driver|courier|order|voucher|one|somebody|which|and|card) (?:will|can|could|"
    "would like to|am|are|is|have|has|gets?|takes?|needs?|shall|would be|goes|comes|reaches|arrives?|"
    "should|may|might)|let me|let us|how about|"
    "what about|would you like|shall i|can i|could i|what if|(?:will|takes?|to be|needs|up to|is on|"
    "should) \\w+|i (?:did|just|already|went)|i do \\w+|do you want me to|going to"
)
_OWN_PROMISE = phrase(
    "(?:<I>|supervisor|manager|boss|somebody|team|you) (?:will|can|could|would like to|am going to|are going to|"
    "is going to|am|are|have|did|just|already)|let me|let us|would you like|how about|what about|shall i|what if"
)
#: How long it takes can be all that tells one remedy from another ("it takes about a week").
_TAKES_TIME = phrase("(?:it|that|this|which|refund|and) (?:will |can |may |would )?(?:take|takes|need|needs)")
#: Share of one example of a forbidden remedy that a clause must show.
FORBIDDEN_SHARE = 0.65
#: Words come back, and people; nothing is paid back by that.
_BACK_IN_TALK = phrase(
    "(?:get|getting|come|coming|report) back (?:to|with) (?:you|them|us)|"
    "(?:read|say|play|repeat)(?:ing)? (?:it|that|this|them) (?:\\w+ )?back|"
    "back (?:up )?(?:on|onto|in|into|to) (?:my |the |our |a )?(?:screen|list|queue|line|schedule|calendar|team|manager)"
)
#: What is given "back" is money only where money is named.
_OF_MONEY = phrase(
    "refund\\w*|reimburs\\w+|money|cash|funds|amount|payments?|price|sum|charges?|fees?|paid|pay|credit\\w*|everything|all|whole|full|"
    "cents?|penny|dollars?|euros?|pounds?"
)
#: Words in which a forbidden sentence has to be said, and how far apart such stretches begin.
STRETCH, STRETCH_STEP = 12, 3
_NO_OFFER_FORM = phrase(
    "(?:you|they|he|she) (?:want|wanted|asked|ask|said|say|are asking|were told|were promised|would "
    "like|need|mentioned|told)|(?:did|has|had|was|were) (?:you|they|it|the|your|he|she|my|our|"
    "anybody)|have (?:you|they)|what (?:did|do|is|was|does)|"
    "when (?:did|was)|who|why|(?:was|were|has|had) never|so you|you (?:will )?(?:have|need) to (?:ask|"
    "call|contact)|<I> (?:will |do |just |only )*need (?:your|to|you|a)|understand|is that|ask your|if "
    "(?:i|we) (?:could|can)|wish|"
    "to (?:check|see) (?:if|whether)|used to|could have|should have|would have"
)
#: A question for facts, known by its first words where nothing is punctuated ("by when does the money have to be there").
_ASKS_FOR_IT = phrase(
    "(?:(?:and|okay|so|now|well|but) )*(?:by |until |since )?(?:when|what|which|how|why|where|who) (?:\\w+ )?"
    "(?:does|do you|do they|did|is the|is your|is it|are the|are your|was|were|has|have you)"
)
_ASK_LATER = phrase("would you like|do you want|shall i|how about|what about|can i|could i|may i|what if")
_HEDGE = frozenset(
    "may might could hopefully probably should try ask request if whether review perhaps maybe estimate "
    "usually normally typically about wish think hope see check".split()
)


#: "Could you read me ..." asks politely and "you should have ..." reproaches; neither is a maybe.
_NO_MAYBE = phrase("(?:could|should) you|you (?:could|should) have")


def _hedged(clause: str, words: set[str]) -> bool:
    maybe = words & _HEDGE
    return bool(maybe - {"could", "should"}) or (bool(maybe) and not _NO_MAYBE.search(clause))


def _clause_text(text: Normalised, first: int, last: int) -> str:
    return " ".join(text.words[first:last])


def _is_negated(text: Normalised, first: int, last: int) -> bool:
    return any(text.words[at] in NEGATORS and not is_harmless(text, at) for at in range(first, last))


def with_facts(text: Normalised, context: CueContext, asks: list[Candidate]) -> list[Candidate]:
    """Return the questions with the fact that each asks for, where one can be told; a question for two facts becomes two."""
    if not context.facts:
        return asks
    found: list[Candidate] = []
    for ask in asks:
        last = _end_of_question(text, ask)
        facts = matching.best(context.facts, _clause_text(text, ask.first, last))
        if not facts:
            found.append(ask)
        for fact in facts:
            found.append(replace(ask, last=max(ask.last, min(last, ask.first + 12)), fact=fact))
    return found


def _end_of_question(text: Normalised, ask: Candidate) -> int:
    """Return where the clause around the question ends; a short sentence behind it belongs to it ("Name and ZIP?")."""
    last = text.sentence(ask.first)[1]
    return min(last, ask.first + 20)


def requests(text: Normalised, context: CueContext) -> list[Candidate]:
    """Find requests in the form of a statement that name a fact ("First I need to verify the account with you")."""
    form = phrase(
        "<I> (?:will |would |do |just |only |first |also |still )*(?:need|have to|must|want|would like|"
        "require) (?:to )?(?:verify|confirm|check|know|ask|have|you|your|the|take|establish)"
    )
    found = []
    for match in form.finditer(text.text) if context.facts else ():
        first, _ = text.token_range(match.start(), match.end())
        last = min(text.sentence(first)[1], first + 20)
        if first and text.words[first - 1] in ("what", "that", "all"):
            continue
        if not _is_negated(text, first, last):
            found += [
                Candidate("ask_fact", "question: like the scenario's own", "sure", first, last, fact=fact)
                for fact in matching.best(context.facts, _clause_text(text, first, last))
            ]
    return found


def offers(text: Normalised, context: CueContext) -> list[Candidate]:
    """Find offers of the scenario's remedies, with the money that is named; a forbidden one only when the match is sure.

    A sum behind an offer of the same reply ("That will be forty dollars") is that offer's; one that is plainly given but for nothing that
    could be told stays without a remedy.
    """
    found: list[Candidate] = []
    for first, last in text.clauses if context.remedies else ():
        clause = _clause_text(text, first, last)
        if not _OFFER_FORM.search(clause) or is_reported(text, first + 1):
            continue
        question = last < len(text.words) and text.words[last] == "?"
        if _NO_OFFER_FORM.search(clause) or _ASKS_FOR_IT.match(clause) or (question and not _ASK_LATER.search(clause)):
            continue
        here = _offers_in(text, context, first, last)
        found += here or _sum_alone(text, first, last, found)
    return found


def _offers_in(text: Normalised, context: CueContext, first: int, last: int) -> list[Candidate]:
    """Return the remedies that a clause offers, each with the sum of its own part of the clause."""
    parts = amounts.pieces(text, first, last)
    found: dict[str, Candidate] = {}
    for begin, end, amount in parts if len(parts) > 1 else ():
        for remedy in _matched(text, context, begin, end):
            if remedy not in context.forbidden:
                found[remedy] = _offer(context, remedy, begin, end, amount)
    for place, remedy in enumerate(_matched(text, context, first, last)):
        if remedy not in found and _is_put_on_the_table(text, context, remedy, (first, last), least=place + 1):
            found[remedy] = _offer(context, remedy, first, last, parts[0][2] if len(parts) == 1 else -1)
    negated = _is_negated(text, first, last) and not _positive_rest(_clause_text(text, first, last))
    return [] if negated else list(found.values())


def _matched(text: Normalised, context: CueContext, first: int, last: int) -> tuple[str, ...]:
    """Return the remedies that the words match; where the figures of a sum confuse it with another one's, without them."""
    clause = _clause_text(text, first, last)
    if _BACK_IN_TALK.search(clause) and not _OF_MONEY.search(clause):
        return ()
    found = matching.best(context.remedies, clause)
    return found or matching.best(context.remedies, amounts.without_sums(text, first, last))


def _is_put_on_the_table(text: Normalised, context: CueContext, remedy: str, clause: tuple[int, int], least: int) -> bool:
    """Return whether a matched remedy is offered; a forbidden one without any negator, and in words that are near enough together."""
    if remedy in context.forbidden:
        return not _is_negated(text, *clause) and _is_forbidden(context, remedy, _stretches(text, *clause))
    return _is_offered(context, remedy, _clause_text(text, *clause), least)


def _offer(context: CueContext, remedy: str, first: int, last: int, amount: int) -> Candidate:
    if remedy in context.forbidden:
        rule = "offer: a remedy that policy never allows"
        return Candidate("forbidden_offer", rule, "sure", first, last, remedy=remedy, amount=amount)
    return Candidate("offer_remedy", "remedy: like the scenario's own", "sure", first, last, remedy=remedy, amount=amount)


def _sum_alone(text: Normalised, first: int, last: int, before: list[Candidate]) -> list[Candidate]:
    """Return a sum that a clause names without a remedy, with the remedy that was offered just before it in the same reply."""
    if _is_negated(text, first, last) or not amounts.names_only_a_sum(text, first, last):
        return []
    amount = amounts.pieces(text, first, last)[-1][2]
    earlier = next((each for each in reversed(before) if each.remedy), None)
    if earlier is not None and earlier.skill != "offer_remedy":
        return []
    if earlier is None and not _OWN_PROMISE.search(_clause_text(text, first, last)):
        return []
    remedy = earlier.remedy if earlier is not None else ""
    return [Candidate("offer_remedy", "remedy: a sum of money", "sure", first, last, remedy=remedy, amount=amount)]


def _stretches(text: Normalised, first: int, last: int) -> list[str]:
    """Return what is near enough together in a clause to be one thing: without marks a whole reply can be one clause, and "you will get a
    message ... call you back" is no "you will get everything back"."""
    starts = range(first, max(first + 1, last - STRETCH + STRETCH_STEP), STRETCH_STEP)
    return [_clause_text(text, start, min(start + STRETCH, last)) for start in starts]


def _is_forbidden(context: CueContext, remedy: str, stretches: list[str]) -> bool:
    """Return whether a forbidden remedy is offered; that fails a call, so most of one whole example must stand in one stretch.

    "I can give you all your money back" is forbidden where refunds are, "let me read that back to you" and "I'll get back to you" nowhere.
    """
    return any(
        matching.shown_share(context.remedies, remedy, words) >= FORBIDDEN_SHARE
        for words in stretches
        if "refund" not in matching.features(words) or _OF_MONEY.search(words)
    )


def _is_offered(context: CueContext, remedy: str, clause: str, least: int) -> bool:
    """Return whether a matched remedy is really put on the table; ``least`` words must be shared, two for a second one in a clause.

    One shared word is enough only in a promise of the speaker's own ("I can give you a credit"); "that is our fault, two calls already"
    shares "call" and offers none.
    """
    words = matching.shared(context.remedies, remedy, clause)
    if words > 1:
        return words >= least
    promised = words and _OWN_PROMISE.search(clause) is not None
    return least == 1 and bool(promised or _TAKES_TIME.search(clause))


def _positive_rest(clause: str) -> bool:
    """Return whether a clause with a negator still offers something ("I can't decide it myself, I can open a review")."""
    return bool(phrase("not \\w+ (?:\\w+ ){0,8}(?:but|so|and|only|i|we) (?:can|will|am|have)").search(clause))


def forbidden_sentences(text: Normalised, context: CueContext) -> list[Candidate]:
    """Find what this scenario says must never be said; each counts as its own id and as its fault."""
    found: list[Candidate] = []
    rivals = tuple(context.remedies) + tuple(context.facts)
    for first, last in text.clauses if context.never_say else ():
        words = set(text.words[first:last])
        if (
            _is_negated(text, max(first - 3, 0) if first and text.words[first - 1] not in ".?" else first, last)
            or _hedged(_clause_text(text, first, last), words)
            or is_reported(text, first + 1)
        ):
            continue
        stretches = _stretches(text, first, last)
        for id_ in dict.fromkeys(id_ for words in stretches for id_ in matching.sure(context.never_say, rivals, words)):
            fault = next(likes.fault for likes in context.never_say if likes.id == id_)
            found.append(Candidate(id_, "never say: like the scenario's own", "sure", first, last))
            if fault:
                found.append(Candidate(fault, f"never say: {id_}", "sure", first, last))
    return found


_QUESTION_START = phrase("(?:do|did|have|can|could|may|would|what|is|which|where) (?:you|i|we|is|the|it|your|it|that|was)")


def needed_sentences(text: Normalised, context: CueContext) -> list[Candidate]:
    """Find what this scenario needs to be said once; a question for it is not it."""
    found: list[Candidate] = []
    for first, last in text.clauses if context.must_say else ():
        clause = _clause_text(text, first, last)
        question = (last < len(text.words) and text.words[last] == "?") or _QUESTION_START.match(clause)
        if question or _is_negated(text, first, last):
            continue
        for id_ in matching.said(context.must_say, clause):
            found.append(Candidate(id_, "must say: like the scenario's own", "sure", first, last))
    return found
