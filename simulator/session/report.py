"""The report of a call: one HTML file that needs nothing else - no script, no network, no picture beside it.

It prints, follows light and dark, and reads well with a screen reader: the drawing has a table as its twin, and a word stands
beside every colour. All text from scenarios and transcripts is escaped by the template engine and freed of direction signs
before.
"""

from __future__ import annotations

from pathlib import Path

from simulator.paths import assets_folder
from simulator.session.report_input import ReportInput
from simulator.session.report_page import page_of

TEMPLATE = "report.html"


def report_html(given: ReportInput, templates: Path | None = None) -> str:
    """Return the report as an HTML file's text; ``templates``: the folder of ``report.html``, else the program's own."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    loader = FileSystemLoader(templates or assets_folder())
    environment = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return environment.get_template(TEMPLATE).render(page=page_of(given))
