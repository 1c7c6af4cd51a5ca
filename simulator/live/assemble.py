"""Puts a call together from its parts, for the window and for the command line alike."""

from __future__ import annotations

import hashlib
from pathlib import Path

from simulator.cues import second_opinion
from simulator.live.opening import Script, Terms
from simulator.live.preflight import require_room
from simulator.live.spoken_call import SpokenCall
from simulator.live.typed_call import TypedCall
from simulator.model_files import model_folder
from simulator.scenario_files import find_scenario, load_to_record
from simulator.scoring.rubric import rubric_from
from simulator.session.rubric_file import rubric_bytes
from simulator.settings import Settings, may_record


def read_script(name_or_path: Path | str) -> Script:
    """Return the scenario and the house rubric that a call is played and marked from.

    Raises:
        ProblemError: there is no such scenario, or it has errors; the first is named with its line.
    """
    second_opinion.layers()  # some 100 ms, which the caller's first answer would wait for
    scenario, to_record = load_to_record(find_scenario(str(name_or_path)))
    rubric = rubric_bytes()
    return Script(scenario, to_record, rubric_from(rubric), rubric, hashlib.sha256(rubric).hexdigest())


def typed_call(name_or_path: Path | str, settings: Settings, made_by: str = "window") -> TypedCall:
    """Return a typed call of this scenario, ready to be answered."""
    return TypedCall(read_script(name_or_path), Terms(typed=True, made_by=made_by, trainee=settings.trainee_name))


def spoken_call(name_or_path: Path | str, settings: Settings, keep_sound: bool) -> SpokenCall:
    """Return a call by voice, which begins to ring; the sound is kept only with a stored consent.

    Raises:
        ProblemError: the scenario has errors, the model is missing, or the disk is nearly full.
    """
    consent = settings.consent
    keeps = keep_sound and may_record(settings)
    terms = Terms(
        made_by="window",
        trainee=settings.trainee_name,
        keeps_sound=keeps,
        consent_version=consent.version if consent and keeps else 0,
        consent_time=consent.time if consent and keeps else "",
    )
    return spoken_from(read_script(name_or_path), terms, settings)


def spoken_from(script: Script, terms: Terms, settings: Settings) -> SpokenCall:
    """Return a call by voice under these terms; how a turn ends comes from the settings.

    Raises:
        ProblemError: the model is missing, or the disk is nearly full.
    """
    model = require_machine()
    return SpokenCall(script, terms.with_turns(settings.turn_end_ms, settings.push_to_talk).with_voice(settings), settings, model)


def require_machine() -> Path:
    """Return the folder of the recognition model.

    Raises:
        ProblemError: the model is missing, or the disk is nearly full.
    """
    require_room()
    return model_folder()
