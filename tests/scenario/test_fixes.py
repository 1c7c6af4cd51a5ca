"""Quick fixes: what each one changes, shown in two lines, and that it mends the finding it is for."""

from __future__ import annotations

import pytest

from simulator.authored.edits import edited
from simulator.scenario.code_book import Example, all_records, smallest_scenario
from simulator.scenario.lint_finding import LintFinding
from simulator.scenario.mending.fix import Fix, preview
from simulator.scenario.mending.fixes import fixes
from simulator.scenario.mending.repair import repaired
from simulator.scenario.reading import Beside, read_any
from tests.support.lint_examples import bad_file, read_example
from tests.support.places import ROOT

EXAMPLE = (ROOT / "scenarios" / "billing-double-charge.yaml").read_text("utf-8")


def check(text: str) -> tuple[LintFinding, ...]:
    return read_any(text.encode(), "it.yaml").findings


def finding_of(text: str, code: str) -> LintFinding:
    return next(finding for finding in check(text) if finding.code == code)


def fixes_of(text: str, code: str) -> tuple[Fix, ...]:
    return fixes(finding_of(text, code), text)


#: What is damaged in the example: its words and the wrong ones, the code, and the two lines of the first fix.
MENDED: dict[str, tuple[str, str, str, str]] = {
    "a misspelled key": (
        "  about: Still angry about",
        "  abuot: Still angry about",
        "SC101",
        "- abuot: Still angry about the wait\n+ about: Still angry about the wait",
    ),
    "a misspelled value": ("kind: escalated", "kind: escalation", "SC103", "- kind: escalation\n+ kind: escalated"),
    "words that look like a number": ('value: "4471"', "value: 4471", "SC104", '- value: 4471\n+ value: "4471"'),
    "a number in quotes": ("start: 74", 'start: "74"', "SC104", '- start: "74"\n+ start: 74'),
    "one name for a list": (
        "reveals: [identity]",
        "reveals: identity",
        "SC104",
        "- reveals: identity\n+ reveals: [identity]",
    ),
    "a list for one name": (
        "{heard: put_on_hold}",
        "{heard: [put_on_hold, transfer]}",
        "SC104",
        "- when: {heard: [put_on_hold, transfer]}\n+ when: {heard_any: [put_on_hold, transfer]}",
    ),
    "a number out of range": ("hangs_up_at: 96", "hangs_up_at: 960", "SC105", "- hangs_up_at: 960\n+ hangs_up_at: 96"),
    "words that are no id": ("- id: blamed", "- id: Was Blamed", "SC106", "- - id: Was Blamed\n+ - id: was-blamed"),
    "a name twice": (
        "watch_for: [let_vent, acknowledge_feeling]",
        "watch_for: [let_vent, let_vent]",
        "SC201",
        "- watch_for: [let_vent, let_vent]\n+ watch_for: [let_vent]",
    ),
    "a stage": ("go_to: facts", "go_to: fact", "SC202", "- go_to: fact\n+ go_to: facts"),
    "a fact": ("asked: bank_fee", "asked: bankfee", "SC203", "- when: {asked: bankfee}\n+ when: {asked: bank_fee}"),
    "a remedy": (
        "agrees_to: goodwill_credit",
        "agrees_to: goodwil_credit",
        "SC204",
        "- agrees_to: goodwil_credit\n+ agrees_to: goodwill_credit",
    ),
    "a mood": (
        '      calm: "Sure.',
        '      clam: "Sure.',
        "SC205",
        "- clam: \"Sure. Dana Whitlock, and it's oh-four-one-oh-three.\"\n"
        "+ calm: \"Sure. Dana Whitlock, and it's oh-four-one-oh-three.\"",
    ),
    "a skill": (
        "{heard: calm_down_order}",
        "{heard: calm_down_ordre}",
        "SC206",
        "- when: {heard: calm_down_ordre}\n+ when: {heard: calm_down_order}",
    ),
    "a line": (
        "said: wants-cash",
        "said: want-cash",
        "SC207",
        "- when: {heard: set_limit, said: want-cash}\n+ when: {heard: set_limit, said: wants-cash}",
    ),
    "a placeholder": (
        '"Well, I had to ask."',
        '"Well, {fact.bankfee}."',
        "SC209",
        '- calm: "Well, {fact.bankfee}."\n+ calm: "Well, {fact.bank_fee}."',
    ),
    "words with a colon": (
        'calm: "Well, I had to ask."',
        "calm: Well: I had to ask.",
        "SC002",
        '- calm: Well: I had to ask.\n+ calm: "Well: I had to ask."',
    ),
    "words that start with a star": (
        'calm: "Well, I had to ask."',
        "calm: *Well* I had to ask.",
        "SC003",
        '- calm: *Well* I had to ask.\n+ calm: "*Well* I had to ask."',
    ),
    "a Tab": (
        '      calm: "Well, I',
        '\t\t\tcalm: "Well, I',
        "SC004",
        '- calm: "Well, I had to ask."\n+ calm: "Well, I had to ask."',
    ),
    "a stage without a fallback line": (
        '    repeat: always\n    say:\n      calm: "So what can you do for me?"',
        '    say:\n      calm: "So what can you do for me?"',
        "SC303",
        "+ - id: remedy-and-now",
    ),
    "a fact that nobody tells": ("    reveals: [bank_fee]\n", "", "SC302", "+ - id: give-bank-fee"),
}


@pytest.mark.parametrize(("good", "bad", "code", "shown"), MENDED.values(), ids=MENDED)
def test_a_fix_mends_what_it_is_for(good: str, bad: str, code: str, shown: str) -> None:
    assert good in EXAMPLE
    text = EXAMPLE.replace(good, bad) if code == "SC302" else EXAMPLE.replace(good, bad, 1)
    finding = finding_of(text, code)
    fix = fixes(finding, text)[0]
    assert preview(text, fix) == shown
    after = edited(text, fix.edits)
    assert (finding.code, finding.line, finding.column) not in {(each.code, each.line, each.column) for each in check(after)}
    if fix.safe and code in ("SC004", "SC101", "SC103", "SC202", "SC203", "SC204", "SC205", "SC206", "SC207"):
        assert after == EXAMPLE


def test_what_is_missing_is_put_in_to_be_filled() -> None:
    text = EXAMPLE.replace("said: wants-cash", "said: asks-for-the-moon", 1)
    after = edited(text, fixes_of(text, "SC207")[0].edits)
    assert not [finding for finding in check(after) if finding.severity == "error"]
    assert "  - id: asks-for-the-moon\n    stage: remedy\n" in after and "    todo: true\n" in after


def test_a_missing_fact_comes_with_the_line_that_tells_it() -> None:
    text = EXAMPLE.replace("{asked: bank_fee}", "{asked: weather, not_said: vent-hold}", 1)
    label = [fix.label for fix in fixes_of(text, "SC203")]
    assert label == ["Add a fact called weather"]
    after = edited(text, fixes_of(text, "SC203")[0].edits)
    assert "SC203" not in {finding.code for finding in check(after)}
    assert "  - id: weather\n" in after and "    reveals: [weather]\n" in after


def test_a_missing_stage_comes_with_a_fallback_line() -> None:
    text = EXAMPLE.replace("go_to: facts", "go_to: tea-break", 1)
    after = edited(text, fixes_of(text, "SC202")[0].edits)
    assert not {"SC202", "SC303"} & {finding.code for finding in check(after)}


def made_up(text: str, code: str, where: str, message: str = "", suggestion: str = "") -> LintFinding:
    """Return a finding of robots, or of a check that looks at more than one line."""
    line = next(number for number, row in enumerate(text.split("\n"), 1) if row.strip() == where)
    return LintFinding("it.yaml", line, text.split("\n")[line - 1].index(where.split(": ")[-1]) + 1, "warning", code, message, suggestion)


def test_weights_are_scaled_to_100() -> None:
    text = EXAMPLE.replace("weight: 20", "weight: 13", 1).replace("weight: 25", "weight: 20", 1)
    fix = fixes(made_up(text, "SC501", "items:"), text)[0]
    assert fix.label == "Make the weights add up to 100: 23, 15, 17, 28, 17"
    assert not fix.safe
    equal = EXAMPLE.replace("weight: 25", "weight: 1").replace("weight: 20", "weight: 1").replace("weight: 15", "weight: 1")
    assert fixes(made_up(equal, "SC501", "items:"), equal)[0].label.endswith("20, 20, 20, 20, 20")
    assert fixes(made_up(EXAMPLE, "SC501", "items:"), EXAMPLE) == ()


def test_a_missing_mood_gets_the_nearest_line() -> None:
    message = "'give-card-last4' has no furious line; tests used the angry one 50 times."
    finding = made_up(EXAMPLE, "SC601", "- id: give-card-last4", message)
    fix = fixes(finding, EXAMPLE)[0]
    assert fix.label == "Copy the angry line to furious"
    assert preview(EXAMPLE, fix) == '+ furious: "Four, four, seven, one. That\'s all you\'re getting."'


def test_a_trap_that_is_meant_says_so() -> None:
    message = "After 'goodwill-ok' the best ending is out of reach. If meant, add  closes_off: [resolved]."
    fix = fixes(made_up(EXAMPLE, "SC703", "- id: goodwill-ok", message), EXAMPLE)[0]
    assert preview(EXAMPLE, fix) == "+ closes_off: [resolved]"
    after = check(edited(EXAMPLE, fix.edits))
    assert [finding.message for finding in after] == [finding.message for finding in check(EXAMPLE)]


def test_the_version_is_raised() -> None:
    finding = made_up(EXAMPLE, "SC604", 'version: "1.0.0"', suggestion="1.1.0")
    assert preview(EXAMPLE, fixes(finding, EXAMPLE)[0]) == '- version: "1.0.0"\n+ version: "1.1.0"'


EXAMPLES = [(record.code, example) for record in all_records() for example in record.examples if example.encoding == "utf-8"]


@pytest.mark.parametrize(("code", "example"), EXAMPLES, ids=[f"{code}-{number}" for number, (code, _) in enumerate(EXAMPLES)])
def test_every_fix_of_every_code_can_be_made_and_helps(code: str, example: Example) -> None:
    data, _, _ = bad_file(example)
    text = data.decode()
    for finding in read_example(example, data).findings:
        for fix in fixes(finding, text) if finding.file == "it.yaml" else ():
            after = edited(text, fix.edits)
            found = {(each.code, each.line, each.column, each.message) for each in read_example(example, after.encode()).findings}
            assert (finding.code, finding.line, finding.column, finding.message) not in found, fix.label
            assert 1 <= len(preview(text, fix).split("\n")) <= 2


def test_a_file_full_of_slips_is_repaired_without_asking() -> None:
    text = smallest_scenario()
    slips = {
        "  wants: Her": "  want: Her",
        "company_at_fault": "company_at_faults",
        'say: "Good. Please do."': "say: Good: please do.",
        "agrees_to: new_parcel": "agrees_to: new_parcell",
        "    stage: talk\n    repeat": "\t\tstage: talk\n    repeat",
        "kind: resolved": "kind: resolve",
        'value: "five five two"': "value: 552",
    }
    for good, bad in slips.items():
        assert good in text
        text = text.replace(good, bad, 1)
    mended = repaired(text, "it.yaml", check)
    assert not check(mended.text)
    assert len(mended.done) == len(slips)
    assert repaired(mended.text, "it.yaml", check).done == ()


def test_a_fix_that_does_not_help_is_taken_back() -> None:
    text = "a: x: y\nb: [\n"
    mended = repaired(text, "it.yaml", lambda now: read_any(now.encode(), "it.yaml", Beside()).findings)
    assert mended.text in (text, 'a: "x: y"\nb: [\n')
    assert all("b" not in line for line in mended.done)
