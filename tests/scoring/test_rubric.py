"""The rubric file that a trainer may edit."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from simulator.cues.cue import ALL_FAULTS, MEASURED_SKILLS, CueContext, Likes
from simulator.cues.spot import spot
from simulator.problems import ProblemError
from simulator.scoring.better import better_for
from simulator.scoring.call_view import view_of
from simulator.scoring.pronouns import SHE
from simulator.scoring.rubric import DEDUCTION_ROWS, rubric_from
from simulator.scoring.wording import label
from simulator.session.rubric_file import read_rubric
from tests.support.calls import call, greeting, house
from tests.support.report_example import bakery

ROW = """rubric: 1
id: mine
version: "1"
rows:
  - {id: greet, line: care, weight: 2, label: L, keep: K, missing: M, change: C}
"""


def test_the_house_rubric_weighs_a_hundred_over_its_24_rows_and_nothing_else() -> None:
    rows = house().rows

    assert sum(row.weight for row in rows) == 100
    assert [row.weight for row in rows if row.weight] == [
        2,
        7,
        6,
        3,
        2,
        7,
        5,
        6,
        5,
        5,
        5,
        8,
        3,
        3,
        4,
        5,
        5,
        4,
        3,
        3,
        3,
        2,
        2,
        2,
    ]


def test_its_labels_are_the_words_that_the_rest_of_the_program_uses() -> None:
    from simulator.scoring.pronouns import fill

    assert {row.id: fill(row.label, SHE) for row in house().rows} == {row.id: label(row.id, SHE) for row in house().rows}


def test_it_is_found_without_naming_it() -> None:
    assert read_rubric() == house()


def test_a_trainers_own_rubric_is_read_as_written() -> None:
    rubric = rubric_from(ROW)

    assert (rubric.name, rubric.rows[0].weight, rubric.rows[0].places) == ("mine 1", 2, ())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("rows: []", "does not begin with 'rubric: 1'"),
        ("rubric: 1\nid: a\nversion: b\nrows: []", "has no rows"),
        (ROW.replace("id: greet", "id: gret"), "'gret' is no row"),
        (ROW.replace("line: care", "line: caring"), "'caring' is no line"),
        (ROW.replace("weight: 2", "weight: 2.5"), "row 1 (greet): 'weight' is not a whole number"),
        (ROW.replace("weight: 2", "weight: yes"), "'weight' is not a whole number"),
        (ROW.replace("weight: 2", "weight: -1"), "'weight' is not a whole number"),
        (ROW.replace("keep: K, ", ""), "'keep' is missing"),
        (ROW.replace("keep: K", "kepe: K"), "'kepe' is not a word"),
        (ROW.replace("change: C", "change: C, places: [middle]"), "'places' names something"),
        (ROW.replace("change: C", "change: C, better: text"), "'better' is not a list"),
        (ROW + ROW.splitlines()[-1], "'greet' is there twice"),
        ("rubric: [1", "rubric.yaml:1:"),
        ("a: &a [1]\nb: *a", "alias"),
        ("- 1", "Names with values"),
        ("rubric: 1\n" + "#" * 600_000, "longer than a rubric"),
    ],
)
def test_what_is_wrong_is_said_where_it_is(text: str, words: str) -> None:
    with pytest.raises(ProblemError) as raised:
        rubric_from(text, "rubric.yaml")

    assert words in str(raised.value)
    assert raised.value.problem.family == "authoring"


def test_bytes_that_are_no_text_are_refused_in_a_sentence() -> None:
    with pytest.raises(ProblemError, match="not written in UTF-8"):
        rubric_from(b"\xff\xfe\x00")


def test_the_first_better_phrase_of_each_row_would_be_heard_as_that_skill_and_as_no_fault() -> None:
    scenario = bakery()
    context = CueContext(
        caller_name=scenario.caller.name,
        facts=tuple(Likes(fact.id, fact.ask_like) for fact in scenario.facts),
        remedies=tuple(Likes(each.id, each.offer_like) for each in scenario.policy.remedies),
    )
    view = view_of(call(greeting(), known=frozenset({"dates", "deadline"})), scenario)

    for row in house().rows:
        heard = [found.skill for found in spot(better_for(replace(row, model_answer=False), view), context)]
        assert not set(heard) & ALL_FAULTS, row.id
        assert row.id in heard or row.id in (*DEDUCTION_ROWS, *MEASURED_SKILLS), (row.id, heard)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ProblemError, match="cannot be read"):
        read_rubric(tmp_path / "none.yaml")
