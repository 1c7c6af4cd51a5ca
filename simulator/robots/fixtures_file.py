"""What a sidecar ``NAME.tests.yaml`` asks for, as values that remember their line.

The shape is ``scenarios/tests-1.schema.json``, and whoever calls this has checked it; a step that injects signals cannot break when the
matching of sentences changes, a step with ``text`` is there to notice exactly that (scenario-format 5.1).
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from simulator.authored.tree import Authored, Block, Scalar, Sequence
from simulator.problems import Problem, ProblemError
from simulator.scenario.plain import is_private
from simulator.scenario_files import check_file


@dataclass(frozen=True, slots=True)
class Expectation:
    """One word under ``expect`` with what it names."""

    word: str
    ids: tuple[str, ...]
    line: int

    def number(self) -> Decimal:
        """Return the number that it names, in points or turns."""
        return Decimal(self.ids[0])


@dataclass(frozen=True, slots=True)
class FixtureTurn:
    """One reply of the trainee: signals, or words, or a silence; and what must be true after it."""

    line: int
    does: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()
    text: str = ""
    #: Nobody speaks for this long; 0: somebody does.
    silence_ms: int = 0
    expect: tuple[Expectation, ...] = ()


@dataclass(frozen=True, slots=True)
class CallFixture:
    """One saved call."""

    name: str
    line: int
    turns: tuple[FixtureTurn, ...] = ()
    #: The bot that finishes the call, or plays all of it.
    bot: str = ""
    expect: tuple[Expectation, ...] = ()


@dataclass(frozen=True, slots=True)
class DetectionFixture:
    """One sentence and what must, or must not, be heard in it."""

    line: int
    text: str
    #: The caller's line that it answers, if that is told; the ears do not need it, people do.
    after: str = ""
    expect: tuple[Expectation, ...] = ()


@dataclass(frozen=True, slots=True)
class Fixtures:
    """A whole sidecar."""

    scenario: str
    calls: tuple[CallFixture, ...] = ()
    detection: tuple[DetectionFixture, ...] = ()


def sidecar_of(scenario_file: Path) -> Path:
    """Return where the saved calls of a scenario lie: ``NAME.tests.yaml`` beside ``NAME.yaml``."""
    return scenario_file.with_name(f"{scenario_file.stem}.tests.yaml")


def load_fixtures(path: Path) -> Fixtures:
    """Return the saved calls of a sidecar.

    Raises:
        ProblemError: there is no such file, or it has errors by the rules of its kind.
    """
    reading = check_file(path)
    errors = reading.errors()
    if errors:
        remedy = f"Check the file with: main.py lint {path}"
        raise ProblemError(Problem("authoring", errors[0].message, remedy, errors[0].where()))
    if reading.kind != "tests" or reading.tree is None:
        raise ProblemError(Problem("authoring", "This is no file of saved calls.", "Its first line should be:  tests: 1", str(path)))
    return fixtures_of(reading.tree)


def fixtures_of(tree: Authored) -> Fixtures:
    """Return what a sidecar of the right shape says."""
    if not isinstance(tree, Block):
        return Fixtures("")
    return Fixtures(
        scenario=_text(tree, "scenario"),
        calls=tuple(_call(block) for block in _blocks(tree, "calls")),
        detection=tuple(_detection(block) for block in _blocks(tree, "detection")),
    )


def _call(block: Block) -> CallFixture:
    return CallFixture(
        name=_text(block, "name"),
        line=block.line,
        turns=tuple(_turn(turn) for turn in _blocks(block, "turns")),
        bot=_text(block, "then") or _text(block, "play"),
        expect=_expectations(block),
    )


def _turn(block: Block) -> FixtureTurn:
    return FixtureTurn(
        line=block.line,
        does=_ids(block.value("does")),
        asks=_ids(block.value("asks")),
        offers=_ids(block.value("offers")),
        text=_text(block, "text"),
        silence_ms=round(1000 * float(_text(block, "silence") or 0)),
        expect=_expectations(block),
    )


def _expectations(block: Block) -> tuple[Expectation, ...]:
    under = block.value("expect")
    return _named(under) if isinstance(under, Block) else ()


def _detection(block: Block) -> DetectionFixture:
    return DetectionFixture(block.line, _text(block, "text"), _text(block, "after"), _named(block, but=("text", "after")))


def _named(block: Block, but: tuple[str, ...] = ()) -> tuple[Expectation, ...]:
    """Return the keys of a block as expectations; the trainer's own keys (``x_``) are skipped, as everywhere."""
    entries = (entry for entry in block.entries if entry.key.text not in but and not is_private(entry.key.text))
    return tuple(Expectation(entry.key.text, _ids(entry.value), entry.key.line) for entry in entries)


def _text(block: Block, key: str) -> str:
    value = block.value(key)
    return " ".join(value.text.split()) if isinstance(value, Scalar) else ""


def _ids(node: Authored | None) -> tuple[str, ...]:
    if isinstance(node, Scalar):
        return (node.text.strip(),)
    return tuple(item.text.strip() for item in node.items if isinstance(item, Scalar)) if isinstance(node, Sequence) else ()


def _blocks(block: Block, key: str) -> tuple[Block, ...]:
    value = block.value(key)
    return tuple(item for item in value.items if isinstance(item, Block)) if isinstance(value, Sequence) else ()
