"""The calm robot's choice: among the moves that a calm, correct agent could make now, one after which little is left to do.

It looks one step ahead: the engine is pure, so a move is tried on the story itself, with everything that the scenario puts in its way. The
errands of the goal come first; the first that brings the call on by a turn's worth is taken. If none does, the best of all good moves is.
The seed varies the order of questions and the skills beside them; a fault is never tried, and one fact is asked for at a time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from simulator.call.chance import pick
from simulator.call.state import Story
from simulator.call.story import play_turn
from simulator.call.temper import REPEAT_TURNS
from simulator.robots.errands import add_needed_facts, left_to
from simulator.robots.leads import Leads, leads_of
from simulator.robots.left import IMPOSSIBLE, Errand, Left
from simulator.robots.manners import LAST_WORDS, SHOWN_IN
from simulator.robots.move import Move, Standing, signals_of_move
from simulator.scenario.model import Ending

#: What is left to do must shrink by this much for a move to be taken at once.
A_STEP = 0.9
#: The call is over, and not as it should be.
SPOILT = 100 * IMPOSSIBLE
#: What a thousandth of temper is worth where two moves leave the same to do.
TEMPER_WORTH = 1e-6
MOST_LET_VENT = 3


@dataclass(frozen=True, slots=True)
class Plan:
    """What is left to do now, for which endings."""

    leads: Leads
    goals: tuple[Ending, ...]
    left: Left


@dataclass(frozen=True, slots=True)
class Ahead:
    """A move, the story after it, and what would be left to do then; less is better."""

    move: Move
    story: Story
    worth: float
    #: None: the call is over.
    left: Left | None


def calm_move(standing: Standing, goals: tuple[Ending, ...] = ()) -> Move:
    """Return what a calm, correct agent does next; towards ``goals`` where they are given, else towards the best endings."""
    return _best_ahead(standing, plan_for(standing, goals)).move


def calm_to_the_end(standing: Standing, most_turns: int) -> tuple[Story, int]:
    """Return the story at the end of a call that is handled calmly from here, and the turns that it took.

    The same as playing the calm robot turn by turn, without looking at anything twice.
    """
    plan, turns = plan_for(standing), 0
    while not standing.story.ending and turns < most_turns:
        ahead = _best_ahead(standing, plan)
        standing, turns = replace(standing, story=ahead.story), turns + 1
        goals = open_goals(plan.leads, standing)
        plan = Plan(plan.leads, goals, ahead.left) if ahead.left and goals == plan.goals else plan_for(standing)
    return standing.story, turns


def _best_ahead(standing: Standing, plan: Plan) -> Ahead:
    best: Ahead | None = None
    tried: set[Move] = set()
    for moves in (_errand_moves(plan, standing), _all_good_moves(plan, standing)):
        for move in moves:
            if move in tried:
                continue
            tried.add(move)
            ahead = _ahead(plan, standing, move)
            if ahead.worth <= plan.left.cost - A_STEP:
                return ahead
            if best is None or ahead.worth < best.worth:
                best = ahead
        if best is not None and best.worth < plan.left.cost - TEMPER_WORTH * standing.story.temper:
            break
    return best or _ahead(plan, standing, Move())


def politer(standing: Standing, move: Move, before: tuple[str, ...], behind: tuple[str, ...]) -> Move:
    """Return the move with those of these courtesies, before or behind it, that do not leave more to do than the move alone."""
    plan = plan_for(standing)
    worth = _ahead(plan, standing, move).worth
    for courtesy in (*before, *behind):
        does = (courtesy, *move.does) if courtesy in before else (*move.does, courtesy)
        with_it = Move(does, move.asks, move.offers)
        if courtesy not in move.does and _ahead(plan, standing, with_it).worth <= worth:
            move = with_it
    return move


def plan_for(standing: Standing, goals: tuple[Ending, ...] = ()) -> Plan:
    """Return what is left to do at this moment: for the nearest of the best endings, or of the partial ones where those are closed off."""
    leads = leads_of(standing.scenario)
    chosen = goals or open_goals(leads, standing)
    return Plan(leads, chosen, _nearest(leads, chosen, standing.story, _turn(standing)))


def _turn(standing: Standing) -> int:
    """Return the number that chooses between skills of equal right, the same in the whole call."""
    return pick(standing.seed, 0, "skills", 1000)


def open_goals(leads: Leads, standing: Standing) -> tuple[Ending, ...]:
    """Return the best endings that are not closed off, else the partial ones."""
    best = tuple(ending for ending in leads.best if ending.id not in standing.story.closed_off)
    return best or tuple(ending for ending in standing.scenario.endings if ending.kind == "partial")


def _nearest(leads: Leads, goals: Iterable[Ending], story: Story, turn: int) -> Left:
    best: Left | None = None
    for goal in goals:
        left = left_to(goal, leads, story, turn)
        if best is None or left.cost < best.cost:
            best = left
    if best is None:
        return Left(leads, story, turn)
    add_needed_facts(best)
    return best


def _ahead(plan: Plan, standing: Standing, move: Move) -> Ahead:
    scenario, caller = standing.scenario, standing.personality
    story, _ = play_turn(scenario, caller, standing.story, signals_of_move(move, scenario), standing.seed)
    if story.ending:
        return Ahead(move, story, _worth_of_end(plan, story), None)
    left = _nearest(plan.leads, plan.goals, story, plan.left.turn)
    return Ahead(move, story, left.cost + TEMPER_WORTH * story.temper, left)


def _worth_of_end(plan: Plan, story: Story) -> float:
    """Return what it is worth that the call is over: a goal is best; where partial endings are the goal, any of them will do."""
    if any(goal.id == story.ending for goal in plan.goals):
        return -1.0
    settled = story.kind == "partial" and any(goal.kind == "partial" for goal in plan.goals)
    return -0.5 if settled else SPOILT


def _errand_moves(plan: Plan, standing: Standing) -> Iterator[Move]:
    """Yield the moves that do what is left to do, as far as it can be done now; the talk about the matter before closing words."""
    ready = [(kind, errand) for (kind, _), errand in plan.left.errands.items() if errand.now]
    matter = [errand for kind, errand in ready if kind != "close" and (errand.asks or errand.offers or errand.does)]
    last = [errand for kind, errand in ready if kind == "close"]
    if len(matter) > 1 and not matter[0].offers:
        first = pick(standing.seed, standing.story.turns, "matter", len(matter))
        matter = matter[first:] + matter[:first]
    closing = _place_of(plan.leads, standing) == "closing"
    manners = _manners(plan.leads, standing)
    for errand in (*last, *matter) if closing else matter:
        yield _move(errand, manners if errand.does else skills_beside(plan.leads, standing))
        yield _move(errand, ())
    yield Move(does=soothing(plan.leads, standing))
    yield Move(does=skills_beside(plan.leads, standing))
    for errand in () if closing else last:
        yield _move(errand, ())


def _move(errand: Errand, beside: tuple[str, ...]) -> Move:
    return Move(tuple(dict.fromkeys((*beside, *errand.does))), errand.asks[:1], errand.offers)


def _all_good_moves(plan: Plan, standing: Standing) -> Iterator[Move]:
    """Yield every single thing that a calm agent may do here."""
    story, scenario = standing.story, standing.scenario
    for skill in good_skills(plan.leads, standing):
        yield Move(does=(skill,))
    for errand in plan.left.errands.values():
        if errand.does or errand.asks or errand.offers:
            yield _move(errand, ())
    for fact in scenario.facts:
        if fact.id not in story.known:
            yield Move(asks=(fact.id,))
    for remedy in scenario.policy.remedies:
        if remedy.agent_may != "never" and remedy.id not in story.agreed and story.known.issuperset(remedy.needs):
            yield Move(offers=(remedy.id,))


def good_skills(leads: Leads, standing: Standing) -> tuple[str, ...]:
    """Return everything that a calm agent may say here at any time; an admission only where there is something to admit."""
    allowed = leads.sayable - LAST_WORDS
    if standing.scenario.company_at_fault not in ("yes", "partly"):
        allowed -= {"admit_fault"}
    if standing.story.heard.get("let_vent", 0) >= MOST_LET_VENT or _place_of(leads, standing) != "venting":
        allowed -= {"let_vent"}
    return tuple(sorted(allowed))


def _place_of(leads: Leads, standing: Standing) -> str:
    return leads.stages[standing.story.stage].place


def _fresh_skills(leads: Leads, standing: Standing) -> list[str]:
    """Return the skills for this part of the call, those that were not shown of late before the others."""
    story = standing.story
    shown = SHOWN_IN[leads.stages[story.stage].place]
    at_fault = standing.scenario.company_at_fault in ("yes", "partly")
    fair = [skill for skill in shown if at_fault or skill != "admit_fault"]
    fresh = [skill for skill in fair if _is_fresh(skill, story)]
    return fresh + [skill for skill in fair if skill not in fresh]


def _is_fresh(skill: str, story: Story) -> bool:
    """Return whether it was not shown of late; a caller's name in every other sentence is a mannerism."""
    if skill == "use_name":
        return skill not in story.heard
    return story.turns + 1 - story.last_heard.get(skill, -9) > REPEAT_TURNS


def skills_beside(leads: Leads, standing: Standing) -> tuple[str, ...]:
    """Return the skill that is shown beside the matter: one that fits the part of the call, by seed; manners first."""
    skills = _fresh_skills(leads, standing)
    choice = skills[: max(2, len(skills) // 2)]
    skill = choice[pick(standing.seed, standing.story.turns, "beside", len(choice))]
    return (*_manners(leads, standing), skill)


def soothing(leads: Leads, standing: Standing) -> tuple[str, ...]:
    """Return the two skills that soothe this caller most at this moment."""
    soothers = standing.personality.soothers
    skills = _fresh_skills(leads, standing)
    fresh = sorted(skills[: max(4, len(skills) // 2)], key=lambda skill: soothers.get(skill, 0))
    first = pick(standing.seed, standing.story.turns, "soothing", 2) if len(fresh) > 2 else 0
    return (*_manners(leads, standing), *fresh[first : first + 2])


def _manners(leads: Leads, standing: Standing) -> tuple[str, ...]:
    """Return what goes without saying: a greeting in the first reply (decisions 8), and that the caller may finish while venting."""
    story = standing.story
    greeting = ("greet",) if story.turns == 0 and "greet" not in story.heard else ()
    venting = _place_of(leads, standing) == "venting" and story.heard.get("let_vent", 0) < MOST_LET_VENT
    return (*greeting, "let_vent") if venting else greeting
