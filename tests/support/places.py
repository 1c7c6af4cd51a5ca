"""Where things are in the checkout."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "simulator"
TESTS = ROOT / "tests"
SCENARIOS = ROOT / "scenarios"
#: Put on PYTHONPATH it keeps the network from every Python child.
OFFLINE = TESTS / "support" / "offline"
