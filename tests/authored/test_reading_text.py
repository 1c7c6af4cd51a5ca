"""What trainers type, and what the reader makes of it: places are kept, words stay words, mistakes are named."""

from __future__ import annotations

import pytest
import yaml

from simulator.authored import read
from simulator.authored.characters import place
from simulator.authored.read import read_authored
from simulator.authored.tree import AuthoredText, Block, Scalar, Sequence, locate

BOTH_PARSERS = pytest.mark.parametrize("loader", [yaml.CSafeLoader, yaml.SafeLoader], ids=["in C", "in Python"])


def words(text: AuthoredText, *path: str | int) -> Scalar:
    assert text.tree is not None
    node, _ = locate(text.tree, path)
    assert isinstance(node, Scalar)
    return node


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"], ids=["Unix", "Windows", "old Mac"])
def test_every_value_knows_its_line_and_column(line_end: str) -> None:
    text = read_authored(line_end.join(['title: "Late"', "beats:", "  - id: hello", "    say: Hi there", ""]).encode())
    assert text.faults == ()
    assert words(text, "title") == Scalar("Late", 1, 8, plain=False)
    assert words(text, "beats", 0, "id") == Scalar("hello", 3, 9)
    assert words(text, "beats", 0, "say") == Scalar("Hi there", 4, 10)
    assert isinstance(text.tree, Block)
    beats = text.tree.value("beats")
    assert isinstance(beats, Sequence)
    assert (beats.line, beats.column) == (3, 3)
    assert (beats.items[0].line, beats.items[0].column) == (3, 5)


def test_columns_count_letters_and_not_bytes() -> None:
    assert words(read_authored('{é: "ü", 日本: x}'.encode()), "日本") == Scalar("x", 1, 14)


def test_the_mark_that_some_editors_put_first_is_skipped() -> None:
    assert words(read_authored(b"\xef\xbb\xbfid: late"), "id") == Scalar("late", 1, 5)


@pytest.mark.parametrize("typed", ["no", "yes", "1.10", "0123", "12:30", "2026-03-03", "null", "~", "1e3", "true", "0x1F"])
def test_nothing_is_turned_into_something_else(typed: str) -> None:
    assert words(read_authored(f"value: {typed}\n".encode()), "value").text == typed


def test_of_two_equal_keys_the_first_stays_and_the_second_is_named() -> None:
    text = read_authored(b"say:\n  calm: One\n  angry: Two\n  calm: Three\n")
    assert words(text, "say", "calm").text == "One"
    assert [(fault.code, fault.line, fault.column, fault.details["first"]) for fault in text.faults] == [("SC005", 4, 3, "2")]


#: What a trainer types under ``opening:`` (line 1), and which mistake it is, where.
TRAPS = {
    "a second colon": ("  angry: A number: I'm not hanging up.", "SC002 2:18"),
    "a stage direction first": ("  calm: [sigh] I had to ask.", "SC002 2:9"),
    "a placeholder first": ("  calm: {caller}, are you there?", "SC002 2:9"),
    "quotes inside quotes": ('  calm: "She said "no" to me!"', "SC002 2:20"),
    "an apostrophe in single quotes": ("  calm: 'It's late.'", "SC002 2:13"),
    "a colon in curly quotes": ("  calm: “Listen: no.”", "SC002 2:16"),
    "a colon inside brackets": ("  row: {label: Note: pending}", "SC002 2:20"),
    "stressed words": ("  say: *really* angry", "SC003 2:8"),
    "one stressed word and more": ("  say: *really angry", "SC003 2:8"),
    "an at sign": ("  say: @home", "SC003 2:8"),
    "a percent sign": ("  say: %off", "SC003 2:8"),
    "a backtick": ("  say: `so`", "SC003 2:8"),
    "an ampersand": ("  say: & more", "SC003 2:8"),
    "a dash": ("  say: - well", "SC003 2:8"),
    "a question mark": ("  say: ? well", "SC003 2:8"),
    "a greater sign": ("  say: > well", "SC003 2:8"),
    "a comma": ("  say: , well", "SC003 2:8"),
    "a Tab": ("\tsay: Hello", "SC004 2:1"),
    "a Tab in the second line": ("  say: Hello\n\tcoach: Listen", "SC004 3:1"),
    "a Tab in a text": ("  say: >-\n\tHello", "SC004 3:1"),
    "a blank of a web page": ("\u00a0 say: Hello", "SC004 2:1"),
    "a quote that stays open": ('  say: "Hello\n  coach: Listen', "SC006 2:8"),
    "a quote that stays open until the next": ('  say: "Hello\n  coach: "Listen"', "SC006 2:8"),
    "a quote only at the end": ('  say: Hello"', "SC006 2:8"),
    "a bracket that stays open": ("  watch_for: [greet, thank\n  coach: Listen", "SC006 2:14"),
    "a block in brackets that stays open": ("  row: {label: Plan, value: x\n  coach: Listen", "SC006 2:8"),
    "a bracket that stays open over a list": ("  needs: [\n  like:\n    - One", "SC006 2:10"),
    "a shortcut": ("  say: &hello Hello", "SC007 2:8"),
    "the use of a shortcut": ("  say: *hello", "SC007 2:8"),
    "a merge key": ("  <<: {say: Hello}", "SC007 2:3"),
    "a label": ("  say: !loud Hello", "SC008 2:8"),
    "a label of Python": ("  say: !!python/object/apply:os.system [x]", "SC008 2:8"),
    "a second document": ("  say: Hello\n---\nid: x", "SC012 3:1"),
    "text after the end": ("  say: Hello\n...\nid: x", "SC012 4:1"),
    "a line too far in": ("  say: Hello\n    coach: Listen", "SC001 3:5"),
    "a line not far enough in": ("    say: Hello\n  coach: Listen", "SC001 3:3"),
    "a list and a block": ("  - say: Hello\n  coach: Listen", "SC001 3:3"),
    "no space after the colon": ("  say:Hello\n  coach: Listen", "SC001 2:6"),
    "no colon": ("  say: Hello\n  coach Listen", "SC001 3:3"),
    "a list as a key": ("  [a]: b", "SC001 2:3"),
    "an unknown backslash": ('  say: "A \\q"', "SC001 2:11"),
}


@BOTH_PARSERS
@pytest.mark.parametrize(("typed", "expected"), TRAPS.values(), ids=TRAPS)
def test_a_known_mistake_is_named(
    typed: str, expected: str, loader: type[yaml.SafeLoader], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(read, "_LOADER", loader)
    faults = read_authored(f"opening:\n{typed}\n".encode()).faults
    assert [f"{fault.code} {fault.line}:{fault.column}" for fault in faults] == [expected]
    assert "problem" not in faults[0].details, "the cause is known, so the parser's own words are not needed"


def test_the_words_are_offered_in_quotes() -> None:
    [fault] = read_authored(b"say: A number: I'm not hanging up.\n").faults
    assert fault.suggestion == '"A number: I\'m not hanging up."'


def test_line_and_column_of_a_character() -> None:
    assert [place("ab\r\ncd\re\nf", offset) for offset in (0, 1, 4, 7, 9)] == [(1, 1), (1, 2), (2, 1), (3, 1), (4, 1)]
