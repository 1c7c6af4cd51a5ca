"""Whether a file has the shape of its kind: known keys, needed keys, right kinds of values, numbers in range.

The vocabulary of its kind decides, by way of jsonschema; this module finds the place in the file and the words for the trainer. Cause
comes before effect: a misspelled key hides the message that the right one is missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from simulator.authored.tree import Authored, Block, Scalar, Sequence, locate
from simulator.scenario.lint_finding import Findings
from simulator.scenario.plain import Plain, is_private, plain
from simulator.scenario.schema import FileKind, Part, branch, first_key, vocabulary
from simulator.scenario.wrong_value import Misfit, add_wrong_value

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

#: The newest grammar of every kind of file that this program reads.
FORMAT = 1
#: Blocks and lists inside each other (decisions 4; the gate refuses 20 before it reads on).
MOST_DEEP = 12


def check_structure(tree: Authored, findings: Findings, file: FileKind = "scenario") -> Plain | None:
    """Add what is wrong with the shape of a file of this kind; return its plain values, or None where nothing more can be said."""
    if not isinstance(tree, Block):
        findings.add("SC104", tree, "file")
        return None
    if _other_format(tree, first_key(file), findings):
        return None
    _too_deep(tree, findings)
    values = plain(tree, vocabulary(file))
    for misfit in misfits(values, file):
        _add(misfit, tree, findings)
        if findings.full():
            break
    return values


def _other_format(tree: Block, key: str, findings: Findings) -> bool:
    value = tree.value(key)
    if not isinstance(value, Scalar) or not re.fullmatch(r"[0-9]{1,9}", value.text) or int(value.text) == FORMAT:
        return False
    findings.add("SC107", value, "main" if int(value.text) > FORMAT else "older", format=value.text, known=str(FORMAT))
    return True


def _too_deep(tree: Authored, findings: Findings, depth: int = 1) -> None:
    if isinstance(tree, Scalar):
        return
    if depth > MOST_DEEP:
        findings.add("SC009", tree, "deep", most=str(MOST_DEEP))
        return
    for child in tree.items if isinstance(tree, Sequence) else (entry.value for entry in tree.entries):
        _too_deep(child, findings, depth + 1)


def misfits(values: Plain, file: FileKind = "scenario") -> Iterator[Misfit]:
    """Yield everything about plain values that the vocabulary of this kind of file does not allow."""
    return _single(_validator(file).iter_errors(values))


def _single(errors: Iterator[ValidationError]) -> Iterator[Misfit]:
    """Yield the errors as our own values; of a value with several forms, those of the form that it has."""
    for error in errors:
        wanted: Any = error.validator_value
        if error.validator == "anyOf":
            form = wanted.index(branch(wanted, _shape(error.instance)))
            yield from _single(child for child in error.context or () if child.schema_path[0] == form)
        else:
            part: Any = error.schema
            yield Misfit(str(error.validator), wanted, part, tuple(error.absolute_path), error.message)


def _shape(value: object) -> Authored:
    if isinstance(value, dict):
        return Block((), 1, 1)
    return Sequence((), 1, 1) if isinstance(value, list) else Scalar("", 1, 1)


def _add(misfit: Misfit, tree: Block, findings: Findings) -> None:
    node, key = locate(tree, misfit.path)
    if misfit.rule == "additionalProperties" and isinstance(node, Block):
        _add_unknown(node, misfit.part, findings)
    elif misfit.rule == "required" and isinstance(node, Block):
        _add_missing(node, misfit.part, findings)
    else:
        names = [step for step in misfit.path if isinstance(step, str)]
        add_wrong_value(misfit, node, key.text if key else (names or [""])[-1], findings)


def _add_unknown(node: Block, part: Part, findings: Findings) -> None:
    known = part["properties"]
    free = [key for key in known if node.entry(key) is None]
    for entry in node.entries:
        key = entry.key.text
        if key not in known and not is_private(key):
            findings.add("SC101", entry.key, suggestion=findings.closest(key, free), key=key)


def _add_missing(node: Block, part: Part, findings: Findings) -> None:
    known = part["properties"]
    free = [key for key in known if node.entry(key) is None]
    near = {findings.closest(entry.key.text, free) for entry in node.entries if entry.key.text not in known}
    for key in part["required"]:
        if node.entry(key) is None and key not in near:
            findings.add("SC102", node, "main", key, key=key)


@cache
def _validator(file: FileKind) -> Any:
    """Return the vocabulary's validator; jsonschema is loaded at the first file and not with the program."""
    from jsonschema import Draft202012Validator, validators

    own = {"uniqueItems": _unique, "pattern": _pattern}
    extend: Any = validators.extend
    return extend(Draft202012Validator, own)(vocabulary(file))


def _unique(validator: Any, wanted: bool, instance: Any, schema: Any) -> Iterator[ValidationError]:
    """Yield an error for every name that is in a list twice; jsonschema's own compares each with each and names no place."""
    from jsonschema.exceptions import ValidationError

    seen: set[str] = set()
    for index, item in enumerate(instance if wanted and isinstance(instance, list) else ()):
        if isinstance(item, str) and item in seen:
            yield ValidationError("twice", path=(index,), instance=item)
        if isinstance(item, str):
            seen.add(item)


def _pattern(validator: Any, pattern: str, instance: Any, schema: Any) -> Iterator[ValidationError]:
    """Yield an error for words that do not match as a whole; jsonschema's own lets a line end slip through at the end."""
    from jsonschema.exceptions import ValidationError

    whole = pattern.removeprefix("^").removesuffix("$")
    if isinstance(instance, str) and not re.fullmatch(whole, instance):
        yield ValidationError("pattern")
