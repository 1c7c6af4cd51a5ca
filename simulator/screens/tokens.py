"""The colours of the program, by what they mean, and how well they can be read.

This table is the only place with a colour literal; palette, style sheet and every painted part take theirs from here. The
values are those of the drawn targets. Colour means temper or outcome and never speaks alone: a word and a shape stand beside
it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

Scheme = Literal["light", "dark"]
#: What a colour says: a range of the temper (which doubles as outcome), or nothing in particular.
Tone = Literal["calm", "irritated", "angry", "furious", "plain", "accent"]

#: What WCAG 2.1 asks of body text (success criterion 1.4.3).
LEAST_CONTRAST = 4.5


@dataclass(frozen=True, slots=True)
class Tokens:
    """One colour for each meaning, as ``#rrggbb``."""

    bg: str
    surface: str
    sunken: str
    line: str
    text: str
    muted: str
    accent: str
    on_accent: str
    accent_weak: str
    calm: str
    calm_ground: str
    irritated: str
    irritated_ground: str
    angry: str
    angry_ground: str
    furious: str
    furious_ground: str


LIGHT = Tokens(
    bg="#f6f7f9",
    surface="#ffffff",
    sunken="#eef0f4",
    line="#dfe3ea",
    text="#1b2330",
    muted="#5a6678",
    accent="#2f5bd7",
    on_accent="#ffffff",
    accent_weak="#e7edfc",
    calm="#1d7262",
    calm_ground="#def2ed",
    irritated="#8a6100",
    irritated_ground="#fbf0d3",
    angry="#b4470f",
    angry_ground="#fde6d8",
    furious="#b3202c",
    furious_ground="#fbe0e2",
)

DARK = Tokens(
    bg="#14171d",
    surface="#1c2129",
    sunken="#12151a",
    line="#303845",
    text="#e8ecf2",
    muted="#9aa6b8",
    accent="#8fb0ff",
    on_accent="#0e1526",
    accent_weak="#243050",
    calm="#5fd0b6",
    calm_ground="#16352f",
    irritated="#e4b64c",
    irritated_ground="#3a2f12",
    angry="#ff9a63",
    angry_ground="#40250f",
    furious="#ff7d88",
    furious_ground="#45191e",
)

#: Every pair of text and ground that a window draws, as names of tokens.
TEXT_PAIRS: tuple[tuple[str, str], ...] = (
    *((colour, ground) for colour in ("text", "muted") for ground in ("bg", "surface", "sunken", "accent_weak")),
    *(("text", f"{tone}_ground") for tone in ("calm", "irritated", "angry", "furious")),
    *(("muted", f"{tone}_ground") for tone in ("calm", "irritated", "angry", "furious")),
    *((tone, f"{tone}_ground") for tone in ("calm", "irritated", "angry", "furious")),
    *((tone, ground) for tone in ("calm", "irritated", "angry", "furious", "accent") for ground in ("bg", "surface")),
    *((tone, "sunken") for tone in ("calm", "irritated", "angry", "furious", "accent")),
    ("on_accent", "accent"),
    ("accent", "accent_weak"),
)


def tokens_for(scheme: Scheme, high_contrast: bool = False) -> Tokens:
    """Return the table of a scheme; in high contrast every quiet text and hair line is as strong as the text."""
    tokens = DARK if scheme == "dark" else LIGHT
    return replace(tokens, muted=tokens.text, line=tokens.text) if high_contrast else tokens


def colour_of(tokens: Tokens, name: str) -> str:
    """Return the colour of a token or of a tone (``plain`` is the quiet text)."""
    return str(getattr(tokens, "muted" if name == "plain" else name))


def ground_of(tokens: Tokens, tone: Tone) -> str:
    """Return the ground that belongs to a tone."""
    grounds = {"plain": "sunken", "accent": "accent_weak"}
    return str(getattr(tokens, grounds.get(tone, f"{tone}_ground")))


def contrast(first: str, second: str) -> float:
    """Return the contrast of two colours, 1 to 21, as WCAG 2.1 defines it."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
