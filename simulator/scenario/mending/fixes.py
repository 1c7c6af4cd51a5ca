"""Which quick fixes there are for a finding (scenario-format 4.3): edits that a person may look at and take, none of them forced."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from simulator.scenario.lint_finding import LintFinding
from simulator.scenario.mending.completions import (
    closing_off,
    missing_mood,
    scaled_weights,
    without_it,
)
from simulator.scenario.mending.fix import Fix, Found
from simulator.scenario.mending.spelling_fixes import (
    in_quotes,
    spaces_for_tabs,
    suggested,
    whole_line_in_quotes,
    with_version,
)
from simulator.scenario.mending.stubs import (
    beat_that_is_said,
    fact_with_answer,
    fallback,
    line_that_reveals,
    stage_with_fallback,
)

_Making = Callable[[Found], Iterator[Fix]]

_BY_CODE: dict[str, tuple[_Making, ...]] = {
    "SC002": (in_quotes,),
    "SC003": (in_quotes,),
    "SC004": (spaces_for_tabs,),
    **dict.fromkeys(("SC101", "SC103", "SC104", "SC105", "SC106", "SC204", "SC205", "SC206", "SC209", "SC211", "SC401"), (suggested,)),
    "SC013": (whole_line_in_quotes,),
    "SC201": (without_it,),
    "SC202": (suggested, stage_with_fallback),
    "SC203": (suggested, fact_with_answer),
    "SC207": (suggested, beat_that_is_said),
    "SC302": (line_that_reveals,),
    "SC303": (fallback,),
    "SC501": (scaled_weights,),
    "SC601": (missing_mood,),
    "SC604": (with_version,),
    "SC605": (suggested,),
    "SC703": (closing_off,),
}


def fixes(finding: LintFinding, text: str) -> tuple[Fix, ...]:
    """Return the fixes for a finding in the file with this text; the likeliest first, none where only a person knows."""
    found = Found(text, finding.line, finding.column, finding.suggestion, finding.message)
    return tuple(fix for making in _BY_CODE.get(finding.code, ()) for fix in making(found))
