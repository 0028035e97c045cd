"""Context objects: what Zotero reads from a page is what the record says."""

from urllib.parse import parse_qs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonground.model.corpus import Corpus
from commonground.model.csl import Item
from commonground.sources.coins import context_object
from commonground.sources.written import iso_day, people

FORMAT = "info:ofi/fmt:kev:mtx:"
TITLES = {"journal": "rft.atitle", "dc": "rft.title", "book": "rft.btitle"}
CONTAINERS = {"journal": "rft.jtitle", "dc": "rft.source", "book": "rft.btitle"}


def read(text: str) -> dict[str, list[str]]:
    """Return a context object's values by key."""
    return parse_qs(text, strict_parsing=True)


def test_every_record_comes_back(project: Corpus) -> None:
    """Title, container, people in their order, date, volume, issue, pages, DOI and address, each as recorded."""
    for source in project.sources.values():
        item, found = source.item, read(context_object(source.item))
        kind = found["rft_val_fmt"][0].removeprefix(FORMAT)
        chapter = item.type == "chapter"
        assert found["rft.atitle" if chapter else TITLES[kind]] == [source.title]
        if item.container_title and item.type != "report":
            assert found[CONTAINERS[kind]] == [item.container_title]
        authors = people(item.author)
        assert found.get("rft.au", []) == [person.name for person in authors if not person.organization]
        assert found.get("rft.aucorp", []) == [person.name for person in authors if person.organization]
        wanted = [f"info:doi/{item.doi}"] if item.doi else []
        assert found.get("rft_id", []) == [*wanted, *([item.url] if item.url else [])]
        assert "".join(found.get("rft.date", [])) == iso_day(item)
        for key, name in (
            ("volume", "volume"),
            ("issue", "issue"),
            ("page", "pages"),
            ("language", "language"),
        ):
            assert "".join(found.get(f"rft.{name}", [])) == getattr(item, key)


@pytest.mark.parametrize(
    ("id", "expected"),
    [
        pytest.param("platt2018", {"rft_val_fmt": f"{FORMAT}journal", "rft.genre": "article"}, id="journal"),
        pytest.param("mmiwg2019", {"rft_val_fmt": f"{FORMAT}book", "rft.genre": "report"}, id="report"),
        pytest.param("mindedal2022", {"rft_val_fmt": f"{FORMAT}book", "rft.genre": "bookitem"}, id="chapter"),
        pytest.param("bedford2013", {"rft_val_fmt": f"{FORMAT}dc", "rft.type": "case"}, id="case"),
        pytest.param("criminalcode1985", {"rft_val_fmt": f"{FORMAT}dc", "rft.type": "statute"}, id="statute"),
        pytest.param("swannd", {"rft_val_fmt": f"{FORMAT}dc", "rft.type": "webpage"}, id="page"),
    ],
)
def test_each_kind_has_the_format_that_zotero_knows(
    project: Corpus, id: str, expected: dict[str, str]
) -> None:
    """The item type in Zotero follows from format and genre, or from ``rft.type``."""
    found = read(context_object(project.sources[id].item))
    assert {key: found[key][0] for key in expected} == expected


@given(st.text(min_size=1).filter(str.strip))
def test_no_text_breaks_out(title: str) -> None:
    """An ampersand, an equals sign, a plus or a quotation mark in a record stays part of its value."""
    text = context_object(Item(type="webpage", title=title))
    assert not set("\"'<> +") & set(text)
    assert read(text)["rft.title"] == [title]
