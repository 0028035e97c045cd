"""What the search answers from: an entry for each thing, at its own place, with its answer."""

import json
from pathlib import Path

import pytest

from commonground.export.search_index import KINDS, LATER, Entry, entries, index
from commonground.export.search_index import files as search_files
from commonground.export.search_words import SearchWords
from commonground.languages import Language
from commonground.model.corpus import Corpus
from commonground.read.corpus import read_corpus

from ..conftest import TODAY

TINY = Path(__file__).parent.parent / "site/tiny"


@pytest.fixture(scope="module")
def tiny() -> Corpus:
    return read_corpus(TINY, TODAY)


def of_kind(corpus: Corpus, kind: str) -> list[Entry]:
    return [entry for entry in entries(corpus, "en") if entry.kind == kind]


def test_every_kind_is_known_in_every_language(project: Corpus) -> None:
    """Each kind has entries, and a name in each language; all lead to pages of their own language."""
    for language in project.languages:
        found = entries(project, language)
        assert {entry.kind for entry in found} == set(KINDS)
        assert all(project.locale(language).has(f"search.kinds.{kind}") for kind in KINDS)
        assert all(entry.title and entry.answer for entry in found)
        other = language != project.default_language
        assert all(entry.page.startswith(f"{language}/") is other for entry in found)


def test_places_are_told_apart(project: Corpus) -> None:
    """No two entries lead to the same place."""
    for language in project.languages:
        places = [(entry.page, entry.anchor) for entry in entries(project, language)]
        assert len(places) == len(set(places))


def test_citations_and_marks_are_no_answer(project: Corpus) -> None:
    assert not [
        entry
        for entry in entries(project, "en")
        if "[@" in f"{entry.title}{entry.answer}" or "](" in entry.answer
    ]


def test_people_s_own_words_are_searched(project: Corpus) -> None:
    """What the front matter's `asked_as` and `claim` say leads to the page, and is not shown."""
    article = next(a for a in project.articles if a.language == "en" and a.front.asked_as)
    entry = next(entry for entry in entries(project, "en") if entry.title == article.front.title)
    assert set(article.front.asked_as) <= set(entry.words)
    assert entry.answer == article.front.description


def test_what_people_ask_of_a_service_or_a_law_is_searched(project: Corpus) -> None:
    """What `asked_as` says in the data leads to the entry; so do a section's number and the name of a case."""
    found = {entry.anchor: entry for entry in entries(project, "en") if entry.kind in ("event", "service")}
    assert any("kill myself" in words for words in found["suicide-crisis-988"].words)
    pages = {entry.page: entry for entry in entries(project, "en") if entry.kind == "law"}
    assert any("286.2" in words for words in pages["policy/canadian-law-today/cc286-2/"].words)
    assert found["westendorp1983"].answer == "Canada"


def test_what_texts_repeat_is_searched(project: Corpus) -> None:
    """The words of the patterns by which a claim is known lead to the page that answers it; numbers and small words do not."""
    found = {entry.page: entry.words[-1].split() for entry in of_kind(project, "question")}
    assert {"largest", "flock"} <= set(found["myths/do-sports-events-bring-trafficking/"])
    assert not [word for words in found.values() for word in words if word in ("the", "of") or word.isdigit()]


def test_words_that_are_read_alike_are_sent_once(project: Corpus) -> None:
    english = SearchWords(project.locale("en"))
    assert english.distinct(("call girl", "call girls", "escort", "the escort")) == ("call girl", "escort")
    assert english.new("Twenty victims were rescued, and the victims left", ("rescue",)) == "victims left"
    assert SearchWords(project.locale("fr")).distinct(("policière", "policiers")) == ("policière",)


def test_a_language_of_which_nothing_is_known_is_searched_as_it_stands() -> None:
    nothing = SearchWords(Language("xx", {}))
    assert nothing.reading["same"] == []
    assert nothing.distinct(("lamp", "lamps")) == ("lamp", "lamps")


def test_a_source_is_found_by_its_numbers(project: Corpus) -> None:
    """Percentages, decimals and thousands of its findings, as each language writes them; years and small counts tell nothing."""
    numbers = {
        language: next(entry.numbers for entry in entries(project, language) if entry.source == "socias2015")
        for language in ("en", "fr")
    }
    assert "23.9" in numbers["en"]
    assert "23,9" in numbers["fr"]
    assert "2010" not in numbers["en"]


def test_a_profession_has_its_page_in_the_first_file(project: Corpus) -> None:
    files = {path: json.loads(data) for path, data in search_files(project, "")}
    pages = [entry["page"] for entry in files["data/search/fr.json"]["entries"] if entry["kind"] == "work"]
    assert "fr/work/housing/" in pages


def test_a_place_is_told_apart_from_other_words(project: Corpus) -> None:
    """Where a service is and where a model is the law are places, in the language of the index."""
    found = {(entry.kind, entry.anchor): entry for entry in entries(project, "fr")}
    assert found["service", "stella"].places == ("Montréal",)
    assert "Belgique" in found["law", "decriminalization"].places


def test_the_page_of_services_is_there_at_once(project: Corpus) -> None:
    """Whoever needs help does not wait for the larger file: the page itself is among the services."""
    page = project.page_of("services", "en")
    assert page
    assert [entry.title for entry in of_kind(project, "service") if not entry.anchor] == [page.front.title]


def test_a_number_that_somebody_has_to_confirm_is_not_searched(project: Corpus) -> None:
    services = {data.id: data for data in project.reference.services}
    listed = [(entry, services[entry.anchor]) for entry in of_kind(project, "service") if entry.anchor]
    assert any(data.phone and data.confirm for _, data in listed)
    for entry, data in listed:
        assert not data.phone or (data.phone in entry.words) is not data.confirm


def test_a_page_that_is_not_there_has_no_entries(tiny: Corpus) -> None:
    """Without a language guide its words lead nowhere: none is offered."""
    has_guide = any(article.front.layout == "language-guide" for article in tiny.articles)
    assert bool(of_kind(tiny, "word")) is has_guide


def test_what_is_seldom_asked_first_comes_in_a_file_of_its_own(project: Corpus) -> None:
    files = {path: json.loads(data) for path, data in search_files(project, "")}
    assert len(files) == 3 * len(project.languages)
    for language in project.languages:
        first, later, sources = (
            files[f"data/search/{language}{part}.json"] for part in ("", "-later", "-sources")
        )
        assert {entry.get("kind") for entry in later["entries"]} == {*LATER, None}
        assert {entry["kind"] for entry in sources["entries"]} == {"source"}
        assert {entry["kind"] for entry in first["entries"]}.isdisjoint((*LATER, "source"))
        assert first["stop"]


def test_what_a_page_is_seldom_asked_by_comes_later(project: Corpus) -> None:
    """Ten ways to ask for a page are there at once; the others come by its address, and none is lost."""
    files = {path: json.loads(data) for path, data in search_files(project, "")}
    for language in project.languages:
        first, later = (files[f"data/search/{language}{part}.json"]["entries"] for part in ("", "-later"))
        more = {entry["page"]: entry["words"] for entry in later if "kind" not in entry}
        known = {entry.page: entry for entry in entries(project, language) if not entry.anchor}
        for entry in first:
            if more.get(entry["page"]) and not entry.get("anchor"):
                assert len(entry["words"]) == 10
                assert (*entry["words"], *more[entry["page"]]) == known[entry["page"]].words
        assert more


def test_the_parts_that_every_page_of_a_type_has_are_no_entries(project: Corpus) -> None:
    """Nobody looks for "What we don't know", and thirty of them would make the words of their pages common."""
    assert not [entry for entry in of_kind(project, "guide") if entry.anchor]


def test_the_index_without_scripts_is_made_of_the_same_entries(project: Corpus) -> None:
    shown = {entry for _, group in index(project, "en") for entry in group}
    assert shown == {entry for entry in entries(project, "en") if entry.kind != "source"}
