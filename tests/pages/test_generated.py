"""The parts of pages that are made from data."""

import re
from datetime import date
from pathlib import Path

import pytest

from commonground.checks import registry
from commonground.languages import read_languages
from commonground.languages.catalogue import say
from commonground.model.corpus import Corpus
from commonground.model.marks import CITATION, CITATION_PART
from commonground.model.problem import Level
from commonground.pages.generated import generated_part
from commonground.pages.pieces import one_line, partial_day, plain, unbroken
from commonground.pages.provision import provision_page, provisions
from commonground.read.corpus import read_corpus

TINY = Path(__file__).parent.parent / "site/tiny"
LANGUAGES = ("en", "fr")


@pytest.fixture(scope="module")
def tiny() -> Corpus:
    """A corpus with one provision, one event, two services and one term rule a language."""
    return read_corpus(TINY, date(2026, 11, 22))


def provision(corpus: Corpus, id: str, language: str) -> str:
    """Return the page of a provision."""
    return provision_page(
        next(card for card in corpus.reference.provisions if card.id == id), corpus, language
    )


def test_a_provision_says_what_is_to_be_confirmed(tiny: Corpus) -> None:
    """The notice gives the reason, and the day of the last reading stands below."""
    page = provision(tiny, "lamps-1", "en")
    assert "## What it covers {#covers}\n\nLighting lamps. [@example2020#count]" in page
    assert (
        "## Penalty {#penalty}\n\nNone.\n\nTo be checked again: The Act was not read.\n{.to-confirm}" in page
    )
    assert "Last read 20 November 2026" in page


def test_a_provision_says_the_most_and_the_least_that_a_court_can_give(tiny: Corpus) -> None:
    """Kind and maximum stand together; a part without words, such as rulings that nobody saw, is left out."""
    page = provision(tiny, "lamps-13", "fr")
    assert "## Peine maximale {#maximum}\n\nProcédure sommaire. Dans le texte ci-dessous.\n" in page
    assert "## Peine minimale {#minimum}\n\nAucune.\n" in page
    assert "{#rulings}" not in page


def test_the_free_acts_come_first(project: Corpus) -> None:
    """Whoever asks first asks about selling; the others are in the order of the file."""
    assert [card.offence for card in provisions(project)].index("never") == 0
    listed = [card for card in provisions(project) if card.offence != "never"]
    assert listed == [card for card in project.reference.provisions if card.offence != "never"]


def test_the_laws_own_words_are_folded_in_the_language_of_the_page(tiny: Corpus) -> None:
    """Each paragraph by its depth, nothing in it a mark; below, where it was read and that it is no official version."""
    page = provision(tiny, "lamps-13", "fr")
    folded = page[page.index("/// details | Le texte même de la loi") : page.index("\n///\n")]
    assert "> **13** Vente\n>\n> Quiconque vend une &#91;lampe&#93; est passible :" in folded
    assert "> a) de rien;\n> {.law-paragraph}" in folded
    assert "> (i) la nuit, d’une amende;\n> {.law-subparagraph}" in folded
    assert "> (A) de 37 avertissements.\n> {.law-clause}" in folded
    assert (
        "Loi sur les lampes (L.C. 1999, ch. 1), [codification publique](<https://law.example/fr>)" in folded
    )
    assert "17 juin 2026" in folded
    assert "n’est pas une version officielle" in folded
    assert "law.example/13" not in page


def test_only_an_official_page_is_linked_as_the_text_of_the_law(tiny: Corpus) -> None:
    """Another's account is called that and sends nobody to an unknown place."""
    page = provision(tiny, "lamps-1", "en")
    assert "https://law.example/12" not in page
    assert page.endswith("another’s account\n")


def test_the_timeline_says_dates_as_exactly_as_they_are_known(tiny: Corpus) -> None:
    """A month stays a month; each event is a line that opens, and an address."""
    assert "| **December 2013 – First ruling**{#first-ruling .entry-name} *In force*" in generated_part(
        "law-timeline", tiny, "en"
    )
    assert "| **décembre 2013 – Premier arrêt**{#first-ruling .entry-name}" in generated_part(
        "law-timeline", tiny, "fr"
    )


def test_what_has_no_page_of_its_own_stands_on_the_page_of_the_law(tiny: Corpus, project: Corpus) -> None:
    """The tiny site has no timeline's page; the project has one for each list."""
    assert "## Timeline {#timeline}" in generated_part("law", tiny, "en")
    assert generated_part("law", project, "en").strip() == ""
    for layout in ("law-timeline", "law-models", "law-questions"):
        assert generated_part(layout, project, "fr").strip()


@pytest.mark.parametrize("language", LANGUAGES)
def test_legal_models_stand_side_by_side(project: Corpus, language: str) -> None:
    """A row a model, with every place on record and its year where there is one; each leads to its own text."""
    page = generated_part("law-models", project, language)
    rows = [line for line in page.splitlines() if line.startswith("| [")]
    models = project.reference.models
    assert len(rows) == len(models) > 3
    for row, model in zip(rows, models, strict=True):
        assert f"](#{model.id}) |" in row
        assert row.count(";") == len(model.places) - 1
        for place in model.places:
            year = f",\u00a0{place.since[:4]}" if place.since else ""
            assert f"{place.place[language]}{year}" in row


@pytest.mark.parametrize(
    ("value", "said"),
    [
        pytest.param("1892", "1892", id="year"),
        pytest.param("2013-12", "December 2013", id="month"),
        pytest.param("2013-12-20", "20 December 2013", id="day"),
        pytest.param(date(2013, 12, 1), "1 December 2013", id="date"),
        pytest.param(None, "", id="none"),
    ],
)
def test_partial_dates(tiny: Corpus, value: object, said: str) -> None:
    """What the record does not know is not made up."""
    assert partial_day(value, tiny.locale("en")) == said


def test_a_number_that_nobody_confirmed_is_not_shown(tiny: Corpus) -> None:
    """Neither the number, nor one in a note, nor one seen on an old page: only the web address and the day."""
    for language in LANGUAGES:
        page = generated_part("services", tiny, language)
        assert "[555-555-0100](tel:5555550100)" in page
        assert not any(number in page for number in ("0101", "0102", "0103"))
        assert "(<https://old.example>)" in page
    assert "Not re-checked since 21 November 2026." in generated_part("services", tiny, "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_number_to_confirm_is_shown_on_the_real_page(project: Corpus, language: str) -> None:
    """In the project's own list, every telephone number on the page is one that needs no confirmation."""
    page = generated_part("services", project, language)
    for service in project.reference.services:
        hidden = [service.phone_to_confirm, service.phone if service.confirm else ""]
        assert not [number for number in hidden if number and number in page]


def test_a_mark_in_the_name_of_a_service_is_not_shown(project: Corpus) -> None:
    """In the list by place a name is the text of a link, without its Markdown."""
    named = [one for one in project.reference.services if "*" in one.name["en"]]
    assert named
    assert r"\*" not in generated_part("services", project, "en")


def test_the_guide_quotes_the_words_it_advises_against(tiny: Corpus) -> None:
    """Words to avoid stand in quotation marks of the language, plain text stays plain, sources are cited."""
    guide = generated_part("language-guide", tiny, "en")
    assert (
        "/// details | **“luminary”**{#luminary .entry-name} *Write: lamp*{.entry-more}"
        " *Change it, unless an exception holds*{.entry-level .guide-warning}\n\n"
        "**Rather than:** “luminary”, “luminaries”\n\n**Write:** lamp, lamps\n" in guide
    )
    assert "see &#42;the style&#42;. [@sample2019]" in guide
    assert "the authors explain it [@example2020]." in guide
    assert "“The luminary is on.” → “The lamp is on.”" in guide
    assert "«\u00a0luminaire\u00a0»" in generated_part("language-guide", tiny, "fr")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_guide_is_grouped_by_subject(project: Corpus, language: str) -> None:
    """A heading a subject, in their order, and below it every rule of the subject, the strictest first."""
    guide = generated_part("language-guide", project, language)
    rules = project.terms[language]
    parts = re.split(r"^## .* \{#subject-(\w+) .*\}$", guide, flags=re.MULTILINE)[1:]
    assert tuple(parts[::2]) == project.settings.subjects
    for subject, part in zip(parts[::2], parts[1::2], strict=True):
        shown = re.findall(r"\{#([\w-]+) \.entry-name\}.*\.guide-(\w+)\}", part)
        assert {id for id, _ in shown} == {rule.id for rule in rules if rule.subject == subject}
        assert [level for _, level in shown] == sorted((level for _, level in shown), key=list(Level).index)


def test_every_check_is_listed_in_both_languages(project: Corpus) -> None:
    """Each rule with its reason and what to do; the language rules are on their own page."""
    for language in LANGUAGES:
        page = generated_part("rules", project, language)
        listed = [rule for rule in registry.rules(project) if not rule.id.startswith("language/")]
        assert [rule.id for rule in listed if f"`{rule.id}`" not in page] == []
        assert "(../media/language-guide.md)" in page


def test_a_page_tells_the_checks_in_its_language(project: Corpus) -> None:
    """Each rule is that of the catalogue, and nothing is left in another language."""
    for language in LANGUAGES:
        page = generated_part("rules", project, language)
        assert ".in-" not in page
        for rule in registry.rules(project):
            if not rule.language:
                assert plain(say(rule.summary, language)) in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_glossary_holds_every_term(project: Corpus, language: str) -> None:
    """From A to Z, each under its id, with its definition, its caution and its term in the other language."""
    page = generated_part("glossary", project, language)
    entries = {entry.id: entry for entry in project.reference.terms}
    shown = re.findall(r"^/// details \| \*\*(.+)\*\*\{#([\w-]+) \.entry-name\}", page, flags=re.MULTILINE)
    assert {id for _, id in shown} == entries.keys()
    assert len(shown) == len(entries) > 60
    locale = project.locale(language)
    assert [term for term, _ in shown] == sorted((term for term, _ in shown), key=locale.sort_key)
    other = "fr" if language == "en" else "en"
    in_other = {"en": "In English:", "fr": "En français\u00a0:"}[other]
    for (_, id), part in zip(shown, re.split(r"^/// details", page, flags=re.MULTILINE)[1:], strict=True):
        term = entries[id]
        assert one_line(term.definition[language]) in part
        assert f"*{in_other} {term.term[other]}*{{.entry-more .in-{other}}}" in part
        care = one_line(term.caution.get(language, ""))
        assert (f"** {care}\n{{.entry-care}}" in part) if care else (".entry-care" not in part)
        assert [link for link in re.findall(r"\]\(#([\w-]+)\)", part) if link not in entries] == []
        assert all(f"](#{related})" in part for related in term.see)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_glossary_has_a_heading_for_each_letter(project: Corpus, language: str) -> None:
    """Each letter once, in order, accents aside; what begins with a figure comes first."""
    page = generated_part("glossary", project, language)
    letters = re.findall(r"^## (.+) \{#letter-(\w) \.letter\}$", page, flags=re.MULTILINE)
    assert letters[0] == ("0–9", "0")
    assert [id for _, id in letters] == sorted({id for _, id in letters})
    assert all(letter.lower() == id for letter, id in letters[1:])


def test_every_citation_of_a_generated_part_has_a_record(project: Corpus) -> None:
    """Nothing is cited from a page made of data that the library does not hold."""
    for layout in (
        "law-timeline",
        "law-models",
        "law-questions",
        "services",
        "language-guide",
        "rules",
        "glossary",
    ):
        shown = re.sub(
            r"`[^`]*`", "", generated_part(layout, project, "en")
        )  # a form that a rule explains is no citation
        for mark in CITATION.finditer(shown):
            for part in mark[1].split(";"):
                match = CITATION_PART.fullmatch(part)
                assert match is not None, part
                assert match["source"] in project.sources | project.searches, part


def test_other_layouts_need_no_part(tiny: Corpus) -> None:
    """An ordinary article is left as it is."""
    assert generated_part("", tiny, "en") == ""
    assert generated_part("library", tiny, "en") == ""


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("a [@b#c] d", "a &#91;@b&#35;c&#93; d", id="citation"),
        pytest.param("`[@b#c]` *d*", "`[@b#c]` &#42;d&#42;", id="code-stays"),
        pytest.param("a <b>\n  c|d", "a &#60;b&#62; c&#124;d", id="html-and-table"),
    ],
)
def test_plain_text_shows_as_it_stands(text: str, shown: str) -> None:
    """What is no Markdown cannot turn into it."""
    assert plain(text) == shown


def test_a_section_is_bound_to_its_number() -> None:
    """A line never ends between "s." and what it counts."""
    assert (
        unbroken("s. 286.1(1), later ss. 12 and para. 3", read_languages()["en"].law)
        == "s.\u00a0286.1(1), later ss.\u00a012 and para.\u00a03"
    )
