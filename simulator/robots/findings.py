"""What robots found in a scenario, as findings of the linter with their place in the file: SC701 to SC709, and how often of SC601.

They are stored in the call map; ``lint`` shows those of the stored map while the file is still the same to the byte (decisions 4).
"""

from __future__ import annotations

from simulator.authored.tree import Block
from simulator.robots.findings_places import condition_of, item_of, key_of, line_of
from simulator.robots.findings_score import scored
from simulator.robots.findings_trap import traps
from simulator.robots.playing import PlayedCall
from simulator.robots.robot_run import RobotRun
from simulator.scenario.lint_finding import Findings, LintFinding
from simulator.scenario.suppression import without_allowed

#: Robot -> the trick that it tries; none of them may reach the best ending.
_TRICKS = {"sorry-only": "sorry", "silent": "silent", "form-filler": "forms"}
#: How a call ends for an agent who is rude.
_LOST = ("hung_up", "agent_ended")
#: A condition looked at less often than this in all walks proves nothing; nor does a gap that happened less often in 1,000 calls.
LEAST_LOOKS = 100
LEAST_GAPS = 10


def findings_of(run: RobotRun, tree: Block, file: str, text: str) -> tuple[LintFinding, ...]:
    """Return what the robots found, in the order of the file; ``tree`` and ``text`` are the scenario's, ``file`` its name."""
    findings = Findings(file)
    _bots(run, tree, findings)
    _lines_and_endings(run, tree, findings)
    _conditions(run, tree, findings)
    _moods(run, tree, findings)
    _saved_calls(run, tree, findings)
    allowed = without_allowed(findings.in_order(), {file: text})
    return tuple(finding for finding in allowed if is_from_robots(finding.code))


def is_from_robots(code: str) -> bool:
    """Return whether only robots can find it, or find out how often."""
    return code.startswith("SC7") or code == "SC601"


def _bots(run: RobotRun, tree: Block, findings: Findings) -> None:
    """Add what single robots showed: that a calm one fails, a rude one is not hung up on, a trick wins, a promiser passes."""
    best = {ending.id for ending in run.scenario.best_endings()}
    calm, rude = _worst(run, "G1", "calm"), _worst(run, "G3", "rude")
    if calm is not None and calm.ending not in best:
        _add_calm(run, calm, tree, findings)
    if rude is not None and rude.kind not in _LOST:
        at, variant = (item_of(tree, "endings", rude.ending), "main") if rude.ending else (key_of(tree, "endings"), "open")
        findings.add("SC702", at, variant, ending=rude.ending, turns=str(rude.turns))
    for bot, variant in _TRICKS.items():
        call = run.bots.get(bot)
        if call is not None and call.ending in best:
            findings.add("SC707", item_of(tree, "endings", call.ending), variant, ending=call.ending)
    if "promiser" in run.bots:
        card = scored(run.scenario, run.bots["promiser"])
        if card.passed:
            findings.add("SC708", key_of(tree, "policy"), score=str(card.score), mark=str(card.pass_mark))


def _add_calm(run: RobotRun, calm: PlayedCall, tree: Block, findings: Findings) -> None:
    details = {"ending": calm.ending, "turns": str(calm.turns), "stage": calm.story.stage}
    findings.add("SC701", key_of(tree, "anger"), "main" if calm.ending else "open", **details)


def _worst(run: RobotRun, gate_id: str, bot: str) -> PlayedCall | None:
    """Return the call that shows why a gate failed, else the robot's own call."""
    gate = next((gate for gate in run.gates if gate.id == gate_id), None)
    return gate.call if gate is not None and not gate.passed and gate.call is not None else run.bots.get(bot)


def _lines_and_endings(run: RobotRun, tree: Block, findings: Findings) -> None:
    """Add what was never said or reached, where the caller was silent, and after which line nothing helps."""
    walks = run.walks
    if walks is None:
        return
    calls = f"{walks.count:,}"
    for beat in (*run.scenario.beats, *run.scenario.reactions):
        if not walks.hits.get(beat.id):
            findings.add("SC704", line_of(tree, beat.id), "beat", id=beat.id, calls=calls)
    for ending in run.scenario.endings:
        if not walks.ended(ending.id):
            findings.add("SC704", item_of(tree, "endings", ending.id), "ending", id=ending.id, calls=calls)
    for stage, mood in walks.silent:
        findings.add("SC706", item_of(tree, "stages", stage), calls=calls, stage=stage, mood=mood)
    if run.explored is not None and not any(gate.id == "G2" and gate.passed for gate in run.gates):
        best = ", ".join(ending.id for ending in run.scenario.best_endings())
        for line in traps(run.scenario, (*walks.samples, *run.explored.samples)):
            findings.add("SC703", line_of(tree, line), beat=line, ending=best)


def _conditions(run: RobotRun, tree: Block, findings: Findings) -> None:
    if run.walks is None:
        return
    for each in run.walks.conditions:
        looks = each.true + each.false
        if looks >= LEAST_LOOKS and not (each.true and each.false):
            at = condition_of(tree, each.where, each.condition)
            findings.add("SC705", at, "always" if each.true else "never", condition=each.condition, calls=f"{run.walks.count:,}")


def _moods(run: RobotRun, tree: Block, findings: Findings) -> None:
    """Add how often a line of another mood had to be used (SC601, which the linter finds without knowing how often)."""
    walks = run.walks
    lines = {beat.id for beat in (*run.scenario.beats, *run.scenario.reactions)}
    gaps = sorted(walks.gaps.items(), key=lambda gap: -gap[1]) if walks else ()
    for (beat, mood), times in gaps:
        if walks is not None and beat in lines and times * 1000 >= LEAST_GAPS * walks.count:
            details = {"line": beat, "mood": mood, "times": f"{times:,}", "calls": f"{walks.count:,}"}
            findings.add("SC601", line_of(tree, beat, "say"), "often", **details)


def _saved_calls(run: RobotRun, tree: Block, findings: Findings) -> None:
    reached = {line for result in run.fixtures or () for line in result.said}
    for beat in (*run.scenario.beats, *run.scenario.reactions) if run.fixtures is not None else ():
        if beat.id not in reached:
            findings.add("SC709", line_of(tree, beat.id), id=beat.id)
