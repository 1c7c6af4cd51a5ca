"""Rows and faults from timing and state: letting vent, calm, silence, order, repeats."""

from __future__ import annotations

from dataclasses import replace

import pytest

from simulator.scoring.heard import WEAK
from simulator.scoring.marked_call import Overlap, Reply
from simulator.scoring.order import POINTS_TO_IT
from tests.support.calls import (
    call,
    cue,
    fault,
    greeting,
    marked,
    notes,
    over,
    reply,
    row,
    silence,
)
from tests.support.small_scenario import parcel


def _blame(**more: object) -> Reply:
    return reply("you should have read it", cue("blame_caller"), **more)  # type: ignore[arg-type]


class TestLettingVent:
    def test_the_first_reply_after_the_line_has_ended_shows_it(self) -> None:
        finding = row(marked(call(greeting(), reply("go on"))), "let_vent")

        assert (finding.outcome, finding.credit) == ("met", 1000)
        assert notes(finding.evidence) == ["you waited until they had finished"]

    @pytest.mark.parametrize(("early_ms", "outcome"), [(300, "met"), (301, "missed")])
    def test_beginning_300_ms_before_the_end_is_ordinary_turn_taking(self, early_ms: int, outcome: str) -> None:
        begins = 19_600 - early_ms
        card = marked(call(greeting(), replace(reply("go on"), from_ms=begins)))

        assert row(card, "let_vent").outcome == outcome

    def test_each_interruption_while_venting_takes_half(self) -> None:
        card = marked(call(greeting(), reply("go on"), reply("yes but", overlaps=(over(),))))

        assert (row(card, "let_vent").outcome, row(card, "let_vent").credit) == ("partly", 500)
        assert "you began 1.4 s before they ended" in notes(row(card, "let_vent").evidence)

    def test_it_is_counted_three_times_at_most(self) -> None:
        card = marked(call(greeting(), *(reply(f"go on {word}") for word in "abcde")))

        assert len(row(card, "let_vent").evidence) == 3

    def test_it_does_not_apply_where_nobody_vents(self) -> None:
        calm = parcel(stages=tuple(stage for stage in parcel().stages if stage.place != "venting"))

        assert row(marked(call(greeting(), reply("go on", place="resolving")), calm), "let_vent").outcome == "not_applicable"

    def test_typed_replies_show_it_too_unless_they_were_typed_as_an_interruption(self) -> None:
        quiet = replace(reply("go on"), words=())

        assert row(marked(call(greeting(), quiet, typed=True)), "let_vent").outcome == "met"
        barged = replace(quiet, overlaps=(over(before_end_ms=0),))
        card = marked(call(greeting(), barged, typed=True))
        assert row(card, "let_vent").outcome == "missed"
        found = fault(card, "interrupt")
        assert found is not None and notes(found.evidence) == ["you spoke over them"]


class TestStayingCalm:
    @pytest.mark.parametrize("what", ["insult", "sarcasm", "calm_down_order"])
    def test_each_event_takes_half(self, what: str) -> None:
        rude = reply("some words", cue(what))

        assert row(marked(call(greeting(), rude)), "stay_calm").credit == 500
        assert row(marked(call(greeting(), rude, rude)), "stay_calm").credit == 250

    def test_blame_counts_only_while_the_caller_is_angry(self) -> None:
        angry = marked(call(greeting(), _blame(temper_before=55, temper_after=60)))
        calm = marked(call(greeting(), _blame(temper_before=54, temper_after=60)))

        assert row(angry, "stay_calm").credit == 500
        assert row(calm, "stay_calm").credit == 1000
        assert row(calm, "no_blame").credit == 500

    def test_talking_over_the_caller_counts_once_a_reply(self) -> None:
        twice = (over(), over(at_ms=5000))

        assert row(marked(call(greeting(), reply("but", overlaps=twice))), "stay_calm").credit == 500

    def test_an_overlap_that_is_no_interruption_counts_nothing(self) -> None:
        short = Overlap(0, 400, 200, 1, interrupt=False)

        card = marked(call(greeting(), reply("mm hm", overlaps=(short,))))

        assert row(card, "stay_calm").credit == 1000
        assert fault(card, "interrupt") is None


class TestDeductions:
    @pytest.mark.parametrize(
        ("row_id", "what"),
        [
            ("no_blame", "blame_caller"),
            ("no_blame", "blame_others"),
            ("not_dismissive", "dismiss"),
            ("not_dismissive", "policy_shield"),
            ("not_dismissive", "calm_down_order"),
            ("not_robotic", "robotic"),
            ("not_robotic", "ask_again"),
        ],
    )
    def test_a_row_starts_full_and_halves_with_each_event(self, row_id: str, what: str) -> None:
        bad = reply("some words", cue(what))

        assert [row(marked(call(greeting(), *[bad] * times)), row_id).credit for times in range(4)] == [1000, 500, 250, 125]

    def test_a_possible_fault_is_listed_and_takes_nothing(self) -> None:
        card = marked(call(greeting(), reply("some words", cue("blame_caller", certainty="possible"))))

        assert row(card, "no_blame").credit == 1000
        found = fault(card, "blame_caller")
        assert found is not None and found.evidence[0].certainty == "possible"

    def test_a_fault_on_faint_words_is_only_possible(self) -> None:
        card = marked(call(greeting(), reply("some words here", cue("blame_caller"), confidence=500)))

        assert row(card, "no_blame").credit == 1000

    def test_asking_for_what_was_told_is_one_event_and_names_the_fact(self) -> None:
        again = reply("what is the number", cue("ask_fact", fact="number"), cue("ask_again"), asked_again=("number",))

        card = marked(call(greeting(), again))

        found = fault(card, "ask_again")
        assert found is not None and notes(found.evidence) == ["asked before: Parcel number"]
        assert row(card, "not_robotic").credit == 500

    def test_where_nothing_was_said_there_is_nothing_to_keep(self) -> None:
        card = marked(call())

        assert {row(card, each).outcome for each in ("no_blame", "not_dismissive", "not_robotic", "stay_calm")} == {
            "could_not_tell"
        }
        assert card.score == 0

    def test_a_fault_that_the_engine_measured_is_listed_with_its_reply(self) -> None:
        card = marked(
            call(
                greeting(), reply("the parcel is at the depot"), measured_faults=(("skip_verification", 1), ("raise_voice", 1))
            )
        )

        found = fault(card, "skip_verification")
        assert found is not None and found.evidence[0].quote == "the parcel is at the depot"
        assert row(card, "stay_calm").credit == 500

    def test_the_same_sentence_again_is_one_event_each_time(self) -> None:
        same = "i will look into this matter for you"

        card = marked(call(greeting(), reply(same), reply("go on"), reply(same)))

        found = fault(card, "robotic")
        assert found is not None and [each.turn for each in found.evidence] == [3]
        assert row(card, "not_robotic").credit == 500


class TestKeepingTheCallMoving:
    def test_dead_air_and_unannounced_holds_take_half_each(self) -> None:
        card = marked(
            call(
                greeting(),
                reply("one moment"),
                dead_air=(silence(30_000),),
                holds=((40_000, 60_000, False), (70_000, 80_000, True)),
            )
        )

        assert row(card, "keep_moving").credit == 250
        assert notes(row(card, "keep_moving").evidence) == ["6.2 s without a word", "a hold of 20.0 s that was not announced"]

    def test_typed_silence_counts_as_well(self) -> None:
        card = marked(call(greeting(), reply("one moment"), typed=True, dead_air=(silence(30_000),)))

        assert row(card, "keep_moving").credit == 500


class TestTheOrder:
    def _offer(self, text: str = "i can send it again", **more: object) -> Reply:
        return reply(text, cue("offer_remedy", "i can send it again", remedy="resend", **more), place="resolving")

    @pytest.mark.parametrize("what", ["acknowledge_feeling", "apologise", "paraphrase"])
    def test_a_sign_of_being_heard_comes_before_the_first_remedy(self, what: str) -> None:
        early = marked(
            call(reply("hello", place="opening"), reply("some words", cue(what), place="understanding"), self._offer())
        )
        late = marked(
            call(reply("hello", place="opening"), self._offer(), reply("some words", cue(what), place="understanding"))
        )

        assert row(early, "right_order").outcome == "met"
        assert row(late, "right_order").outcome == "missed"

    def test_it_may_stand_earlier_in_the_same_reply(self) -> None:
        both = reply(
            "i am sorry i can send it again",
            cue("apologise", "i am sorry"),
            cue("offer_remedy", "i can send it again", remedy="resend"),
            place="resolving",
        )

        assert row(marked(call(greeting(), both)), "right_order").outcome == "met"

    def test_letting_the_caller_finish_counts_from_an_earlier_reply_only(self) -> None:
        first_breath = replace(self._offer(), place="venting")

        assert row(marked(call(greeting(), first_breath)), "right_order").outcome == "missed"
        assert row(marked(call(greeting(), reply("go on"), self._offer())), "right_order").outcome == "met"

    def test_without_an_offer_the_order_cannot_show(self) -> None:
        finding = row(marked(call(greeting(), reply("go on"))), "right_order")

        assert (finding.outcome, finding.missing) == ("missed", "No remedy was offered, so the order could not show.")

    def test_a_doubtful_early_offer_does_not_count_against_the_trainee(self) -> None:
        doubtful = replace(self._offer(certainty="possible"), place="venting", overlaps=(over(),))
        sorry = reply("i am sorry", cue("apologise"))

        assert row(marked(call(greeting(), doubtful, sorry, self._offer())), "right_order").outcome == "met"

    @pytest.mark.parametrize(
        ("typed", "confidence", "missing"), [(True, 1000, POINTS_TO_IT), (False, 1000, POINTS_TO_IT), (False, 300, WEAK)]
    )
    def test_an_offer_that_is_not_clear_is_not_put_down_to_the_recogniser(self, typed: bool, confidence: int, missing: str) -> None:
        words, what = "perhaps something can be sent", cue("offer_remedy", remedy="resend", certainty="possible")
        doubtful = reply(words, what, place="resolving", confidence=confidence)
        finding = row(marked(call(greeting(), doubtful, typed=typed)), "right_order")

        assert (finding.outcome, finding.missing) == ("could_not_tell", missing)


def test_loudness_without_a_detector_is_said_and_takes_nothing() -> None:
    card = marked(call(greeting(), reply("go on")))

    assert "Loudness was not measured: whether you stayed calm rests on words and on talking over." in card.notes
    assert row(card, "stay_calm").credit == 1000


def test_a_never_say_counts_as_the_fault_it_names_once() -> None:
    from simulator.scenario.model import NeverSay

    scenario = parcel()
    never = NeverSay("today", ("you will have it today",), "The depot decides.", fault="over_promise")
    scenario = parcel(policy=replace(scenario.policy, never_say=(never,)))
    said = reply("you will have it today", cue("today"), cue("over_promise", "it today"))

    card = marked(call(greeting(), said), scenario)

    assert [(each.id, len(each.evidence)) for each in card.faults] == [("over_promise", 1)]


def test_a_never_say_of_its_own_is_named_by_its_reason() -> None:
    from simulator.scenario.model import NeverSay

    scenario = parcel()
    scenario = parcel(
        policy=replace(scenario.policy, never_say=(NeverSay("driver", ("his name is",), "We never name drivers."),))
    )

    (found,) = marked(call(greeting(), reply("his name is bo", cue("driver"))), scenario).faults

    assert (found.id, found.label) == ("driver", "We never name drivers.")


def test_a_list_of_key_words_is_named_as_one() -> None:
    stuffed = "sorry refund apologise understand manager credit tomorrow plan"

    card = marked(call(greeting(), reply(stuffed)))

    assert f"“{stuffed[:60].rsplit(' ', 1)[0]} …” sounds like a list of key words; nothing was marked in it." in card.notes
