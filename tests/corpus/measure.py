"""How well the cues agree with labelled replies: precision, recall and F1 for each of the fifteen measured labels.

The labels are those of decisions 6; ``sure`` and ``possible`` both count as found. ``python -m tests.corpus`` prints the
table, with ``--errors`` the disagreements, with ``--noise 10`` the figures at that share of wrong words.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from simulator.cues.spot import spot

FOLDER = Path(__file__).parent
#: Authors whose replies only measure: nobody looks at them to tune a rule, and no weight is learned from them.
HELD_BACK: tuple[str, ...] = ("adaeze", "marguerite")
#: A file of this name in an author's folder holds a second reader's labels of the same replies.
SECOND_READER = "second-reader"
LABELS = (
    "greet apologise admit_fault acknowledge_feeling ask_fact paraphrase take_ownership offer_remedy offer_options escalate "
    "check_further thank plan_or_time blame dismissal"
).split()
#: Cues that are measured under one common label.
LABEL_OF = {
    "explain_plan": "plan_or_time",
    "give_timeframe": "plan_or_time",
    "blame_caller": "blame",
    "blame_others": "blame",
    "dismiss": "dismissal",
    "policy_shield": "dismissal",
    "calm_down_order": "dismissal",
    "forbidden_offer": "offer_remedy",
}
#: Words that sound alike to a recogniser; own list, of the kind that it confuses most.
SOUND_ALIKES = {
    "the": ["a", "this", "that"],
    "a": ["the", "uh", "of"],
    "to": ["the", "do", "two"],
    "and": ["an", "in", "then"],
    "i": ["a", "and", "eye"],
    "for": ["from", "four", "or"],
    "you": ["your", "the", "to"],
    "your": ["you", "the", "or"],
    "is": ["as", "was", "it"],
    "it": ["that", "is", "and"],
    "that": ["it", "the", "at"],
    "of": ["a", "have", "or"],
    "in": ["and", "on", "an"],
    "on": ["in", "and", "one"],
    "we": ["he", "will", "they"],
    "will": ["well", "would", "we"],
    "have": ["of", "had", "has"],
    "are": ["our", "or", "were"],
    "our": ["are", "or", "hour"],
    "can": ["could", "in", "kind"],
    "be": ["been", "the", "by"],
    "so": ["some", "the", "though"],
    "with": ["which", "will", "what"],
    "my": ["by", "might", "the"],
    "me": ["be", "the", "him"],
    "this": ["the", "that", "his"],
    "at": ["that", "it", "had"],
    "was": ["is", "as", "once"],
    "what": ["that", "but", "well"],
    "sorry": ["story", "sari", "so"],
    "thank": ["think", "tank", "thanks"],
    "refund": ["refunds", "re", "fund"],
    "help": ["held", "hope"],
    "call": ["called", "cold"],
    "sort": ["short", "sought"],
    "i'll": ["all", "i", "i'd"],
    "i'm": ["i", "am", "um"],
    "it's": ["its", "is"],
    "that's": ["that", "as"],
    "let": ["led", "like"],
    "here": ["hear", "her"],
    "know": ["no", "now"],
    "right": ["write", "rate"],
    "wait": ["weight", "way"],
    "by": ["my", "why"],
    "how": ["hal", "now"],
    "could": ["can", "would", "good"],
}
FUNCTION = "the a to and i of in it that is you for on we be with at this so".split()


@dataclass
class Tally:
    """Right, wrong and missed findings of one label."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def precision(self) -> float:
        """Return the share of the findings that are right."""
        return self.right / max(self.right + self.wrong, 1)

    def recall(self) -> float:
        """Return the share of the labels that are found."""
        return self.right / max(self.right + self.missed, 1)

    def f1(self) -> float:
        """Return the harmonic mean of both."""
        return 2 * self.right / max(2 * self.right + self.wrong + self.missed, 1)


@dataclass
class Figures:
    """The tallies of one run, with the disagreements."""

    by_label: dict[str, Tally] = field(default_factory=lambda: {label: Tally() for label in LABELS})
    errors: list[tuple[str, str, list[str], list[str]]] = field(default_factory=list)

    def micro(self) -> Tally:
        """Return the tally over all labels."""
        rows = self.by_label.values()
        return Tally(sum(r.right for r in rows), sum(r.wrong for r in rows), sum(r.missed for r in rows))


@dataclass(frozen=True)
class Row:
    """A labelled reply. Labels are ids of the contract; ``labels`` for a figure are the fifteen measured ones."""

    author: str
    id: str
    text: str
    labels: frozenset[str]
    trade: str = ""


def rows(*authors: str) -> list[Row]:
    """Return the labelled replies of these authors; each has a folder."""
    return [_row(author, json.loads(line)) for author in authors for line in _lines(FOLDER / author)]


def _lines(folder: Path) -> list[str]:
    files = sorted(file for file in folder.glob("*.jsonl") if file.stem != SECOND_READER)
    return [line for file in files for line in file.read_text("utf-8").splitlines() if line.strip()]


def _row(author: str, plain: dict[str, object]) -> Row:
    labels = plain["labels"]
    assert isinstance(labels, list)
    return Row(author, str(plain["id"]), str(plain["text"]), frozenset(map(str, labels)), str(plain.get("trade", "")))


def measured(labels: Iterable[str]) -> set[str]:
    """Return the fifteen labels of decisions 6 that stand for these ids."""
    return {label for each in labels if (label := LABEL_OF.get(each, each)) in LABELS}


def found_labels(text: str) -> set[str]:
    """Return the measured labels that are found in a reply."""
    return measured(cue.skill for cue in spot(text))


def as_heard(text: str) -> str:
    """Return a typed reply roughly as the recogniser writes it: lower case, no marks."""
    kept = "".join(letter if letter.isalnum() or letter in "' " else " " for letter in text.lower().replace("’", "'"))
    return " ".join(kept.split())


def noised(text: str, share: float, seed: int) -> str:
    """Return the reply with this share of wrong words: 62 % substituted, 23 % left out, 15 % put in (decisions 6)."""
    dice = random.Random(f"{seed}:{text}")
    out: list[str] = []
    for word in as_heard(text).split():
        if dice.random() >= share:
            out.append(word)
            continue
        kind = dice.random()
        if kind < 0.62:
            out.append(
                dice.choice(SOUND_ALIKES.get(word, FUNCTION if len(word) < 5 else [word[:-1], word + "s", *FUNCTION[:2]]))
            )
        elif kind >= 0.85:
            out += [word, dice.choice(FUNCTION)]
    return " ".join(out)


def figures(authors: Iterable[str], noise: float = 0.0, seeds: tuple[int, ...] = (1,), heard: bool = False) -> Figures:
    """Return the agreement over the replies of these authors, with ``noise`` as a share of wrong words."""
    result = Figures()
    for seed in seeds:
        for row in rows(*authors):
            text, labels = row.text, measured(row.labels)
            text = noised(text, noise, seed) if noise else as_heard(text) if heard else text
            found = found_labels(text)
            for label in LABELS:
                tally = result.by_label[label]
                tally.right += label in found and label in labels
                tally.wrong += label in found and label not in labels
                tally.missed += label not in found and label in labels
            if found != labels:
                result.errors.append((row.id, text, sorted(labels - found), sorted(found - labels)))
    return result


def readers(author: str) -> Tally:
    """Return how well a second reader agrees with the author's own labels."""
    lines = (FOLDER / author / f"{SECOND_READER}.jsonl").read_text("utf-8").splitlines()
    second = {plain["id"]: measured(plain["labels"]) for plain in map(json.loads, lines)}
    own = {row.id: measured(row.labels) for row in rows(author)}
    return Tally(
        right=sum(len(own[id_] & second[id_]) for id_ in own),
        wrong=sum(len(second[id_] - own[id_]) for id_ in own),
        missed=sum(len(own[id_] - second[id_]) for id_ in own),
    )


def tuning_authors() -> tuple[str, ...]:
    """Return the authors whose replies rules and weights may be tuned on."""
    return tuple(sorted(folder.name for folder in FOLDER.iterdir() if _is_author(folder) and folder.name not in HELD_BACK))


def _is_author(folder: Path) -> bool:
    return folder.is_dir() and any(folder.glob("*.jsonl"))


def table(result: Figures) -> str:
    """Return the figures as a table for people."""
    lines = [f"{'label':22}{'prec':>7}{'recall':>8}{'F1':>7}{'n':>6}"]
    for label, tally in [*result.by_label.items(), ("all (micro)", result.micro())]:
        n = tally.right + tally.missed
        lines.append(f"{label:22}{tally.precision():7.2f}{tally.recall():8.2f}{tally.f1():7.2f}{n:6}")
    return "\n".join(lines)
