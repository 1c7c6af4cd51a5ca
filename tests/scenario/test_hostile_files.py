"""Files that were made to break a reader are refused with a place and a sentence, like any other mistake."""

from __future__ import annotations

import time

import pytest

from simulator.scenario.code_book import smallest_scenario
from simulator.scenario.packs import PackFile
from simulator.scenario.reading import ALONE, Beside, Reading, read_any, read_scenario

#: What it is, its bytes, and the code that refuses it.
HOSTILE: dict[str, tuple[bytes, str]] = {
    "shortcuts that multiply": (b"a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n", "SC007"),
    "a shortcut to itself": (b"&a [*a]", "SC007"),
    "300,000 anchors": (b"&a " * 300_000, "SC007"),
    "100,000 brackets": (b"[" * 100_000, "SC009"),
    "100,000 braces": (b"{" * 100_000, "SC009"),
    "100,000 brackets in lines": (b"[\n" * 100_000, "SC009"),
    "100,000 dashes": (b"- " * 100_000, "SC009"),
    "300 blocks inside each other": ("".join(f"{' ' * depth}a:\n" for depth in range(300)).encode(), "SC009"),
    "a text of 20 MB": (b'title: "' + b"x" * 20_000_000 + b'"', "SC009"),
    "a text of 900 kB": (b'title: "' + b"x" * 900_000 + b'"', "SC009"),
    "a text of 200,000 lines": (b"title: " + b"x\n  " * 200_000, "SC009"),
    "200,000 keys": ("".join(f"k{number}: v\n" for number in range(200_000)).encode(), "SC009"),
    "60,000 keys": ("".join(f"k{number}: v\n" for number in range(60_000)).encode(), "SC009"),
    "a list of 60,000": (b"[" + b"a, " * 60_000 + b"a]", "SC009"),
    "200,000 documents": (b"---\n" * 200_000, "SC012"),
    "a directive": (b"%YAML 1.1\n---\nformat: 1\n", "SC012"),
    "a tag that runs something": (b'a: !!python/object/apply:os.system ["true"]\n', "SC008"),
    "900,000 exclamation marks": (b"!" * 900_000, "SC008"),
    "a NUL": (b"title: a\0b\n", "SC011"),
    "a NUL, escaped": (b'title: "a\\0b"\n', "SC011"),
    "an escape sequence": (b"title: \x1b[2J\n", "SC011"),
    "an escape sequence, escaped": (b'title: "\\x1b[2J"\n', "SC011"),
    "900,000 control characters": (b"\x01" * 900_000, "SC011"),
    "a turned direction of writing": ("title: a\u202eb\n".encode(), "SC011"),
    "a turned direction of writing, escaped": (b'title: "a\\u202Eb"\n', "SC011"),
    "an isolated direction of writing": ("title: a\u2066b\n".encode(), "SC011"),
    "a line end that nobody sees": ("title: a\u2028b\n".encode(), "SC011"),
    "half a character": (b'title: "\\ud800"\n', "SC001"),
    "UTF-16": ("title: a".encode("utf-16"), "SC010"),
    "UTF-16 without its mark": ("title: a".encode("utf-16-le"), "SC010"),
    "UTF-16 the other way round": ("title: a".encode("utf-16-be"), "SC010"),
    "UTF-32": ("title: a".encode("utf-32"), "SC010"),
    "Latin-1": ("title: é\n".encode("latin-1"), "SC010"),
    "half a letter": (b"title: \xc3", "SC010"),
    "an over-long letter": (b"title: \xc0\xaf\n", "SC010"),
    "nothing": (b"", "SC102"),
    "only a mark of UTF-8": (b"\xef\xbb\xbf", "SC102"),
    "only blanks": (b" " * 900_000, "SC102"),
    "only Tabs": (b"\t" * 900_000, "SC004"),
    "only blanks of web pages": ("\u00a0\n".encode() * 300_000, "SC009"),
    "only colons": (b": " * 400_000, "SC001"),
    "only question marks": (b"? " * 400_000, "SC001"),
    "only quote marks": (b"'" * 900_001, "SC006"),
    "only commas": (b"a: [" + b"," * 900_000, "SC003"),
    "a number of 15,000 digits": (b"difficulty: " + b"9" * 15_000, "SC104"),
    "a number with a huge exponent": (b"difficulty: 1e999999999", "SC104"),
    "16,000 values of two kinds": (b"authors: [" + b"{}, []," * 8_000 + b"]", "SC104"),
    "9,000 equal keys": (b"a: 1\n" * 9_000, "SC005"),
    "5,000 equal ids": (b"facts: [" + b"{id: a}, " * 5_000 + b"]", "SC102"),
    "100,000 placeholders": (b"facts: []\npolicy: {}\nauthors: [" + b'"' + b"{a}" * 6_000 + b'"]', "SC209"),
}


#: A file that is refused is refused before anybody wonders (reliability-privacy-scale 1.4).
LONGEST_WAIT_S = 1.0
OTHER_KINDS = ("tests", "translation", "pack", "rubric", "examples")


def read(data: bytes, beside: Beside = ALONE) -> Reading:
    """Return how a file is read, which takes no longer than anybody waits: counted as work, so a busy machine changes nothing."""
    began = time.process_time()
    reading = read_any(data, "hostile.yaml", beside)
    assert time.process_time() - began < LONGEST_WAIT_S
    assert all(finding.line >= 1 and finding.column >= 1 and finding.message.isprintable() for finding in reading.findings)
    return reading


@pytest.mark.parametrize(("data", "code"), HOSTILE.values(), ids=HOSTILE)
def test_it_is_refused(data: bytes, code: str) -> None:
    reading = read(data)
    assert reading.scenario is None
    assert code in {finding.code for finding in reading.findings}


@pytest.mark.parametrize("kind", OTHER_KINDS)
def test_it_is_refused_as_a_file_of_another_kind(kind: str) -> None:
    """The same bytes below the first key of another kind, and beside a scenario as the sidecar that they say they are."""
    scenario = read_scenario(smallest_scenario().encode(), "late-parcel.yaml")
    for data, code in HOSTILE.values():
        text = f"{kind}: 1\nscenario: late-parcel@1.0.0\nlanguage: en-GB\n".encode() + data
        reading = read(text, Beside(scenario=lambda _: scenario))
        assert reading.errors(), data[:40]
        # Bytes that hold no key of their own, and limits that count the three lines above, are refused for another reason.
        if data[:1].isalpha() and b":" in data[:20] and code < "SC1" and b"\0" not in data[:4]:
            assert code in {finding.code for finding in reading.findings}, data[:40]


def test_it_is_refused_as_a_pack_of_a_good_scenario() -> None:
    good = smallest_scenario().replace("company: Quill", 'uses: ["pack:bad@1"]\ncompany: Quill').encode()
    head = b'pack: 1\nid: bad\nversion: "1.0.0"\ntitle: Bad\nlanguage: en-GB\n'
    for data, _ in HOSTILE.values():
        for bad in (data, head + data) if data.strip(b" ") else (data,):
            reading = read(good, Beside(packs={"bad": (PackFile("bad.yaml", bad),)}))
            assert reading.errors(), data[:40]
            assert reading.scenario is None


def test_a_list_of_16_000_unknown_names_is_no_work() -> None:
    names = ", ".join(f"acknowledge_feelin{number}" for number in range(16_000))
    text = smallest_scenario().replace("looks_for: [acknowledge_feeling]", f"looks_for: [{names}]")
    reading = read_scenario(text.encode(), "hostile.yaml")
    assert {finding.code for finding in reading.findings} == {"SC206"}
    assert reading.findings[0].suggestion == "acknowledge_feeling"
