"""Numerals of thousands of digits, which Python turns into no int, are read and told like any other."""

from datetime import date
from pathlib import Path

import pytest

from commonground.checks import registry
from commonground.model.anchor import Anchors
from commonground.model.entities import unescape
from commonground.model.figure import Unit
from commonground.read.corpus import read_corpus
from commonground.read.figures import find_figures, parse_quantities
from commonground.sources.csl_item import clean_item, clean_text

LONG = "7" * 5000
RECORD = """id: lamps2020
csl: {{type: article-journal, title: Lamps, author: [{{family: Nobody}}], issued: {{date-parts: [[2020]]}}}}
design: cohort
peer_reviewed: true
findings:
  - {{id: count, states: "{states}", figures: ["{figure}"], where: Abstract}}
limits: Invented.
checked: {{date: 2026-11-01, url: "https://example.org", how: full-text}}
"""


@pytest.mark.parametrize(
    ("form", "unit"),
    [
        ("{}", Unit.NUMBER),
        ("0.{}", Unit.NUMBER),
        ("{}%", Unit.PERCENT),
        ("1 in {}", Unit.PERCENT),
        ("${} million", Unit.MONEY),
        ("12 to {}", Unit.NUMBER),
    ],
)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_long_numeral_is_a_figure(form: str, unit: Unit, language: str) -> None:
    """It has its exact value, so that one digit more or less is another figure."""
    if language == "fr":
        form = form.replace(" in ", " sur ").replace(" to ", " à ")
    written = form.format(LONG)
    (figure,) = find_figures(f"({written})", language)
    assert figure.text == written
    assert figure.quantities[-1].unit is unit
    assert not figure.missing_from(parse_quantities(written, language))
    assert figure.missing_from(parse_quantities(form.format(LONG + "7"), language))


def test_a_rate_has_a_base_of_some_digits() -> None:
    """A base of thousands of zeros is none; the number before it stays a figure."""
    assert find_figures(f"12 per 1{'0' * 5000}", "en")[0].text == "12"


def test_a_page_with_a_long_numeral_is_checked(tmp_path: Path) -> None:
    """In a page and a record, each problem stands at its place."""
    for folder in ("docs/en/about", "evidence", "language"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "language/en.yaml").write_text("[]\n")
    (tmp_path / "docs/en/about/page.md").write_text(
        f"---\ntitle: Lamps\n---\n\n## Lamps_{LONG}\n\nOf {LONG} lamps.\n"
    )
    (tmp_path / "evidence/lamps2020.yaml").write_text(
        RECORD.format(states=f"{LONG} lamps.", figure=f"{LONG}1")
    )
    problems = registry.run(read_corpus(tmp_path, date(2026, 11, 22))).problems
    found = {(p.path, p.span.line, p.span.column, p.rule) for p in problems}
    assert ("docs/en/about/page.md", 7, 4, "evidence/uncited-figure") in found
    assert ("evidence/lamps2020.yaml", 6, 26, "evidence/unlisted-figure") in found


def test_bibliographies_and_addresses_with_long_numerals() -> None:
    """What the network or a file says is cleaned, never a traceback."""
    assert clean_item({"issued": {"date-parts": [[LONG]]}, "title": f"&#{LONG};"}).issued is None
    assert clean_text(f"a &#{LONG}; b &#233;") == ""
    assert unescape(f"&#{LONG};&#233;") == f"&#{LONG};é"


def test_headings_that_end_in_a_long_numeral_get_their_anchors() -> None:
    """The number is not counted on from; a mark of its own follows it."""
    anchors = Anchors()
    assert anchors.of_heading(f"lamps {LONG}") == f"lamps-{LONG}"
    assert anchors.of_heading(f"lamps {LONG}") == f"lamps-{LONG}_1"


@pytest.mark.parametrize("language", ["en", "fr", "es"])
@pytest.mark.parametrize("numeral", ["722.885100,000", "1,2,3.4,5", "1.2,3.4", ",5.6,7"])
def test_a_numeral_with_marks_in_no_order_is_read_without_a_fault(language: str, numeral: str) -> None:
    """Whatever it is worth, it is a figure and no traceback."""
    assert find_figures(f"It was {numeral} of them.", language)
