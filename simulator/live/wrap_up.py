"""What happens after the last word: the call is marked, the card is written, the sound is packed.

Each file is written beside and renamed; a process that dies in between leaves a session that ``replay`` and the window can still open.
"""

from __future__ import annotations

from simulator.call.state import CallState
from simulator.scoring.finding import Scorecard
from simulator.scoring.judge import judge
from simulator.scoring.rubric import HouseRubric
from simulator.session import folder
from simulator.session.marking import marked_call
from simulator.session.recorder import Recorder
from simulator.session.recording import scorecard_text


def mark(state: CallState, rubric: HouseRubric, recorder: Recorder) -> Scorecard:
    """Judge the call, write its scorecard and close the recording.

    Raises:
        ProblemError: the disk is full; events and decisions are safe.
    """
    scorecard = judge(marked_call(state), state.scenario, rubric)
    recorder.close()
    folder.write_whole(recorder.path / folder.SCORECARD, scorecard_text(scorecard).encode())
    return scorecard
