"""Home offers one call first, shows every file of the shelf, and says what is wrong with a broken one."""

from __future__ import annotations

from dataclasses import replace

from simulator.problems import Problem
from simulator.screens.home_screen import HomeScreen, ShelfEntry, home_screen, matching
from simulator.screens.past_call import PastCall
from tests.support.small_scenario import parcel

EASY = parcel(id="easy", title="First words", difficulty=1, tags=("any",), length_ms=120_000)
HARD = parcel(
    id="hard", title="The frozen account", difficulty=4, tags=("bank", "fraud"), length_ms=600_000, strong_language="mild"
)
SHELF = (ShelfEntry("hard.yaml", HARD), ShelfEntry("easy.yaml", EASY))


def called(scenario_id: str, score: int | None, path: str = "s") -> PastCall:
    return PastCall(path, scenario_id, "", "today", score, "resolved", 5)


def drawn(screen: HomeScreen) -> list[str]:
    lines = [screen.greeting]
    if screen.next:
        lines.append(f"> {screen.next.why}: {screen.next.title} [{', '.join(screen.next.chips)}]")
    lines += [f"{'*' * card.difficulty:5} {card.title} | {card.kind} | {card.last}" for card in screen.cards]
    return [*lines, screen.empty] if screen.empty else lines


def test_on_the_first_day_the_easiest_call_is_offered() -> None:
    assert drawn(home_screen(SHELF, (), "Sam", 9)) == [
        "Good morning, Sam",
        "> Next for you · a good first call: First words [Any, difficulty 1 of 5, about 2 min]",
        "*     First words | Any · 2 min | not tried",
        "****  The frozen account | Bank · 10 min | not tried",
    ]


def test_what_was_not_tried_comes_before_what_went_badly() -> None:
    screen = home_screen(SHELF, (called("easy", 41),), "", 19)
    chips = "Bank, difficulty 4 of 5, about 10 min, mild language"
    offered = f"> Next for you · you have not tried this one yet: The frozen account [{chips}]"
    assert drawn(screen)[:2] == ["Good evening", offered]


def test_when_all_were_tried_the_lowest_last_score_is_offered() -> None:
    calls = (called("hard", 64), called("easy", 81), called("hard", 30))
    screen = home_screen(SHELF, calls, "", 13)
    assert screen.next is not None
    assert (screen.next.title, screen.next.why) == ("The frozen account", "Next for you · your last score was 64")
    assert [card.last for card in screen.cards] == ["81", "64"]


def test_only_a_passed_call_is_green_and_none_is_red() -> None:
    screen = home_screen(SHELF, (called("hard", 30), called("easy", 70)), "", 13)
    assert [card.last_tone for card in screen.cards] == ["calm", "plain"]


def test_a_call_without_a_card_counts_as_not_tried() -> None:
    assert home_screen(SHELF[1:], (called("easy", None),), "", 9).cards[0].last == "not tried"


def test_a_broken_file_keeps_its_place_and_names_the_line() -> None:
    problem = Problem("authoring", 'The word "angr" is not known.', 'Did you mean "anger"?', "C:\\class\\bus.yaml:12:3")
    screen = home_screen((*SHELF, ShelfEntry("bus.yaml", None, problem)), (), "", 9)
    card = screen.cards[-1]
    assert (card.title, card.kind, card.broken) == ("This file has a mistake in line 12", "bus.yaml", True)
    assert card.summary == 'The word "angr" is not known. Did you mean "anger"?'
    assert screen.next is not None and screen.next.path == "easy.yaml"


def test_a_broken_file_without_a_line_says_so_too() -> None:
    screen = home_screen((ShelfEntry("shelf/bus.yaml", None, Problem("authoring", "It is empty.", "")),), (), "", 9)
    assert screen.cards[0].title == "This file has a mistake"
    assert screen.next is None
    assert screen.empty


def test_an_empty_shelf_says_what_to_do() -> None:
    assert drawn(home_screen((), (), "", 9)) == [
        "Good morning",
        "Copy a scenario file into the folder of the scenarios, then look again.",
    ]


def test_the_search_finds_every_word_in_any_part_of_a_card() -> None:
    cards = home_screen(SHELF, (), "", 9).cards
    assert [card.title for card in matching(cards, "BANK frozen")] == ["The frozen account"]
    assert matching(cards, "frozen parcel suitcase") == ()
    assert matching(cards, "  ") == cards


def test_titles_are_shown_literally() -> None:
    title = "<table>\u202eevil\n\x07"
    card = home_screen((ShelfEntry("x", replace(EASY, title=title)),), (), "", 9).cards[0]
    assert card.title == "<table>⟨U+202E⟩evil ⟨U+0007⟩"
