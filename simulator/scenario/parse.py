"""Plain values, checked, become a ``Scenario``; nothing is decided here but where each key goes."""

from __future__ import annotations

from typing import Literal, cast

from simulator.scenario.model import (
    DEFAULT_MOODS,
    AgentMay,
    Anger,
    AtFault,
    Caller,
    Coaching,
    Fact,
    Goal,
    MustSay,
    NeverSay,
    OwnExamples,
    Policy,
    Remedy,
    Rubric,
    RubricItem,
    Say,
    Scenario,
    ScreenRow,
    Variation,
    VoiceWish,
)
from simulator.scenario.parse_call import (
    beat,
    ending,
    interruption,
    opening,
    say,
    silence_step,
    stage,
)
from simulator.scenario.plain import Plain
from simulator.scenario.values import Values, thousandths, whole, words

Sex = Literal["woman", "man", "any"]
AgeBand = Literal["young", "adult", "older"]
Pace = Literal["slow", "normal", "fast"]

_ANCHORS = ("0", "1", "2")
#: Where the file is silent: an easy call of eight minutes.
_DIFFICULTY, _MINUTES = 1, 8_000
_SECONDS_IN_A_MINUTE = 60


def scenario_of(plain: Plain, sha256: str) -> Scenario:
    """Return the scenario of a file's plain values; ``sha256`` is that of the file's bytes, in hex."""
    file = Values(plain)
    return Scenario(
        id=file.text("id"),
        version=file.text("version"),
        title=file.text("title"),
        language=file.text("language"),
        caller=_caller(file.block("caller")),
        company_at_fault=cast("AtFault", file.text("company_at_fault")),
        anger=_anger(file.block("anger")),
        facts=file.each("facts", _fact),
        policy=_policy(file.block("policy")),
        stages=file.each("stages", stage),
        opening=opening(file.block("opening")),
        beats=file.each("beats", beat),
        endings=file.each("endings", ending),
        rubric=_rubric(file.block("rubric")),
        reactions=file.each("reactions", beat),
        interruptions=file.each("interruptions", interruption),
        silence=file.each("silence", silence_step),
        unclear=say(file.block("unclear").get("say")) if file.get("unclear") is not None else Say(),
        authors=file.texts("authors"),
        licence=file.text("licence"),
        summary=file.text("summary"),
        difficulty=file.number("difficulty", _DIFFICULTY),
        length_ms=file.mille("minutes", _MINUTES) * _SECONDS_IN_A_MINUTE,
        tags=file.texts("tags"),
        strong_language=file.text("strong_language", "none"),
        content_warning=file.text("content_warning"),
        learning_goals=file.each("learning_goals", _goal),
        cues=file.mapped("cues", _own_examples),
        company=file.text("company"),
        fault_is=file.text("fault_is"),
        trainee_brief=file.text("trainee_brief"),
        screen=file.each("screen", _screen_row),
        coaching=_coaching(file.block("coaching")),
        variation=_variation(file.block("variation")),
        sha256=sha256,
    )


def _goal(plain: Plain) -> Goal:
    if isinstance(plain, str):
        return Goal(plain)
    return Goal(Values(plain).text("text"), Values(plain).text("item"))


def _screen_row(plain: Plain) -> ScreenRow:
    row = Values(plain)
    return ScreenRow(row.text("label"), row.text("value"), row.text("hidden_until"))


def _caller(block: Values) -> Caller:
    voice, age = block.block("voice"), block.get("age")
    return Caller(
        name=block.text("name"),
        wants=block.text("wants"),
        pronouns=block.text("pronouns"),
        age=None if age is None else whole(age),
        background=block.text("background"),
        really_needs=block.text("really_needs"),
        calms_down_when=block.text("calms_down_when"),
        hot_buttons=block.texts("hot_buttons"),
        patience=block.mille_or_none("patience"),
        loyalty=block.mille_or_none("loyalty"),
        age_preset=block.text("age_preset", "off"),
        voice=VoiceWish(
            sex=cast("Sex", voice.text("sex", "any")),
            age=cast("AgeBand", voice.text("age", "adult")),
            pace=cast("Pace", voice.text("pace", "normal")),
            accent=voice.text("accent"),
        ),
        background_sound=block.text("background_sound", "none"),
    )


def _anger(block: Values) -> Anger:
    house = Anger(start=0)
    moods = block.mapped("moods", thousandths) or DEFAULT_MOODS
    return Anger(
        start=block.mille("start", house.start),
        calmest=block.mille("calmest", house.calmest),
        hangs_up_at=block.mille("hangs_up_at", house.hangs_up_at),
        most_up_per_turn=block.mille("most_up_per_turn", house.most_up_per_turn),
        most_down_per_turn=block.mille("most_down_per_turn", house.most_down_per_turn),
        repeat_discount=block.mille("repeat_discount", house.repeat_discount),
        per_minute_unsolved=block.mille("per_minute_unsolved", house.per_minute_unsolved),
        moods=dict(sorted(moods.items(), key=lambda mood: mood[1])),
        soothers=block.mapped("soothers", thousandths),
        triggers=block.mapped("triggers", thousandths),
    )


def _fact(plain: Plain) -> Fact:
    fact = Values(plain)
    return Fact(fact.text("id"), fact.text("label"), fact.text("value"), fact.texts("ask_like"), fact.flag("needed"))


def _policy(block: Values) -> Policy:
    return Policy(
        currency=block.text("currency", "USD"),
        floor=block.mille_or_none("floor"),
        ceiling=block.mille_or_none("ceiling"),
        verify_first=block.texts("verify_first"),
        remedies=block.each("remedies", _remedy),
        never_say=block.each("never_say", _never_say),
        must_say=block.each("must_say", _must_say),
    )


def _remedy(plain: Plain) -> Remedy:
    remedy = Values(plain)
    counts_as = remedy.text("counts_as")
    return Remedy(
        id=remedy.text("id"),
        label=remedy.text("label"),
        agent_may=cast("AgentMay", remedy.text("agent_may")),
        offer_like=remedy.texts("offer_like"),
        up_to=remedy.mille_or_none("up_to"),
        counts_as="fair" if counts_as == "fair" else "token" if counts_as == "token" else "",
        needs=remedy.texts("needs"),
    )


def _never_say(plain: Plain) -> NeverSay:
    entry = Values(plain)
    return NeverSay(entry.text("id"), entry.texts("like"), entry.text("why"), entry.text("fault"), entry.flag("auto_fail"))


def _must_say(plain: Plain) -> MustSay:
    entry = Values(plain)
    return MustSay(entry.text("id"), entry.text("label"), entry.texts("like"))


def _rubric(block: Values) -> Rubric:
    return Rubric(
        items=block.each("items", _rubric_item),
        pass_mark=block.number("pass_mark", 70),
        weights=block.mapped("weights", whole),
        auto_fail=block.texts("auto_fail"),
    )


def _rubric_item(plain: Plain) -> RubricItem:
    item = Values(plain)
    anchors = item.block("anchors")
    return RubricItem(
        id=item.text("id"),
        label=item.text("label"),
        weight=item.number("weight", 0),
        looks_for=item.texts("looks_for"),
        counts_against=item.texts("counts_against"),
        needs_facts=item.texts("needs_facts"),
        policy=item.text("policy"),
        anchors=tuple(anchors.text(mark) for mark in _ANCHORS) if anchors.items() else (),
    )


def _coaching(block: Values) -> Coaching:
    return Coaching(block.text("before"), block.texts("after"), block.mapped("next_if_weak", _ids))


def _own_examples(plain: Plain) -> OwnExamples:
    cue = Values(plain)
    return OwnExamples(cue.texts("examples"), cue.texts("counter_examples"), cue.text("better_phrase"))


def _variation(block: Values) -> Variation:
    return Variation(
        patience=_pair(block, "patience"),
        loyalty=_pair(block, "loyalty"),
        start=_pair(block, "start"),
        shuffle=block.each("shuffle", _ids),
    )


def _ids(plain: Plain) -> tuple[str, ...]:
    return tuple(words(item) for item in plain) if isinstance(plain, list) else ()


def _pair(block: Values, key: str) -> tuple[int, int] | None:
    numbers = block.each(key, thousandths)
    return (numbers[0], numbers[1]) if len(numbers) == 2 else None
