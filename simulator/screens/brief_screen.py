"""What the brief shows before a call: what the trainee must know, what is allowed, and whether the machine is ready.

The policy is put into three short lists - give, pass on, not promise - because that is how it is needed under pressure. What
the caller wants and fears is left out on purpose: finding it out is the exercise.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from simulator.scenario.model import NeverSay, Policy, Remedy, Scenario
from simulator.screens.figures import about_minutes, money
from simulator.screens.home_screen import HARDEST, language_chip, trade_of
from simulator.screens.persons import person_of
from simulator.screens.tokens import Tone
from simulator.transcript.literal import one_line

Ready = Literal["checking", "ready", "weak", "missing"]
#: Speaking needs all of it, typing only the disk.
NEEDED_TO_TYPE = frozenset({"disk"})


@dataclass(frozen=True, slots=True)
class ReadyLine:
    """One thing that a call needs, and whether it is there."""

    #: microphone, loudspeaker, model, voice or disk.
    what: str
    label: str
    state: Ready
    #: Its name ("USB Headset"), or what is missing.
    words: str = ""
    remedy: str = ""

    @property
    def shape(self) -> str:
        """Return the sign before the label."""
        return {"checking": "…", "ready": "✓", "weak": "◐", "missing": "✗"}[self.state]

    @property
    def tone(self) -> Tone:
        """Return the colour of the sign."""
        tones: dict[Ready, Tone] = {"checking": "plain", "ready": "calm", "weak": "irritated", "missing": "furious"}
        return tones[self.state]

    @property
    def found(self) -> str:
        """Return what stands beside the label: its name when it is ready, else a word on how it stands."""
        if self.state == "ready":
            return self.words or "ready"
        return {"checking": "checking", "weak": "needs a look", "missing": "missing"}[self.state]

    @property
    def spoken(self) -> str:
        """Return the line for a screen reader."""
        state = {"checking": "is being checked", "ready": "ready", "weak": "needs a look", "missing": "missing"}[self.state]
        return f"{self.label}: {state}. {self.words} {self.remedy}".strip()


#: Before anything was looked at.
UNCHECKED = tuple(
    ReadyLine(what, label, "checking")
    for what, label in (
        ("microphone", "Microphone"),
        ("loudspeaker", "Loudspeaker"),
        ("model", "Recognition model"),
        ("voice", "Caller's voice"),
        ("disk", "Disk"),
    )
)


@dataclass(frozen=True, slots=True)
class PolicyList:
    """One of the lists of what is allowed."""

    title: str
    shape: str
    tone: Tone
    rows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BriefScreen:
    """The brief of one scenario."""

    title: str
    chips: tuple[str, ...]
    caller: str
    initials: str
    situation: str
    #: What must be known before account details may be named; else empty.
    first: str
    lists: tuple[PolicyList, ...]
    #: Empty, or what may be hard to listen to.
    warning: str = ""


@dataclass(frozen=True, slots=True)
class Readiness:
    """What can be done with this machine at present."""

    checking: bool
    may_speak: bool
    may_type: bool
    #: Why not, and what works meanwhile; else empty.
    sentence: str = ""


def brief_screen(scenario: Scenario) -> BriefScreen:
    """Return the brief of a scenario."""
    person = person_of(scenario.caller)
    language = language_chip(scenario.strong_language)
    kind = (trade_of(scenario), f"difficulty {scenario.difficulty} of {HARDEST}", f"about {about_minutes(scenario.length_ms)}")
    chips = (*kind, *([language] if language else []))
    company = one_line(scenario.company)
    return BriefScreen(
        title=one_line(scenario.title),
        chips=chips,
        caller=f"{person.name} is going to call {company}".strip(),
        initials=person.initials,
        situation=one_line(scenario.trainee_brief or scenario.summary),
        first=_first(scenario),
        lists=tuple(rows for rows in _lists(scenario.policy) if rows.rows),
        warning=one_line(scenario.content_warning),
    )


def with_line(lines: tuple[ReadyLine, ...], line: ReadyLine) -> tuple[ReadyLine, ...]:
    """Return the lines with this one in the place of the former one about the same thing."""
    if all(old.what != line.what for old in lines):
        return (*lines, line)
    return tuple(line if old.what == line.what else old for old in lines)


def readiness(lines: tuple[ReadyLine, ...]) -> Readiness:
    """Return what these lines allow: speaking needs everything, typing needs the disk only."""
    missing = [line for line in lines if line.state == "missing"]
    checking = any(line.state == "checking" for line in lines)
    may_type = not any(line.what in NEEDED_TO_TYPE for line in missing)
    if not missing:
        return Readiness(checking, True, True)
    if not may_type:
        return Readiness(checking, False, False, "A call cannot be kept at present. Mend what is marked ✗ first.")
    return Readiness(checking, False, True, "Speaking has to wait for what is marked ✗. You can type your replies meanwhile.")


def consent_line(keep_sound: str) -> str:
    """Return how the sound is treated, once that was decided; else empty."""
    kept = {"sound": "The recording is kept on this computer.", "words": "Only the transcript is kept, no sound."}
    return kept.get(keep_sound, "")


def _first(scenario: Scenario) -> str:
    labels = [one_line(fact.label) for fact in scenario.facts if fact.id in scenario.policy.verify_first]
    return f"Before you talk about the account, get: {', '.join(labels)}." if labels else ""


def _lists(policy: Policy) -> tuple[PolicyList, ...]:
    def rows(agent_may: str) -> tuple[str, ...]:
        return tuple(_remedy(remedy, policy.currency) for remedy in policy.remedies if remedy.agent_may == agent_may)

    never = tuple(_never(item) for item in policy.never_say)
    return (
        PolicyList("You may give", "✓", "calm", rows("grant")),
        PolicyList("You may send to review, but not promise", "◐", "irritated", rows("send_for_review")),
        PolicyList("You may not give", "✗", "furious", rows("never")),
        PolicyList("Do not say", "▲", "angry", never),
        PolicyList("Say once", "→", "accent", tuple(one_line(item.label) for item in policy.must_say)),
    )


def _never(item: NeverSay) -> str:
    """Return what must not be said with its reason: a reason alone ("It is not true") tells nobody what it is about."""
    return " ".join((*(f"“{one_line(text)}”" for text in item.like[:1]), one_line(item.why)))


def _remedy(remedy: Remedy, currency: str) -> str:
    limit = f", up to {money(remedy.up_to, currency)}" if remedy.up_to is not None else ""
    return f"{one_line(remedy.label)}{limit}"
