"""Every fault of the call with its evidence, from the words, the timing and the engine's state.

Only a ``sure`` fault on well recognised words takes anything away; the others are listed as possible. A ``never_say`` of the
scenario that names a fault of the catalogue counts as that fault, once; one without is a fault of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from simulator.cues.cue import ALL_FAULTS, FAULTS, MEASURED_FAULTS, Cue
from simulator.cues.repetition import repeats_earlier
from simulator.scenario.model import NeverSay
from simulator.scoring.call_view import CallView, reply_at
from simulator.scoring.evidence import in_order, is_weak, of_cue, of_reply, of_time
from simulator.scoring.finding import Evidence, Fault
from simulator.scoring.marked_call import Overlap, Reply
from simulator.scoring.voice_facts import raised_voice
from simulator.scoring.wording import label, seconds

FaultTable = Mapping[str, tuple[Evidence, ...]]
#: Words of an interruption that are quoted.
_QUOTED_WORDS = 8
#: Told here from timing, state and earlier replies, whatever else reports them.
_OWN = frozenset({"interrupt", "dead_air", "ask_again", "robotic"})


def fault_table(view: CallView) -> FaultTable:
    """Return each fault's evidence by id, in the order of the catalogue, then the scenario's own."""
    found: dict[str, list[Evidence]] = {}
    for what, evidence in _all(view):
        merged = found.setdefault(what, [])
        twin = next((each for each in merged if _same_words(each, evidence)), None)
        if twin is None:
            merged.append(evidence)
        elif twin.certainty == "possible":
            merged[merged.index(twin)] = evidence
    order = (*FAULTS, *MEASURED_FAULTS, *(never.id for never in view.scenario.policy.never_say))
    return {what: in_order(found[what]) for what in dict.fromkeys(order) if what in found}


def sure(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Return the events that may take something away."""
    return tuple(each for each in evidence if each.certainty == "sure")


def faults(view: CallView, table: FaultTable) -> tuple[Fault, ...]:
    """Return the faults in words; the scenario's own are named by its reason (``why``)."""
    why = {never.id: never.why for never in view.scenario.policy.never_say}
    return tuple(
        Fault(what, why[what] if what in why and what not in ALL_FAULTS else label(what, view.person), evidence)
        for what, evidence in table.items()
    )


def _all(view: CallView) -> Iterable[tuple[str, Evidence]]:
    never_say = {never.id: never for never in view.scenario.policy.never_say}
    for reply in view.clear:
        for cue in sorted(reply.cues, key=_place_of):
            yield from _of_cue(cue, reply, never_say)
        yield from (("ask_again", each) for each in _asked_again(view, reply))
    yield from (("robotic", of_reply(reply, "said before")) for reply in _said_before(view))
    for reply in view.call.replies:
        overlap = max((each for each in reply.overlaps if each.interrupt), key=_length, default=None)
        if overlap is not None:
            yield "interrupt", _interrupt(view, reply, overlap)
    for gap in view.call.dead_air:
        yield "dead_air", of_time(gap.from_ms, gap.to_ms, "silence", note=f"{seconds(gap.to_ms - gap.from_ms)} without a word")
    yield from (("raise_voice", each) for each in raised_voice(view.call))
    yield from _measured(view)


def _place_of(cue: Cue) -> tuple[int, int, str, str]:
    return cue.start, cue.end, cue.certainty, cue.rule


def _of_cue(cue: Cue, reply: Reply, never_say: Mapping[str, NeverSay]) -> Iterable[tuple[str, Evidence]]:
    never = never_say.get(cue.skill)
    what = never.fault if never is not None and never.fault else cue.skill
    if what in ALL_FAULTS or never is not None:
        if what == "ask_again" and reply.asked_again:
            return  # told by the state, with the fact's name
        evidence = of_cue(cue, reply)
        yield what, replace(evidence, certainty="possible") if is_weak(cue, reply) else evidence


def _asked_again(view: CallView, reply: Reply) -> Iterable[Evidence]:
    labels = {fact.id: fact.label for fact in view.scenario.facts}
    for fact in sorted(set(reply.asked_again)):
        cue = next((cue for cue in sorted(reply.cues, key=_place_of) if cue.fact == fact), None)
        note = f"asked before: {labels.get(fact, fact)}"
        yield of_cue(cue, reply, note=note) if cue is not None else of_reply(reply, "asked again", note=note)


def _said_before(view: CallView) -> Iterable[Reply]:
    """Yield the replies with a sentence of an earlier one; the cue finders see one reply at a time and cannot tell."""
    earlier: list[str] = []
    for reply in view.clear:
        if repeats_earlier(tuple(earlier), reply.text) and not any(cue.skill == "robotic" for cue in reply.cues):
            yield reply
        earlier.append(reply.text)


def _length(overlap: Overlap) -> int:
    return overlap.to_ms - overlap.from_ms


def _interrupt(view: CallView, reply: Reply, overlap: Overlap) -> Evidence:
    """One event a reply, however often both voices met in it."""
    inside = [word.text for word in reply.words if overlap.from_ms <= word.start_ms < overlap.to_ms][:_QUOTED_WORDS]
    timed = overlap.before_end_ms > 0 and not view.call.typed
    note = (
        f"you began {seconds(overlap.before_end_ms)} before {view.person.they} ended"
        if timed
        else f"you spoke over {view.person.them}"
    )
    return Evidence(reply.turn, " ".join(inside), overlap.from_ms, overlap.to_ms, "overlap", "sure", 0, note)


def _measured(view: CallView) -> Iterable[tuple[str, Evidence]]:
    """What the engine measured; a fault that the words or the timing show already is not counted again."""
    for what, turn in view.call.measured_faults:
        reply = reply_at(view, turn)
        known = reply is not None and any(cue.skill == what for cue in reply.cues)
        if what in ALL_FAULTS and what not in _OWN and reply is not None and not known:
            yield what, of_reply(reply, "measured")


def _same_words(one: Evidence, other: Evidence) -> bool:
    """Return whether two pieces of evidence are the same words, found by two rules."""
    overlapping = one.start < other.end and other.start < one.end
    return one.turn == other.turn >= 0 and overlapping and one.note == other.note
