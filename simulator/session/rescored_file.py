"""Where another scorecard of a session lies: beside the first one, which is never touched.

Each is one set of files with a number: ``scorecard-2.json``, the rubric that it was made by, and the words that were put right. Marking
the same session by the same rubric and words once more gives the same bytes, so it makes no new set.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from simulator import canonical
from simulator.problems import Problem, ProblemError
from simulator.scoring.finding import Scorecard
from simulator.scoring.rubric import rubric_from
from simulator.session import folder
from simulator.session.recording import scorecard_text
from simulator.session.reopen import reopen
from simulator.session.rescoring import (
    CardDifference,
    Correction,
    card_difference,
    rescore,
)

_MOST_CARDS = 1_000


@dataclass(frozen=True, slots=True)
class Rescored:
    """A session that was marked once more."""

    path: Path
    card: Scorecard
    #: Against the card that the session had first.
    difference: CardDifference
    #: The new card's file; the first card's where nothing differs.
    file: Path
    #: False: a card of the same bytes was there already.
    written: bool


def rescore_session(path: Path, rubric: bytes | None = None, where: str = "", corrections: Iterable[Correction] = ()) -> Rescored:
    """Mark a session once more and keep the new card beside the old one.

    ``rubric`` is a rubric file's bytes; None takes the session's own. ``where`` names that file in messages.

    Raises:
        ProblemError: the folder is no session, the rubric is wrong, a correction names no reply, or the disk is full.
    """
    opened = reopen(path)
    right = tuple(sorted(corrections, key=lambda correction: correction.turn))
    stored = folder.read_stored(path)
    try:
        card = rescore(opened.state, rubric_from(rubric, where) if rubric is not None else opened.rubric, right)
    except ValueError as error:
        raise ProblemError(Problem("usage", f"A correction does not fit: {error}.", "Look at main.py replay.", str(path))) from error
    text = scorecard_text(card)
    file, written = _keep(path, stored, text, rubric if rubric is not None else stored.rubric, _lines(right))
    first = stored.scorecard or scorecard_text(opened.scorecard)
    return Rescored(path, card, card_difference(first, text), file, written)


def corrections_from(text: str) -> tuple[Correction, ...]:
    """Return the corrections of a file's text, one JSON object with ``turn`` and ``text`` a line.

    Raises:
        ValueError: a line is something else.
    """
    found = []
    for number, line in enumerate(text.splitlines(), start=1):
        value = json.loads(line)
        if not isinstance(value, dict) or not isinstance(value.get("turn"), int) or not isinstance(value.get("text"), str):
            raise ValueError(f"line {number} needs 'turn' (a number) and 'text'")
        found.append(Correction(value["turn"], value["text"]))
    return tuple(found)


def _lines(corrections: tuple[Correction, ...]) -> str:
    return "".join(canonical.line(correction) + "\n" for correction in corrections)


def _keep(path: Path, stored: folder.Stored, card: str, rubric: bytes, corrections: str) -> tuple[Path, bool]:
    if stored.scorecard == card and rubric == stored.rubric and not corrections:
        return path / folder.SCORECARD, False
    for number in range(2, _MOST_CARDS):
        file = path / f"scorecard-{number}.json"
        if not file.exists():
            if corrections:
                folder.write_whole(path / f"corrections-{number}.jsonl", corrections.encode())
            folder.write_whole(path / f"rubric-{number}.yaml", rubric)
            folder.write_whole(file, card.encode())
            return file, True
        if file.read_bytes() == card.encode() and _read(path / f"corrections-{number}.jsonl") == corrections.encode():
            return file, False
    raise ProblemError(Problem("usage", "This session was marked a thousand times.", "Move some scorecards away.", str(path)))


def _read(file: Path) -> bytes:
    return file.read_bytes() if file.exists() else b""
