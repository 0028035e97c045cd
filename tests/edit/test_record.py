"""The skeleton of a record: its id, and texts that come back as they were. All works are invented."""

import string
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonground.edit.record import record_id, skeleton
from commonground.model.csl import Item, Name
from commonground.model.schema.declared import made
from commonground.read.yaml_file import load
from commonground.sources.csl_item import clean_text


@pytest.mark.parametrize(
    ("csl", "id"),
    [
        pytest.param({"author": [{"family": "Krüsi-O'Neill"}]}, "krusioneillnd", id="accents"),
        pytest.param({"author": [{"family": "Østergård"}]}, "ostergardnd", id="letters-without-accent"),
        pytest.param({"author": [{"literal": "The Invented Institute"}]}, "inventednd", id="body"),
        pytest.param({"editor": [{"family": "Sample"}]}, "samplend", id="editor"),
        pytest.param({"title": "On an imaginary town"}, "imaginarynd", id="title-alone"),
        pytest.param({"title": "王"}, "sourcend", id="other-script"),
        pytest.param({"title": "2020 in review"}, "sourcend", id="begins-with-a-number"),
        pytest.param({}, "sourcend", id="nothing"),
        pytest.param(
            {"author": [{"family": "X"}], "issued": {"date-parts": [[1999, 2]]}}, "x1999", id="year"
        ),
    ],
)
def test_id_is_name_and_year(csl: dict[str, object], id: str) -> None:
    """An id is made of plain letters and the year."""
    assert record_id(made(Item, csl), ()) == id


def test_ids_never_meet() -> None:
    """However many are taken, the next is free, capitals aside."""
    item, taken = Item(type="", title="", author=(Name(family="Sample"),)), ["SAMPLEnd"]
    for _ in range(60):
        taken.append(record_id(item, taken))
    assert len({id.casefold() for id in taken}) == 61
    assert taken[1:3] == ["samplendb", "samplendc"]
    assert all(set(id) <= set(string.ascii_letters + string.digits) for id in taken)


@given(st.text(), st.text())
def test_every_text_comes_back_as_it_was(title: str, name: str) -> None:
    """Whatever metadata holds, the strict reader reads the very text, and nothing else of it."""
    title, name = clean_text(title) or "T", clean_text(name) or "N"
    csl: dict[str, object] = {"type": "book", "title": title, "author": [{"family": name}]}
    spoken = {
        language: skeleton("x", made(Item, csl), date(2026, 11, 22), language) for language in ("en", "fr")
    }
    node, problems = load("evidence/x.yaml", spoken["en"])
    assert problems == []
    assert node is not None
    assert node.at(("csl",)) == csl
    assert isinstance(node.value, dict)
    french, _ = load("evidence/x.yaml", spoken["fr"])
    assert french is not None
    assert (french.value == node.value, spoken["fr"] == spoken["en"]) == (True, False)
    assert list(node.value) == ["id", "csl", "design", "peer_reviewed", "findings", "limits", "checked"]
