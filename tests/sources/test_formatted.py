"""Formatted references: real records in both languages, safe, kept, and clear when they cannot be made."""

from datetime import date
from pathlib import Path

import pypandoc
import pytest
from msgspec.structs import replace

from commonground.model.csl import Item
from commonground.model.schema.declared import made
from commonground.model.source import Checked, KeptCopy, Source
from commonground.read.evidence import read_source
from commonground.sources import formatted as references
from commonground.sources.formatted import ReferencesError, format_references

from ..own_language import own_language

EVIDENCE = Path(__file__).parents[2] / "evidence"
CHOSEN = (
    "criminalcode1985",
    "bedford2013",
    "platt2018",
    "mmiwg2019",
    "swannd",
    "fitzgerald2010",
    "ma2024",
    "irpr2002",
    "sweden2025",
    "lam2019",
    "vancouverfoundation2018",
)

CHECKED = Checked(date(2026, 11, 22), "https://example.org", "abstract")
LANGUAGES = {code: own_language(code) for code in ("en", "fr")}


def record(name: str) -> Source:
    """Return what references need of a record."""
    data = (EVIDENCE / f"{name}.yaml").read_bytes()
    source, _ = read_source(f"evidence/{name}.yaml", data, tuple(LANGUAGES), LANGUAGES)
    assert source is not None
    return replace(source, checked=CHECKED)


def plain_source(name: str, csl: dict[str, object]) -> Source:
    return Source(name, f"evidence/{name}.yaml", {"en": made(Item, csl)}, "cohort", True, (), {}, CHECKED)


@pytest.fixture(scope="module")
def formatted() -> dict[str, dict[str, str]]:
    return {
        language: dict(format_references(map(record, CHOSEN), LANGUAGES[language]))
        for language in ("en", "fr")
    }


@pytest.mark.parametrize(
    ("language", "name", "expected"),
    [
        pytest.param(
            "en",
            "criminalcode1985",
            "Criminal Code, R.S.C. 1985, c. C-46, ss.\u00a0213, 279.01-279.04, 286.1-286.5, 486.4, 787. <a ",
            id="statute",
        ),
        pytest.param(
            "fr",
            "criminalcode1985",
            "Code criminel, L.R.C. 1985, ch. C-46, art.\u00a0213, 279.01-279.04, 286.1-286.5, 486.4, 787. <a ",
            id="statute-fr",
        ),
        pytest.param(
            "en",
            "bedford2013",
            "Canada (Attorney General) v. Bedford, 2013 SCC 72, [2013] 3 S.C.R. 1101 (Supreme Court of Canada, 20 December 2013). <a ",
            id="case",
        ),
        pytest.param(
            "fr",
            "bedford2013",
            "Canada (Procureur général) c. Bedford, 2013 CSC 72, [2013] 3 R.C.S. 1101 (Cour suprême du Canada, 20 décembre 2013). <a ",
            id="case-fr",
        ),
        pytest.param(
            "fr",
            "ma2024",
            "M.A. et autres c. France, nos\u00a063664/19, 64450/19,",
            id="case-file-numbers-fr",
        ),
        pytest.param(
            "fr",
            "irpr2002",
            "réfugiés, DORS/2002-227, art.\u00a0183(1)b) et b.1), 196.1a), 200(3)e)",
            id="section-fr",
        ),
        pytest.param("en", "sweden2025", "remotely (bill 2024/25:124) (Sweden, 2025).", id="number-in-title"),
        pytest.param("en", "lam2019", "Anti-Trafficking Review, no.\u00a012, 91–107.", id="issue-alone"),
        pytest.param("fr", "lam2019", "Anti-Trafficking Review, no\u00a012, 91-107.", id="issue-alone-fr"),
        pytest.param("en", "vancouverfoundation2018", "Vancouver Foundation 2018, p.\u00a021.", id="page"),
        pytest.param(
            "en",
            "platt2018",
            "Lucy Platt, Pippa Grenfell, Rebecca Meiksin and others (2018). “Associations",
            id="article",
        ),
        pytest.param(
            "fr",
            "platt2018",
            "Lucy Platt, Pippa Grenfell, Rebecca Meiksin et autres (2018). «\u00a0Associations",
            id="article-fr",
        ),
        pytest.param(
            "fr", "platt2018", "studies\u00a0». PLOS Medicine, 15(12), e1002680. <a ", id="article-end-fr"
        ),
        pytest.param(
            "en",
            "mmiwg2019",
            "National Inquiry into Missing and Murdered Indigenous Women and Girls (2019). Reclaiming Power",
            id="report",
        ),
        pytest.param(
            "en", "swannd", "SWAN Vancouver (no date). “Resources for Journalists.” <a ", id="web-page"
        ),
        pytest.param(
            "fr",
            "swannd",
            "SWAN Vancouver (sans date). «\u00a0Resources for Journalists\u00a0». <a ",
            id="web-page-fr",
        ),
        pytest.param(
            "en",
            "fitzgerald2010",
            "In Gillian Abel, Lisa Fitzgerald and Catherine Healy (eds.), Taking",
            id="chapter",
        ),
        pytest.param(
            "fr",
            "fitzgerald2010",
            "Dans Gillian Abel, Lisa Fitzgerald et Catherine Healy (éd.), Taking",
            id="chapter-fr",
        ),
        pytest.param("en", "swannd", "</a>. Read 22 November 2026.", id="read-on"),
        pytest.param("fr", "swannd", "</a>. Consulté le 22 novembre 2026.", id="read-on-fr"),
        pytest.param(
            "en",
            "platt2018",
            '<a rel="noreferrer" href="https://doi.org/10.1371/journal.pmed.1002680">https://doi.org/10.1371/journal.pmed.1002680</a>',
            id="link",
        ),
    ],
)
def test_a_record_is_formatted(formatted, language, name, expected):
    """Each kind of source, in the words and marks of the language; titles are not italic."""
    assert expected in formatted[language][name]
    assert "<em>" not in formatted[language][name]


def test_first_of_the_month_in_french():
    """French counts the first day of a month as an ordinal, English does not."""
    case = {
        "type": "legal_case",
        "title": "A v. B",
        "authority": "Court",
        "issued": {"date-parts": [[2020, 5, 1]]},
    }
    sources = [plain_source("a", case)]
    assert "1er mai 2020" in format_references(sources, LANGUAGES["fr"])["a"]
    assert "1 May 2020" in format_references(sources, LANGUAGES["en"])["a"]


def test_a_reader_gets_the_edition_of_her_language():
    """Title, names and address of the other edition, and the rest from the record; its own language keeps its own."""
    english = {"type": "report", "title": "On lamps", "author": [{"literal": "Lamp Board"}], "issued": {"date-parts": [[2020]]}}  # fmt: skip
    address = "https://lampes.example.org/rapport"
    french = {
        "title": "Sur les lampes",
        "author": [{"literal": "Office des lampes"}],
        "URL": address,
        "language": "fr",
    }
    source = replace(
        plain_source("a", english), csl={"en": made(Item, english), "fr": made(Item, {**english, **french})}
    )
    shown = {code: format_references([source], LANGUAGES[code])["a"] for code in ("en", "fr")}
    assert all(text in shown["fr"] for text in ("Sur les lampes", "Office des lampes", "2020"))
    assert f'href="{address}"' in shown["fr"]
    assert "On lamps" in shown["en"]
    assert address not in shown["en"]


def test_a_kept_copy_takes_over_for_a_dead_address():
    """The link of the reference leads to the copy; nothing in it leads to the address that no longer answers."""
    dead = plain_source(
        "a", {"type": "webpage", "title": "A page", "URL": "https://example.org/gone", "DOI": "10.1000/1"}
    )
    copy = KeptCopy("https://archive.example/1", date(2026, 1, 2), instead=True)
    html = format_references([replace(dead, archived=copy)], LANGUAGES["en"])["a"]
    assert html.count("<a ") == html.count('href="https://archive.example/1"') == 1
    offered = replace(dead, archived=replace(copy, instead=False))
    assert "archive.example" not in format_references([offered], LANGUAGES["en"])["a"]


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_record_is_text(language):
    """Scripts, tags that Pandoc knows, and active addresses in a record never reach the page as such."""
    csl = {
        "type": "webpage",
        "title": "<script>alert(1)</script> <i>a</i> <span style='x'>b</span> &amp; $x$ *c* [d](javascript:e)",
        "author": [{"literal": "<img src=x onerror=y>"}],
        "URL": "javascript:alert(1)",
    }
    html = format_references([plain_source("a", csl)], LANGUAGES[language])["a"]
    assert "<" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert "&lt;img src=x onerror=y&gt;" in html


def test_all_records_have_a_reference():
    """The whole corpus goes through at once, without a warning."""
    names = [path.stem for path in sorted(EVIDENCE.glob("*.yaml"))]
    for language in ("en", "fr"):
        made = format_references(map(record, names), LANGUAGES[language])
        assert list(made) == names
        assert all(html.endswith(".") for html in made.values())


def test_a_second_call_does_not_ask_again(monkeypatch):
    """Serving a site asks Pandoc only about records that changed."""
    sources = [plain_source("a", {"type": "webpage", "title": "A page of this test"})]
    made = format_references(sources, LANGUAGES["en"])
    monkeypatch.setattr(references, "_run_pandoc", lambda *_: "")
    assert format_references(sources, LANGUAGES["en"]) == made
    with pytest.raises(ReferencesError):
        format_references(sources, LANGUAGES["fr"])


def test_without_pandoc_the_next_step_is_named(monkeypatch):
    """No Pandoc, no references: the message says what to install."""

    def missing() -> str:
        raise OSError("No pandoc was found")

    monkeypatch.setattr(pypandoc, "get_pandoc_path", missing)
    sources = [plain_source("a", {"type": "webpage", "title": "No Pandoc for this"})]
    with pytest.raises(ReferencesError, match="Install the package pypandoc_binary"):
        format_references(sources, LANGUAGES["en"])


def test_what_pandoc_refuses_is_said():
    """A record that Pandoc cannot read stops with its words and where to look."""
    sources = [plain_source("a", {"type": "webpage", "title": "A", "issued": {"date-parts": [[10**30]]}})]
    with pytest.raises(ReferencesError, match="Look at the csl part"):
        format_references(sources, LANGUAGES["en"])


def test_nothing_to_format():
    """No source, no call."""
    assert format_references([], LANGUAGES["en"]) == {}
