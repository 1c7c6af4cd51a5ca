"""What to say about a value that the vocabulary does not allow, and what could stand there instead."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from simulator.authored.tree import Authored, Scalar, Sequence
from simulator.scenario.lint_finding import Findings
from simulator.scenario.plain import as_number
from simulator.scenario.schema import Part, vocabulary, when_words

#: Values with a form of their own (SC109); where they have the form of an id, and for all others, it is that of ids.
_FORMS = ("version", "language", "currency", "scenario", "source")
_TRUTH = {"yes": "true", "on": "true", "y": "true", "no": "false", "off": "false", "n": "false"}


@dataclass(frozen=True, slots=True)
class Misfit:
    """One thing that the vocabulary does not allow."""

    #: The rule of the vocabulary that is broken (``type``, ``enum``, ``minimum``, ...) and what it wants.
    rule: str
    wanted: Any
    #: The part of the vocabulary with the rule in it.
    part: Part
    #: Keys and positions from the top of the file.
    path: tuple[str | int, ...]
    message: str


def add_wrong_value(misfit: Misfit, node: Authored, key: str, findings: Findings) -> None:
    """Add the finding for the value of a key that does not fit."""
    if isinstance(node, Scalar) and not node.text.strip():
        findings.add("SC108", node, "empty", key=key)
        return
    about = _ABOUT.get(misfit.rule)
    if about:
        about(misfit, node, key, findings)
    else:
        findings.add("SC001", node, problem=misfit.message)


def _type(misfit: Misfit, node: Authored, key: str, findings: Findings) -> None:
    wanted = str(misfit.wanted)
    if wanted == "string":
        _not_words(node, key, findings)
    elif not isinstance(node, Scalar):
        findings.add("SC104", node, _KINDS[wanted], key=key, value="…")
    elif wanted in ("number", "integer"):
        number = _as_number(node)
        fits = wanted == "number" or isinstance(as_number(number), int)
        findings.add("SC104", node, _KINDS[wanted], number if fits else "", key=key, value=node.text)
    elif wanted == "boolean":
        findings.add("SC104", node, "truth", _as_truth(node.text), key=key, value=node.text)
    else:
        one_word = wanted == "array" and re.fullmatch(r"[\w-]+", node.text)
        findings.add("SC104", node, _KINDS[wanted], f"[{node.text}]" if one_word else "", key=key, value=node.text)


_KINDS = {"number": "number", "integer": "whole", "boolean": "truth", "array": "list", "object": "block"}


def _not_words(node: Authored, key: str, findings: Findings) -> None:
    if isinstance(node, Scalar):
        findings.add("SC104", node, "main", f'"{node.text}"', value=node.text)
        return
    several = next((word for word in (f"{key}_any", f"{key}_all") if word in when_words()), "")
    if isinstance(node, Sequence) and several:
        findings.add("SC104", node, "one", several, key=key)
    else:
        findings.add("SC104", node, "brackets" if node.flow else "words", key=key)


def _choice(misfit: Misfit, node: Authored, key: str, findings: Findings) -> None:
    if not isinstance(node, Scalar):
        findings.add("SC104", node, "words", key=key)
        return
    choices = [str(choice) for choice in (misfit.wanted if misfit.rule == "enum" else [misfit.wanted])]
    findings.add("SC103", node, suggestion=findings.closest(node.text, choices), value=node.text, choices=", ".join(choices))


def _pattern(misfit: Misfit, node: Authored, key: str, findings: Findings) -> None:
    text = node.text if isinstance(node, Scalar) else ""
    if key in _FORMS and misfit.part != vocabulary()["$defs"]["id"]:
        findings.add("SC109", node, key, value=text)
    elif len(text) > 64:
        findings.add("SC106", node, "long", value=text)
    else:
        findings.add("SC106", node, suggestion=as_id(text), value=text)


def as_id(text: str) -> str:
    """Return the id that words could have, or nothing if too little is left of them."""
    kept = re.sub(r"[^a-z0-9_-]+", "-", text.casefold()).strip("-_")
    return re.sub(r"^[^a-z]+", "", kept)[:64].rstrip("-_")


def _range(misfit: Misfit, node: Authored, key: str, findings: Findings) -> None:
    least, most = misfit.part.get("minimum"), misfit.part.get("maximum")
    variant = "between" if least is not None and most is not None else "least" if most is None else "most"
    number = as_number(node.text) if isinstance(node, Scalar) else None
    suggestion = _in_range(number, least, most) if number is not None else ""
    value = node.text if isinstance(node, Scalar) else ""
    findings.add("SC105", node, variant, suggestion, key=key, value=value, least=str(least), most=str(most))


def _in_range(number: int | Decimal, least: int | None, most: int | None) -> str:
    """Return the number that was probably meant: without its sign, or a digit or two smaller."""
    smaller = (Decimal(number) / 10, Decimal(number) / 100) if isinstance(number, int) else ()
    for guess in (-number, *smaller):
        fits = (least is None or guess >= least) and (most is None or guess <= most)
        short = len(f"{Decimal(guess).normalize():f}") <= len(str(number)) + 1
        if fits and guess != 0 and short:
            return f"{Decimal(guess).normalize():f}"
    return ""


def _length(misfit: Misfit, node: Authored, key: str, findings: Findings) -> None:
    limit = str(misfit.wanted)
    if misfit.rule == "maxLength":
        length = len(node.text) if isinstance(node, Scalar) else 0
        findings.add("SC108", node, "long", key=key, most=f"{misfit.wanted:,}", length=f"{length:,}")
    elif misfit.rule == "maxItems":
        findings.add("SC108", node, "many", key=key, most=limit)
    elif limit == "1":
        findings.add("SC108", node, "empty", key=key)
    else:
        findings.add("SC108", node, "few", key=key, least=limit)


def _twice(misfit: Misfit, node: Authored, key: str, findings: Findings) -> None:
    findings.add("SC201", node, "listed", name=node.text if isinstance(node, Scalar) else "", key=key)


def _as_number(node: Scalar) -> str:
    """Return the number in words such as ``"74"``, ``148,60``, ``$20`` or ``50%``."""
    text = node.text.strip().strip("$€£").strip()
    if re.fullmatch(r"[0-9]+,[0-9]{1,2}", text):
        text = text.replace(",", ".")
    elif re.fullmatch(r"[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?", text):
        text = text.replace(",", "")
    elif re.fullmatch(r"[0-9]{1,3}%", text):
        text = f"{Decimal(text[:-1]) / 100:f}"
    return text if as_number(text) is not None else ""


def _as_truth(text: str) -> str:
    word = text.casefold()
    return word if word in ("true", "false") else _TRUTH.get(word, "")


_ABOUT: dict[str, Callable[[Misfit, Authored, str, Findings], None]] = {
    "type": _type,
    "enum": _choice,
    "const": _choice,
    "pattern": _pattern,
    "minimum": _range,
    "maximum": _range,
    "uniqueItems": _twice,
    **dict.fromkeys(("minLength", "maxLength", "minItems", "maxItems", "minProperties"), _length),
}
