"""The gates: what a scenario promises to every trainee before a person hears it (scenario-format 5.4, decisions 4).

"Best" means one of the best endings everywhere. A gate is no matter of taste: it has a figure, and the worst case in words.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import median

from simulator.call.conditions import whole_points
from simulator.robots.explore import TURNS_LEFT, Explored
from simulator.robots.farm import Farm
from simulator.robots.leads import leads_of
from simulator.robots.outcomes import Came, Job, outcomes
from simulator.robots.playing import PlayedCall, latest_turn, play
from simulator.robots.trainees import TRAINEES
from simulator.robots.walks import Walks
from simulator.scenario.model import Scenario

CALM_CALLS = 200
RUDE_CALLS = 2_000
CHEAP_CALLS = 20
SLIPPING_CALLS = 2_000
SPOKEN_CALM, SPOKEN_RUDE = 200, 50
#: Of a hundred.
RUDE_ENDS, SLIPS_FORGIVEN, SPOKEN_BEST = 90, 75, 90
#: A call is to be solved within so many turns a minute that it is meant to take.
TURNS_A_MINUTE = 2
#: One bad sentence must not end a call: the rude robot is not hung up on before this turn.
EARLIEST_HANGUP = 3
CUT_SHORT = frozenset({"hung_up", "agent_ended"})
#: Tricks that must not win.
CHEAP = ("silent", "sorry-only", "form-filler")

Pair = tuple[Job, Came]


@dataclass(frozen=True, slots=True)
class Gate:
    """One promise, and whether it holds."""

    #: "G1" to "G8".
    id: str
    #: "calm handling reaches the best ending"
    name: str
    passed: bool
    #: "200 of 200 calls, in 10 to 13 turns"
    figure: str
    #: The worst case in words; empty where all is well.
    worst: str = ""
    #: The worst case as a call from the start, where it is one.
    call: PlayedCall | None = None


@dataclass(frozen=True, slots=True)
class _Trial:
    """What all gates need."""

    scenario: Scenario
    walks: Walks
    explored: Explored
    seed: int
    farm: Farm
    best: frozenset[str]

    def play(self, jobs: Sequence[Job]) -> list[Came]:
        return outcomes(self.farm, self.scenario, jobs)

    def from_start(self, robot: str, calls: int, in_words: bool = False) -> list[Job]:
        return [Job(robot, self.seed + number, in_words=in_words) for number in range(calls)]


def run_gates(
    scenario: Scenario, walks: Walks, explored: Explored, seed: int = 0, processes: int = 2, only: Collection[str] = ()
) -> tuple[Gate, ...]:
    """Return the eight gates in order, or those with these ids."""
    best = frozenset(ending.id for ending in scenario.best_endings())
    with Farm(processes) as farm:
        trial = _Trial(scenario, walks, explored, seed, farm, best)
        return tuple(judge(trial) for id_, judge in _GATES.items() if not only or id_ in only)


def _calm(trial: _Trial) -> Gate:
    limit = TURNS_A_MINUTE * trial.scenario.length_ms // 60_000
    jobs = trial.from_start("calm", CALM_CALLS)
    came = trial.play(jobs)
    turns = [each.turns for each in came if each.ending in trial.best]
    figure = f"{len(turns)} of {len(came)} calls" + (f", in {min(turns)} to {max(turns)} turns (limit {limit})" if turns else "")
    name = "calm handling reaches the best ending"
    return _gate(trial, "G1", name, figure, _pairs(jobs, came), lambda each: each.ending in trial.best and each.turns <= limit)


def _calm_from_anywhere(trial: _Trial) -> Gate:
    latest = latest_turn(trial.scenario)
    samples = [*trial.walks.samples, *trial.explored.samples]
    jobs = [Job("calm", each.seed, each.story) for each in samples if latest - each.story.turns >= TURNS_LEFT]
    came = trial.play(jobs)
    turns = [each.turns for each in came if each.ending in trial.best]
    pairs = _pairs(jobs, came)
    declared = sum(_declared(trial, each) for each in came)
    handed_over = sum(_handed_over(trial, job, each) for job, each in pairs)
    figure = f"{len(turns):,} of {len(came):,} moments" + (f" (median {median(turns):.0f}, most {max(turns)} turns)" if turns else "")
    figure += f"; {declared:,} partial behind a line that says so" if declared else ""
    figure += f"; {handed_over:,} handed over as the agent had offered" if handed_over else ""
    failed = [
        (job, each)
        for job, each in pairs
        if each.ending not in trial.best and not _declared(trial, each) and not _handed_over(trial, job, each)
    ]
    worst = _moment_words(*failed[0]) if failed else ""
    return Gate("G2", "calm handling reaches the best ending from anywhere", bool(came) and not failed, figure, worst)


def _declared(trial: _Trial, came: Came) -> bool:
    """Return whether a line of the file says that the best endings are out of reach from here, and a partial one was reached."""
    return trial.best <= came.closed_off and came.kind == "partial"


def _handed_over(trial: _Trial, job: Job, came: Came) -> bool:
    """Return whether the caller took a hand-over that had been offered before this moment: that cannot be taken back."""
    if job.story is None or came.ending in trial.best or came.kind != "escalated":
        return False
    agreed = leads_of(trial.scenario).agreed_in.get(came.ending, frozenset())
    return not agreed.isdisjoint(job.story.on_table)


def _rude(trial: _Trial) -> Gate:
    jobs = [*trial.from_start("rude", CALM_CALLS), *trial.from_start("random-rude", RUDE_CALLS - CALM_CALLS)]
    came = trial.play(jobs)
    cut = [each.turns for each in came if each.kind in CUT_SHORT]
    earliest = min(each.turns for each in came[:CALM_CALLS])
    figure = f"{len(cut):,} of {len(came):,} calls" + (f", after {min(cut)} to {max(cut)} turns" if cut else "")
    gate = _gate(trial, "G3", "rude handling is hung up on", figure, _pairs(jobs, came), lambda each: each.kind in CUT_SHORT)
    if gate.passed and earliest < EARLIEST_HANGUP:
        worst = f"A rude agent is hung up on after {earliest} turns already."
        return replace(gate, passed=False, worst=worst, call=_again(trial, jobs[0]))
    return gate


def _rude_from_anywhere(trial: _Trial) -> Gate:
    jobs = [Job("rude", each.seed, each.story) for each in trial.walks.samples]
    came = trial.play(jobs)
    cut = sum(each.kind in CUT_SHORT for each in came)
    won = [pair for pair in _pairs(jobs, came) if pair[1].ending in trial.best]
    other = [pair for pair in _pairs(jobs, came) if pair[1].kind not in CUT_SHORT]
    passed = bool(came) and 100 * cut >= RUDE_ENDS * len(came) and not won
    worst = "" if passed or not other else _moment_words(*(won or other)[0])
    figure = f"{cut:,} of {len(came):,} moments, {len(won)} best endings"
    return Gate("G4", "rude handling is hung up on from anywhere", passed, figure, worst)


def _never_silent(trial: _Trial) -> Gate:
    silent, turns = sum(trial.walks.silent.values()) + trial.explored.silent, trial.walks.turns
    worst = ""
    if trial.walks.silent:
        (stage, mood), times = max(trial.walks.silent.items(), key=lambda item: item[1])
        worst = f"Nothing to say {times:,} times in stage {stage} when {mood}."
    elif silent:
        worst = f"Nothing to say {silent:,} times while exploring."
    return Gate("G5", "the caller always has something to say", not silent, f"{silent:,} silent of {turns:,} turns", worst)


def _no_trick(trial: _Trial) -> Gate:
    jobs = [job for robot in CHEAP for job in trial.from_start(robot, CHEAP_CALLS)]
    came = trial.play(jobs)
    won = sum(each.ending in trial.best for each in came)
    figure = f"{won} of {len(came)} calls won by {', '.join(CHEAP)}"
    return _gate(trial, "G6", "no cheap trick wins", figure, _pairs(jobs, came), lambda each: each.ending not in trial.best)


def _forgiving(trial: _Trial) -> Gate:
    jobs = trial.from_start("slips", SLIPPING_CALLS)
    pairs = _pairs(jobs, trial.play(jobs))
    return _share(trial, "G7", "a calm agent with a slip in four turns is forgiven", pairs, SLIPS_FORGIVEN)


def _in_words(trial: _Trial) -> Gate:
    jobs = [*trial.from_start("calm", SPOKEN_CALM, True), *trial.from_start("rude", SPOKEN_RUDE, True)]
    pairs = _pairs(jobs, trial.play(jobs))
    rude_won = sum(came.ending in trial.best for _, came in pairs[SPOKEN_CALM:])
    name = "in words and heard by the program, calm wins and rude does not"
    gate = _share(trial, "G8", name, pairs[:SPOKEN_CALM], SPOKEN_BEST)
    figure = f"{gate.figure}; {rude_won} of {SPOKEN_RUDE} rude ones"
    worst = gate.worst or ("A rude agent won." if rude_won else "")
    return replace(gate, passed=gate.passed and not rude_won, figure=figure, worst=worst)


_GATES: Mapping[str, Callable[[_Trial], Gate]] = {
    "G1": _calm,
    "G2": _calm_from_anywhere,
    "G3": _rude,
    "G4": _rude_from_anywhere,
    "G5": _never_silent,
    "G6": _no_trick,
    "G7": _forgiving,
    "G8": _in_words,
}


def _pairs(jobs: Sequence[Job], came: Sequence[Came]) -> list[Pair]:
    return list(zip(jobs, came, strict=True))


def _share(trial: _Trial, id_: str, name: str, pairs: list[Pair], least: int) -> Gate:
    """Return the gate that so many of a hundred calls reach a best ending."""
    won = sum(came.ending in trial.best for _, came in pairs)
    figure = f"{won:,} of {len(pairs):,} calls, {100 * won / len(pairs):.0f} % (at least {least} %)"
    gate = _gate(trial, id_, name, figure, pairs, lambda came: came.ending in trial.best)
    return replace(gate, passed=True, worst="", call=None) if 100 * won >= least * len(pairs) else gate


def _gate(trial: _Trial, id_: str, name: str, figure: str, pairs: list[Pair], well: Callable[[Came], bool]) -> Gate:
    """Return the gate that all these calls from the start come out well."""
    failed = next(((job, came) for job, came in pairs if not well(came)), None)
    if failed is None:
        return Gate(id_, name, True, figure)
    job, came = failed
    worst = f"{job.robot} with seed {job.seed} ended at '{came.ending or 'no ending'}' after {came.turns} turns."
    return Gate(id_, name, False, figure, worst, None if job.in_words else _again(trial, job))


def _again(trial: _Trial, job: Job) -> PlayedCall:
    return play(trial.scenario, TRAINEES[job.robot], job.seed)


def _moment_words(job: Job, came: Came) -> str:
    story = job.story
    if story is None:
        return ""
    said = ", ".join(list(story.said)[-3:]) or "nothing"
    return (
        f"From turn {story.turns} in stage {story.stage} at anger {whole_points(story.temper)} (last said: {said}), "
        f"{job.robot} with seed {job.seed} ended at '{came.ending or 'no ending'}' after {came.turns} more turns."
    )

