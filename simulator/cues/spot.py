"""Find every cue in one reply: rules and finders, the scenario's own sentences, then the guards, then order.

Pure and repeatable: the same text and context give the same cues, sorted by where they start.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from simulator.cues import (
    apology,
    blame,
    closing,
    dismissal,
    empathy,
    escalation,
    fault,
    greeting,
    guards,
    insult,
    likes,
    limits,
    names,
    non_apology,
    options,
    own_examples,
    ownership,
    paraphrase,
    plan,
    promise,
    questions,
    remedy,
    sarcasm,
    signals,
    teaching,
)
from simulator.cues.candidate import Candidate
from simulator.cues.cue import Cue, CueContext
from simulator.cues.phrase import Rule
from simulator.cues.second_opinion import RULE as LEARNED
from simulator.cues.second_opinion import with_second_opinion
from simulator.cues.word_kinds import is_particular
from simulator.cues.word_stems import stem
from simulator.transcript.normalise import Normalised, normalise
from simulator.transcript.words import Word

#: The table of known cues: every rule, in the order in which equals are preferred.
RULES: tuple[Rule, ...] = (
    *greeting.RULES,
    *empathy.RULES,
    *apology.RULES,
    *fault.RULES,
    *ownership.RULES,
    *remedy.RULES,
    *options.RULES,
    *plan.RULES,
    *limits.RULES,
    *teaching.RULES,
    *escalation.RULES,
    *closing.RULES,
    *signals.RULES,
    *blame.RULES,
    *dismissal.RULES,
    *non_apology.RULES,
    *insult.RULES,
    *sarcasm.RULES,
    *promise.RULES,
)

_EXPLAINS = {
    "insult": ("blame_caller", "blame_others", "dismiss", "policy_shield", "calm_down_order"),
    "forbidden_offer": ("offer_remedy",),
}
#: Tokens around a match in which a rule's ``unless`` is looked for.
_AROUND = 7
#: Skills that a recogniser's unsure word turns from sure into possible.
_NAMES_STORY = ("acknowledge_feeling", "paraphrase")


def _has_any(text: str, keys: tuple[str, ...]) -> bool:
    # A plain loop: this is asked 160 times a reply, and any() with a generator costs four times as much.
    for key in keys:  # noqa: SIM110
        if key in text:
            return True
    return False


def _apply(rule: Rule, text: Normalised) -> list[Candidate]:
    if rule.keys and not _has_any(text.text, rule.keys):
        return []
    found = []
    for match in rule.pattern.finditer(text.text):
        first, last = text.token_range(match.start(), match.end())
        if rule.unless is not None:
            start, end = text.sentence(first if text.words[first] not in ".?" else min(first + 1, len(text.words) - 1))
            around = " ".join(text.words[max(start, first - _AROUND) : min(max(end, last), last + _AROUND)])
            if rule.unless.search(around):
                continue
        found.append(Candidate(rule.skill, rule.name, rule.certainty, first, last))
    return found


def _candidates(text: Normalised, context: CueContext) -> list[Candidate]:
    found = [cue for rule in RULES for cue in _apply(rule, text)]
    found += limits.find(text) + dismissal.find(text) + paraphrase.find(text, context) + names.find(text, context)
    asks = likes.with_facts(text, context, questions.find(text)) + likes.requests(text, context)
    return (
        found
        + asks
        + likes.offers(text, context)
        + likes.forbidden_sentences(text, context)
        + likes.needed_sentences(text, context)
        + own_examples.find(text, context)
    )


def _clause_of(text: Normalised, token: int) -> int:
    return next((number for number, (first, last) in enumerate(text.clauses) if first <= token < last), -1)


def _told_once(text: Normalised, cues: Iterable[Candidate]) -> list[Candidate]:
    """Return at most one cue of a skill for a clause, the best evidence first; other facts and remedies are other cues."""
    kept: dict[tuple[str, int, str], Candidate] = {}
    named: set[tuple[str, int]] = set()
    ranked = sorted(cues, key=lambda cue: (not (cue.fact or cue.remedy), cue.certainty != "sure", cue.first, -cue.last))
    for cue in ranked:
        clause = _clause_of(text, cue.first)
        subject = cue.fact or cue.remedy
        if not subject and (cue.skill, clause) in named:
            continue
        overlaps = any(
            k[0] == cue.skill and not subject and cue.first < other.last and other.first < cue.last for k, other in kept.items()
        )
        if (cue.skill, clause, subject) not in kept and not overlaps:
            kept[cue.skill, clause, subject] = cue
            named.add((cue.skill, clause))
    return sorted(kept.values(), key=lambda cue: (cue.first, cue.last, cue.skill, cue.fact, cue.remedy))


def _without_rivals(text: Normalised, cues: list[Candidate]) -> list[Candidate]:
    """Return the cues without those that a stronger one in the same clause explains."""
    forbidden = {_clause_of(text, cue.first) for cue in cues if cue.skill == "forbidden_offer"}
    limited = [cue for cue in cues if cue.skill == "set_limit"]
    insulted = any(cue.skill == "insult" for cue in cues)
    kept = []
    for cue in cues:
        if cue.skill == "offer_remedy" and _clause_of(text, cue.first) in forbidden:
            continue
        if cue.skill == "dismiss" and cue.certainty == "possible" and limited:
            continue
        if cue.skill in ("signal_listening", "greet") and insulted:
            continue
        kept.append(cue)
    return kept


def _is_stock(text: Normalised, cue: Candidate, context: CueContext) -> bool:
    if not context.story or cue.skill not in _NAMES_STORY:
        return False
    around = text.words[max(cue.first - 12, 0) : cue.last + 12]
    return not any(is_particular(word) and stem(word) in context.story for word in around)


def _as_cue(text: Normalised, cue: Candidate, context: CueContext) -> Cue:
    start, end = text.span(cue.first, cue.last)
    tokens = text.tokens[cue.first : cue.last]
    unsure = sum(token.low for token in tokens) * 2 > len(tokens) or (
        cue.skill == "insult" and any(token.low for token in tokens)
    )
    certainty = "possible" if unsure else cue.certainty
    return Cue(
        cue.skill,
        certainty,
        start,
        end,
        text.heard[start:end],
        cue.rule,
        cue.fact,
        cue.remedy,
        cue.amount,
        _is_stock(text, cue, context),
    )


def ruled(heard: Normalised, context: CueContext = CueContext()) -> tuple[list[Candidate], frozenset[str]]:
    """Return what rules and finders find in a reply and the guards leave, and the skills of which they leave nothing."""
    found = _candidates(heard, context)
    survivors = [kept for cue in found if (kept := guards.survives(heard, cue)) is not None]
    left = guards.without_mockery(heard, _without_rivals(heard, survivors))
    return left, frozenset(cue.skill for cue in found) - {cue.skill for cue in left}


@lru_cache(maxsize=256)
def spot(text: str, context: CueContext = CueContext(), words: tuple[Word, ...] = ()) -> tuple[Cue, ...]:
    """Return the cues in one reply, sorted by where they start; spans count characters of ``text``.

    ``words`` may give the recognised words with times and confidences: pauses end clauses, unsure words soften a cue to
    *possible*. A reply that is a mere list of key words has no cues at all (decisions 1).
    """
    heard = normalise(text, words)
    if not heard.tokens:
        return ()
    cues, refused = ruled(heard, context)
    if guards.sounds_like_a_list(heard, cues):
        return ()
    # An insult explains whatever else is rude about the words, a forbidden offer whatever else sounds like one.
    explained = frozenset(skill for cue in cues for skill in _EXPLAINS.get(cue.skill, ()))
    opinion = with_second_opinion(heard, cues, refused, explained)
    cues = [cue for cue in opinion if cue.rule != LEARNED or guards.survives(heard, cue) is not None]
    cues = guards.without_mockery(heard, cues)
    return tuple(_as_cue(heard, cue, context) for cue in _told_once(heard, cues))


def sounds_like_a_list(text: str, context: CueContext = CueContext()) -> bool:
    """Return whether a reply is a mere list of key words, for the sentence on the scorecard."""
    heard = normalise(text)
    survivors = [kept for cue in _candidates(heard, context) if (kept := guards.survives(heard, cue)) is not None]
    return guards.sounds_like_a_list(heard, survivors)
