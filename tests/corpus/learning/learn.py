"""Make the weights of the second opinion out of the corpus: teacher, made-up replies, student, limits, files. Some three hours.

Every stage is kept in build/learning; a stage that is there is not done again, so delete the folder to learn all anew.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

import torch

from tests.corpus import measure
from tests.corpus.learning import limits, student, teacher, whole
from tests.corpus.learning.pool import made_up
from tests.corpus.learning.readings import (
    LIMITS_FROM,
    Features,
    Reading,
    authors,
    features,
    lessons,
    readings,
)

STAGES = measure.FOLDER.parents[1] / "build" / "learning"
#: Each round of the student: made-up replies, epochs, rate, and how often each of the short lessons is shown. The second round brings new
#: replies and insists on the lessons, which are written to be plain; the last goes through all replies again.
ROUNDS = ((80_000, 4, 2e-3, 1), (80_000, 4, 1e-3, 8))
LAST_ROUND = (3, 1e-3, 8)
#: How much the teacher says of a labelled reply: readers part at the borders, and the teacher has read all authors.
TEACHERS_SHARE = 0.5

T = TypeVar("T")


def learned() -> tuple[str, bytes]:
    """Return the two files of the second opinion."""
    read = [*readings(measure.rows(*authors())), *lessons()]
    seen = _stage("features", lambda: [features(each.text) for each in read])
    master = _stage("teacher", lambda: teacher.fit(read))
    told = _stage("told", lambda: _told(read, master))
    pools = [_stage(f"pool-{number}", partial(_pool, read, master, number)) for number in range(len(ROUNDS))]
    known = _stage("known", lambda: student.known_from([*seen, *pools[0].seen]))
    pupil = student.Student(known)
    for number, (_, epochs, rate, shown) in enumerate(ROUNDS):
        pupil = _stage(f"student-{number}", partial(_taught, pupil, known, pools[number], (read, seen, told), epochs, rate, shown))
    pupil = _stage(f"student-{len(ROUNDS)}", partial(_taught, pupil, known, _both(pools), (read, seen, told), *LAST_ROUND))
    return _files(pupil, known, read, seen)


def _pool(read: list[Reading], master: teacher.Teacher, number: int) -> student.Lesson:
    texts = sorted({each.text for each in read if each.author != "lesson" and each.text == each.text.strip()})
    made = made_up(texts, ROUNDS[number][0], seed=number + 1)
    there = torch.sigmoid(torch.tensor(teacher.logits(master, made)))
    return student.Lesson([features(text) for text in made], there, torch.ones_like(there))


def _both(pools: list[student.Lesson]) -> student.Lesson:
    return student.Lesson(
        [each for pool in pools for each in pool.seen],
        torch.cat([pool.there for pool in pools]),
        torch.cat([pool.asked for pool in pools]),
    )


def _told(read: list[Reading], master: teacher.Teacher) -> torch.Tensor:
    """Return what is there in each reading: what its labels say, and for whole replies half of it what the teacher says."""
    there, _ = teacher.targets(read)
    typed = {(each.author, each.reply): each.text for each in reversed(read) if each.author != "lesson"}
    says = dict(zip(typed, torch.sigmoid(torch.tensor(teacher.logits(master, list(typed.values())))), strict=True))
    for at, each in enumerate(read):
        if each.author != "lesson":
            there[at] = (1 - TEACHERS_SHARE) * there[at] + TEACHERS_SHARE * says[each.author, each.reply]
    return there


def _taught(
    pupil: student.Student,
    known: student.Known,
    pool: student.Lesson,
    labelled: tuple[list[Reading], list[Features], torch.Tensor],
    epochs: int,
    rate: float,
    shown: int,
) -> student.Student:
    read, seen, told = labelled
    places = [at for at, each in enumerate(read) for _ in range(shown if each.author == "lesson" else 1)]
    _, asked = teacher.targets([read[at] for at in places])
    there = told[places]
    lesson = student.Lesson(
        [*pool.seen, *(seen[at] for at in places)], torch.cat([pool.there, there]), torch.cat([pool.asked, asked])
    )
    student.fit(pupil, known, lesson, epochs, rate)
    return pupil


def _files(
    pupil: student.Student, known: student.Known, learned_from: list[Reading], seen: list[Features]
) -> tuple[str, bytes]:
    read = list(readings(measure.rows(*LIMITS_FROM)))
    fresh = [features(each.text) for each in read]
    doubtful = limits.doubtful_rules([*learned_from, *read], [*seen, *fresh])
    found = limits.limits(read, fresh, student.logits(pupil, known, fresh), doubtful)
    places = [at for at, each in enumerate(learned_from) if each.author == "lesson"]
    told, told_seen = [learned_from[at] for at in places], [seen[at] for at in places]
    promised = limits.promised_rules(told, told_seen, student.logits(pupil, known, told_seen), found)
    return whole.as_files(pupil, known, found, doubtful - promised)


def _stage(name: str, make: Callable[[], T]) -> T:
    file: Path = STAGES / f"{name}.pickle"
    if not file.exists():
        print(f"learning: {name}", flush=True)
        made = make()
        STAGES.mkdir(parents=True, exist_ok=True)
        file.write_bytes(pickle.dumps(made))
    found: T = pickle.loads(file.read_bytes())
    return found
