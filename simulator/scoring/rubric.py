"""The house rubric: the rows of the scorecard with their weights, places and words, read from a file that a trainer can edit.

The file (``assets/rubric-house.yaml``) holds what people may want to change: order, weights, where in a call a skill is in
its place, and every sentence on the card. How a row is detected is code, so a row must be one that the program knows. This
module turns the file's text into values and says what is wrong with it; reading the disk is somebody else's work
(``session.rubric_file``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import cast, get_args

import yaml

from simulator.cues.cue import ALL_SKILLS
from simulator.problems import Problem, ProblemError
from simulator.scenario.model import Place
from simulator.scoring.finding import Line

#: The rows that count faults instead of skills (decisions 5).
DEDUCTION_ROWS: Mapping[str, tuple[str, ...]] = {
    "no_blame": ("blame_caller", "blame_others"),
    "not_dismissive": ("dismiss", "policy_shield", "calm_down_order"),
    "not_robotic": ("robotic", "ask_again"),
}
KNOWN_ROWS = ALL_SKILLS | frozenset(DEDUCTION_ROWS)
#: More than this in one rubric is a mistake, not a wish.
MOST_WEIGHT = 1000
MOST_TEXT = 500_000


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the scorecard."""

    id: str
    line: Line
    weight: int
    #: Where in the call it is in its place; empty: anywhere.
    places: tuple[Place, ...]
    #: Heading, with ``{they} {them} {their}`` for the caller.
    label: str
    #: What to say when it is the strength of the call ("You said plainly that it was our mistake.").
    keep: str
    #: What was missing, in one sentence that blames nobody.
    missing: str
    #: The one thing to change ("Let her finish before you ask.").
    change: str
    #: Sentences to try, best first; one whose placeholders cannot be filled is passed over.
    better: tuple[str, ...]
    #: The model answer of the line that waited for this skill is a better phrase than ours.
    model_answer: bool = False


@dataclass(frozen=True, slots=True)
class HouseRubric:
    """All rows in the order of the card."""

    id: str
    version: str
    rows: tuple[Row, ...]

    @property
    def name(self) -> str:
        """Return id and version, as the scorecard names it."""
        return f"{self.id} {self.version}"


def reweighted(rubric: HouseRubric, weights: Mapping[str, int]) -> HouseRubric:
    """Return the rubric with the scenario's own weights (``rubric.weights``); ids that are no row change nothing."""
    rows = tuple(replace(row, weight=max(0, weights.get(row.id, row.weight))) for row in rubric.rows)
    return replace(rubric, rows=rows)


def rubric_from(text: str | bytes, where: str = "the rubric") -> HouseRubric:
    """Return the rubric of a file's text (YAML, UTF-8).

    Raises:
        ProblemError: family ``authoring``, naming the line, or the row and the key, that is wrong.
    """
    top = _mapping(_parsed(text, where), where)
    _only(top, {"rubric", "id", "version", "title", "rows"}, where)
    if top.get("rubric") != 1:
        raise _wrong(where, "It does not begin with 'rubric: 1'.", "Make that the first line.")
    rows_value = top.get("rows")
    if not isinstance(rows_value, list) or not rows_value:
        raise _wrong(where, "It has no rows.", "List them under 'rows:'.")
    rows = tuple(_row(each, f"{where}, row {number}") for number, each in enumerate(rows_value, 1))
    twice = sorted({row.id for row in rows if sum(1 for other in rows if other.id == row.id) > 1})
    if twice:
        raise _wrong(where, f"The row '{twice[0]}' is there twice.", "Keep one of them.")
    return HouseRubric(_text(top, "id", where), _text(top, "version", where), rows)


def _parsed(text: str | bytes, where: str) -> object:
    if len(text) > MOST_TEXT:
        raise _wrong(where, "It is longer than a rubric can be.", "Choose the right file.")
    try:
        plain = text if isinstance(text, str) else text.decode("utf-8-sig")
        return yaml.load(plain, Loader=_Reader)
    except UnicodeDecodeError as error:
        raise _wrong(where, "It is not written in UTF-8.", "Save it as UTF-8.") from error
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        mark = getattr(error, "problem_mark", None)
        at = f"{where}:{mark.line + 1}:{mark.column + 1}" if mark is not None else where
        what = getattr(error, "problem", None) or "it cannot be read"
        raise _wrong(at, f"The file's form is broken here: {what}.", "Compare with the house rubric.") from error


class _Reader(yaml.SafeLoader):
    """Reads plain values; aliases are refused, because they can make a small file enormous."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            mark = self.peek_event().start_mark  # type: ignore[no-untyped-call]
            raise yaml.composer.ComposerError(None, None, "an alias (*) is not allowed", mark)
        return super().compose_node(parent, index)


def _row(value: object, where: str) -> Row:
    given = _mapping(value, where)
    row_id = _text(given, "id", where)
    where = f"{where} ({row_id})"
    _only(given, {"id", "line", "weight", "places", "label", "keep", "missing", "change", "better", "model_answer"}, where)
    if row_id not in KNOWN_ROWS:
        raise _wrong(where, f"'{row_id}' is no row that the program can mark.", f"Known are: {', '.join(sorted(KNOWN_ROWS))}.")
    line = _text(given, "line", where)
    if line not in get_args(Line):
        raise _wrong(where, f"'{line}' is no line of the card.", "Use care, solution or conduct.")
    weight = given.get("weight")
    if not isinstance(weight, int) or isinstance(weight, bool) or not 0 <= weight <= MOST_WEIGHT:
        raise _wrong(where, "'weight' is not a whole number from 0 to 1000.", "Write for example 'weight: 5'.")
    return Row(
        id=row_id,
        line=cast(Line, line),
        weight=weight,
        places=_places(given.get("places", []), where),
        label=_text(given, "label", where),
        keep=_text(given, "keep", where),
        missing=_text(given, "missing", where),
        change=_text(given, "change", where),
        better=_sentences(given.get("better", []), where),
        model_answer=given.get("model_answer", False) is True,
    )


def _places(value: object, where: str) -> tuple[Place, ...]:
    known = get_args(Place)
    if not isinstance(value, list) or any(each not in known for each in value):
        raise _wrong(
            where, "'places' names something that is no place.", f"Use a list of: {', '.join(known)}; or leave it out."
        )
    return tuple(cast(Place, each) for each in value)


def _sentences(value: object, where: str) -> tuple[str, ...]:
    if not isinstance(value, list) or any(not isinstance(each, str) or not each.strip() for each in value):
        raise _wrong(where, "'better' is not a list of sentences.", "Write each sentence on its own line with a dash.")
    return tuple(each.strip() for each in value)


def _mapping(value: object, where: str) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise _wrong(where, "Names with values were expected here.", "Compare with the house rubric.")
    return {str(key): item for key, item in value.items()}


def _text(given: Mapping[str, object], key: str, where: str) -> str:
    text = given.get(key)
    if not isinstance(text, str) or not text.strip():
        raise _wrong(where, f"'{key}' is missing or not a text.", f"Add '{key}:' with the words in quotes.")
    return text.strip()


def _only(given: Mapping[str, object], known: set[str], where: str) -> None:
    for key in given:
        if key not in known:
            raise _wrong(where, f"'{key}' is not a word of the rubric.", f"Known are: {', '.join(sorted(known))}.")


def _wrong(where: str, what: str, remedy: str) -> ProblemError:
    return ProblemError(Problem("authoring", what, remedy, where))
