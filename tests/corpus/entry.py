"""Print how well the cues agree with the labelled replies, or compare with the kept baseline.

python -m tests corpus [--part first] [--heard] [--noise 10] [--errors] [--compare] [--update]
"""

from __future__ import annotations

import argparse
import json

from tests.corpus import measure

BASELINE = measure.FOLDER / "baseline.json"
#: Wrong words in per cent, and the seeds that are averaged over.
NOISE, SEEDS = 10, (1, 2, 3)


def main(words: list[str]) -> int:
    """Print the table; with ``--compare`` return 1 where a figure fell below the baseline."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", default="first")
    parser.add_argument("--noise", type=int, default=0, help="per cent of wrong words")
    parser.add_argument("--heard", action="store_true", help="lower case without marks")
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--compare", action="store_true")
    parser.add_argument("--update", action="store_true")
    chosen = parser.parse_args(words)
    if chosen.compare or chosen.update:
        return _baseline(chosen.update)
    result = measure.figures(chosen.part, chosen.noise / 100, SEEDS if chosen.noise else (1,), chosen.heard)
    print(measure.table(result))
    for id_, text, missed, wrong in result.errors if chosen.errors else []:
        print(f"{id_}  missed={missed} wrong={wrong}\n    {text}")
    return 0


def now() -> dict[str, int]:
    """Return the micro-F1 in per mille: as typed, as heard, and with wrong words."""
    runs = {
        "typed": measure.figures(),
        "heard": measure.figures(heard=True),
        "noise": measure.figures(noise=NOISE / 100, seeds=SEEDS),
    }
    return {name: round(1000 * run.micro().f1()) for name, run in runs.items()}


def _baseline(update: bool) -> int:
    found = now()
    if update:
        BASELINE.write_text(json.dumps(found, indent=1) + "\n", "utf-8")
    kept = json.loads(BASELINE.read_text("utf-8"))
    for name, figure in found.items():
        print(f"{name:6} {figure / 1000:.3f}  baseline {kept[name] / 1000:.3f}")
    return int(any(found[name] < kept[name] for name in kept))
