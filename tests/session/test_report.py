"""The report: one HTML file that needs nothing else and lets nothing in."""

from __future__ import annotations

import dataclasses
import re
from html.parser import HTMLParser
from itertools import pairwise
from typing import Any

import pytest

from simulator.cues.cue import CATALOGUE
from simulator.screens.tokens import DARK, LIGHT, Tokens
from simulator.session.report import report_html
from simulator.session.report_input import Move, ReportInput, ReportRow
from tests.support.places import ROOT
from tests.support.report_example import bakery, example

HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)> {{ 7*7 }} {% raw %} \u202ereversed\u2066 \x00\x1b[31m"


class Document(HTMLParser):
    """What a reader of the document meets: tags with their attributes, and the text outside of style."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.words: list[str] = []
        self._inside: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        self._inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self._inside and self._inside.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if "style" not in self._inside[-1:] and data.strip():
            self.words.append(" ".join(data.split()))

    def all(self, *names: str) -> list[dict[str, str]]:
        """Return the attributes of every tag with one of these names."""
        return [attributes for tag, attributes in self.tags if tag in names]

    @property
    def text(self) -> str:
        """Return all words, one piece a line."""
        return "\n".join(self.words)


def test_the_same_call_always_gives_the_same_report() -> None:
    golden = (ROOT / "tests" / "golden" / "report.html").read_text("utf-8")

    assert report_html(example()) == golden, (
        "python -m tests.support.report_example > tests/golden/report.html, then look at it"
    )


def test_it_is_one_file_without_script_or_network() -> None:
    document = Document(report_html(example()))

    assert not document.all("script", "img", "link", "iframe", "object", "embed", "form", "audio", "video")
    for tag, attributes in document.tags:
        assert not [name for name in attributes if name.startswith("on")], tag
        assert attributes.get("href", "#").startswith("#"), tag
        assert "src" not in attributes, tag
    assert "url(" not in report_html(example()) and "@import" not in report_html(example())
    assert any("default-src 'none'" in each.get("content", "") for each in document.all("meta"))


def test_the_first_words_stand_first() -> None:
    text = Document(report_html(example())).text

    order = ["She stayed, and she trusts the plan.", "Keep doing this", "Change one thing", "Moments that mattered", "The call"]
    assert sorted(order, key=text.index) == order
    assert "Ended: solved · 3 min 12 s · her anger went from 74 to 30" in text
    assert "Her anger fell by 15 in that moment, the most of the whole call." in text
    assert "Let her finish before you ask." in text


def test_the_transcript_says_what_moved_the_caller() -> None:
    text = Document(report_html(example())).text

    assert "▼ 6 you repeated her problem back" in text
    assert "▲ 6 you spoke over her" in text
    assert "▼ 4 you named her feeling (possible)" in text
    assert "▲ 10 one reply can only do so much" in text
    assert "▼ 10 with what she answered" in text
    assert "anger 74 → 79" in text


def test_stage_directions_are_set_apart_without_their_brackets() -> None:
    assert "<em>sigh</em> See, there it is." in report_html(example())


def test_facts_agreements_and_questions_are_listed() -> None:
    text = Document(report_html(example())).text

    for words in (
        "Why it is urgent",
        "– still open",
        "Dana Whitlock, 04103",
        "Agreed: Rush refund to the same card (1-2 business days)",
        "Which of your sentences did she repeat back to you?",
        "two charges, rent tomorrow",
        "2026-03-04 10:12:00 UTC",
    ):
        assert words in text.replace("\n", " "), words


def test_ids_are_never_shown() -> None:
    text = Document(report_html(example())).text

    assert not [what for what in CATALOGUE if "_" in what and what in text]
    assert "no_blame" not in text and "not_applicable" not in text


def test_headings_tables_and_the_drawing_speak_to_a_screen_reader() -> None:
    document = Document(report_html(example()))
    levels = [int(tag[1]) for tag, _ in document.tags if re.fullmatch(r"h[1-6]", tag)]

    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert all(each.get("scope") in ("col", "row") for each in document.all("th"))
    (drawing,) = document.all("svg")
    assert drawing["role"] == "img" and "74 at the start, 79 at the highest, 30 at the end" in drawing["aria-label"]
    assert document.all("html")[0]["lang"] == "en"


def test_every_link_leads_to_a_place_in_the_document_and_every_place_is_there_once() -> None:
    document = Document(report_html(example()))
    places = [attributes["id"] for _, attributes in document.tags if "id" in attributes]

    assert len(places) == len(set(places))
    assert {each["href"][1:] for each in document.all("a")} <= set(places)


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
def test_its_colours_are_those_of_the_program(tokens: Tokens) -> None:
    css = report_html(example())

    for name, value in dataclasses.asdict(tokens).items():
        if name != "on_accent":
            assert f"--{name.replace('_', '-')}: {value};" in css, name


def test_no_colour_stands_outside_the_tokens() -> None:
    css = report_html(example())

    assert {each.lower() for each in re.findall(r"#[0-9a-fA-F]{6}\b", css)} <= {
        *dataclasses.asdict(LIGHT).values(),
        *dataclasses.asdict(DARK).values(),
    }


def _poisoned(value: Any) -> Any:
    """Return the value with the hostile text in every text that people wrote; ids and kinds stay."""
    keep = {
        "id",
        "kind",
        "who",
        "outcome",
        "line",
        "certainty",
        "agent_may",
        "place",
        "what",
        "pronouns",
        "company_at_fault",
        "ending",
    }
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
        return dataclasses.replace(
            value,
            **{name: item if name in keep else _poisoned(item) for name, item in fields.items()},  # type: ignore[type-var]
        )
    if isinstance(value, str):
        return HOSTILE
    if isinstance(value, tuple):
        return tuple(_poisoned(item) for item in value)
    return value


def test_each_point_names_the_rule_that_gave_it_where_it_is_written_for_people() -> None:
    given = example()
    card = given.scorecard
    first = next(finding for finding in card.findings if finding.evidence and finding.evidence[0].quote)
    for rule, shown in (("apology: sorry for ...", True), ("never say: whole_card_number", False), ("overlap", False)):
        ruled = dataclasses.replace(first, evidence=(dataclasses.replace(first.evidence[0], rule=rule),))
        findings = tuple(ruled if each is first else each for each in card.findings)

        text = report_html(dataclasses.replace(given, scorecard=dataclasses.replace(card, findings=findings)))

        assert (f"({rule})" in text) is shown


def test_hostile_text_anywhere_stays_text() -> None:
    given = example()
    poisoned = dataclasses.replace(
        _poisoned(given), scenario=dataclasses.replace(_poisoned(given.scenario), anger=given.scenario.anger), known=given.known
    )

    text = report_html(poisoned)
    document = Document(text)

    assert [tag for tag, _ in document.tags].count("script") == 0
    assert not document.all("img", "raw")
    assert not [name for _, attributes in document.tags for name in attributes if name.startswith("on")]
    assert "<script>alert(1)</script>" in document.text.replace("\n", "")  # shown as it was written
    assert "{{ 7*7 }}" in document.text and "49 " not in document.text
    for turning in "\u202e\u2066\x00\x1b":
        assert turning not in text
    assert "⟨U+202E⟩reversed" in text


def test_hostile_names_of_moods_stay_text() -> None:
    scenario = bakery()
    anger = dataclasses.replace(scenario.anger, moods={"<script>": 0, "\u202eloud": 50_000})

    document = Document(report_html(dataclasses.replace(example(), scenario=dataclasses.replace(scenario, anger=anger))))

    assert not document.all("script")
    assert "\u202e" not in document.text


def test_a_typed_call_shows_replies_instead_of_times() -> None:
    text = Document(report_html(dataclasses.replace(example(), typed=True))).text

    assert "Ended: solved · 8 replies" in text
    assert "reply 6" in text
    assert not re.search(r"\d:\d\d", text.replace("10:12:00", ""))


def test_a_call_without_a_word_still_makes_a_report() -> None:
    silent = dataclasses.replace(example(), rows=(), curve=(), known=frozenset(), agreed=(), length_ms=0, details=(), notes="")

    assert "She stayed" in report_html(silent)


def test_what_happened_in_a_silence_stands_in_the_transcript() -> None:
    note = ReportRow(40_000, "note", "", moves=(Move("silence", 4_000),))

    given = dataclasses.replace(example(), rows=(*example().rows, note))

    assert "▲ 4 nobody spoke" in Document(report_html(given)).text


def test_what_could_not_be_made_out_is_said_so() -> None:
    given = example()
    rows = tuple(dataclasses.replace(row, unclear=row.turn == 2) for row in given.rows)

    assert "(could not be made out)" in report_html(dataclasses.replace(given, rows=rows))


def test_a_failed_call_says_so_before_anything_else_but_the_outcome() -> None:
    given: ReportInput = example()
    fault = given.scorecard.faults[0]
    from simulator.scoring.finding import AutoFail

    card = dataclasses.replace(
        given.scorecard,
        auto_fails=(AutoFail("insult", "Words against the person", fault.evidence[0]),),
        for_the_coach=("A coach, please.",),
    )
    text = Document(report_html(dataclasses.replace(given, scorecard=card))).text

    assert text.index("This must not be said") < text.index("Keep doing this")
    assert "not passed, whatever the score" in text
    assert "A coach, please." in text
