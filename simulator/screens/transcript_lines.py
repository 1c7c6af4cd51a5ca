"""The transcript as bubbles: who, when, what, and under a reply what it did.

A caller's line is shown as it is spoken: before its first sample it is not there, while it lasts the spoken part is strong
and the rest quiet. The trainee's unfinished words are shown and forgotten; only the finished turn is part of the call.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from simulator.call.state import CallerTurn, CallState, TraineeTurnRecord
from simulator.screens.figures import clock
from simulator.screens.mood import mood_of
from simulator.screens.moved import Tag, tags_of
from simulator.screens.persons import person_of
from simulator.screens.tokens import Tone
from simulator.transcript.caption import caption
from simulator.transcript.literal import one_line

Side = Literal["caller", "trainee", "interim"]


@dataclass(frozen=True, slots=True)
class Bubble:
    """One line or reply."""

    side: Side
    who: str
    #: ``03:11``, or empty in a typed call.
    time: str
    text: str
    tags: tuple[Tag, ...] = ()
    #: Being spoken at this moment: only a part of the text has been heard.
    speaking: bool = False
    #: Colour of the edge while speaking.
    tone: Tone = "plain"

    @property
    def spoken(self) -> str:
        """Return the bubble for a screen reader."""
        tags = f" ({', '.join(tag.text for tag in self.tags)})" if self.tags else ""
        return f"{self.who} {self.time}: {self.text}{tags}".replace(" :", ":")


def bubbles(state: CallState) -> tuple[Bubble, ...]:
    """Return everything that has been said so far."""
    first = person_of(state.scenario.caller).first
    said = (_bubble(turn, state, first) for turn in state.transcript)
    return tuple(bubble for bubble in said if bubble is not None)


def interim_bubble(interim: str) -> Bubble | None:
    """Return the words that are being recognised, or None while there are none."""
    return Bubble("interim", "You", "", f"{interim} …") if interim else None


def heard_length(text: str, spoken: int) -> int:
    """Return how many characters of a line have been spoken; ``spoken`` is per mille of its words."""
    words = text.split(" ")
    count = (len(words) * min(1000, max(0, spoken)) + 999) // 1000
    return min(len(text), len(" ".join(words[:count])))


def _bubble(turn: CallerTurn | TraineeTurnRecord, state: CallState, first: str) -> Bubble | None:
    time = clock(turn.from_ms) if not state.typed else ""
    if isinstance(turn, TraineeTurnRecord):
        text = one_line(turn.text) or "(no words)"
        tags = (Tag("Not understood", "plain"),) if turn.unclear else tags_of(turn, state.scenario)
        return Bubble("trainee", "You", time, text, tags)
    if turn.from_ms < 0 and not state.typed:
        return None
    mood = mood_of(turn.temper, state.scenario.anger.moods)
    speaking = not state.typed and turn.to_ms < 0
    silent = (Tag("Caption only: the voice failed", "plain"),) if turn.silent and not state.typed else ()
    return Bubble("caller", first, time, caption(turn.text), silent, speaking, mood.tone)
