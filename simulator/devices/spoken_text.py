"""What of a caller line is spoken: stage directions fall away, stressed words are noted, every character knows where it came from.

A line holds ``[sigh]`` and the like, and ``*word*`` for stress (scenario format 3.2, rule 7); a voice that is handed these says "sigh"
and "asterisk". Nothing is expanded here. Because captions follow the voice word by word, each spoken character keeps its place in the
line as the trainer wrote it, through this rewriting and any later one.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from simulator.transcript.caption import STRESS

_DIRECTION = re.compile(r"\[[^\[\]]*\]")
#: Control characters and halves of surrogate pairs: espeak stops at the first NUL, and UTF-8 has no halves.
_UNSPEAKABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")
_BLANKS = re.compile(r"\s+")
#: A blank that a removed direction leaves before a comma or a stop.
_STRAY_BLANK = re.compile(r" +(?=[,.;:!?])")


@dataclass(frozen=True, slots=True)
class SpokenText:
    """Text for a voice, and for each of its characters the stretch of the line that it stands for."""

    text: str
    #: (from, to) in the line, one pair for each character of ``text``.
    origins: tuple[tuple[int, int], ...]
    #: (from, to) in the line of every word that the trainer stressed.
    stressed: tuple[tuple[int, int], ...] = ()

    def rewritten(self, pattern: re.Pattern[str], replace: Callable[[re.Match[str]], str]) -> SpokenText:
        """Return this text with each match replaced; the new characters stand for the whole of what they replace."""
        text: list[str] = []
        origins: list[tuple[int, int]] = []
        done = 0
        for match in pattern.finditer(self.text):
            start, end = match.span()
            text.append(self.text[done:start])
            origins += self.origins[done:start]
            new = replace(match)
            text.append(new)
            if end > start:
                origins += [(self.origins[start][0], self.origins[end - 1][1])] * len(new)
            done = end
        text.append(self.text[done:])
        origins += self.origins[done:]
        return SpokenText("".join(text), tuple(origins), self.stressed)

    def is_stressed(self, start: int, end: int) -> bool:
        """Return whether this stretch of the line lies inside a stressed word."""
        return any(first <= start and end <= last for first, last in self.stressed)


def spoken_text(line: str) -> SpokenText:
    """Return what of ``line`` is spoken, without stage directions and stars, blanks single."""
    everything = SpokenText(line, tuple((at, at + 1) for at in range(len(line))))
    without = everything.rewritten(_UNSPEAKABLE, lambda _: " ").rewritten(_DIRECTION, lambda _: " ")
    stressed = tuple(
        (without.origins[match.start(1)][0], without.origins[match.end(1) - 1][1]) for match in STRESS.finditer(without.text)
    )
    plain = _without_stars(without).rewritten(_BLANKS, lambda _: " ").rewritten(_STRAY_BLANK, lambda _: "")
    return _stripped(SpokenText(plain.text, plain.origins, stressed))


def line_words(line: str) -> tuple[tuple[int, int], ...]:
    """Return (from, to) in ``line`` of every word that is spoken, in order; directions are no words."""
    without = _DIRECTION.sub(lambda match: " " * len(match.group()), line)
    spans = ((match.start(), match.end()) for match in re.finditer(r"\S+", without))
    return tuple((start, end) for start, end in spans if any(char.isalnum() for char in line[start:end]))


def _without_stars(text: SpokenText) -> SpokenText:
    """Take away the stars around stressed words; a star that stands alone stays."""
    inside = {at for match in STRESS.finditer(text.text) for at in (match.start(), match.end() - 1)}
    return SpokenText(
        "".join(char for at, char in enumerate(text.text) if at not in inside),
        tuple(origin for at, origin in enumerate(text.origins) if at not in inside),
    )


def _stripped(text: SpokenText) -> SpokenText:
    start = len(text.text) - len(text.text.lstrip())
    end = len(text.text.rstrip())
    return SpokenText(text.text[start:end], text.origins[start:end], text.stressed)
