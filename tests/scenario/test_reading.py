"""How a scenario file is judged: types by the vocabulary, causes before effects, and nothing said twice."""

from __future__ import annotations

import pytest

from simulator.scenario.code_book import smallest_scenario
from simulator.scenario.lint_finding import MOST_FINDINGS
from simulator.scenario.model import DEFAULT_MOODS, Scenario
from simulator.scenario.reading import Reading, read_scenario


def read_with(old: str, new: str) -> Reading:
    """Read the smallest scenario with some of its words changed."""
    text = smallest_scenario()
    assert text.count(old) == 1, old
    return read_scenario(text.replace(old, new).encode(), "it.yaml")


def scenario_with(old: str, new: str) -> Scenario:
    reading = read_with(old, new)
    assert reading.findings == ()
    assert reading.scenario is not None
    return reading.scenario


def codes(reading: Reading) -> list[str]:
    return [finding.code for finding in reading.findings]


@pytest.mark.parametrize("answer", ["no", "yes", '"no"'])
def test_yes_and_no_are_words_where_words_are_due(answer: str) -> None:
    assert scenario_with('company_at_fault: "yes"', f"company_at_fault: {answer}").company_at_fault == answer.strip('"')


@pytest.mark.parametrize("typed", ["no", "off", "12:30", "one two", "1.0.0"])
def test_words_without_quotes_stay_words(typed: str) -> None:
    assert scenario_with('value: "five five two"', f"value: {typed}").facts[0].value == typed


@pytest.mark.parametrize("typed", ["1.10", "0123", "4471", "2026-03-03", "true", "null", "~", "1e3", "0x1F", "-.inf"])
def test_what_another_program_would_read_as_something_else_needs_quotes(typed: str) -> None:
    [finding] = read_with('value: "five five two"', f"value: {typed}").findings
    assert (finding.code, finding.suggestion) == ("SC104", f'"{typed}"')
    assert typed in finding.message, "it is shown as it was typed"
    assert scenario_with('value: "five five two"', f"value: {finding.suggestion}").facts[0].value == typed


@pytest.mark.parametrize(
    ("typed", "start"), [("60", 60_000), ("+60", 60_000), ("060", 60_000), ("60.0", 60_000), (".5", 500), ("59.9995", 60_000)]
)
def test_numbers_are_exact_thousandths(typed: str, start: int) -> None:
    assert scenario_with("start: 60", f"start: {typed}").anger.start == start


@pytest.mark.parametrize(
    ("typed", "meant"),
    [('"60"', "60"), ("59,5", "59.5"), ("$60", "60"), ("60%", "0.6"), ("sixty", ""), ("6_0", ""), ("1e1", ""), ("[60]", "")],
)
def test_numbers_are_written_as_plain_numbers(typed: str, meant: str) -> None:
    [finding] = read_with("start: 60", f"start: {typed}").findings
    assert (finding.code, finding.suggestion) == ("SC104", meant)


def test_texts_of_several_lines_are_one_line_without_its_end() -> None:
    scenario = scenario_with("title: A parcel that never came", "title: |\n  A parcel that\n  never came")
    assert scenario.title == "A parcel that\nnever came"


def test_what_the_file_leaves_out_has_the_house_defaults() -> None:
    scenario = read_scenario(smallest_scenario().encode(), "it.yaml").scenario
    assert scenario is not None
    assert (scenario.anger.hangs_up_at, scenario.anger.most_up_per_turn) == (96_000, 7_000)
    assert scenario.anger.moods == DEFAULT_MOODS
    assert (scenario.length_ms, scenario.difficulty, scenario.strong_language) == (480_000, 1, "none")
    assert (scenario.caller.patience, scenario.caller.age) == (None, None)
    assert (scenario.rubric.pass_mark, scenario.unclear.lines) == (70, {})


def test_moods_are_put_in_order() -> None:
    reading = read_with("start: 60", "start: 60\n  moods: {hot: 50, cold: 0, warm: 20}")
    assert codes(reading) == ["SC310"]
    assert reading.scenario is not None
    assert list(reading.scenario.anger.moods) == ["cold", "warm", "hot"]


def test_variation() -> None:
    file = smallest_scenario() + "variation: {patience: [0.3, 0.6], start: [55, 65], shuffle: [[accept, what-now]]}\n"
    scenario = read_scenario(file.encode(), "it.yaml").scenario
    assert scenario is not None
    assert (scenario.variation.patience, scenario.variation.start) == ((300, 600), (55_000, 65_000))
    assert scenario.variation.shuffle == (("accept", "what-now"),)


def test_a_misspelled_key_hides_that_the_right_one_is_missing() -> None:
    reading = read_with("wants: Her parcel", "want: Her parcel")
    assert [(finding.code, finding.suggestion) for finding in reading.findings] == [("SC101", "wants")]


def test_a_missing_key_with_no_likeness_is_named() -> None:
    assert codes(read_with("  wants: Her parcel, or her money back.\n", "  hobby: Rowing\n")) == ["SC102", "SC101"]


def test_names_are_not_judged_by_a_list_that_is_broken_itself() -> None:
    reading = read_with("- id: order_number\n", "- idd: order_number\n")
    assert codes(reading) == ["SC101"], "no line is told that 'order_number' is unknown"


def test_names_and_shapes_are_reported_together() -> None:
    assert codes(read_with("kind: resolved\n    when: {agreed: new_parcel}", "kind: solved\n    when: {agreed: parcel}")) == [
        "SC103",
        "SC204",
    ]


def test_an_id_that_cannot_be_one_is_not_called_unknown_as_well() -> None:
    assert codes(read_with("    stage: talk\n    repeat: always", "    stage: Talk!\n    repeat: always")) == ["SC106"]


def test_scenarios_can_hear_their_own_sentences() -> None:
    own = "policy:\n  must_say:\n    - {id: case_number, label: Say the case number, like: [Your case is, The number is, Write down]}\n"
    scenario = scenario_with("policy:\n", own).policy
    assert scenario.must_say[0].id == "case_number"
    both = smallest_scenario().replace("policy:\n", own).replace("looks_for: [", "looks_for: [case_number, ")
    assert read_scenario(both.encode(), "it.yaml").findings == ()


def test_a_name_in_several_lists_of_lines_is_one_name_too_many() -> None:
    file = smallest_scenario() + "reactions:\n  - {id: accept, when: {heard: insult}, say: Pardon}\n"
    [finding] = read_scenario(file.encode(), "it.yaml").findings
    assert (finding.code, finding.line) == ("SC201", len(smallest_scenario().splitlines()) + 2)


def test_private_keys_are_skipped_wherever_a_block_has_fixed_keys() -> None:
    assert scenario_with("anger:\n  start: 60", "x_note: {any: [thing, 1]}\nanger:\n  x_why: [1, {a: b}]\n  start: 60")


def test_a_placeholder_needs_something_to_fill_it_with() -> None:
    text = smallest_scenario().replace("company: Quill & Post\n", "").replace("Where is my parcel?", "Is this {company}?")
    [finding] = read_scenario(text.encode(), "it.yaml").findings
    assert (finding.code, finding.message) == (
        "SC209",
        "'{company}' can't be filled: this scenario names no company. Add  company: its name  at the top.",
    )


def test_texts_have_a_limit() -> None:
    [finding] = read_with("Where is my parcel?", "Where? " * 172).findings
    assert (finding.code, finding.message) == ("SC108", "This text has 1,204 characters; 1,200 are the most.")


def test_ids_have_a_limit() -> None:
    [finding] = read_with("id: late-parcel", f"id: {'a' * 65}").findings
    assert (finding.code, finding.message.split("' ", 1)[1]) == ("SC106", "is too long for an id; 64 characters are the most.")


def test_an_id_with_a_line_end_inside_is_none() -> None:
    assert codes(read_with("id: late-parcel", 'id: "late\\nparcel"')) == ["SC106"]


def test_conditions_can_be_nested_too_deep() -> None:
    when = "{any_of: [{heard: greet}, " * 4 + "{any_of: [{heard: greet}, {heard: thank}]}" + "]}" * 4
    [finding] = read_with("when: {anger_at_least: 96}", f"when: {when}").findings
    assert (finding.code, finding.message.split(". ", 1)[0]) == ("SC009", "Here are more than 12 blocks inside each other")


def test_a_file_of_a_newer_format_is_only_told_so() -> None:
    reading = read_scenario(b"format: 7\nscenes: []\n", "it.yaml")
    assert (codes(reading), reading.scenario) == (["SC107"], None)


@pytest.mark.parametrize("kind", ["tests", "translation", "pack", "rubric", "examples"])
def test_files_of_other_kinds_are_recognised_by_their_first_key(kind: str) -> None:
    reading = read_scenario(f"{kind}: 1\nscenario: late-parcel\n".encode(), "it.yaml")
    assert (reading.kind, codes(reading), reading.scenario) == (kind, ["SC107"], None)


def test_a_scenario_may_begin_with_any_of_its_keys() -> None:
    text = smallest_scenario()
    start = text.index("rubric:")
    assert read_scenario((text[start:] + text[:start]).encode(), "it.yaml").scenario is not None


def test_the_logic_is_judged_beside_the_scenario() -> None:
    reading = read_with("    repeat: always\n", "")
    assert codes(reading) == ["SC303"]
    assert reading.scenario is not None
    assert reading.errors() == reading.findings


def test_findings_come_in_the_order_of_the_file() -> None:
    text = smallest_scenario().replace("start: 60", "start: 600").replace("1.0.0", "1")
    text = text.replace("id: talk", "id: talk\n    gaol: x")
    reading = read_scenario(text.encode(), "it.yaml")
    assert codes(reading) == ["SC109", "SC105", "SC101"]
    assert [finding.where() for finding in reading.findings] == ["it.yaml:7:10", "it.yaml:18:10", "it.yaml:36:5"]


def test_words_of_the_file_cannot_steer_a_terminal() -> None:
    reading = read_with("name: Ruth Arden", 'name: Ruth Arden\n  "\\x1b[2Jgone\\u0007": x')
    assert codes(reading) == ["SC011", "SC101"]
    assert all(finding.message.isprintable() for finding in reading.findings)


def test_a_file_full_of_mistakes_ends_the_list_somewhere() -> None:
    reading = read_scenario("".join(f"word{number}: x\n" for number in range(3_000)).encode(), "it.yaml")
    assert len(reading.findings) == MOST_FINDINGS
