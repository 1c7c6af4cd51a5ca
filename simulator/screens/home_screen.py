"""What the home page shows: one call first, then all scenarios.

A file with a mistake does not vanish: its place on the shelf says where the mistake is, so that a trainer learns of it before
a class does.
"""

from __future__ import annotations

from dataclasses import dataclass

from simulator.problems import Problem
from simulator.scenario.model import Scenario
from simulator.screens.figures import about_minutes
from simulator.screens.past_call import PastCall, scores_of
from simulator.screens.persons import starts
from simulator.screens.tokens import Tone
from simulator.transcript.literal import one_line

#: A search field is worth its place from this many scenarios on.
SEARCH_FROM = 7
HARDEST = 5


@dataclass(frozen=True, slots=True)
class ShelfEntry:
    """One file of the shelf: a scenario, or what is wrong with the file."""

    path: str
    scenario: Scenario | None
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class ScenarioCard:
    """One card of the grid."""

    path: str
    title: str
    summary: str
    #: 1-5; 0 on a file with a mistake.
    difficulty: int
    #: Trade and minutes.
    kind: str
    #: The last score, or what to read in its place.
    last: str
    last_tone: Tone
    broken: bool = False

    @property
    def spoken(self) -> str:
        """Return the card for a screen reader."""
        grade = f"difficulty {self.difficulty} of {HARDEST}, " if self.difficulty else ""
        return f"{self.title}. {self.summary} {grade}{self.kind}, {self.last}".strip(" ,")


@dataclass(frozen=True, slots=True)
class NextCall:
    """The one call that is offered first."""

    path: str
    why: str
    title: str
    summary: str
    chips: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HomeScreen:
    """The home page."""

    greeting: str
    next: NextCall | None
    cards: tuple[ScenarioCard, ...]
    search: bool
    #: What to do when there is no scenario that can be played; else empty.
    empty: str = ""


def home_screen(shelf: tuple[ShelfEntry, ...], calls: tuple[PastCall, ...], name: str, hour: int) -> HomeScreen:
    """Return the home page for the files of the shelf and the calls so far (newest first); ``hour`` is 0-23."""
    good = [entry.scenario for entry in shelf if entry.scenario is not None]
    cards = tuple(_card(entry, calls) for entry in sorted(shelf, key=_place))
    empty = "" if good else "Copy a scenario file into the folder of the scenarios, then look again."
    return HomeScreen(_greeting(name, hour), _next(shelf, calls), cards, len(cards) >= SEARCH_FROM, empty)


def matching(cards: tuple[ScenarioCard, ...], search: str) -> tuple[ScenarioCard, ...]:
    """Return the cards that contain every word of the search."""
    words = search.casefold().split()
    return tuple(card for card in cards if all(word in f"{card.title} {card.summary} {card.kind}".casefold() for word in words))


def language_chip(strong_language: str) -> str:
    """Return how strong the caller's language is, or nothing."""
    return {"mild": "mild language", "bleeped": "strong language, bleeped"}.get(strong_language, "")


def trade_of(scenario: Scenario) -> str:
    """Return the trade that a scenario is from: its first tag, in words."""
    return starts(one_line(scenario.tags[0]).replace("-", " ")) if scenario.tags else "Any trade"


def _greeting(name: str, hour: int) -> str:
    part = "morning" if 4 <= hour < 12 else "afternoon" if 12 <= hour < 18 else "evening"
    return f"Good {part}, {one_line(name)}" if name.strip() else f"Good {part}"


def _place(entry: ShelfEntry) -> tuple[bool, int, str]:
    scenario = entry.scenario
    return (scenario is None, scenario.difficulty if scenario else 0, scenario.title if scenario else entry.path)


def _card(entry: ShelfEntry, calls: tuple[PastCall, ...]) -> ScenarioCard:
    scenario = entry.scenario
    if scenario is None:
        return _broken(entry)
    scores = scores_of(calls, scenario.id)
    last = str(scores[0]) if scores else "not tried"
    tone: Tone = "calm" if scores and scores[0] >= scenario.rubric.pass_mark else "plain"
    kind = f"{trade_of(scenario)} · {about_minutes(scenario.length_ms)}"
    return ScenarioCard(entry.path, one_line(scenario.title), one_line(scenario.summary), scenario.difficulty, kind, last, tone)


def _broken(entry: ShelfEntry) -> ScenarioCard:
    problem = entry.problem or Problem("authoring", "This file cannot be read.", "")
    file, line = _where(problem.where or entry.path)
    title = f"This file has a mistake in line {line}" if line else "This file has a mistake"
    summary = one_line(f"{problem.what} {problem.remedy}")
    return ScenarioCard(entry.path, title, summary, 0, one_line(file), "✗ cannot be played", "furious", broken=True)


def _where(where: str) -> tuple[str, str]:
    """Return the file's name and the line of ``FILE:LINE:COL`` (the path may hold colons of its own)."""
    pieces = where.rsplit(":", 2)
    while len(pieces) > 1 and not all(piece.isdigit() for piece in pieces[1:]):
        pieces = [":".join(pieces[:2]), *pieces[2:]]
    return pieces[0].replace("\\", "/").rsplit("/", 1)[-1], pieces[1] if len(pieces) > 1 else ""


def _next(shelf: tuple[ShelfEntry, ...], calls: tuple[PastCall, ...]) -> NextCall | None:
    """Offer what was not tried yet, easiest first; then the lowest last score."""
    playable = [(entry.path, entry.scenario) for entry in shelf if entry.scenario is not None]
    if not playable:
        return None
    path, scenario = min(playable, key=lambda pair: _rank(pair[1], calls))
    scores = scores_of(calls, scenario.id)
    if scores:
        why = f"your last score was {scores[0]}"
    else:
        why = "you have not tried this one yet" if calls else "a good first call"
    language = language_chip(scenario.strong_language)
    chips = (trade_of(scenario), f"difficulty {scenario.difficulty} of {HARDEST}", f"about {about_minutes(scenario.length_ms)}")
    summary = one_line(scenario.summary)
    return NextCall(
        path, f"Next for you · {why}", one_line(scenario.title), summary, (*chips, *([language] if language else []))
    )


def _rank(scenario: Scenario, calls: tuple[PastCall, ...]) -> tuple[int, int, str]:
    scores = scores_of(calls, scenario.id)
    return (1, scores[0], scenario.title) if scores else (0, scenario.difficulty, scenario.title)
