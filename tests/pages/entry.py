"""``python -m tests pages [--update]``: the page that explains every code of the linter to trainers, made from the codes themselves.

With ``--update`` scenarios/LINT-CODES.md is written anew; without it, the command says whether the page is stale.
"""

from __future__ import annotations

import itertools
import re
import sys
from collections.abc import Iterator

from simulator.scenario.code_book import CodeRecord, Example, all_records
from tests.support.places import ROOT

PAGE = ROOT / "scenarios" / "LINT-CODES.md"
COMMAND = "python -m tests pages --update"
#: What the hundreds of a code are about, in a trainer's words.
PARTS = {
    "SC0": "The file can't be read",
    "SC1": "A word or a value that the program does not know",
    "SC2": "Names that lead nowhere",
    "SC3": "The call gets stuck, or something never happens",
    "SC4": "What the program hears and what policy allows",
    "SC5": "Scoring",
    "SC6": "Better writing",
    "SC7": "Found by the robots that play the scenario",
}
SEVERITY = {
    "error": "error: the call would break",
    "warning": "warning: it can be played, but something is probably wrong",
    "tip": "tip: shown with `--tips`",
}
KINDS = {
    "tests": "a file of tests",
    "translation": "a translation",
    "pack": "a pack",
    "rubric": "a rubric",
    "examples": "a file of examples",
}
#: Where a message names something of the file.
_DETAIL = re.compile(r"\{[a-z_]+\}")
HEAD = f"""# Every message of the linter

<!-- Made from simulator/scenario/codes/ by: {COMMAND} -->

`python main.py lint FILE` reads a scenario and says what is wrong with it as `FILE:LINE:COLUMN severity CODE message`. Look the code up
here: why it matters, how to mend it, and the same lines wrong and right. `--fix` mends slips of spelling by itself, shows what it
changed, and keeps the file as it was beside it. How a scenario is written is told in [README.md](README.md).

- An **error** would break a call. It has to go.
- A **warning** is probably a mistake. If you meant it, say so on the line above, with a reason:
  `# lint: allow SC405 - the number is from the range for films`. Errors can't be allowed.
- A **tip** is advice. You see tips with `--tips`.
"""


def main(words: list[str]) -> int:
    """Write the page anew with ``--update``; else say whether it is stale."""
    now = page()
    stale = not PAGE.is_file() or PAGE.read_text("utf-8") != now
    if "--update" in words and stale:
        PAGE.write_text(now, "utf-8")
    print(f"{PAGE.relative_to(ROOT)}: {'equal' if not stale else 'written anew' if '--update' in words else 'stale'}")
    if stale and "--update" not in words:
        print(f"{COMMAND} writes it anew", file=sys.stderr)
    return 1 if stale and "--update" not in words else 0


def page() -> str:
    """Return the whole page."""
    records = all_records()
    parts = [HEAD, "".join(_contents(records))]
    for part, group in itertools.groupby(records, key=_part):
        parts += [f"\n## {PARTS[part]}\n", *(_section(record) for record in group)]
    return "".join(parts)


def _contents(records: tuple[CodeRecord, ...]) -> Iterator[str]:
    for part, group in itertools.groupby(records, key=_part):
        yield f"\n**{PARTS[part]}:** "
        yield ", ".join(f"[{record.code}](#{record.code.lower()}) {_words(record.name)}" for record in group)
        yield "\n"


def _part(record: CodeRecord) -> str:
    return record.code[:3]


def _section(record: CodeRecord) -> str:
    says = "\n".join(f"- {_words(_DETAIL.sub('…', message))}" for message in record.messages.values())
    asks = f"\n\nOften with a suggestion: {_words(_DETAIL.sub('…', record.asks))}" if record.asks else ""
    facts = f"**Why it matters.** {_words(record.why)}\n\n**How to mend it.** {_words(record.fix)}"
    title = f"{record.name} ({SEVERITY[record.severity]})"
    anchor = f'<a id="{record.code.lower()}"></a>'
    return f"\n{anchor}\n\n### {record.code} {title}\n\nIt says:\n\n{says}{asks}\n\n{facts}\n{_example(record)}"


def _example(record: CodeRecord) -> str:
    """Return the first example that shows something, wrong and right."""
    shown = next((example for example in record.examples if _can_be_shown(example)), None)
    if shown is None:
        return ""
    kind = f" (in {KINDS[shown.kind]})" if shown.kind in KINDS else ""
    return f"\nWrong{kind}:\n\n{_code(shown.bad)}\n> {_words(shown.says)}\n\nRight:\n\n{_code(shown.good)}"


def _can_be_shown(example: Example) -> bool:
    return example.times == 1 and example.encoding == "utf-8" and len(example.bad) < 1_500 and all(map(_is_seen, example.bad))


def _is_seen(character: str) -> bool:
    return character.isprintable() or character in "\n\t"


def _code(text: str) -> str:
    seen = text.replace("\t", "→   ").rstrip("\n")
    return f"```yaml\n{seen}\n```\n"


def _words(text: str) -> str:
    """Return words of a code as they may stand in the page, where nothing of them is taken for a format."""
    escaped = re.sub(r"([\\*_\[`])", r"\\\1", text).replace("<", "&lt;")
    return " ".join(escaped.split())
