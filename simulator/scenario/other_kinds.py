"""Files that stand beside scenarios: each is checked by the vocabulary of its kind, and its names where they can be known.

A sidecar (tests, translation) is judged against the scenario that it names, where the caller has it at hand.
"""

from __future__ import annotations

from simulator.authored.tree import Block, Sequence
from simulator.scenario.lint_finding import Findings
from simulator.scenario.names import (
    CODES,
    TEST_WORDS,
    Kind,
    Names,
    check_uses,
    names_of,
)
from simulator.scenario.own_words import check_examples, check_rubric
from simulator.scenario.packs import check_pack
from simulator.scenario.plain import Plain
from simulator.scenario.schema import FileKind
from simulator.scenario.structure import check_structure

#: Endings that every call has (decisions 8).
BUILT_IN_ENDINGS = ("trainee-hung-up", "transferred")


def check_other(kind: FileKind, tree: Block, scenario: Block | None, findings: Findings) -> Plain | None:
    """Add what is wrong with a file that is no scenario; return its plain values, or None where nothing more can be said.

    ``scenario`` is the one that a sidecar belongs to, with its packs; None where it is not at hand or cannot be read.
    """
    if kind == "pack":
        return check_pack(tree, findings)
    plain = check_structure(tree, findings, kind)
    if plain is None:
        return None
    if kind == "tests":
        check_uses(tree, _names_for_tests(scenario), findings, TEST_WORDS)
    elif kind == "rubric":
        check_rubric(tree, findings)
    elif kind == "examples":
        check_examples(tree, findings)
    return plain


def _names_for_tests(scenario: Block | None) -> Names:
    """Return what a test may name; without the scenario nothing is judged, because a scenario has cues of its own, too."""
    if scenario is None:
        nothing: dict[Kind, None] = dict.fromkeys(CODES)
        return nothing
    names = names_of(scenario)
    lines, endings, silence = names["line"], names["ending"], scenario.value("silence")
    steps = [f"silence-{index + 1}" for index, _ in enumerate(silence.items if isinstance(silence, Sequence) else ())]
    said = None if lines is None or endings is None else dict.fromkeys(("opening", *lines, *endings, *steps, "unclear"))
    return {**names, "line": said, "ending": None if endings is None else dict.fromkeys((*endings, *BUILT_IN_ENDINGS))}
