"""What every call begins with: the scenario's bytes, the rubric's bytes, a fresh session folder and its header."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from simulator import version
from simulator.call.advance import ENGINE_VERSION
from simulator.call.events import CallAnswered
from simulator.own_voice import Baseline, VoiceMeasures
from simulator.paths import sessions_folder
from simulator.scenario.model import Scenario
from simulator.scoring.rubric import HouseRubric
from simulator.session.folder import new_session_folder
from simulator.session.recorder import Recorder
from simulator.session.recording import Header
from simulator.settings import Settings


@dataclass(frozen=True, slots=True)
class Script:
    """What a call is played and marked from, as bytes and as values."""

    scenario: Scenario
    scenario_bytes: bytes
    rubric: HouseRubric
    rubric_bytes: bytes
    rubric_sha256: str


@dataclass(frozen=True, slots=True)
class Terms:
    """How this call is played."""

    seed: int = 0
    typed: bool = False
    made_by: str = "call"
    trainee: str = ""
    turn_end_ms: int = 600
    push_to_talk: bool = False
    model: str = ""
    voice: str = ""
    keeps_sound: bool = False
    consent_version: int = 0
    consent_time: str = ""
    #: What the trainee's voice is compared with, where they want that and have read a baseline.
    baseline: Baseline | None = None
    voice_measures: VoiceMeasures = ""
    #: Where the session's folder is made; None: the data folder.
    out: Path | None = None

    def with_names(self, model: str, voice: str) -> Terms:
        """Return the terms with the names of the recognition model and of the caller's voice."""
        return replace(self, model=model, voice=voice)

    def with_turns(self, turn_end_ms: int, push_to_talk: bool) -> Terms:
        """Return the terms with how the trainee's turn ends."""
        return replace(self, turn_end_ms=turn_end_ms, push_to_talk=push_to_talk)

    def with_voice(self, settings: Settings) -> Terms:
        """Return the terms with whether the trainee's voice is measured, and against what."""
        if not settings.voice_measures:
            return replace(self, voice_measures="off")
        return replace(self, baseline=settings.baseline, voice_measures="on" if settings.baseline else "no_baseline")


def open_recording(script: Script, terms: Terms) -> Recorder:
    """Make the session's folder and return its recorder.

    Raises:
        ProblemError: the disk does not allow it.
    """
    now = datetime.now(UTC)
    path = new_session_folder(terms.out or sessions_folder(), script.scenario.id, now)
    header = Header(
        app_version=version.VERSION,
        engine_version=ENGINE_VERSION,
        scenario=script.scenario.id,
        scenario_version=script.scenario.version,
        title=script.scenario.title,
        scenario_sha256=script.scenario.sha256,
        rubric_sha256=script.rubric_sha256,
        seed=terms.seed,
        typed=terms.typed,
        started=f"{now:%Y-%m-%dT%H:%M:%SZ}",
        trainee=terms.trainee,
        made_by=terms.made_by,
        model=terms.model,
        voice=terms.voice,
        keeps_sound=terms.keeps_sound,
        consent_version=terms.consent_version if terms.keeps_sound else 0,
        consent_time=terms.consent_time if terms.keeps_sound else "",
    )
    return Recorder(path, header, script.scenario_bytes, script.rubric_bytes)


def answered(script: Script, terms: Terms) -> CallAnswered:
    """Return the first happening of the call."""
    return CallAnswered(
        seed=terms.seed,
        engine_version=ENGINE_VERSION,
        scenario_sha256=script.scenario.sha256,
        typed=terms.typed,
        turn_end_ms=terms.turn_end_ms,
        push_to_talk=terms.push_to_talk,
        trainee_name=terms.trainee,
        model=terms.model,
        voice=terms.voice,
        baseline=terms.baseline,
        voice_measures=terms.voice_measures,
    )
