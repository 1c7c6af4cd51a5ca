"""The rules of one turn, without a telephone."""

from __future__ import annotations

from simulator.call.personality import draw
from simulator.call.signals import Signals
from simulator.call.story import begin, hear_signal, play_silence, play_turn
from simulator.scenario.house_effects import product
from simulator.scenario.model import Anger, Beat, Caller, Ending, Variation
from tests.support.small_scenario import parcel, say, when


def play(scenario, *turns: Signals):
    """Play these turns and return the last story and outcome."""
    personality = draw(scenario, 0)
    story = begin(scenario, personality)
    outcome = None
    for signals in turns:
        story, outcome = play_turn(scenario, personality, story, signals, seed=0)
    return story, outcome


def heard(*ids: str, **more: object) -> Signals:
    return Signals(heard=ids, **more)  # type: ignore[arg-type]


def test_empathy_soothes_by_the_house_default() -> None:
    story, outcome = play(parcel(), heard("acknowledge_feeling"))
    assert story.temper == 63_000
    assert [(cause.what, cause.effect) for cause in outcome.causes] == [("acknowledge_feeling", -7_000)]


def test_a_scenario_overrules_the_house() -> None:
    story, _ = play(parcel(anger=Anger(70_000, per_minute_unsolved=0, soothers={"apologise": -1_000})), heard("apologise"))
    assert story.temper == 69_000


def test_one_turn_never_moves_more_than_the_scenario_allows() -> None:
    up, _ = play(parcel(), heard("insult", "blame_caller"))
    down, _ = play(parcel(), heard("acknowledge_feeling", "take_ownership", "admit_fault"))
    assert up.temper == 77_000
    assert down.temper == 70_000 - 10_000 - 4_000, "ten for the turn, then the beat's own four"


def test_saying_sorry_again_counts_half_within_three_turns() -> None:
    _, again = play(parcel(), heard("apologise"), heard("apologise"))
    assert again.causes[0].effect == -2_000
    _, much_later = play(parcel(), heard("apologise"), heard(), heard(), heard(), heard("apologise"))
    assert much_later.causes[0].effect == -4_000


def test_a_fault_is_not_cheaper_the_second_time() -> None:
    _, again = play(parcel(), heard("dismiss"), heard("dismiss"))
    assert again.causes[0].effect == 12_000


def test_a_possible_cue_moves_half_and_a_stock_phrase_nothing() -> None:
    _, possible = play(parcel(), heard("take_ownership", possible=frozenset({"take_ownership"})))
    _, stock = play(parcel(), heard("acknowledge_feeling", stock=frozenset({"acknowledge_feeling"})))
    assert possible.causes[0].effect == -4_000
    assert stock.causes[0].effect == 0 and stock.causes[0].note == "stock phrase"


def test_admitting_a_fault_soothes_only_where_the_company_is_at_fault() -> None:
    yes, _ = play(parcel(), heard("admit_fault"))
    no, _ = play(parcel(company_at_fault="no"), heard("admit_fault"))
    partly, _ = play(parcel(company_at_fault="partly"), heard("admit_fault"))
    named, _ = play(parcel(company_at_fault="partly"), heard("admit_fault", names_fault=True))
    assert (yes.temper, no.temper, partly.temper, named.temper) == (62_000, 70_000, 70_000, 62_000)


def test_an_impatient_caller_flares_up_more_and_a_loyal_one_forgives_more() -> None:
    impatient = parcel(caller=Caller("Robin Vale", "it", patience=0, loyalty=1000), anger=Anger(50_000, most_up_per_turn=50_000))
    personality = draw(impatient, 0)
    assert personality.triggers["dismiss"] == product(12_000, 1400) == 16_800
    assert personality.soothers["apologise"] == product(-4_000, 1300) == -5_200


def test_the_minutes_weigh_until_something_is_agreed() -> None:
    scenario = parcel(anger=Anger(50_000, per_minute_unsolved=2_000))
    _, outcome = play(scenario, heard())
    assert outcome.causes[0].what == "unsolved" and outcome.causes[0].effect == 1_000
    _, agreed = play(
        scenario, heard("take_ownership"), heard(asked=("number",)), heard(offered={"resend": -1}), heard("thank")
    )
    assert all(cause.what != "unsolved" for cause in agreed.causes)


def test_the_caller_is_never_calmer_than_the_scenario_says() -> None:
    scenario = parcel(anger=Anger(20_000, calmest=18_000, per_minute_unsolved=0))
    story, _ = play(scenario, heard("acknowledge_feeling"))
    assert story.temper == 18_000


def test_the_beat_with_most_conditions_wins_and_a_reaction_goes_first() -> None:
    _, softened = play(parcel(), heard("take_ownership"))
    _, snapped = play(parcel(), heard("take_ownership", "calm_down_order"))
    assert softened.lines[0].source == "softens"
    assert snapped.lines[0].source == "snaps"


def test_a_beat_is_said_once_unless_it_repeats() -> None:
    _, outcome = play(parcel(), heard("take_ownership"), heard(asked=("number",)), heard(asked=("number",)))
    assert outcome.lines[0].source == "waits"
    assert outcome.asked_again == ("number",)
    assert [cause.what for cause in outcome.causes] == ["ask_again"]


def test_a_line_is_said_in_the_mood_or_the_nearest_one() -> None:
    calm_caller = parcel(anger=Anger(10_000, per_minute_unsolved=0), stages=parcel().stages[:1])
    _, outcome = play(calm_caller, heard())
    assert outcome.lines[0].mood == "calm"
    assert outcome.lines[0].text == "Well?", "there is no calm wording; the irritated one is nearest"


def test_an_empathic_question_gets_the_feeling_and_the_answer() -> None:
    scenario = parcel(
        beats=(
            Beat("fears", say("It is a present."), "venting", when(heard="acknowledge_feeling")),
            Beat("tells", say("Four four two."), "venting", when(asked="number"), reveals=("number",)),
        )
    )
    story, outcome = play(scenario, heard("acknowledge_feeling", asked=("number",)))
    assert [line.source for line in outcome.lines] == ["fears", "tells"]
    assert "number" in story.known


def test_a_refused_question_gets_no_answer_behind_it() -> None:
    scenario = parcel(
        reactions=(Beat("refuses", say("No more questions!"), "", when(asked="number", anger_at_least=60), repeat=True),),
        beats=(Beat("tells", say("Four four two."), "venting", when(asked="number"), reveals=("number",)),),
    )
    story, outcome = play(scenario, heard(asked=("number",)))
    assert [line.source for line in outcome.lines] == ["refuses"]
    assert not story.known


def test_an_early_offer_stays_on_the_table() -> None:
    _, early = play(parcel(), heard(offered={"resend": -1}))
    assert early.offered_too_early == ("resend",)
    story, outcome = play(parcel(), heard(offered={"resend": -1}), heard("take_ownership"), heard(asked=("number",)))
    assert [line.source for line in outcome.lines] == ["takes", "tells"], "the offer is taken and the question answered"
    assert "resend" in story.agreed and story.stage == "closing"


def test_endings_are_tried_in_file_order_and_close_the_call() -> None:
    story, outcome = play(parcel(), *[heard("insult")] * 4)
    assert (story.ending, story.kind) == ("hung-up", "hung_up")
    assert outcome.lines[-1].text == "Goodbye!"


def test_an_ending_that_was_closed_off_cannot_happen() -> None:
    scenario = parcel(
        beats=(Beat("shuts", say("Then never mind."), "venting", when(heard="dismiss"), closes_off=("solved",)),),
        endings=(Ending("solved", "resolved", when(heard="thank")),),
    )
    story, _ = play(scenario, heard("dismiss"), heard("thank"))
    assert story.ending == ""


def test_a_stage_is_left_when_done_and_gone_back_to() -> None:
    there, _ = play(parcel(), heard("acknowledge_feeling"), heard("apologise"))
    assert there.stage == "fixing"
    back, _ = play(parcel(), heard("take_ownership"), *[heard("insult")] * 4)
    assert back.stage == "venting"


def test_silence_speaks_angers_and_at_last_ends_the_call() -> None:
    scenario = parcel(anger=Anger(74_000, per_minute_unsolved=0))
    personality = draw(scenario, 0)
    story = begin(scenario, personality)
    said = []
    for step in range(5):
        story, outcome = play_silence(scenario, personality, story, step, silence_ms=0)
        said.append(outcome.lines[-1].text)
        if story.ending:
            break
    assert said == ["Hello?", "Are you there?", "Hello!", "Hello!", "Goodbye!"], "74 + 4 + 8 + 8 + 8 reaches 96"


def test_a_signal_of_the_hand_can_end_the_call() -> None:
    scenario = parcel(endings=(Ending("passed-on", "escalated", when(heard="transfer"), say=say("Finally.")),))
    personality = draw(scenario, 0)
    story, outcome = hear_signal(scenario, personality, begin(scenario, personality), "transfer")
    assert story.ending == "passed-on" and outcome.lines[0].text == "Finally."


def test_nothing_varies_without_the_key_and_the_seed_decides_with_it() -> None:
    plain = [draw(parcel(), seed) for seed in range(5)]
    assert all(each.start == 70_000 and each.patience == 500 for each in plain)
    varied = parcel(variation=Variation(start=(60_000, 80_000), shuffle=(("why", "softens"),)))
    starts = {draw(varied, seed).start for seed in range(20)}
    assert len(starts) > 10 and all(60_000 <= start <= 80_000 for start in starts)
    orders = {tuple(beat.id for beat in draw(varied, seed).beats["venting"]) for seed in range(20)}
    assert orders == {("why", "softens"), ("softens", "why")}
    assert draw(varied, 3) == draw(varied, 3)
