"""Sources for reference managers and programs."""

import json
from datetime import date

import pytest
from msgspec.structs import replace

from commonground.export.evidence import files as evidence_file
from commonground.export.references import FORMATS
from commonground.export.references import files as reference_files
from commonground.model.corpus import Corpus
from commonground.model.csl import Name, as_csl
from commonground.model.source import KeptCopy, Source
from commonground.sources.people import OTHERS
from commonground.sources.written import bibtex, csl_json, ris, source_item


@pytest.fixture
def platt(project: Corpus) -> Source:
    """A journal article with eight authors and a DOI."""
    return project.sources["platt2018"]


def test_every_source_has_every_format(project: Corpus) -> None:
    """One file a source and format, each path once."""
    paths = [path for path, _ in reference_files(project, "")]
    assert len(paths) == len(set(paths)) == len(project.sources) * len(FORMATS)


def test_ris_has_one_line_a_field(platt: Source) -> None:
    """Type first, end last, a line an author, and the line ends that the format asks for."""
    lines = ris(platt.id, platt.item).split("\r\n")
    assert lines[0] == "TY  - JOUR"
    assert lines[-2:] == ["ER  - ", ""]
    assert sum(line.startswith("AU  - ") for line in lines) == len(platt.item.author)
    assert "DO  - 10.1371/journal.pmed.1002680" in lines
    assert not any("\n" in line for line in lines)


def test_bibtex_keeps_capitals_and_escapes_what_means_something(platt: Source) -> None:
    """A title is in double braces; a brace or an ampersand in a record cannot end the entry."""
    entry = bibtex(platt.id, platt.item)
    assert entry.startswith("@article{platt2018,\n")
    assert "  author = {Platt, Lucy and Grenfell, Pippa and " in entry
    odd = replace(
        platt.item, title="A } & B_c", url="https://example.org/}{", author=(Name(literal="Ink and Co"),)
    )
    assert r"  title = {{A \} \& B\_c}}," in bibtex("odd", odd)
    assert "  url = {https://example.org/%7D%7B}" in bibtex("odd", odd)
    assert "  author = {{Ink and Co}}," in bibtex("odd", odd)


def test_names_left_out_are_no_author(platt: Source) -> None:
    """BibTeX has a word for them; the other formats name those who are known."""
    item = replace(platt.item, author=(Name(family="Ink", given="Ida"), OTHERS))
    assert "  author = {Ink, Ida and others}," in bibtex("some", item)
    assert [line for line in ris("some", item).split("\r\n") if "AU" in line] == ["AU  - Ink, Ida"]
    assert json.loads(csl_json("some", item))[0]["author"] == [{"family": "Ink", "given": "Ida"}]


def test_csl_is_the_record(platt: Source) -> None:
    """Nothing is added to the item but its id."""
    (item,) = json.loads(csl_json(platt.id, platt.item))
    assert item == {"id": "platt2018", **json.loads(json.dumps(as_csl(platt.item)))}


def test_a_kept_copy_takes_over_in_every_format(platt: Source) -> None:
    """A reference manager gets the address that answers."""
    copy = KeptCopy("https://archive.example/1", date(2026, 1, 2), instead=True)
    dead = replace(platt, archived=copy)
    assert "UR  - https://archive.example/1\r\n" in ris(dead.id, source_item(dead))
    assert "  url = {https://archive.example/1}" in bibtex(dead.id, source_item(dead))
    assert json.loads(csl_json(dead.id, source_item(dead)))[0]["URL"] == "https://archive.example/1"


def test_a_withheld_finding_gives_its_reason_alone(project: Corpus) -> None:
    """What may not be printed on a page is not published as data either."""
    _, content = next(evidence_file(project, ""))
    for source in json.loads(content)["sources"]:
        for finding in source["findings"]:
            withheld = project.findings[f"{source['id']}#{finding['id']}"].withheld
            assert ("states" in finding) is not bool(withheld)


def test_the_shape_is_the_one_that_the_site_explains(project: Corpus) -> None:
    """What the page Contribute promises of every source and finding is there."""
    _, content = next(evidence_file(project, ""))
    whole = json.loads(content)
    assert whole.keys() == {"version", "sources"}
    for source in whole["sources"]:
        assert {"id", "csl", "design", "peer_reviewed", "findings", "limits", "checked"} <= source.keys()
        assert {"date", "url", "how"} == source["checked"].keys()
        for finding in source["findings"]:
            assert finding.keys() == {"id", "withheld"} or {"id", "states", "where"} <= finding.keys()
            texts = [finding[key] for key in ("states", "where", "withheld", "caution") if key in finding]
            assert all(text.keys() <= {"en", "fr"} for text in texts)
