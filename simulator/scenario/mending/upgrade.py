"""A scenario of an older format brought to the present one, with every change said in words (scenario-format 3.10).

Format 0 is the grammar of the first drafts. Its ``temper`` and ``forgiveness`` of the caller multiplied triggers and soothers;
``patience`` p and ``loyalty`` l do the same as triggers x (1.4 - 0.8 p) and soothers x (0.7 + 0.6 l) (decisions 2).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal

from simulator.authored.edits import Edit, RemoveItem, RenameKey, SetValue, edited
from simulator.authored.read import read_authored
from simulator.authored.tree import Authored, Block, Scalar, Sequence
from simulator.problems import Problem, ProblemError
from simulator.scenario.kinds import kind_of
from simulator.scenario.plain import as_number
from simulator.scenario.schema import first_key
from simulator.scenario.structure import FORMAT

_HUNDREDTH = Decimal("0.01")
#: Words in a stage's id that say where in the call it stands.
_PLACES = {
    "opening": ("open", "greet"),
    "venting": ("vent", "listen", "anger"),
    "understanding": ("fact", "understand", "question", "verify"),
    "resolving": ("remed", "resolv", "offer", "solution", "fix"),
    "closing": ("clos", "end", "bye"),
}


@dataclass(frozen=True, slots=True)
class Change:
    """One change, in words, with its edits."""

    words: str
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Upgraded:
    """A file's text in the present format, and what was changed; without changes it is the text itself."""

    text: str
    changes: tuple[str, ...]


def upgraded(text: str) -> Upgraded:
    """Return a scenario's text in the present format.

    ``ProblemError`` (authoring): the file cannot be read, or it is newer than this program.
    """
    read = read_authored(text.encode())
    if not isinstance(read.tree, Block):
        where = f"line {read.faults[0].line}" if read.faults else ""
        raise ProblemError(Problem("authoring", "The file can't be read.", "Check it with: main.py lint", where))
    kind = kind_of(read.tree)
    number = _number(read.tree.value(first_key(kind)))
    if number is not None and number > FORMAT:
        what = f"This file is format {number}; this program knows {FORMAT}."
        raise ProblemError(Problem("authoring", what, "A newer version of the program can read it."))
    if number in (None, FORMAT):
        return Upgraded(text, ())
    if kind != "scenario" or number != 0:
        raise ProblemError(Problem("authoring", f"A file of {kind} never had the format {number}.", f"Write {first_key(kind)}: {FORMAT}"))
    changes = [change for step in _STEPS for change in step(read.tree)]
    return Upgraded(edited(text, (edit for change in changes for edit in change.edits)), tuple(change.words for change in changes))


def _format(tree: Block) -> Iterator[Change]:
    yield Change(f"format 0 becomes format {FORMAT}.", (SetValue(("format",), FORMAT),))


def _whole_minutes(tree: Block) -> Iterator[Change]:
    minutes = _number(tree.value("minutes"))
    if minutes is not None and minutes != int(minutes):
        whole = int(minutes.to_integral_value(ROUND_CEILING))
        yield Change(f"minutes are whole now: {minutes} becomes {whole}.", (SetValue(("minutes",), whole),))


def _goals(tree: Block) -> Iterator[Change]:
    goals = tree.value("learning_goals")
    if isinstance(goals, Scalar) and goals.text.strip():
        sentences = [line.strip(" -*\t") for line in re.split(r"\n+|(?<=[.!?])\s+", goals.text.strip())]
        kept = [sentence for sentence in sentences if sentence]
        yield Change("learning_goals are a list now, one sentence each.", (SetValue(("learning_goals",), kept),))


def _fault(tree: Block) -> Iterator[Change]:
    if tree.value("company_at_fault") is None:
        after = "company" if tree.value("company") else "language"
        words = "company_at_fault is new and says unknown; write yes, partly or no, so that the agent may admit a fault."
        yield Change(words, (SetValue(("company_at_fault",), "unknown", after),))


def _caller(tree: Block) -> Iterator[Change]:
    yield from _effect(tree, "temper", "patience", "triggers", lambda factor: (Decimal("1.4") - factor) / Decimal("0.8"))
    yield from _effect(tree, "forgiveness", "loyalty", "soothers", lambda factor: (factor - Decimal("0.7")) / Decimal("0.6"))


def _effect(tree: Block, old: str, new: str, effects: str, share: Callable[[Decimal], Decimal]) -> Iterator[Change]:
    """Yield the change of a multiplier to a share from 0 to 1 that has the same effect, as near as there is one."""
    caller = tree.value("caller")
    value = caller.value(old) if isinstance(caller, Block) else None
    if value is None or not isinstance(caller, Block):
        return
    factor = _number(value)
    if caller.value(new) is not None or factor is None:
        why = f"{new} says the same" if factor is not None else "it is not a number"
        yield Change(f"caller: {old} is gone, because {why}.", (RemoveItem(("caller", old)),))
        return
    exact = share(factor)
    kept = min(max(exact, Decimal(0)), Decimal(1)).quantize(_HUNDREDTH, ROUND_HALF_UP).normalize()
    now = Decimal("1.4") - Decimal("0.8") * kept if new == "patience" else Decimal("0.7") + Decimal("0.6") * kept
    words = f"caller: {old} {factor} ({effects} x {factor}) becomes {new} {kept:f} ({effects} x {now.normalize():f})."
    if not 0 <= exact <= 1:
        words += f" {new} goes from 0 to 1, so the effect is not the same any more; check how fast the caller changes."
    elif abs(now - factor) > 0:
        words += " It is rounded to hundredths."
    yield Change(words, (SetValue(("caller", old), kept), RenameKey(("caller", old), new)))


def _stages(tree: Block) -> Iterator[Change]:
    stages = tree.value("stages")
    for index, stage in enumerate(stages.items if isinstance(stages, Sequence) else ()):
        name = _text(stage, "id")
        if not isinstance(stage, Block) or stage.value("place") is not None:
            continue
        place = _place(stage, name)
        if place:
            words = f"stages: '{name}' gets place: {place}, judged by its name and its done_when; please check."
            yield Change(words, (SetValue(("stages", index, "place"), place, "id"),))
        else:
            yield Change(f"stages: say with 'place' where in the call '{name}' stands; this could not be told. Nothing was changed.", ())


def _place(stage: Block, name: str) -> str:
    by_name = [place for place, parts in _PLACES.items() if any(part in name for part in parts)]
    if len(by_name) == 1:
        return by_name[0]
    done = _keys(stage.value("done_when"))
    if any(key.startswith(("knows", "missing")) for key in done):
        return "understanding"
    return "resolving" if any(key.startswith("agreed") for key in done) else ""


def _keys(node: Authored | None) -> set[str]:
    if isinstance(node, Sequence):
        return {key for item in node.items for key in _keys(item)}
    if isinstance(node, Block):
        return {key for entry in node.entries for key in (entry.key.text, *_keys(entry.value))}
    return set()


def _best(tree: Block) -> Iterator[Change]:
    endings = tree.value("endings")
    blocks = [ending for ending in (endings.items if isinstance(endings, Sequence) else ()) if isinstance(ending, Block)]
    if any(ending.value("best") is not None for ending in blocks):
        return
    for index, ending in enumerate(endings.items if isinstance(endings, Sequence) else ()):
        if _text(ending, "kind") == "resolved":
            words = f"endings: '{_text(ending, 'id')}' is marked with best: true, because it is the first of kind resolved."
            yield Change(words, (SetValue(("endings", index, "best"), True, "kind"),))
            return


def _text(node: Authored, key: str) -> str:
    value = node.value(key) if isinstance(node, Block) else None
    return value.text.strip() if isinstance(value, Scalar) else ""


def _number(node: Authored | None) -> Decimal | None:
    number = as_number(node.text.strip()) if isinstance(node, Scalar) else None
    return None if number is None else Decimal(number)


#: In the order of the file, as far as there is one.
_STEPS: tuple[Callable[[Block], Iterator[Change]], ...] = (_format, _whole_minutes, _goals, _fault, _caller, _stages, _best)
