"""The scenario in another language: a sidecar with its texts, each beside the fingerprint of what was translated.

A text that is missing, empty or stale is spoken as it stands in the scenario: better the wrong language than nothing or the
wrong promise (scenario-format 3.7). SC605 and SC209.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

from simulator.authored.tree import Block, Entry, Scalar
from simulator.scenario.lint_finding import Findings, shorten
from simulator.scenario.model import Scenario
from simulator.scenario.parse import scenario_of
from simulator.scenario.placeholders import PLACEHOLDER
from simulator.scenario.plain import Plain, is_private
from simulator.scenario.texts import Text, replaced, texts_of
from simulator.scenario.values import Values

_MODELINE = "# yaml-language-server: $schema=translation-1.schema.json\n"


def check_translation(tree: Block, scenario: Plain, findings: Findings) -> None:
    """Add every text that is missing, stale or not the scenario's (SC605), and placeholders that the source does not have."""
    texts = texts_of(scenario)
    lines = tree.entry("lines")
    if lines is None or not isinstance(lines.value, Block):
        return
    done = set()
    for entry in lines.value.entries:
        name = entry.key.text
        if name in texts:
            done |= {name} if _check(entry, texts[name], findings) else set()
        elif not is_private(name):
            findings.add("SC605", entry.key, "extra", findings.closest(name, list(texts)), line=name)
    missing = [name for name in texts if name not in done]
    if missing:
        findings.add("SC605", lines.key, "missing", number=str(len(missing)), all=str(len(texts)), line=missing[0])


def _check(entry: Entry, text: Text, findings: Findings) -> bool:
    """Tell whether there is a translation; add what is wrong with it."""
    block = entry.value
    words = block.value("text") if isinstance(block, Block) else None
    source = block.value("source") if isinstance(block, Block) else None
    if not isinstance(words, Scalar) or not isinstance(source, Scalar) or not words.text.strip():
        return False
    if source.text.strip() != text.fingerprint:
        findings.add("SC605", entry.key, line=text.name, now=text.text)
    known = set(PLACEHOLDER.findall(text.text))
    for name in PLACEHOLDER.findall(words.text):
        if name not in known:
            findings.add("SC209", words, "translation", placeholder=f"{{{name}}}")
    return True


def translated(scenario: Plain, translation: Plain, sha256: str) -> Scenario:
    """Return the scenario of plain values in the language of a translation; ``sha256`` is that of the untranslated file.

    What is missing, empty or stale stays as it is. The hash of the result tells this translation from every other.
    """
    file = Values(translation)
    chosen: dict[tuple[str | int, ...], str] = {}
    lines = dict(file.block("lines").items())
    for name, text in texts_of(scenario).items():
        entry = Values(lines.get(name, ""))
        if entry.text("source") == text.fingerprint and entry.text("text"):
            chosen[text.path] = entry.text("text")
    chosen[("language",)] = file.text("language")
    both = json.dumps([sha256, sorted((str(path), words) for path, words in chosen.items())])
    return scenario_of(replaced(scenario, chosen), hashlib.sha256(both.encode()).hexdigest())


def empty_translation(scenario: Plain, language: str, kept: Mapping[str, str] | None = None) -> str:
    """Return the text of a sidecar with every text of a scenario above an empty place for its translation.

    ``kept`` are translations by name that are there already and still right.
    """
    file = Values(scenario)
    head = f"translation: 1\nscenario: {file.text('id')}@{file.text('version')}\nlanguage: {language}\n\nlines:\n"
    return _MODELINE + head + "\n".join(_place(text, (kept or {}).get(text.name, "")) for text in texts_of(scenario).values())


def _place(text: Text, words: str) -> str:
    shown = " ".join(shorten(text.text, len(text.text)).split())
    return f'  # {shown}\n  {text.name}: {{source: "{text.fingerprint}", text: {json.dumps(words, ensure_ascii=False)}}}\n'
