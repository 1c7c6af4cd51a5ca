"""How the caller's lines will sound: SC602, SC603, SC606 to SC608 and SC610 (scenario-format 4.2, decisions 4).

All of it is advice, but for stage directions that nobody acts and words that are stronger than the file says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources

from simulator.authored.tree import Block, Scalar, Sequence, locate
from simulator.scenario.lint_finding import Findings
from simulator.scenario.model import Scenario
from simulator.scenario.plain import words_in

#: What the caller can do besides speaking (scenario-format 3.2).
DIRECTIONS = ("sigh", "pause", "laughs", "shouts", "quiet")
#: Trainees lose the thread after so many seconds (scenario-format 4.2), at this many words in ten seconds.
LONGEST_SECONDS, WORDS_IN_TEN_SECONDS = 12, 26
#: Words of one sentence; and how many lines may start with the same words.
LONGEST_SENTENCE, SAME_START_WORDS, MOST_SAME_STARTS = 28, 3, 4
#: From the mildest to the strongest; ``bleeped`` may say anything, because a tone covers it.
_LEVELS = ("none", "mild", "bleeped")

_BRACKETS = re.compile(r"\[([^\[\]]*)\]")
_TODO = re.compile(r"\bTODO\b")
#: A figure counts as one word, though it takes longer: rather no advice than wrong advice.
_SPOKEN_WORD = re.compile(r"[^\W_]+(?:['’.,][^\W_]+)*")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
#: Languages in which TODO is an ordinary word.
_TODO_IS_A_WORD = ("es", "pt", "gl")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_SPOKEN_PARTS = ("opening", "beats", "reactions", "interruptions", "silence", "unclear", "endings")


def check_wording(scenario: Scenario, tree: Block, findings: Findings) -> None:
    """Add lines that are hard to speak, to follow or to listen to."""
    starts: dict[tuple[str, ...], list[Scalar]] = {}
    for line in _spoken(tree):
        _directions(line, findings)
        _strength(line, scenario.strong_language, findings)
        _length(line, findings)
        words = tuple(word.lower() for word in _WORD.findall(_BRACKETS.sub(" ", line.text))[:SAME_START_WORDS])
        if len(words) == SAME_START_WORDS:
            starts.setdefault(words, []).append(line)
    for words, lines in starts.items():
        if len(lines) > MOST_SAME_STARTS:
            findings.add("SC603", lines[MOST_SAME_STARTS], count=str(len(lines)), words=" ".join(words))
    _unfinished(scenario, tree, findings)


def _spoken(tree: Block) -> Iterator[Scalar]:
    """Yield every line that the caller says."""
    for part in _SPOKEN_PARTS:
        value = tree.value(part)
        for holder in value.items if isinstance(value, Sequence) else (value,):
            say = holder.value("say") if isinstance(holder, Block) else None
            yield from words_in(say) if say is not None else ()




def _directions(line: Scalar, findings: Findings) -> None:
    for found in _BRACKETS.findall(line.text):
        if found.strip().lower() not in DIRECTIONS:
            close = findings.closest(found.strip().lower(), DIRECTIONS)
            findings.add("SC610", line, "main", f"[{close}]" if close else "", direction=found, known=", ".join(DIRECTIONS))
    if line.text.count("*") % 2:
        findings.add("SC610", line, "star")


def _strength(line: Scalar, declared: str, findings: Findings) -> None:
    allowed = _LEVELS.index(declared)
    for word in _WORD.findall(line.text.lower()):
        level = strong_words().get(word, "none")
        if _LEVELS.index(level) > allowed:
            findings.add("SC607", line, "main", level, word=word, declared=declared, level=level)
            return


@cache
def strong_words() -> Mapping[str, str]:
    """Return the words that are not for every ear, each with its level: ``mild`` or ``bleeped``."""
    text = resources.files("simulator.scenario").joinpath("strong-words.txt").read_text("utf-8")
    lines = (line.split() for line in text.splitlines() if line.strip() and not line.startswith("#"))
    return {word: level for level, *words in lines for word in words}


def _length(line: Scalar, findings: Findings) -> None:
    spoken = _BRACKETS.sub(" ", line.text)
    words = len(_SPOKEN_WORD.findall(spoken))
    seconds = words * 10 // WORDS_IN_TEN_SECONDS
    if seconds > LONGEST_SECONDS:
        findings.add("SC602", line, seconds=str(seconds), most=str(LONGEST_SECONDS))
    longest = max((len(_SPOKEN_WORD.findall(sentence)) for sentence in _SENTENCE_END.split(spoken)), default=0)
    if longest > LONGEST_SENTENCE:
        findings.add("SC606", line, words=str(longest))


def _unfinished(scenario: Scenario, tree: Block, findings: Findings) -> None:
    for part in ("beats", "reactions"):
        value = tree.value(part)
        for at, beat in enumerate(value.items if isinstance(value, Sequence) else ()):
            marked = beat.value("todo") if isinstance(beat, Block) else None
            if isinstance(marked, Scalar) and marked.text == "true":
                _, key = locate(tree, (part, at, "todo"))
                findings.add("SC608", key or marked)
    if scenario.language.partition("-")[0].lower() in _TODO_IS_A_WORD:
        return
    for node in words_in(tree):
        if _TODO.search(node.text):
            findings.add("SC608", node, "text")
