"""Packs: what they bring, who wins, where their mistakes are found, and the file that needs none."""

from __future__ import annotations

import time

import pytest

from simulator.authored.read import read_authored
from simulator.scenario.code_book import smallest_scenario
from simulator.scenario.model import Scenario
from simulator.scenario.packs import PackFile
from simulator.scenario.reading import Beside, Reading, read_any, read_scenario
from simulator.scenario_files import PacksOnDisk, scenario_bytes
from tests.support.places import ROOT

PACK = """# The pack.
pack: 1
id: polite
version: "1.0.0"
title: Polite callers
language: en-GB
anger:
  calmest: 20
  start: 30
  soothers: {thank: -3}
  moods: {cool: 0, hot: 50}
facts:
  - {id: order_number, label: Another label, value: "one two", ask_like: ["Which order is it?"]}
  - {id: post_code, label: Post code, value: "two two", ask_like: ["What is your post code?"]}
policy:
  ceiling: 50
  remedies:
    - id: credit
      label: A credit
      agent_may: grant
      offer_like: ["I'll give you a credit.", "Ten off your next bill.", "We take it from what you owe."]
      needs: [post_code]
reactions:
  - {id: thanked, when: {heard: thank}, repeat: always, reveals: [post_code], say: "You're welcome."}
  - {id: insulted, when: {heard: insult}, repeat: always, say: "I heard that."}
silence:
  - {after_seconds: 5, say: "Hello?"}
unclear: {say: "Pardon?"}
coaching: {before: Ask about the parcel.}
"""
OWN = """uses: ["pack:polite@1"]
reactions:
  - {id: insulted, when: {heard: insult}, repeat: always, say: "My own words."}
"""


def read_with(pack: str = PACK, more: str = OWN, **others: str) -> Reading:
    files = {"polite": (PackFile("polite.yaml", pack.encode()),)}
    files |= {name: (PackFile(f"{name}.yaml", text.encode()),) for name, text in others.items()}
    return read_any((smallest_scenario() + more).encode(), "it.yaml", Beside(packs=files))


def scenario_with(pack: str = PACK, more: str = OWN) -> Scenario:
    reading = read_with(pack, more)
    assert reading.findings == ()
    assert reading.scenario is not None
    return reading.scenario


def places(reading: Reading) -> list[tuple[str, str, int, int]]:
    return [(finding.code, finding.file, finding.line, finding.column) for finding in reading.findings]


def test_what_the_scenario_lacks_comes_from_the_pack() -> None:
    scenario = scenario_with()
    assert [fact.id for fact in scenario.facts] == ["order_number", "post_code"]
    assert [remedy.id for remedy in scenario.policy.remedies] == ["new_parcel", "credit"]
    assert scenario.policy.ceiling == 50_000
    assert [step.after_ms for step in scenario.silence] == [5_000]
    assert scenario.unclear.lines == {"": ("Pardon?",)}
    assert scenario.coaching.before == "Ask about the parcel."


def test_what_the_scenario_says_itself_wins() -> None:
    scenario = scenario_with()
    assert scenario.facts[0].label == "Order number"
    assert [(beat.id, beat.say.lines[""]) for beat in scenario.reactions] == [
        ("insulted", ("My own words.",)),
        ("thanked", ("You're welcome.",)),
    ]
    assert (scenario.anger.start, scenario.anger.calmest) == (60_000, 20_000)
    silent = scenario_with(more=OWN + 'silence:\n  - {after_seconds: 9, say: "Well?"}\n')
    assert [step.after_ms for step in silent.silence] == [9_000]


def test_moods_are_not_mixed() -> None:
    text = smallest_scenario().replace("start: 60", "start: 60\n  moods: {quiet: 0, loud: 40}") + OWN
    reading = read_any(text.encode(), "it.yaml", Beside(packs={"polite": (PackFile("polite.yaml", PACK.encode()),)}))
    assert reading.scenario is not None
    assert reading.scenario.anger.moods == {"quiet": 0, "loud": 40_000}


def test_the_first_pack_in_the_list_wins_over_the_second() -> None:
    other = PACK.replace("You're welcome.", "Not at all.").replace("id: polite", "id: other")
    uses = 'uses: ["pack:other@1", "pack:polite@1"]\n'
    scenario = read_with(more=uses, other=other).scenario
    assert scenario is not None
    assert next(beat for beat in scenario.reactions if beat.id == "thanked").say.lines[""] == ("Not at all.",)


def test_the_newest_version_that_fits_is_taken() -> None:
    files = [PackFile(f"{version}.yaml", PACK.replace("1.0.0", version).encode()) for version in ("1.9.0", "1.10.0", "2.0.0")]
    for wish, version in {"1": "1.10.0", "1.9": "1.9.0", "2": "2.0.0", "1.10.0": "1.10.0"}.items():
        text = smallest_scenario() + OWN.replace("@1", f"@{wish}")
        assert read_any(text.encode(), "it.yaml", Beside(packs={"polite": tuple(files)})).packs == (f"polite {version}",)


def test_a_scenario_can_leave_to_a_pack_what_it_needs() -> None:
    text = smallest_scenario()
    rubric = text[text.index("rubric:") :]
    reading = read_any(
        text.replace(rubric, OWN).encode(), "it.yaml", Beside(packs={"polite": (PackFile("polite.yaml", (PACK + rubric).encode()),)})
    )
    assert reading.findings == ()
    assert reading.scenario is not None
    assert [item.id for item in reading.scenario.rubric.items] == ["heard_her"]


def test_names_of_a_pack_can_be_used_and_are_suggested() -> None:
    beat = '  - {id: more, stage: talk, when: {offered: credit, asked: post_code}, say: "Fine."}\n'
    text = smallest_scenario().replace("endings:", f"{beat}endings:") + OWN
    packs = {"polite": (PackFile("polite.yaml", PACK.encode()),)}
    assert read_any(text.encode(), "it.yaml", Beside(packs=packs)).findings == ()
    [finding] = read_any(text.replace("offered: credit", "offered: credti").encode(), "it.yaml", Beside(packs=packs)).findings
    assert (finding.code, finding.file, finding.suggestion) == ("SC204", "it.yaml", "credit")


@pytest.mark.parametrize(
    ("right", "wrong", "code"),
    [
        ("agent_may: grant", "agent_may: grnt", "SC103"),
        ("heard: thank", "heard: thnk", "SC206"),
        ("needs: [post_code", "needs: [postcode", "SC401"),
        ("unclear: {say", "unclear: {sya", "SC101"),
        ("coaching: {before: Ask", "beats: Ask", "SC101"),
    ],
)
def test_a_mistake_in_a_pack_names_the_place_in_the_pack(right: str, wrong: str, code: str) -> None:
    pack = PACK.replace(right, wrong)
    reading = read_with(pack)
    word = wrong.replace("[", " ").replace("{", " ").split()[0 if wrong.startswith("beats") else -1].removesuffix(":")
    line = next(number for number, each in enumerate(pack.splitlines(), 1) if wrong in each)
    column = pack.splitlines()[line - 1].index(wrong) + wrong.index(word) + 1
    assert places(reading) == [(code, "polite.yaml", line, column)]
    assert reading.scenario is None


def test_a_pack_in_a_pack_is_refused_once() -> None:
    line = len(PACK.splitlines()) + 1
    assert places(read_with(PACK + 'uses: ["pack:other@1"]\n')) == [("SC212", "polite.yaml", line, 1)]
    assert places(read_any((PACK + "uses: []\n").encode(), "polite.yaml")) == [("SC212", "polite.yaml", line, 1)]


def test_two_of_the_same_name_in_a_pack_are_found() -> None:
    again = PACK.replace("{id: insulted", "{id: thanked")
    line = next(number for number, each in enumerate(again.splitlines(), 1) if "{id: thanked, when: {heard: thank}" in each)
    [finding] = read_with(again).findings
    assert (finding.code, finding.file, finding.line) == ("SC201", "polite.yaml", line + 1)
    assert f"the other is on line {line}" in finding.message


def test_a_pack_that_is_no_yaml_is_named() -> None:
    reading = read_with("pack: 1\nid: [polite\n")
    assert {code for code, *_ in places(reading)} >= {"SC208"}
    assert [file for _, file, *_ in places(reading)] == ["it.yaml", "polite.yaml"]
    assert reading.scenario is None


def test_a_file_of_another_kind_is_no_pack() -> None:
    tests = 'tests: 1\nscenario: late-parcel\nversion: "1.0.0"\n'
    [finding] = read_with(tests).findings
    assert finding.message == "This is a file of tests and not a pack."


def test_examples_are_named_in_the_same_list() -> None:
    words = 'examples: 1\nid: words\nversion: "1.0.0"\nlanguage: en-GB\ncues:\n  greet: {examples: ["Ahoy there and welcome aboard."]}\n'
    uses = 'uses: ["pack:polite@1", "pack:words@1"]\n'
    reading = read_with(more=uses, words=words)
    assert reading.findings == ()
    assert reading.scenario is not None
    assert reading.scenario.cues["greet"].examples == ("Ahoy there and welcome aboard.",)
    recorded = read_scenario(reading.to_record(), "copy.yaml").scenario
    assert recorded is not None and recorded.cues == reading.scenario.cues, "the recording carries the examples"
    assert places(read_with(more=uses, words=words.replace("greet", "gret")))[0][:3] == ("SC206", "words.yaml", 6)


def test_the_same_pack_twice_is_a_mistake() -> None:
    assert [code for code, *_ in places(read_with(more='uses: ["pack:polite@1", "pack:polite@1"]\n'))] == ["SC201"]


def test_packs_that_are_too_large_together_are_refused_soon() -> None:
    many = "".join(f"  - {{id: r{number}, when: {{heard: thank}}, say: Thanks}}\n" for number in range(2_000))
    packs = {f"p{number}": PACK.replace("reactions:\n", "reactions:\n" + many) for number in range(12)}
    uses = "uses: [" + ", ".join(f'"pack:{name}@1"' for name in packs) + "]\n"
    begin = time.perf_counter()
    assert "SC208" in {code for code, *_ in places(read_with(more=uses, **packs))}
    assert time.perf_counter() - begin < 2


def test_a_pack_by_itself_may_name_what_its_scenario_has() -> None:
    assert read_any(PACK.replace("needs: [post_code]", "needs: [whatever]").encode(), "polite.yaml").findings == ()
    wrong = PACK.replace("{heard: thank}", "{heard: thnk}")
    assert [code for code, *_ in places(read_any(wrong.encode(), "polite.yaml"))] == ["SC206"]


# ---------------------------------------------------------------- the file that stands alone


def test_a_scenario_without_packs_stands_alone_as_it_is() -> None:
    reading = read_scenario(smallest_scenario().encode(), "it.yaml")
    assert reading.standing_alone() == smallest_scenario()
    assert reading.to_record() == smallest_scenario().encode()


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_the_file_that_stands_alone_is_the_same_scenario(end: str) -> None:
    text = (smallest_scenario() + OWN).replace("\n", end)
    reading = read_any(text.encode(), "it.yaml", Beside(packs={"polite": (PackFile("polite.yaml", PACK.encode()),)}))
    alone = read_scenario(reading.to_record(), "alone.yaml")
    assert not reading.findings and not [finding for finding in alone.findings if finding.severity != "tip"]
    assert reading.scenario is not None
    assert reading.scenario == alone.scenario


def test_what_packs_do_not_touch_stays_as_it_was_written() -> None:
    alone = read_with(more="# Mine.\n" + OWN + "# The end.\n").standing_alone()
    beats = smallest_scenario()[smallest_scenario().index("beats:") : smallest_scenario().index("rubric:")]
    assert beats in alone
    assert alone.startswith("# Packs put in: polite 1.0.0\n")
    assert "# Mine.\n" in alone and "# The end.\n" in alone
    assert "pack:polite" not in alone


def test_words_that_need_quotes_get_them() -> None:
    odd = r"""  - {id: odd, when: {heard: greet}, say: ["Say \"what\": no # yes", "tab\tand \\ slash", "- dash", "0123", "naïve ☎"]}"""
    pack = PACK.replace("silence:\n", f"{odd}\nsilence:\n")
    reading = read_with(pack)
    assert reading.scenario is not None
    alone = read_scenario(reading.to_record(), "alone.yaml").scenario
    assert alone is not None
    assert alone.reactions == reading.scenario.reactions


def test_a_scenario_in_braces_can_be_made_to_stand_alone() -> None:
    tree = read_authored(smallest_scenario().encode()).tree
    assert tree is not None
    lines = smallest_scenario().replace("\n\n", "\n")
    reading = read_with(more=OWN)
    flow = "{" + ", ".join(_flow(lines)) + ', uses: ["pack:polite@1"]}'
    braces = read_any(flow.encode(), "it.yaml", Beside(packs={"polite": (PackFile("polite.yaml", PACK.encode()),)}))
    assert braces.findings == ()
    assert reading.scenario is not None
    alone = read_scenario(braces.to_record(), "alone.yaml")
    assert braces.scenario is not None
    assert alone.scenario == braces.scenario


def _flow(text: str) -> list[str]:
    import json

    import yaml

    values = yaml.load(text, Loader=yaml.BaseLoader)
    numbers = {"format", "start", "weight", "anger_at_least"}

    def written(key: str, value: object) -> str:
        if isinstance(value, dict):
            return "{" + ", ".join(f"{name}: {written(name, inner)}" for name, inner in value.items()) + "}"
        if isinstance(value, list):
            return "[" + ", ".join(written("", inner) for inner in value) + "]"
        plain = key in numbers or value == "true"
        return str(value) if plain else json.dumps(value)

    return [f"{key}: {written(key, value)}" for key, value in values.items()]


# ---------------------------------------------------------------- the packs that come along


def test_packs_that_come_along_fit_a_scenario_without_a_word() -> None:
    shelf = PacksOnDisk((ROOT / "scenarios" / "packs",))
    assert "house-manners" in shelf
    for name in shelf:
        text = smallest_scenario() + f'uses: ["pack:{name}@1"]\n'
        reading = read_any(text.encode(), "it.yaml", Beside(packs=shelf))
        assert [finding for finding in reading.findings if finding.severity != "tip"] == []
        assert reading.scenario is not None
        assert len(reading.scenario.reactions) == 8


def test_house_manners_name_nobody() -> None:
    text = scenario_bytes(ROOT / "scenarios" / "packs" / "house-manners.yaml").decode()
    spoken = [line for line in text.splitlines() if '"' in line and "#" not in line]
    assert not [line for line in spoken if set(line.lower().replace("'", " ").split()) & {"he", "she", "him", "her", "his"}]
