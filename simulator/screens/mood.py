"""What a temper is called, and the shape and tone that go with it.

Each mood has a word, a shape and a colour, so that none of them speaks alone. A scenario may name moods of its own; they get
the shape and the tone of the range in which the temper lies.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from simulator.scenario.model import DEFAULT_MOODS
from simulator.screens.figures import points
from simulator.screens.persons import starts
from simulator.screens.tokens import Tone

SHAPES: Mapping[str, str] = {"calm": "●", "irritated": "◆", "angry": "▲", "furious": "■"}
_TONES: Mapping[str, Tone] = {"calm": "calm", "irritated": "irritated", "angry": "angry", "furious": "furious"}


@dataclass(frozen=True, slots=True)
class Mood:
    """A temper in words."""

    word: str
    shape: str
    tone: Tone
    #: Whole points, 0-100.
    temper: int

    @property
    def words(self) -> str:
        """Return the line under the name, ``▲ Angry · 62``."""
        return f"{self.shape} {starts(self.word)} · {self.temper}"


def mood_of(temper: int, moods: Mapping[str, int]) -> Mood:
    """Return the mood at a temper in thousandths of a point, by the scenario's own limits."""
    whole = points(temper)
    word = name_at(whole, moods) or "calm"
    house = word if word in SHAPES else name_at(whole, DEFAULT_MOODS)
    return Mood(word, SHAPES[house], _TONES[house], whole)


def name_at(whole: int, moods: Mapping[str, int]) -> str:
    """Return the name of the range in which whole points lie; empty below the first."""
    reached = [name for name, start in sorted(moods.items(), key=_start) if points(start) <= whole]
    return reached[-1] if reached else ""


def _start(mood: tuple[str, int]) -> int:
    return mood[1]
