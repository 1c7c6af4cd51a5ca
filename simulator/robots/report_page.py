"""What stands on the robots' report, as words and figures: the template only lays it out."""

from __future__ import annotations

from simulator.call.conditions import whole_points
from simulator.robots.findings import LEAST_LOOKS
from simulator.robots.fixtures import FixtureResult
from simulator.robots.gates import Gate
from simulator.robots.playing import PlayedCall
from simulator.robots.report_lines import rare, stage_parts
from simulator.robots.report_parts import (
    FAILED,
    PASSED,
    BotRow,
    EndingRow,
    FindingRow,
    FixtureRow,
    GateRow,
    Mark,
    Page,
    Path,
    PathStep,
)
from simulator.robots.report_retold import reply_words, retold
from simulator.robots.report_strip import strip_of
from simulator.robots.report_words import DOES, PROMISES, many
from simulator.robots.robot_run import RobotRun
from simulator.robots.walks import Walks
from simulator.scenario.lint_finding import LintFinding
from simulator.scenario.model import Scenario

#: More findings than this are counted, not listed: tips about saved calls can be many.
_MOST_FINDINGS = 40
#: Turns that are shown of a long call.
_FIRST, _LAST = 4, 12
_MARKS = {"error": Mark("✗", "error", "bad"), "warning": Mark("▲", "warning", "mixed"), "tip": Mark("○", "tip", "quiet")}


def page_of(run: RobotRun) -> Page:
    """Return the report's words and figures."""
    scenario, walks = run.scenario, run.walks
    more = len(run.findings) - _MOST_FINDINGS
    return Page(
        title=scenario.title,
        chips=(f"{scenario.id} {scenario.version}", f"seed {run.seed}"),
        headline=headline(run),
        summary=_summary(run),
        figures=tuple(_figures(run)),
        findings=tuple(_finding(each) for each in _gravest_first(run.findings)[:_MOST_FINDINGS]),
        more_findings=f"And {many(more, 'more finding', 'more findings')} of this kind." if more > 0 else "",
        gates=tuple(_gate(gate) for gate in run.gates),
        bots=tuple(_bot(name, call) for name, call in run.bots.items()),
        fixtures=tuple(_fixture(result) for result in run.fixtures or ()),
        calls=f"{walks.count:,}" if walks else "",
        moods=tuple(scenario.anger.moods),
        stages=stage_parts(scenario, walks, run.fixtures) if walks else (),
        rare=rare(scenario, walks) if walks else (),
        endings=_endings(scenario, walks) if walks else (),
        paths=_paths(scenario, walks) if walks else (),
        conditions=_conditions(walks) if walks else (),
        exploration=_exploration(run),
        difference=run.difference,
        foot=f"Made by robots with seed {run.seed} from the file whose SHA-256 begins with {scenario.sha256[:16]}. "
        "The same file, seed and program give the same report.",
    )


def headline(run: RobotRun) -> str:
    """Return the one sentence that says how it came out."""
    failed = [gate.id for gate in run.gates if not gate.passed]
    broken = [result for result in run.fixtures or () if not result.passed]
    parts = []
    if failed:
        parts.append(f"{many(len(failed), 'gate')} of {len(run.gates)} failed: {', '.join(failed)}")
    if broken:
        parts.append(f"{many(len(broken), 'saved call')} of {len(run.fixtures or ())} failed")
    if parts:
        return "; ".join(parts) + "."
    if run.gates:
        return "Every gate passed" + (", and every saved call." if run.fixtures else ".")
    return "Every saved call passed." if run.fixtures else "Nothing failed in the parts that were played."


def _summary(run: RobotRun) -> str:
    parts = [many(len(run.scenario.beats) + len(run.scenario.reactions), "line"), many(len(run.scenario.endings), "ending")]
    if run.walks:
        parts.append(f"{run.walks.count:,} walks with {run.walks.turns:,} turns")
    if run.fixtures is None:
        parts.append("no saved calls")
    return " · ".join(parts)


def _figures(run: RobotRun) -> list[tuple[str, str]]:
    found = []
    if run.gates:
        found.append(("Gates passed", f"{sum(gate.passed for gate in run.gates)} of {len(run.gates)}"))
    if run.fixtures:
        found.append(("Saved calls passed", f"{sum(result.passed for result in run.fixtures)} of {len(run.fixtures)}"))
    if run.walks:
        lines = [beat.id for beat in (*run.scenario.beats, *run.scenario.reactions)]
        found.append(("Lines reached", f"{sum(run.walks.hits.get(line, 0) > 0 for line in lines)} of {len(lines)}"))
        endings = [ending.id for ending in run.scenario.endings]
        found.append(("Endings reached", f"{sum(run.walks.ended(ending) > 0 for ending in endings)} of {len(endings)}"))
        found.append(("Silent turns", f"{sum(run.walks.silent.values()):,}"))
    if run.explored:
        found.append(("States looked at", f"{run.explored.checked:,}"))
    return found


def _gravest_first(findings: tuple[LintFinding, ...]) -> list[LintFinding]:
    return sorted(findings, key=lambda each: (list(_MARKS).index(each.severity), each.line, each.code))


def _finding(each: LintFinding) -> FindingRow:
    return FindingRow(each.line, each.severity, each.message, each.code, _MARKS[each.severity])


def _gate(gate: Gate) -> GateRow:
    return GateRow(gate.id, PROMISES.get(gate.id, gate.name), gate.figure, gate.worst, PASSED if gate.passed else FAILED)


def _bot(name: str, call: PlayedCall) -> BotRow:
    kind = call.kind.replace("_", " ")
    ended = call.ending or "no ending"
    if call.ending and kind != call.ending.replace("-", " "):
        ended += f" ({kind})"
    return BotRow(name, DOES.get(name, ""), ended, call.turns, whole_points(call.story.temper))


def _fixture(result: FixtureResult) -> FixtureRow:
    if not result.turns and not result.said:
        came = "heard as wanted"
    else:
        came = f"{result.ending or 'goes on'} after {many(result.turns, 'turn')}"
    complaints = tuple(f"line {each.line}, {each.text}" for each in result.complaints)
    return FixtureRow(result.line, result.name, came, complaints, PASSED if result.passed else FAILED)


def _endings(scenario: Scenario, walks: Walks) -> tuple[EndingRow, ...]:
    rows = [(ending.id, ending.kind.replace("_", " ")) for ending in scenario.endings]
    if walks.ended(""):
        rows.append(("", "the most turns were played"))
    return tuple(_ending(ending, kind, walks) for ending, kind in rows)


def _ending(ending: str, kind: str, walks: Walks) -> EndingRow:
    times = walks.ended(ending)
    mean = f"{walks.endings[ending].mean_turns:.1f}" if times else "–"
    return EndingRow(ending or "no ending", kind, strip_of(times, walks.count, walks.count), mean)


def _paths(scenario: Scenario, walks: Walks) -> tuple[Path, ...]:
    quickest = ((ending.id, walks.quickest.get(ending.id)) for ending in scenario.endings)
    return tuple(_path(scenario, ending, call) for ending, call in quickest if call is not None)


def _path(scenario: Scenario, ending: str, call: PlayedCall) -> Path:
    """Return a call to be read; of a very long one the begin and the end."""
    steps = [
        PathStep(number, reply_words(turn.move, scenario), tuple(line.text for line in turn.lines))
        for number, turn in enumerate(retold(scenario, call), 1)
    ]
    words = many(len(steps), "turn")
    left_out = len(steps) - _FIRST - _LAST
    if left_out > 1:
        steps[_FIRST:-_LAST] = [PathStep(0, f"... {many(left_out, 'turn')} more ...", ())]
    return Path(ending, words, tuple(steps))


def _conditions(walks: Walks) -> tuple[tuple[str, str, str], ...]:
    looked = (each for each in walks.conditions if each.true + each.false >= LEAST_LOOKS)
    return tuple(
        (each.where, each.condition, "always true" if each.true else "never true") for each in looked if not each.true or not each.false
    )


def _exploration(run: RobotRun) -> tuple[str, ...]:
    if run.explored is None:
        return ()
    checked, waiting = run.explored.checked, run.explored.waiting
    rest = f"{waiting:,} were not looked at any further." if waiting else "There was nothing left to look at."
    return (
        f"Checked {many(checked, 'state')}, breadth-first from the start; {rest}",
        "A state is the stage, the anger in steps of five, what is known and agreed, and which lines were used. "
        "It is a search, not a proof.",
    )
