"""What registries say, cleaned to what a record holds. All works are invented."""

from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonground.model.csl import Item, as_csl
from commonground.sources.csl_item import clean_item, clean_text, normal_doi


@pytest.mark.parametrize(
    ("written", "clean"),
    [
        pytest.param("<i>Invented</i> &amp;amp; imaginary", "Invented & imaginary", id="markup-and-entities"),
        pytest.param("a\n  b\u2028c", "a b c", id="line-ends"),
        pytest.param("p < 0.05 and q > 1", "p < 0.05 and q > 1", id="signs-that-are-no-tags"),
        pytest.param("x<script>alert(1)</script>", "xalert(1)", id="script"),
        pytest.param("&lt;b&gt;bold&lt;/b&gt;", "bold", id="escaped-markup"),
        pytest.param("a\u202eb\u200b\x1b[31m\ufeff\ud800", "ab[31m", id="invisible"),
        pytest.param("a \x08\n b", "a b", id="spaces-around-the-invisible"),
        pytest.param("Vérité\u00a0: oui", "Vérité\u00a0: oui", id="no-break-space-stays"),
        pytest.param("x" * 2001, "", id="too-long"),
        pytest.param(12, "12", id="number"),
        pytest.param(True, "", id="not-a-text"),
        pytest.param(["a"], "", id="list"),
    ],
)
def test_texts_become_one_plain_line(written: object, clean: str) -> None:
    """Markup, entities, line ends and what nobody sees are gone; all else stands."""
    assert clean_text(written) == clean


@given(st.text())
def test_clean_text_is_clean(text: str) -> None:
    """Cleaning twice is cleaning once, but for texts that are escaped more than three times."""
    once = clean_text(text)
    assert once == once.strip()
    assert all(one.isprintable() or one in "\u200c\u200d" or category(one) == "Zs" for one in once)
    if "&" not in text and "<" not in text:
        assert clean_text(once) == once


@pytest.mark.parametrize(
    ("written", "doi"),
    [
        ("10.5555/Invented.1", "10.5555/Invented.1"),
        ("https://doi.org/10.5555/x", "10.5555/x"),
        ("http://dx.doi.org/10.5555/x(1)2", "10.5555/x(1)2"),
        ("doi: 10.5555/x", "10.5555/x"),
        ("10.5555", ""),
        ("platt2018", ""),
        ("https://example.org/10.5555/x", ""),
        (None, ""),
    ],
)
def test_dois_stand_without_a_resolver(written: object, doi: str) -> None:
    """However people write a DOI, a record has it in one way."""
    assert normal_doi(written) == doi


def test_registry_shapes_become_csl() -> None:
    """Lists, Crossref's kinds, bodies as names, article numbers and subtitles."""
    item = {
        "type": "journal-article",
        "title": ["An invented title?"],
        "subtitle": ["A subtitle"],
        "author": [
            {"family": "Exemple", "given": "Zoé", "sequence": "first", "affiliation": []},
            {"name": "Institute of Invented Surveys"},
            {"affiliation": []},
        ],
        "container-title": ["Journal of Invented Studies"],
        "publisher": "Placeholder Press",
        "article-number": "e1",
        "issued": {"date-parts": [[None]]},
        "published-online": {"date-parts": [[2019, 13, 2]]},
        "DOI": "10.5555/INVENTED",
        "URL": "http://dx.doi.org/10.5555/invented",
        "language": "EN",
        "reference": [{"key": "1"}],
        "is-referenced-by-count": 4,
    }
    assert as_csl(clean_item(item)) == {
        "type": "article-journal",
        "title": "An invented title? A subtitle",
        "author": ({"family": "Exemple", "given": "Zoé"}, {"literal": "Institute of Invented Surveys"}),
        "container-title": "Journal of Invented Studies",
        "page": "e1",
        "issued": {"date-parts": ((2019,),)},
        "DOI": "10.5555/INVENTED",
        "URL": "https://doi.org/10.5555/INVENTED",
        "language": "en",
    }


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("type", "other"),
        ("URL", "javascript:alert(1)"),
        ("ISBN", "no number"),
        ("language", "English"),
        ("issued", {"literal": "in spring"}),
        ("author", "Somebody"),
        ("author", [{"ORCID": "x"}]),
        ("title", {"a": 1}),
        ("DOI", "none"),
    ],
)
def test_what_cannot_be_read_stays_out(key: str, value: object) -> None:
    """Nothing is guessed."""
    assert clean_item({key: value}) == Item(type="", title="")
