"""Files of reference managers: what is read of them, and what is said of broken ones. All works are invented."""

import json
from pathlib import Path

import pytest

from commonground.model.csl import Day, Item, Name, as_csl
from commonground.sources.bibliography import NoBibliography, read_items
from commonground.sources.csl_item import clean_item
from commonground.sources.people import OTHERS, listed

FILES = Path(__file__).parent / "bibliography"


def cleaned(name: str) -> list[Item]:
    return [clean_item(item) for item in read_items(name, (FILES / name).read_bytes())]


def test_ris_keeps_dates_and_bodies() -> None:
    """A date with strokes is a date, and a body without a comma is no person with a first name."""
    assert [json.loads(json.dumps(as_csl(item))) for item in cleaned("library.ris")] == [
        {
            "type": "article-journal",
            "title": "An invented survey of imaginary tenants in Vancouver: first results",
            "author": [
                {"family": "Exemple", "given": "Zoé"},
                {"literal": "Institute of Invented Surveys"},
            ],
            "container-title": "Journal of Invented Studies",
            "volume": "12",
            "issue": "3",
            "page": "101-110",
            "issued": {"date-parts": [[2019, 3, 2]]},
            "DOI": "10.5555/invented.ris",
            "URL": "https://doi.org/10.5555/invented.ris",
            "language": "en",
        },
        {
            "type": "report",
            "title": "An invented report",
            "editor": [{"literal": "Placeholder Council"}],
            "publisher": "Placeholder Council",
            "issued": {"date-parts": [[2020]]},
            "ISBN": "978-0-306-40615-7",
            "URL": "https://example.org/report",
        },
    ]


def test_bibtex_keeps_capitals_and_says_english_genres() -> None:
    """The title stands as it is written: "Vancouver" keeps its capital."""
    article, thesis = cleaned("library.bib")
    assert article.title == "An Invented Survey of Tenants in Vancouver"
    assert article.author == (
        Name(family="Exemple", given="Zoé"),
        Name(literal="Institute of Invented Surveys"),
    )
    assert (article.volume, article.issue, article.page) == ("12", "3", "101-110")
    assert (thesis.type, thesis.genre, thesis.publisher) == (
        "thesis",
        "PhD thesis",
        "Placeholder University",
    )


def test_csl_json_is_taken_as_it_is() -> None:
    """One item alone and a list of items are the same to us."""
    (book,) = cleaned("library.json")
    assert book.issued == Day(date_parts=((1999,),))
    assert [dict(item) for item in read_items("one.json", b'{"title": "T"}')] == [{"title": "T"}]


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        pytest.param("a.ris", b"TY  - JOUR garbage\n\n", "a.ris:2:1: the file breaks off", id="ris-broken"),
        pytest.param("a.ris", b"hello", "a.ris:1:1: the file breaks off", id="ris-other"),
        pytest.param("a.ris", b"", "a.ris holds no source in RIS", id="ris-empty"),
        pytest.param("a.bib", b"@article{x, title={y", "a.bib:1:1: the file breaks off", id="bib-broken"),
        pytest.param("a.bib", b"hello", "a.bib holds no source in BibTeX", id="bib-other"),
        pytest.param("a.json", b'[{"title": }]', "a.json:1:12: this is not JSON", id="json-broken"),
        pytest.param("a.json", b"[" * 99_999, "a.json is nested too deep", id="json-deep"),
        pytest.param("a.json", b'["x"]', "not a list of sources", id="json-other"),
        pytest.param("a.json", b"[]", "a.json holds no source", id="json-empty"),
        pytest.param("a.json", b'"\xe9"', "a.json is not UTF-8 text (byte 2)", id="latin-1"),
        pytest.param("a.xml", b"<x/>", "none of the known endings", id="ending"),
        pytest.param("a.json", b" " * ((1 << 20) + 1), "larger than 1,048,576 bytes", id="large"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_sentence(name: str, data: bytes, said: str) -> None:
    """Each kind of broken file has its place, what is wrong and a next step."""
    with pytest.raises(NoBibliography) as raised:
        read_items(name, data)
    assert said in str(raised.value)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param(
            "x.bib", "@article{a, title={T}, author={Exemple, Zoé and others}, year=2020}", id="bibtex"
        ),
        pytest.param(
            "x.bib", '@book{a, author = "Exemple, Zoé AND OTHERS", title={T}, year=2020}', id="capitals"
        ),
        pytest.param(
            "x.bib", "@article{a, author={Exemple, Zoé and {et al.}}, title={T}, year=2020}", id="et-al"
        ),
        pytest.param(
            "x.ris", "TY  - JOUR\nAU  - Exemple, Zoé\nAU  - et al.\nTI  - T\nPY  - 2020\nER  - \n", id="ris"
        ),
    ],
)
def test_names_that_are_left_out_are_nobody(name: str, text: str) -> None:
    """A sign for more names becomes one sign, whatever it was, and is no author."""
    (item,) = [clean_item(item) for item in read_items(name, text.encode())]
    assert item.author == (Name(family="Exemple", given="Zoé"), OTHERS)
    assert [name.family for name in listed(item.author)] == ["Exemple"]


@pytest.mark.parametrize("depth", [1, 2, 3])
@pytest.mark.parametrize(
    ("key", "value"),
    [("DOI", "10.5555/invented.1"), ("URL", "https://example.org/report"), ("ISBN", "978-0-306-40615-7")],
)
def test_braces_of_any_depth_are_no_part_of_a_value(key: str, value: str, depth: int) -> None:
    """Some databases write two pairs; the DOI was lost with them, and with it every search for corrections."""
    text = f"@book{{a, title={{T}}, year=2020, {key.lower()}={'{' * depth}{value}{'}' * depth}}}"
    (item,) = [clean_item(item) for item in read_items("x.bib", text.encode())]
    assert getattr(item, key.lower()) == value
