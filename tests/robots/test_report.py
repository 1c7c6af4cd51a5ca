"""The robots' report: what a trainer reads there, and that it needs and runs nothing else."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from simulator.problems import ProblemError
from simulator.robots.explore import Explored
from simulator.robots.fixtures import FixtureResult
from simulator.robots.fixtures_expect import Complaint
from simulator.robots.gates import Gate
from simulator.robots.move import Move
from simulator.robots.playing import play
from simulator.robots.report import report_html, write_report
from simulator.robots.report_page import headline, page_of
from simulator.robots.report_strip import strip_of
from simulator.robots.robot_run import RobotRun
from simulator.robots.trainees import TRAINEES
from simulator.robots.walks import ConditionTally, EndingTally, Walks
from simulator.scenario.lint_finding import LintFinding
from tests.support.small_scenario import parcel

PARCEL = parcel()
SOLVED = play(PARCEL, TRAINEES["calm"], 0)
HUNG_UP = play(PARCEL, lambda _: Move(("insult",)), 0)
ENDLESS = play(PARCEL, lambda _: Move(), 0, most_turns=30)

WALKS = Walks(
    count=1_000,
    seed=0,
    turns=9_000,
    hits={"why": 1_400, "softens": 700, "tells": 650, "takes": 600, "waits": 300, "bye": 600, "solved": 600, "hung-up": 397},
    moods={("why", "angry"): 1_000, ("why", "furious"): 400, ("takes", "calm"): 3},
    gaps={("why", "calm"): 25},
    endings={"hung-up": EndingTally(397, 1_600), "solved": EndingTally(600, 6_000), "": EndingTally(3, 90)},
    conditions=(
        ConditionTally("beat takes", "anger_at_most: 75", 900, 0),
        ConditionTally("beat takes", "offered: resend", 900, 40),
        ConditionTally("ending solved", "heard: say_goodbye", 0, 12),
    ),
    silent={},
    stages={"venting": 4_000, "fixing": 3_000, "closing": 2_000},
    quickest={"hung-up": HUNG_UP, "solved": SOLVED},
    samples=(),
)
RUN = RobotRun(
    scenario=PARCEL,
    seed=0,
    fixtures=(
        FixtureResult("Solved", 4, (), {"why": 1, "takes": 1}, 4, "solved"),
        FixtureResult("Rude", 9, (Complaint(11, "turn 2: expected stage venting, got fixing"),), {"why": 1}, 2, "hung-up"),
    ),
    bots={"calm": SOLVED, "rude": HUNG_UP},
    walks=WALKS,
    explored=Explored(2_000, 1_234, ()),
    gates=(
        Gate("G1", "calm handling reaches the best ending", True, "200 of 200 calls, 4-6 turns"),
        Gate("G3", "rude handling is hung up on", False, "1,990 of 2,000 calls", "seed 12 ran out of turns"),
    ),
    findings=(
        LintFinding("late-parcel.yaml", 40, 5, "tip", "SC709", "No saved test reaches 'bye'. Deleting it would go unnoticed."),
        LintFinding("late-parcel.yaml", 50, 5, "warning", "SC704", "'snaps' was never said in 1,000 test calls."),
    ),
    difference=("The line 'hello' is gone; before, it was said 20 times in 1,000 calls.",),
)


def text_of(html: str) -> str:
    """Return the words of a page, without its tags, on one line."""
    return " ".join(re.sub(r"<[^>]+>", " ", html.split("</style>")[1]).split())


def test_the_first_sentence_says_what_failed() -> None:
    assert headline(RUN) == "1 gate of 2 failed: G3; 1 saved call of 2 failed."
    well = replace(RUN, gates=RUN.gates[:1], fixtures=RUN.fixtures[:1] if RUN.fixtures else None)
    assert headline(well) == "Every gate passed, and every saved call."
    assert headline(RobotRun(PARCEL, 0)) == "Nothing failed in the parts that were played."


def test_every_part_is_on_the_page() -> None:
    words = text_of(report_html(RUN))
    for part in (
        "1,990 of 2,000 calls seed 12 ran out of turns ✗ failed",
        "line 11, turn 2: expected stage venting, got fixing",
        "calm The best skill for the stage",
        "Checked 2,000 states, breadth-first from the start; 1,234 were not looked at any further.",
        "The line 'hello' is gone",
        "beat takes anger_at_most: 75 always true",
        "'snaps' was never said",
        "Words against the person",
        "Goodbye!",
    ):
        assert part.replace("'", "&#39;") in words or part in words, part


def test_a_condition_that_was_hardly_looked_at_proves_nothing() -> None:
    assert [row[1] for row in page_of(RUN).conditions] == ["anger_at_most: 75"]


def test_the_gravest_finding_stands_first() -> None:
    assert [row.code for row in page_of(RUN).findings] == ["SC704", "SC709"]


def test_lines_show_how_often_in_which_mood_and_by_which_saved_calls() -> None:
    venting, fixing, closing, reactions = page_of(RUN).stages
    why = venting.lines[0]
    assert (why.id, why.strip.times, why.tests) == ("why", "1,400", "2")
    assert [(cell.times, cell.look) for cell in why.moods] == [
        ("25", "gap"),
        ("–", "none"),
        ("1,000", "tone-2"),
        ("400", "tone-3"),
    ]
    assert [line.id for line in fixing.lines] == ["tells", "takes", "waits"]
    assert (closing.about, closing.lines[0].tests) == ("2.0 turns a call", "none")
    assert (reactions.title, reactions.lines[0].strip.times, reactions.lines[0].strip.tone) == ("Reactions", "0", "bad")


def test_endings_show_how_often_and_how_long() -> None:
    rows = [(row.id, row.strip.times, row.turns) for row in page_of(RUN).endings]
    assert rows == [("hung-up", "397", "4.0"), ("solved", "600", "10.0"), ("no ending", "3", "30.0")]


def test_the_quickest_way_can_be_read_as_a_call() -> None:
    hung_up, solved = page_of(RUN).paths
    assert hung_up.steps[0].reply == "Words against the person"
    assert hung_up.steps[-1].lines == ("Goodbye!",)
    assert "Yes, send it." in [line for step in solved.steps for line in step.lines]


def test_of_a_very_long_call_the_middle_is_left_out() -> None:
    walks = replace(WALKS, quickest={"solved": ENDLESS})
    (path,) = page_of(replace(RUN, walks=walks)).paths
    assert (path.words, len(path.steps)) == ("30 turns", 17)
    assert path.steps[4].reply == "... 14 turns more ..."


@pytest.mark.parametrize(("times", "width", "words"), [(0, 0, "0"), (1, 2, "1 in 3,000"), (750, 50, "250"), (3_000, 100, "1,000")])
def test_a_rare_line_still_has_a_bar(times: int, width: int, words: str) -> None:
    strip = strip_of(times, 3_000, 3_000)
    assert (strip.width, strip.times) == (width, words)


def test_the_page_runs_nothing_and_fetches_nothing() -> None:
    html = report_html(RUN)
    assert "<script" not in html
    assert not re.findall(r"(?:src|href)\s*=", html)
    assert "default-src 'none'" in html


def test_words_of_the_scenario_are_never_markup() -> None:
    hostile = "<img src=x onerror=alert(1)>"
    scenario = replace(PARCEL, title=hostile, beats=(replace(PARCEL.beats[0], about=hostile), *PARCEL.beats[1:]))
    html = report_html(replace(RUN, scenario=scenario))
    assert hostile not in html
    assert html.count("&lt;img src=x") >= 2


def test_bars_and_shapes_do_not_speak_alone() -> None:
    html = report_html(RUN)
    assert html.count('aria-hidden="true"') == len(re.findall(r'class="strip" aria-hidden', html)) + len(
        re.findall(r'<span aria-hidden="true">', html)
    )
    assert "without a line of its own" in html
    assert 'scope="row"' in html and 'scope="col"' in html


def test_the_report_does_not_need_every_part() -> None:
    assert text_of(report_html(RobotRun(PARCEL, 3))).startswith("The parcel that never came late-parcel 1.0.0 seed 3")


def test_a_disk_that_refuses_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ProblemError, match="can't be written"):
        write_report(RUN, tmp_path / "no" / "such" / "folder.html")
