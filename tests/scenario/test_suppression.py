"""``# lint: allow`` keeps back what a trainer has looked at, and nothing else."""

from __future__ import annotations

import time

from simulator.scenario.code_book import smallest_scenario
from simulator.scenario.lint_finding import LintFinding
from simulator.scenario.reading import read_any
from simulator.scenario.suppression import without_allowed


def finding(line: int, code: str = "SC605", file: str = "it.yaml") -> LintFinding:
    return LintFinding(file, line, 3, "warning", code, "A warning.")


def left(text: str, *found: LintFinding) -> list[tuple[str, int]]:
    return [(each.code, each.line) for each in without_allowed(found, {"it.yaml": text})]


def test_a_finding_on_the_line_below_is_kept_back() -> None:
    text = "a: 1\n  # lint: allow SC605 - the old words are better\n  b: 2\n  c: 3\n"
    assert left(text, finding(3)) == []
    assert left(text, finding(3), finding(4)) == [("SC605", 4)]
    assert left(text, finding(3), finding(3, "SC604")) == [("SC604", 3)]


def test_several_allowances_and_other_comments_may_stand_above_a_line() -> None:
    text = "a: 1\n# lint: allow SC605 - one\n# an aside\n# lint: allow SC604: another\nb: 2\n"
    assert left(text, finding(5), finding(5, "SC604")) == []


def test_an_empty_line_ends_what_an_allowance_is_about() -> None:
    assert left("a: 1\n# lint: allow SC605 - no\n\nb: 2\n", finding(4)) == [("SC111", 2), ("SC605", 4)]


def test_at_the_head_of_a_file_it_serves_for_the_first_line_and_the_first_content() -> None:
    text = "# A scenario.\n# lint: allow SC605 - looked at\n\n# Something else.\nformat: 1\nid: a\n"
    assert left(text, finding(1)) == []
    assert left(text, finding(5)) == []
    assert left(text, finding(6)) == [("SC111", 2), ("SC605", 6)]


def test_another_file_is_not_touched() -> None:
    text = "a: 1\n# lint: allow SC605 - mine\nb: 2\n"
    assert left(text, finding(3), finding(3, file="pack.yaml")) == [("SC605", 3)]


def test_the_words_in_a_text_allow_nothing() -> None:
    assert left('a: "x # lint: allow SC605 - said"\nb: 2\n', finding(2)) == [("SC605", 2)]


def test_every_line_end_is_one() -> None:
    for end in ("\n", "\r\n", "\r"):
        assert left(end.join(["a: 1", "# lint: allow SC605 - yes", "b: 2", ""]), finding(3)) == []


def test_what_could_not_be_looked_for_is_not_called_idle() -> None:
    text = smallest_scenario().replace("title:", "# lint: allow SC604 - published under another name\ntitle:")
    assert read_any(text.encode(), "it.yaml").findings == ()


def test_a_file_full_of_allowances_is_no_work() -> None:
    text = "a: 1\n" + "# lint: allow SC605 - x\n" * 40_000 + "b: 2\n"
    begin = time.perf_counter()
    assert left(text, *(finding(line) for line in range(1, 1_000)))
    assert time.perf_counter() - begin < 1
