"""What was promised for this very call and not done takes back half of the words that promised it; nothing else does."""

from __future__ import annotations

import pytest

from simulator.scoring.call_view import view_of
from simulator.scoring.marked_call import MarkedCall, Reply
from tests.support.calls import agreed, call, cue, greeting, marked, reply, row
from tests.support.small_scenario import parcel

REFERENCE = "I'll give you a reference number before we hang up."


def said(*texts: str, **more: object) -> MarkedCall:
    return call(greeting(), *(reply(text, place="resolving") for text in texts), **more)


def broken(played: MarkedCall) -> list[str]:
    return [each.what for each in view_of(played, parcel()).broken]


KEPT = [
    (REFERENCE, "Your reference is LF 20983."),
    (REFERENCE, "It's two zero nine eight three."),
    ("I'll give you the case number, it is four four seven.", "Goodbye."),
    ("I'll read that back to you.", "The third and the fourth, one four eight."),
    ("Let me read that back. You paid twice, on the third and on the fourth.", "Goodbye."),
    ("let me explain what happened the system ran the same payment a second time", "goodbye"),
    ("Let me explain what happened.", "It is because a payment ran twice."),
    ("let me explain what happened", "the driver had the wrong address so your parcel stood in the rain"),
    ("let me say that again i am really sorry", "goodbye"),
    ("I'll send you the link while we are speaking.", "You should have it now."),
    ("I'll send you the confirmation email while we are on the line.", "The email has gone out."),
]
BROKEN = [
    (REFERENCE, "Is there anything else?", "a number to quote"),
    ("i will give you a reference number before we hang up", "thank you goodbye", "a number to quote"),
    (REFERENCE, "I'll give you a reference number, I promise.", "a number to quote"),
    ("I'll read all of it back to you.", "Goodbye.", "to say it once more"),
    ("Let me sum up.", "Goodbye.", "to say it once more"),
    ("Let me explain what happened.", "Goodbye.", "to explain it"),
    ("I'll get my supervisor on the line.", "Goodbye.", "to bring somebody in"),
    ("I'll email you the list before we hang up.", "Goodbye.", "to send it during the call"),
]
NO_PROMISE = [
    "I can send you an email tomorrow.",
    "If you want, I'll give you a reference number.",
    "I'll give you a reference number once the refund is booked.",
    "Do you have a reference number?",
    "Let me get your booking number.",
    "i will get you a confirmation number by email",
    "i will give you a case number tomorrow",
    "Let me run this by my supervisor again.",
    "I'll have my supervisor call you back within four hours.",
    "I'll take care of this for you.",
    "I won't give you a reference number.",
]


@pytest.mark.parametrize(("promise", "deed"), KEPT)
def test_a_promise_that_is_followed_by_the_deed_is_kept(promise: str, deed: str) -> None:
    assert broken(said(promise, deed)) == []


@pytest.mark.parametrize(("promise", "next_reply", "what"), BROKEN)
def test_a_promise_that_is_not_is_broken(promise: str, next_reply: str, what: str) -> None:
    assert what in broken(said(promise, next_reply))


@pytest.mark.parametrize("text", NO_PROMISE)
def test_what_is_for_later_or_depends_on_something_is_no_promise_for_this_call(text: str) -> None:
    assert broken(said(text, "Goodbye.")) == []


def test_a_cue_of_the_deed_keeps_it_too() -> None:
    deed = reply("so once more from the top", cue("recap"), place="closing")

    assert broken(call(greeting(), reply("I'll read that back to you."), deed)) == []


@pytest.mark.parametrize("kind", ["hung_up", "timed_out", ""])
def test_whoever_was_cut_off_had_no_chance_to_keep_it(kind: str) -> None:
    assert broken(said(REFERENCE, "Goodbye.", kind=kind)) == []


def test_nor_had_whoever_promised_it_with_the_last_words() -> None:
    assert broken(said("Thank you.", REFERENCE)) == []


@pytest.mark.parametrize("lost", ["promise", "answer"])
def test_unsure_words_break_no_promise(lost: str) -> None:
    unsure: dict[str, Reply] = {
        "promise": reply(REFERENCE, place="resolving", confidence=500 if lost == "promise" else 1000),
        "answer": reply("hm um", place="closing", unclear=lost == "answer"),
    }

    assert broken(call(greeting(), *unsure.values())) == []


def test_a_handover_that_happened_is_kept() -> None:
    offer = reply("I'll get my supervisor on the line.", cue("offer_remedy", remedy="team_lead"), place="resolving")

    assert broken(said("I'll get my supervisor on the line.", "One moment.", kind="escalated")) == []
    assert broken(call(greeting(), offer, reply("One moment."), agreed=(agreed("team_lead"),))) == []


def test_the_words_that_promised_it_count_half_and_the_row_says_which_promise() -> None:
    promise = reply("i will explain it in a minute", cue("take_ownership", "i will explain"), place="resolving")
    owned = reply("i am taking this on", cue("take_ownership"), place="resolving")

    alone = row(marked(call(greeting(), promise, reply("goodbye"))), "take_ownership")
    beside = row(marked(call(greeting(), promise, owned, reply("goodbye"))), "take_ownership")

    assert (alone.outcome, alone.credit) == ("partly", 500)
    assert alone.missing == "It promised to explain it within the call, and that was not heard afterwards; it counts half."
    assert (beside.outcome, beside.credit) == ("met", 1000)  # the best single evidence decides
