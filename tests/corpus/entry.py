"""Print how well the cues agree with the labelled replies, or compare with the kept baseline.

python -m tests corpus [--author NAME ...] [--held-back] [--heard] [--noise 10] [--errors] [--compare] [--update] [--train]
"""

from __future__ import annotations

import argparse
import json

from simulator.cues import second_opinion
from tests.corpus import measure
from tests.corpus.learning.readings import LIMITS_FROM

BASELINE = measure.FOLDER / "baseline.json"
#: Wrong words in per cent, and the seeds that are averaged over.
NOISE, SEEDS = 10, (1, 2, 3)


def main(words: list[str]) -> int:
    """Print the table; with ``--compare`` return 1 where a figure fell below the baseline."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--author", action="append", help="only this author's replies; else all that may be tuned on")
    parser.add_argument("--held-back", action="store_true", help="the authors that only measure")
    parser.add_argument("--noise", type=int, default=0, help="per cent of wrong words")
    parser.add_argument("--heard", action="store_true", help="lower case without marks")
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--compare", action="store_true")
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--train", action="store_true", help="make the weights of the second opinion anew")
    chosen = parser.parse_args(words)
    if chosen.train:
        return _train()
    if chosen.compare or chosen.update:
        return _baseline(chosen.update)
    authors = chosen.author or (measure.HELD_BACK if chosen.held_back else measure.tuning_authors())
    result = measure.figures(authors, chosen.noise / 100, SEEDS if chosen.noise else (1,), chosen.heard)
    print(measure.table(result))
    for author in measure.HELD_BACK if chosen.held_back else ():
        print(f"A second reader agrees with {author} at {measure.readers(author).f1():.2f} (micro-F1).")
    for id_, text, missed, wrong in result.errors if chosen.errors else []:
        print(f"{id_}  missed={missed} wrong={wrong}\n    {text}")
    return 0


def now() -> dict[str, int]:
    """Return the micro-F1 in per mille of the authors that set the limits and of those that only measure, in three readings."""
    parts = {"limits": LIMITS_FROM, "held back": measure.HELD_BACK}
    runs = {"typed": {}, "heard": {"heard": True}, "noise": {"noise": NOISE / 100, "seeds": SEEDS}}
    return {
        f"{part}, {name}": round(1000 * measure.figures(authors, **how).micro().f1())  # type: ignore[arg-type]
        for part, authors in parts.items()
        for name, how in runs.items()
    }


def _baseline(update: bool) -> int:
    found = now()
    if update:
        BASELINE.write_text(json.dumps(found, indent=1) + "\n", "utf-8")
    kept = json.loads(BASELINE.read_text("utf-8"))
    for name, figure in found.items():
        print(f"{name:18} {figure / 1000:.3f}  baseline {kept.get(name, 0) / 1000:.3f}")
    return int(any(found[name] < kept[name] for name in kept))


def _train() -> int:
    from tests.corpus.learning.learn import (
        learned,  # needs the packages of "make train"
    )

    folder = measure.FOLDER.parents[1] / "simulator" / "cues"
    text, numbers = learned()
    folder.joinpath(second_opinion.FILE).write_text(text, "utf-8")
    folder.joinpath(second_opinion.NUMBERS).write_bytes(numbers)
    print(f"{second_opinion.FILE}: {len(text.encode()) / 1000:.0f} kB, {second_opinion.NUMBERS}: {len(numbers) / 1000:.0f} kB")
    return 0
