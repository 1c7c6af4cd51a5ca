"""Translations: every text has a name and a fingerprint, and what does not fit is never spoken."""

from __future__ import annotations

import hashlib
import unicodedata

from simulator.scenario.code_book import smallest_scenario
from simulator.scenario.lint_finding import LintFinding
from simulator.scenario.reading import Beside, Reading, read_any, read_scenario
from simulator.scenario.texts import texts_of
from simulator.scenario.translation import empty_translation, translated
from simulator.scenario_files import scenario_bytes
from tests.support.places import ROOT

EXAMPLE = read_scenario(scenario_bytes(ROOT / "scenarios" / "billing-double-charge.yaml"), "it.yaml")
SMALL = read_scenario(smallest_scenario().encode(), "late-parcel.yaml")
SPANISH = {"opening": "¿Dónde está mi paquete?", "give-number": "Es el cinco cinco dos.", "facts/order_number/label": "Pedido"}


def sidecar(reading: Reading = SMALL) -> str:
    """Return a translation whose every text is there: the Spanish ones, and for the rest the source in capitals."""
    assert reading.values is not None
    words = {name: SPANISH.get(name, text.text.upper()) for name, text in texts_of(reading.values).items()}
    return empty_translation(reading.values, "es-MX", words)


def findings_of(text: str, scenario: Reading = SMALL) -> tuple[LintFinding, ...]:
    return read_any(text.encode(), "late-parcel.es-MX.yaml", Beside(scenario=lambda _: scenario)).findings


def test_texts_have_the_names_that_trainers_know() -> None:
    assert EXAMPLE.values is not None
    names = list(texts_of(EXAMPLE.values))
    for name in (
        "title",
        "rush-accepted/angry",
        "told-to-calm-down/furious",
        "cut-in-hold/2",
        "silence/1/2",
        "unclear/2",
        "endings/resolved",
        "endings/resolved/debrief",
        "facts/identity/ask_like/2",
        "policy/remedies/refund_rush/offer_like/1",
        "rubric/items/heard_her/anchors/0",
        "what-about-fee/coach",
        "coaching/after/1",
    ):
        assert name in names, name
    assert "cut-in-hold" in names and "cut-in-hold/1" not in names
    assert not [name for name in names if name.split("/")[-1] in ("id", "when", "next_if_weak", "language", "pronouns")]


def test_every_text_of_the_example_has_a_name_of_its_own_and_a_place() -> None:
    assert EXAMPLE.values is not None
    texts = texts_of(EXAMPLE.values)
    assert len({text.path for text in texts.values()}) == len(texts) > 250


def test_the_fingerprint_is_that_of_the_text_in_its_composed_form() -> None:
    text = smallest_scenario().replace("Where is my parcel?", unicodedata.normalize("NFD", "Où est-il ?"))
    values = read_scenario(text.encode(), "it.yaml").values
    assert values is not None
    expected = hashlib.sha256(unicodedata.normalize("NFC", "Où est-il ?").encode()).hexdigest()[:8]
    assert texts_of(values)["opening"].fingerprint == expected


def test_a_whole_translation_is_clean_and_spoken() -> None:
    assert findings_of(sidecar()) == ()
    values = read_any(sidecar().encode(), "it.yaml").values
    assert SMALL.values is not None and SMALL.scenario is not None and values is not None
    spanish = translated(SMALL.values, values, SMALL.scenario.sha256)
    assert spanish.language == "es-MX"
    assert spanish.opening.say.lines == {"": ("¿Dónde está mi paquete?",)}
    assert spanish.facts[0].label == "Pedido"
    assert [beat.id for beat in spanish.beats] == [beat.id for beat in SMALL.scenario.beats]
    assert [beat.when for beat in spanish.beats] == [beat.when for beat in SMALL.scenario.beats]
    assert spanish.sha256 != SMALL.scenario.sha256


def test_an_empty_translation_is_waiting_and_changes_nothing() -> None:
    assert SMALL.values is not None and SMALL.scenario is not None
    text = empty_translation(SMALL.values, "es-MX")
    [finding] = findings_of(text)
    number = len(texts_of(SMALL.values))
    assert finding.message == f"Not translated yet: {number} of {number} texts, the first is 'title'."
    values = read_any(text.encode(), "it.yaml").values
    assert values is not None
    assert translated(SMALL.values, values, "").opening == SMALL.scenario.opening


def test_the_example_can_be_translated_too() -> None:
    assert findings_of(sidecar(EXAMPLE).replace("late-parcel", "billing-double-charge"), EXAMPLE) == ()


def test_a_changed_source_makes_its_translation_stale_and_unspoken() -> None:
    changed = read_scenario(smallest_scenario().replace("Where is my parcel?", "Where are my parcels?").encode(), "late-parcel.yaml")
    [finding] = findings_of(sidecar(), changed)
    assert (finding.code, finding.message) == (
        "SC605",
        "'opening' was translated from an older text. It now says: Where are my parcels?",
    )
    values = read_any(sidecar().encode(), "it.yaml").values
    assert changed.values is not None and values is not None
    assert translated(changed.values, values, "").opening.say.lines == {"": ("Where are my parcels?",)}


def test_a_text_that_was_taken_out_is_extra() -> None:
    beat = smallest_scenario()[smallest_scenario().index("  - id: give-number") : smallest_scenario().index("  - id: accept")]
    shorter = read_scenario(smallest_scenario().replace(beat, "").encode(), "late-parcel.yaml")
    [finding] = findings_of(sidecar(), shorter)
    assert finding.message.startswith("The scenario has no text called 'give-number'.")


def test_a_translation_can_only_fill_in_what_its_source_does() -> None:
    [finding] = findings_of(sidecar().replace("Es el cinco cinco dos.", "Es el {fact.order_number}."))
    assert (finding.code, finding.message) == ("SC209", "The text that was translated has no '{fact.order_number}'.")


def test_a_fingerprint_of_figures_needs_no_quotes() -> None:
    text = 'translation: 1\nscenario: late-parcel@1.0.0\nlanguage: es-MX\nlines:\n  opening: {source: 12345678, text: "¿Dónde?"}\n'
    codes = [finding.code for finding in findings_of(text)]
    assert codes == ["SC605", "SC605"]


def test_the_words_of_a_translation_are_those_of_the_schema() -> None:
    assert [finding.code for finding in findings_of(sidecar().replace("late-parcel@1.0.0", "late-parcel"))] == ["SC109"]
    [finding] = findings_of(sidecar().replace(", text:", ", txt:", 1))
    assert (finding.code, finding.suggestion) == ("SC101", "text")
