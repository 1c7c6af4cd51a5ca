"""``score``: find skills and faults in replies given as JSON lines, one object out for each object in.

A broken line is named with file and line and makes the exit status 1; all others are scored nevertheless. Lines are independent
turns unless they share a ``call``: then a sentence said again in it is ``robotic``.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import typer

from simulator.cues.cue import Cue, CueContext
from simulator.cues.repetition import repeats_earlier
from simulator.cues.spot import spot
from simulator.problems import EXIT_STATUS, Problem, ProblemError
from simulator.transcript.words import Word

STANDARD_INPUT = "-"
_SHAPE = 'Write one JSON object a line, such as {"id": "1", "text": "I am sorry about the wait."}.'


def score(
    file: Annotated[str, typer.Argument(help="A file of JSON lines; - or nothing reads standard input.")] = STANDARD_INPUT,
    scenario: Annotated[
        Path | None, typer.Option(help="Also match this scenario's facts, remedies and forbidden sentences.")
    ] = None,
) -> int:
    """Find skills and faults in replies: JSON lines with id and text in, JSON lines with id and cues out."""
    context = _context(scenario)
    earlier: dict[str, tuple[str, ...]] = {}
    status = 0
    for number, line in enumerate(_lines(file), 1):
        if not line.strip():
            continue
        try:
            print(json.dumps(scored(line, context, earlier), ensure_ascii=False), flush=True)
        except ValueError as error:
            where = f"{'standard input' if file == STANDARD_INPUT else file}:{number}"
            print(Problem("authoring", f"This line cannot be scored: {error}.", _SHAPE, where).sentence(), file=sys.stderr)
            status = EXIT_STATUS["authoring"]
    return status


def scored(line: str, context: CueContext, earlier: dict[str, tuple[str, ...]]) -> dict[str, Any]:
    """Return the output object of one input line; ``earlier`` holds, and is given, what was said in each call.

    Raises:
        ValueError: the line is not an object with an ``id`` and a ``text``, or one of its keys has the wrong shape.
    """
    row = _object(line)
    text = str(row["text"])
    own = replace(
        context,
        caller_name=str(row.get("caller_name") or context.caller_name),
        company_name=str(row.get("company_name") or context.company_name),
    )
    cues = [_shown(cue) for cue in spot(text, own, _words(row.get("words")))]
    call = row.get("call")
    if call is not None:
        before = earlier.get(str(call), ())
        if repeats_earlier(before, text):
            cues.append(_shown(Cue("robotic", "sure", 0, len(text), text, "robotic: a sentence said before in this call")))
        earlier[str(call)] = (*before, text)
    return {"id": row["id"], "cues": cues}


def _object(line: str) -> Mapping[str, Any]:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise ValueError(f"it is no JSON ({error.msg}, column {error.colno})") from None
    except RecursionError:
        raise ValueError("it is nested too deeply") from None
    if not isinstance(row, dict):
        raise ValueError("it is no JSON object")
    for key in ("id", "text"):
        if key not in row:
            raise ValueError(f'"{key}" is missing')
    if not isinstance(row["text"], str):
        raise ValueError('"text" is not a text')
    return row


def _words(given: object) -> tuple[Word, ...]:
    """Return the words as ``transcribe`` prints them; confidence may be 0 to 1 or per mille."""
    if given is None:
        return ()
    if not isinstance(given, list):
        raise ValueError('"words" is no list')
    return tuple(_word(each) for each in given)


def _word(given: object) -> Word:
    try:
        word = dict(given)  # type: ignore[call-overload]
        text = str(word["word"] if "word" in word else word["text"])
        confidence = word.get("confidence", 1.0)
        share = round(confidence * 1000) if isinstance(confidence, float) or confidence <= 1 else int(confidence)
        return Word(text, int(word.get("start_ms", 0)), int(word.get("end_ms", 0)), share)
    except (KeyError, TypeError, ValueError, OverflowError) as error:
        raise ValueError('each of "words" needs word, start_ms, end_ms and confidence') from error


def _shown(cue: Cue) -> dict[str, object]:
    row: dict[str, object] = {
        "skill": cue.skill,
        "certainty": cue.certainty,
        "span": [cue.start, cue.end],
        "quote": cue.quote,
        "rule": cue.rule,
    }
    if cue.fact:
        row["fact"] = cue.fact
    if cue.remedy:
        row["remedy"] = cue.remedy
    if cue.amount >= 0:
        row["amount"] = cue.amount / 1000
    if cue.stock:
        row["stock"] = True
    return row


def _context(scenario: Path | None) -> CueContext:
    if scenario is None:
        return CueContext()
    from simulator.call.context import cue_context
    from simulator.live.assemble import read_script

    return cue_context(read_script(scenario).scenario)


def _lines(file: str) -> Iterator[str]:
    """Yield the input line by line, as it comes."""
    if file == STANDARD_INPUT:
        yield from _decoded(sys.stdin.buffer, "standard input")
        return
    try:
        with open(file, "rb") as opened:
            yield from _decoded(opened, file)
    except OSError as error:
        what = f"The file can't be read ({(error.strerror or 'unknown reason').lower()})."
        raise ProblemError(Problem("usage", what, "Check the name, or give - for standard input.", file)) from None


def _decoded(lines: Iterable[bytes], file: str) -> Iterator[str]:
    for number, line in enumerate(lines, 1):
        try:
            yield line.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError:
            yield "\ufffd"
