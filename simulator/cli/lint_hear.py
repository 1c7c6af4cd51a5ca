"""What the recogniser can hear, for the linter: its list of words, and what it makes of a sentence with a word that is not in it.

The list is read wherever the model is installed: 0.2 s the first time, 20 ms from then on, because it is kept. Speaking those sentences
and listening to them takes seconds and happens on request only.
"""

from __future__ import annotations

import contextlib
import dataclasses
from collections.abc import Callable
from pathlib import Path

from simulator import paths, scenario_files
from simulator.devices.known_words import word_finder
from simulator.model_files import model_folder
from simulator.problems import ProblemError
from simulator.scenario.lint_finding import LintFinding
from simulator.scenario.mending.fix import Found

#: Folder in the program's cache.
_KEPT = "recogniser-words"
#: The code of a word that the recogniser does not know.
_UNKNOWN_WORD = "SC409"


def dictionary(needed: bool) -> Callable[[str], bool] | None:
    """Return what tells whether the installed model can hear a word; None where there is no model.

    Raises:
        ProblemError: there is none although it is ``needed``.
    """
    try:
        return word_finder(model_folder(), paths.cache_folder() / _KEPT)
    except ProblemError:
        if needed:
            raise
        return None


def with_words_heard(findings: list[LintFinding]) -> list[LintFinding]:
    """Return findings that say what is heard instead, where a sentence has a word that the recogniser does not know.

    Raises:
        ProblemError: a voice or the model is missing.
    """
    if not any(finding.code == _UNKNOWN_WORD for finding in findings):
        return findings
    # The voices take half a second to import.
    from simulator.live.said_aloud import SaidAloud

    with contextlib.closing(SaidAloud(model_folder())) as aloud:
        return [_heard(finding, aloud.heard_as) if finding.code == _UNKNOWN_WORD else finding for finding in findings]


def _heard(finding: LintFinding, heard_as: Callable[[str], str]) -> LintFinding:
    text = scenario_files.scenario_bytes(Path(finding.file)).decode()
    heard = heard_as(Found(text, finding.line, finding.column).words())
    return dataclasses.replace(finding, message=f"{finding.message} Said aloud, it is heard as “{heard}”.")
