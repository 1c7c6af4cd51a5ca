"""The page for trainers says what the linter says: every code is on it, and it is made anew when a code changes."""

from __future__ import annotations

import pytest

from simulator.scenario.code_book import all_records
from tests.pages import entry


def test_the_page_is_up_to_date() -> None:
    assert entry.PAGE.is_file() and entry.PAGE.read_text("utf-8") == entry.page(), f"write it anew: {entry.COMMAND}"


def test_every_code_is_explained() -> None:
    page = entry.page()
    for record in all_records():
        assert f"\n### {record.code} {record.name} (" in page
        assert f"](#{record.code.lower()}) " in page
    assert page.count("**Why it matters.**") == page.count("**How to mend it.**") == len(all_records())
    shown = sum("\nWrong" in section for section in page.split("\n### ")[1:])
    assert shown >= len(all_records()) - 6, "nearly every code has an example that can be shown"


def test_a_stale_page_is_told_and_written_anew(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    page = entry.ROOT / "build" / "page-of-a-test.md"
    page.parent.mkdir(exist_ok=True)
    page.write_text("old", "utf-8")
    monkeypatch.setattr(entry, "PAGE", page)
    try:
        assert entry.main([]) == 1
        assert page.read_text("utf-8") == "old"
        assert entry.main(["--update"]) == 0
        assert entry.main([]) == 0
    finally:
        page.unlink()
    said = [line.partition(": ")[2] for line in capsys.readouterr().out.splitlines()]
    assert said == ["stale", "written anew", "equal"]
