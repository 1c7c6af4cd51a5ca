"""What is left to do until a goal is reached, read from the scenario at any moment of a call.

The goal is an ending. Every condition of it that does not hold is traced back: a remedy is agreed to by a beat, which waits for an offer,
which needs facts, which a beat tells when asked, in a stage that has to be reached. What comes out is a list of errands in an order in
which they can be done, and its price: roughly the turns that it takes. The planner takes the move after which the least is left.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from simulator.call.state import Story
from simulator.robots.leads import NOTHING, Leads, Way
from simulator.robots.left import Errand, Left, Parts, Path
from simulator.scenario.model import Beat, Condition, Ending, When

#: A calm agent does not make a caller angrier; the minutes may.
HEATING = 40.0
#: Thousandths of temper that a calm turn takes away, roughly.
COOLED_A_TURN = 5_000
#: A turn of waiting passes by itself.
WAITING = 0.01
#: A needed fact that nobody can tell any more is a pity and no obstacle.
LOST_FACT = 3.0
DEEPEST = 12


def left_to(ending: Ending, leads: Leads, story: Story, turn: int) -> Left:
    """Return what is left to do until this ending; a price of ``IMPOSSIBLE`` or more: it is out of reach."""
    left = Left(leads, story, turn)
    if ending.id in story.closed_off:
        left.give_up()
        return left
    parts = Parts()
    _trace_all(left, ending.when, parts)
    if parts.count():
        left.add("ending", ending.id, parts.errand(now=not left.blocked), 1.0)
    return left


def left_to_hear(beat: Beat, leads: Leads, story: Story, turn: int) -> Left:
    """Return what is left to do until the caller says this line."""
    left = Left(leads, story, turn)
    _beat(left, beat)
    return left


def add_needed_facts(left: Left) -> None:
    """Put the questions for the needed facts on the list as far as somebody can still answer them."""
    for fact in left.leads.needed:
        if fact not in left.story.known:
            left.cheapest([_telling(fact), _losing], Parts())


def _telling(fact: str) -> Path:
    return lambda left, _parts: _know(left, fact)


def _losing(left: Left, _parts: Parts) -> None:
    left.cost += LOST_FACT


def _trace_all(left: Left, when: When, parts: Parts) -> None:
    for condition in when.conditions:
        _trace(left, condition, parts)


def _trace(left: Left, condition: Condition, parts: Parts) -> None:
    """Put on the list what this condition still wants; what the reply itself must contain goes into ``parts``."""
    if left.leads.checks[id(condition)](left.story, NOTHING):
        return
    if condition.word == "none_of":
        for branch in condition.branches:
            _trace_not(left, branch)
    elif condition.word == "any_of":
        left.cheapest([_tracing(branch) for branch in condition.branches], parts)
    else:
        WANTED.get(condition.word, _never)(left, condition, parts)


def _tracing(when: When) -> Path:
    return lambda left, parts: _trace_all(left, when, parts)


def _trace_not(left: Left, when: When) -> None:
    """Put on the list what makes this false; what is about the reply itself is false as long as the reply does not do it."""
    for condition in when.conditions:
        if condition.word in ABOUT_THE_REPLY or not left.leads.checks[id(condition)](left.story, NOTHING):
            return
    left.cheapest([_denying(condition) for condition in when.conditions], Parts())


def _denying(condition: Condition) -> Path:
    def deny(left: Left, parts: Parts) -> None:
        opposite = OPPOSITES.get(condition.word)
        if opposite is None:
            left.give_up()
        else:
            WANTED[opposite](left, Condition(opposite, condition.ids, condition.number - 1_000), parts)

    return deny


def _beat(left: Left, beat: Beat) -> None:
    """Put on the list that this beat is said: its stage, what it waits for, and the reply that brings it."""
    key = ("beat", beat.id)
    if key in left.errands:
        left.blocked = True
        return
    if key in left.tracing or len(left.tracing) > DEEPEST or (beat.id in left.story.said and not beat.repeat):
        left.give_up()
        return
    left.tracing = (*left.tracing, key)
    left.blocked, parts = False, Parts()
    if beat.stage:
        _reach(left, left.story.stage, beat.stage)
    _trace_all(left, beat.when, parts)
    left.tracing = left.tracing[:-1]
    left.add(*key, parts.errand(now=not left.blocked), 1.0)


def _reach(left: Left, start: str, goal: str) -> None:
    """Put on the list what leads from stage to stage."""
    route = left.leads.routes.get((start, goal))
    if route is None:
        left.give_up()
        return
    for stage, following in zip((start, *route), route, strict=False):
        key = ("way", f"{stage} {following}")
        if key in left.errands:
            left.blocked = True
            continue
        if key in left.tracing:
            left.give_up()
            return
        left.tracing = (*left.tracing, key)
        left.blocked, parts = stage != left.story.stage, Parts()
        left.cheapest([_walking(way) for way in left.leads.ways[stage] if way.to == following], parts)
        left.tracing = left.tracing[:-1]
        left.add(*key, parts.errand(now=not left.blocked), 0.5)


def _walking(way: Way) -> Path:
    def go(left: Left, parts: Parts) -> None:
        if way.beat is not None:
            _beat(left, way.beat)
        elif way.when is not None:
            _trace_all(left, way.when, parts)

    return go


def _know(left: Left, fact: str) -> None:
    if fact not in left.story.known:
        _one_of(left, left.leads.tellers.get(fact, ()))


def _one_of(left: Left, beats: tuple[Beat, ...]) -> None:
    """Put on the list that one of these beats is said, the nearest."""
    if any(("beat", beat.id) in left.errands for beat in beats):
        left.blocked = True
        return
    usable = [beat for beat in beats if beat.repeat or beat.id not in left.story.said]
    if len(usable) == 1:
        _beat(left, usable[0])
    else:
        left.cheapest([_hearing(beat) for beat in usable], Parts())


def _hearing(beat: Beat) -> Path:
    return lambda left, _parts: _beat(left, beat)


def _say(left: Left, condition: Condition, parts: Parts) -> None:
    """One of these is to be heard in the reply."""
    fair = [what for what in condition.ids if what in left.leads.sayable]
    if fair:
        parts.does.append(fair[left.turn % len(fair)])
    else:
        left.give_up()


def _say_each(left: Left, condition: Condition, _parts: Parts) -> None:
    """Each of these is to be heard at some time, this reply included."""
    for what in condition.ids:
        times = condition.number - left.story.heard.get(what, 0) if condition.word == "heard_times" else 1
        if what not in left.leads.sayable:
            left.give_up()
        elif what not in left.story.heard or condition.word == "heard_times":
            # What only the ending waits for can be said at the end; what a line waits for belongs to the matter.
            left.add("say" if left.tracing else "close", what, Errand((what,)), float(times))


def _ask(left: Left, condition: Condition, parts: Parts) -> None:
    fresh = [fact for fact in condition.ids if fact not in left.story.known]
    if fresh:
        parts.asks.append(fresh[left.turn % len(fresh)])
    else:
        left.give_up()


def _offer(left: Left, condition: Condition, parts: Parts) -> None:
    allowed = [remedy for remedy in condition.ids if remedy in left.leads.offerable]
    left.cheapest([_offering(remedy) for remedy in allowed], parts)


def _offering(remedy: str) -> Path:
    def offer(left: Left, parts: Parts) -> None:
        for fact in left.leads.remedies[remedy].needs:
            _know(left, fact)
        parts.offers.append(remedy)

    return offer


def _know_each(left: Left, condition: Condition, _parts: Parts) -> None:
    for fact in condition.ids:
        _know(left, fact)


def _agree_each(left: Left, condition: Condition, _parts: Parts) -> None:
    for remedy in condition.ids:
        if remedy not in left.story.agreed:
            _one_of(left, left.leads.takers[remedy])


def _agree_any(left: Left, condition: Condition, _parts: Parts) -> None:
    _one_of(left, tuple(beat for remedy in condition.ids for beat in left.leads.takers[remedy]))


def _hear_line(left: Left, condition: Condition, _parts: Parts) -> None:
    _beat(left, left.leads.beats[condition.ids[0]])


def _cool(left: Left, condition: Condition, _parts: Parts) -> None:
    gap, anger = left.story.temper - condition.number, left.leads.scenario.anger
    if condition.number < anger.calmest:
        left.give_up()
        return
    # The lowest wish decides how long it takes; the others cost nothing more.
    further = min([gap, *(errand.cool_to - condition.number for errand in left.errands.values() if errand.cool_to >= 0)])
    blocked = left.blocked or gap > anger.most_down_per_turn
    left.add("cool", str(condition.number), Errand(cool_to=condition.number), max(0, further) / COOLED_A_TURN)
    left.blocked = blocked


def _heat(left: Left, _condition: Condition, _parts: Parts) -> None:
    left.add("heat", "", Errand(now=False), HEATING)


def _mood(left: Left, condition: Condition, parts: Parts) -> None:
    ranges = [left.leads.moods[mood] for mood in condition.ids if mood in left.leads.moods]
    if any(least <= left.story.temper <= most + 499 for least, most in ranges):
        return
    below = [most for _, most in ranges if most < left.story.temper]
    if below:
        _cool(left, Condition("anger_at_most", number=max(below)), parts)
    else:
        _heat(left, condition, parts)


def _wait(left: Left, condition: Condition, _parts: Parts) -> None:
    passed = left.story.turns if condition.word == "turns_at_least" else left.story.turns_in_stage
    if passed + 1 < condition.number:
        left.add("wait", f"{condition.word} {condition.number}", Errand(), WAITING * (condition.number - passed))


def _never(left: Left, _condition: Condition, _parts: Parts) -> None:
    left.give_up()


Wanted = Callable[[Left, Condition, Parts], None]

#: What each word of the vocabulary wants where it does not hold; missing: nothing can make it true any more.
WANTED: Mapping[str, Wanted] = {
    "heard": _say,
    "heard_any": _say,
    "asked": _ask,
    "asked_any": _ask,
    "offered": _offer,
    "offered_any": _offer,
    "heard_before": _say_each,
    "heard_before_all": _say_each,
    "heard_times": _say_each,
    "knows": _know_each,
    "knows_all": _know_each,
    "agreed": _agree_each,
    "agreed_all": _agree_each,
    "agreed_any": _agree_any,
    "said": _hear_line,
    "anger_at_most": _cool,
    "anger_at_least": _heat,
    "mood": _mood,
    "mood_any": _mood,
    "turns_at_least": _wait,
    "turns_in_stage_at_least": _wait,
}
#: What is wanted where the other must not hold (inside ``none_of``).
OPPOSITES: Mapping[str, str] = {
    "missing": "knows",
    "missing_any": "knows_all",
    "not_agreed": "agreed",
    "never_heard": "heard_before",
    "not_said": "said",
    "anger_at_least": "anger_at_most",
}
ABOUT_THE_REPLY = frozenset("heard heard_any asked asked_any talking_seconds_at_least silence_seconds_at_least".split())
