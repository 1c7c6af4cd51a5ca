"""Lays words, lists and blocks out as people do: other indents, quotes of every kind, comments, brackets, other line ends."""

from __future__ import annotations

import json
import random
import re

_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9 .!?-]*[A-Za-z0-9.!?]|[A-Za-z0-9]")


def laid_out(file: dict[str, object], dice: random.Random) -> str:
    """Return a file that says exactly this, in a layout that the dice choose."""
    lines = _block(file, 0, dice)
    head = [f"# {dice.random()}", ""] if dice.random() < 0.3 else []
    tail = ["", "# the end"] if dice.random() < 0.3 else []
    end = dice.choice(["\n", "\n", "\r\n", "\r"])
    return end.join([*head, *lines, *tail]) + dice.choice([end, end, ""])


def _block(block: dict[str, object], indent: int, dice: random.Random) -> list[str]:
    lines: list[str] = []
    for key, value in block.items():
        lines += _between(indent, dice)
        lines += _entry(f"{' ' * indent}{_key(key)}:", value, indent, dice.choice([1, 2, 2, 2, 3, 4]), dice)
    return lines


def _list(items: list[object], indent: int, dice: random.Random) -> list[str]:
    lines: list[str] = []
    for item in items:
        lines += _between(indent, dice)
        if isinstance(item, (dict, list)) and item and dice.random() < 0.7:
            blanks = dice.choice([1, 1, 1, 3])
            inner = (_block(item, indent + 1 + blanks, dice) if isinstance(item, dict) else _list(item, indent + 1 + blanks, dice))
            while not inner[0].strip() or inner[0].lstrip().startswith("#"):
                inner = inner[1:]
            lines += [f"{' ' * indent}-{' ' * blanks}{inner[0].lstrip()}", *inner[1:]]
        else:
            lines += _entry(f"{' ' * indent}-", item, indent, 2, dice)
    return lines


def _entry(start: str, value: object, indent: int, deeper: int, dice: random.Random) -> list[str]:
    if isinstance(value, str):
        return _words(start, value, indent, deeper, dice)
    if not value or dice.random() < 0.3:
        return [f"{start}{dice.choice([' ', ' ', '  '])}{_brackets(value, dice)}{_comment(dice)}"]
    if isinstance(value, list):
        level = indent if start.endswith(":") and dice.random() < 0.3 else indent + deeper
        return [f"{start}{_comment(dice)}", *_list(value, level, dice)]
    assert isinstance(value, dict)
    return [f"{start}{_comment(dice)}", *_block(value, indent + deeper, dice)]


def _words(start: str, words: str, indent: int, deeper: int, dice: random.Random) -> list[str]:
    lines = words.split("\n")
    foldable = bool(words) and words.isprintable() and words == words.strip() and "  " not in words
    if foldable and dice.random() < 0.3:
        cut = words.split(" ")
        middle = dice.randrange(len(cut) + 1)
        body = [" ".join(part) for part in (cut[:middle], cut[middle:]) if part]
        after = [""] if dice.random() < 0.3 else []
        sign = dice.choice([">-", "|-"]) if len(body) == 1 else ">-"
        return [f"{start} {sign}{_comment(dice)}", *(f"{' ' * (indent + deeper)}{line}" for line in body), *after]
    whole = all(line == line.strip() and line and line.isprintable() for line in lines)
    if whole and dice.random() < 0.3:
        return [f"{start} |-{_comment(dice)}", *(f"{' ' * (indent + deeper)}{line}" for line in lines)]
    if foldable and " " in words and dice.random() < 0.2 and '"' not in words and "\\" not in words:
        first, _, rest = words.partition(" ")
        return [f'{start} "{first}', f'{" " * (indent + deeper)}{rest}"{_comment(dice)}']
    if dice.random() < 0.1:
        return [f"{start}{_comment(dice)}", f"{' ' * (indent + deeper)}{_one_line(words, dice)}{_comment(dice)}"]
    if not words and dice.random() < 0.5:
        return [f"{start}{_comment(dice)}"]
    return [f"{start}{dice.choice([' ', ' ', '   '])}{_one_line(words, dice)}{_comment(dice)}"]


def _one_line(words: str, dice: random.Random) -> str:
    if _PLAIN.fullmatch(words) and "--" not in words and dice.random() < 0.5:
        return words
    if words.isprintable() and dice.random() < 0.3:
        return "'" + words.replace("'", "''") + "'"
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\x7f").replace("\x85", "\\x85")


def _brackets(value: object, dice: random.Random) -> str:
    blank = dice.choice(["", "", " "])
    if isinstance(value, str):
        return _one_line(value, dice)
    if isinstance(value, list):
        return f"[{blank}{', '.join(_brackets(item, dice) for item in value)}{blank}]"
    assert isinstance(value, dict)
    return "{" + blank + f",{blank or ' '}".join(f"{_key(key)}: {_brackets(inner, dice)}" for key, inner in value.items()) + blank + "}"


def _key(key: str) -> str:
    return key if key.isidentifier() else f'"{key}"'


def _between(indent: int, dice: random.Random) -> list[str]:
    return dice.choice([[], [], [], [], [""], [f"{' ' * indent}# {dice.randrange(99)}"], ["# a heading", ""]])


def _comment(dice: random.Random) -> str:
    return dice.choice(["", "", "", "  # note", "      # note", " #"])
