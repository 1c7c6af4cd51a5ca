"""What the linter says about sense, words and marks in a scenario, and above all what it keeps to itself."""

from __future__ import annotations

import time

import pytest

from simulator.scenario.code_book import smallest_scenario
from simulator.scenario.reading import Beside, read_any, read_scenario
from tests.support.places import ROOT

EXAMPLE = (ROOT / "scenarios" / "billing-double-charge.yaml").read_text("utf-8")
SMALL = smallest_scenario()
OFFERS = 'offer_like: ["I\'ll send you a new one today.", "Another parcel goes out this afternoon.", "We replace it and post it again."]'
QUESTIONS = 'ask_like: ["What is your order number?"]'
LAST_LINE = 'say: "So what happens now?"'
WORDS = 'wants: Her parcel, or her money back.'
#: A recogniser that knows the words of the smallest scenario and a few more.
KNOWN = frozenset(
    "the five two hundred fifty dollars sixty cents third clock oclock what is your order number i will send you a new one today "
    "another parcel goes out this afternoon we replace it and post again would have apologize colour cafe them".split()
)


def small(old: str, new: str) -> str:
    assert SMALL.count(old) == 1, old
    return SMALL.replace(old, new)


def found(text: str, *, tips: bool = False) -> list[str]:
    """Return the codes of everything that is found, in the order of the file."""
    findings = read_scenario(text.encode(), "it.yaml").findings
    return [each.code for each in findings if tips or each.severity != "tip"]


def unheard(text: str) -> list[str]:
    """Return the words that a recogniser with a small dictionary is said not to know."""
    findings = read_any(text.encode(), "it.yaml", Beside(knows_word=lambda word: word in KNOWN)).findings
    return [each.message.split("'")[1] for each in findings if each.code == "SC409"]


def value(words: str) -> str:
    return small('value: "five five two"', f'value: "{words}"')


# ------------------------------------------------------------------------------------------------ policy


def test_the_example_with_the_best_refund_forbidden_is_told_three_things_of_it() -> None:
    text = EXAMPLE.replace("id: refund_rush\n", "id: refund_rush\n      x_was: grant\n", 1)
    at = text.index("id: refund_rush\n")
    text = text[:at] + text[at:].replace("agent_may: grant", "agent_may: never", 1)
    codes = found(text)
    assert "SC402" in codes and "SC403" in codes


def test_a_forbidden_remedy_that_is_only_wanted_and_refused_is_fine() -> None:
    assert "cash_compensation" in EXAMPLE
    assert found(EXAMPLE) == []


def test_a_fact_that_is_told_only_with_the_agreement_comes_too_late_for_the_offer() -> None:
    text = small("agent_may: grant\n", "agent_may: grant\n      needs: [order_number]\n")
    assert found(text) == []
    late = text.replace("when: {asked: order_number}", "when: {asked: order_number, agreed: new_parcel}")
    assert found(late.replace("when: {agreed: new_parcel}", "when: {agreed: new_parcel, knows: order_number}")) == ["SC401"]


# ------------------------------------------------------------------------------------------------ real data


@pytest.mark.parametrize(
    "words",
    [
        "Call 555-0142, or (212) 555-0142, or 1-800-555-0142",
        "+44 20 7946 0018 and 07700 900123 and +44 1632 960001",
        "Parcel 9400 1118 9956 1234 5678 90, order 552-119-4471",
        "Booking AB12 CDEF GHIJ KLMN, made 2026-03-03",
        "1234567890123456",
        "Parcel 9400 1118 9956 1239, whose check sum is right by chance",
        "000-12-3456 and 987-65-4320",
        "ruth@example.com or ruth@quillpost.example",
        "148.60 on the 3rd, 148.60 on the 4th, 34.00 on the 5th",
        "2 x 148.60, ref 0012 3456 7890",
        "her handle @ruth, and 3 @ 2.50",
    ],
)
def test_what_only_resembles_real_data_passes(words: str) -> None:
    assert found(small(WORDS, f'wants: "{words}"')) == []


@pytest.mark.parametrize(
    "words",
    ["212.736.5000", "+49 30 901820 77", "ruth@mail.arden-bakery.co.uk", "DE89370400440532013000", "5555 5555 5555 4444", "457-55-5462"],
)
def test_what_could_be_somebodys_is_a_warning_wherever_it_stands(words: str) -> None:
    assert found(small(WORDS, f'wants: "{words}"')) == ["SC405"]
    assert found(small(LAST_LINE, f'say: "{words}"')) == ["SC405"]


@pytest.mark.parametrize(
    ("question", "codes"),
    [
        ("Could you read me the full card number?", ["SC404"]),
        ("And the CVV, please?", ["SC404"]),
        ("What's the long number on the front?", ["SC404"]),
        ("I don't need the full card number, how does it end?", []),
        ("What are the last four digits of the full card number?", []),
        ("What is your full account number?", []),
        ("Which security code did we text you?", []),
    ],
)
def test_nobody_asks_for_a_whole_card(question: str, codes: list[str]) -> None:
    assert found(small(QUESTIONS, f'ask_like: ["{question}"]')) == codes


# ------------------------------------------------------------------------------------------------ example sentences


def test_sentences_of_one_list_may_be_alike() -> None:
    assert found(small(QUESTIONS, 'ask_like: ["What is your order number?", "What is the order number?", "Order number?"]')) == []


def test_of_two_sentences_that_are_alike_the_later_one_is_told_once() -> None:
    other = '\n  - {id: other, label: Other, value: "two", ask_like: ["Your order number, what is it?", "What is your order number?"]}'
    text = small(QUESTIONS, QUESTIONS + other).replace("reveals: [order_number]", "reveals: [order_number, other]")
    assert found(text) == ["SC407", "SC407"]


# ------------------------------------------------------------------------------------------------ words


@pytest.mark.parametrize(
    "words",
    [
        "552",
        "$250.60, the 3rd",
        "five o'clock",
        "would've",
        "colour",
        "café",
        "Ruth Arden and Quill & Post",
        "Arden's parcel",
        "apologise",
    ],
)
def test_words_are_looked_up_as_they_are_spoken(words: str) -> None:
    assert unheard(value(words)) == []


@pytest.mark.parametrize(("words", "word"), [("the Zorbex parcel", "zorbex"), ("KT-250", "kt")])
def test_a_word_that_is_in_no_dictionary_is_named(words: str, word: str) -> None:
    assert unheard(value(words)) == [word]


def test_every_kind_of_sentence_that_is_listened_to_is_looked_at() -> None:
    policy = """
  never_say:
    - {id: bad, why: No., like: ["the zorbex"]}
  must_say:
    - {id: good, label: Good, like: ["a zorbex", "the zorbex", "one zorbex"]}
"""
    text = small(OFFERS, OFFERS.replace("a new one", "a zorbex") + policy).replace("your order number?", "your zorbex number?")
    assert unheard(text) == ["zorbex"] * 6


def test_another_language_is_not_measured_by_an_english_dictionary() -> None:
    spanish = value("el paquete azul").replace("language: en-GB", "language: es-MX")
    assert unheard(spanish) == []


def test_what_the_caller_says_may_hold_any_name() -> None:
    assert unheard(small(LAST_LINE, 'say: "My sister Quanterly said so!"')) == []


# ------------------------------------------------------------------------------------------------ marks


def test_a_skill_that_a_model_answer_shows_has_its_chance() -> None:
    item = "looks_for: [acknowledge_feeling]"
    assert found(small(item, "looks_for: [give_reference]")) == ["SC502"]
    answer = "\n    model_answer: Your reference number is five five two."
    assert found(small(item, "looks_for: [give_reference]").replace(LAST_LINE, LAST_LINE + answer)) == []


def test_a_remedy_is_chance_enough_for_what_goes_with_it() -> None:
    assert found(small("looks_for: [acknowledge_feeling]", "looks_for: [offer_remedy, explain_plan, give_timeframe]")) == []


# ------------------------------------------------------------------------------------------------ lines


@pytest.mark.parametrize(
    ("line", "codes"),
    [
        ("[sigh] So *what* now? [PAUSE]", []),
        ("[sighs] What now?", ["SC610"]),
        ("[she puts the phone down for a very long while and then comes back, out of breath and cross]", ["SC610"]),
        ("That's a damp shell of a classic assumption, Mr Hellman.", []),
        ("What the hell?", ["SC607"]),
        ("HELL!", ["SC607"]),
    ],
)
def test_only_directions_and_whole_words_are_taken_amiss(line: str, codes: list[str]) -> None:
    assert found(small(LAST_LINE, f'say: "{line}"')) == codes


def test_the_declared_level_allows_what_is_milder() -> None:
    line = 'say: "What the hell?"'
    declared = 'company_at_fault: "yes"\nstrong_language: '
    for level in ("mild", "bleeped"):
        assert found(small(LAST_LINE, line).replace('company_at_fault: "yes"', declared + level)) == []


def test_todo_is_a_word_in_spanish() -> None:
    text = small(LAST_LINE, 'say: "TODO, ask the others"')
    assert found(text, tips=True) == ["SC608"]
    assert found(text.replace("language: en-GB", "language: es-ES"), tips=True) == []


def test_a_fact_that_fills_a_text_is_used() -> None:
    extra = '\n  - {id: street, label: Street, value: "Mill Lane", ask_like: ["Which street is it?"]}'
    untold = small(QUESTIONS, QUESTIONS + extra)
    assert found(untold, tips=True) == ["SC302"]
    told = untold.replace("reveals: [order_number]", "reveals: [order_number, street]")
    assert found(told, tips=True) == ["SC609"]
    assert found(told.replace("what happens now?", "when will it be in {fact.street}?"), tips=True) == []
    assert found(told.replace("{asked: order_number}", "{asked_any: [order_number, street]}"), tips=True) == []


def test_a_mood_that_a_line_excludes_needs_no_words() -> None:
    lines = "say:\n      calm: Good.\n      irritated: Good then."
    text = small('say: "Good. Please do."', lines)
    assert found(text, tips=True) == ["SC601"]
    assert found(text.replace("when: {offered: new_parcel}", "when: {offered: new_parcel, anger_at_most: 54}"), tips=True) == []
    either = "when:\n      offered: new_parcel\n      any_of: [{anger_at_most: 20}, {anger_at_most: 54}]"
    assert found(text.replace("when: {offered: new_parcel}", either), tips=True) == []


# ------------------------------------------------------------------------------------------------ lost ends


@pytest.mark.parametrize(
    ("old", "new", "codes"),
    [
        ('value: "five five two"', "value: order #4471", ["SC013"]),
        ('value: "five five two"', "value: five five two # as on the box", []),
        ('value: "five five two"', "value: 'order #4471' #twice", []),
        ("start: 60", "start: 60 #hot", []),
        ("  - id: talk", "  - id: talk #second", []),
        ("company: Quill & Post", "company: Quill & Post   #1", []),
    ],
)
def test_a_sign_close_behind_words_is_no_note(old: str, new: str, codes: list[str]) -> None:
    assert found(small(old, new)) == codes


# ------------------------------------------------------------------------------------------------ size


def many(number: int, words: int, letter: str) -> str:
    """Return so many different sentences as a list."""
    texts = (" ".join(f"{letter}{(at * 7 + each * 13) % 997}" for each in range(words)) for at in range(number))
    return "[" + ", ".join(f'"{text}"' for text in texts) + "]"


@pytest.mark.parametrize(("number", "words"), [(4_500, 3), (2_000, 15), (300, 180)])
@pytest.mark.parametrize("known", [True, False])
def test_thousands_of_sentences_are_answered_in_a_second(number: int, words: int, known: bool) -> None:
    text = small(OFFERS, "offer_like: " + many(number, words, "a")).replace(QUESTIONS, "ask_like: " + many(number, words, "b"))
    began = time.process_time()
    read_any(text.encode(), "it.yaml", Beside(knows_word=lambda _: known))
    assert time.process_time() - began < 3.0


def test_thousands_of_lines_with_needs_are_answered_in_a_second_and_a_half() -> None:
    lines = "".join(f"  - {{id: l{at}, stage: talk, when: {{said: l{at + 1}}}, say: Hm {at}}}\n" for at in range(1_200))
    text = small("agent_may: grant\n", "agent_may: grant\n      needs: [order_number]\n")
    text = text.replace("  - id: what-now", lines + "  - {id: l1200, stage: talk, when: {heard: thank}, say: Hm}\n  - id: what-now")
    began = time.process_time()
    assert read_scenario(text.encode(), "it.yaml").scenario is not None
    assert time.process_time() - began < 4.0
