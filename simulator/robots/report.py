"""The robots' report on one scenario: one HTML file that needs nothing else - no script, no network, no picture beside it.

It prints, follows light and dark, and reads well with a screen reader: a figure stands beside every bar and a word beside every colour.
All text from the scenario is escaped by the template engine.
"""

from __future__ import annotations

from pathlib import Path

from simulator.paths import assets_folder
from simulator.problems import machine_lacks
from simulator.robots.report_page import page_of
from simulator.robots.robot_run import RobotRun

TEMPLATE = "robots-report.html"


def report_html(run: RobotRun, templates: Path | None = None) -> str:
    """Return the report as an HTML file's text; ``templates``: the folder of the template, else the program's own."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    loader = FileSystemLoader(templates or assets_folder())
    environment = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return environment.get_template(TEMPLATE).render(page=page_of(run))


def write_report(run: RobotRun, target: Path) -> None:
    """Write the report; ``ProblemError`` if the disk does not allow it."""
    try:
        target.write_text(report_html(run), "utf-8")
    except OSError as error:
        raise machine_lacks(f"The report can't be written ({error.strerror}).", "Choose another place.", str(target)) from error
