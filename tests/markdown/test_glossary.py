"""Glossary marks: the first use of a term is a link to its entry, and nothing else of the page changes."""

import re
from collections.abc import Mapping
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from commonground.markdown.bundle import CommonGroundExtension
from commonground.model.corpus import Corpus
from commonground.model.glossary import find_terms, forms_of, marked_forms, takes_marks

from ..conftest import PAGES, content, own_article

FORMS = {
    "odds ratio": "g/#odds",
    "odds ratios": "g/#odds",
    "OR": "g/#odds",
    "declaration of invalidity": "g/#declaration",
    "suspended declaration of invalidity": "g/#suspended",
    "l'étude": "g/#study",
    "2SLGBTQI+": "g/#2slgbtqi",
}
SOME_PAGES = PAGES[::4]
LEFT_ALONE = {"h1", "h2", "h3", "h4", "h5", "h6", "a", "blockquote", "code", "pre", "th", "figure", "summary"}
CLASSES = {"block-label", "block-fact", "block-myth", "block-quote-this", "block-example", "cites"}


class Marked(HTMLParser):
    """The text of a page, and each mark with the elements around it."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.marks: list[tuple[str, str]] = []
        self.around: list[set[str]] = []
        self._open: list[tuple[str, set[str]]] = []
        self._in_mark = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        classes = set((values.get("class") or "").split())
        if "term" in classes:
            assert set(values) == {"class", "href"}
            self.marks.append((values["href"] or "", ""))
            self.around.append(set().union(*({name} | found for name, found in self._open)))
            self._in_mark = True
        if tag not in ("br", "img", "hr"):
            self._open.append((tag, classes))

    def handle_endtag(self, tag: str) -> None:
        if self._open and self._open[-1][0] == tag:
            self._open.pop()
        self._in_mark = False

    def handle_data(self, data: str) -> None:
        self.text += data
        if self._in_mark:
            self.marks[-1] = (self.marks[-1][0], self.marks[-1][1] + data)


def seen(html: str) -> Marked:
    page = Marked()
    page.feed(html)
    return page


def convert(text: str, forms: Mapping[str, str], language: str = "en") -> str:
    extension = CommonGroundExtension(
        corpus=content(), lang=language, references={}, append_sources=False, glossary=forms
    )
    return Markdown(extensions=[extension]).convert(text)


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        pytest.param("An odds ratio, an odds ratio.", ["odds ratio"], id="once-a-page"),
        pytest.param("Odds ratios.\n\n- The odds ratio.", ["Odds ratios"], id="opens-a-sentence"),
        pytest.param("The Odds ratio of it.", [], id="capital-within-a-sentence"),
        pytest.param("This or that; an OR of two.", ["OR"], id="capitals-count"),
        pytest.param("Oddsratio, codds ratio, odds ratio-like, odds ratio_.", [], id="whole-words"),
        pytest.param("The odds\nratio fell.", ["odds\nratio"], id="over-a-line-end"),
        pytest.param("A suspended declaration of invalidity.", ["suspended declaration of invalidity"], id="longest"),
        pytest.param("A suspended declaration of invalidity; a declaration of invalidity.", ["suspended declaration of invalidity", "declaration of invalidity"], id="both"),
        pytest.param("Dans l'étude, l’étude.", ["l’étude"], id="apostrophe"),
        pytest.param("Dans l'e\u0301tude.", ["l’e\u0301tude"], id="accent-apart"),
        pytest.param("Of 2SLGBTQI+ people.", ["2SLGBTQI+"], id="sign-at-the-end"),
        pytest.param("An *odds* ratio, an **odds ratio**.", ["odds ratio"], id="in-bold-but-not-across"),
        pytest.param("## The odds ratio", [], id="heading"),
        pytest.param("[The odds ratio](x.md) is `odds ratio`.", [], id="link-and-code"),
        pytest.param("[The odds ratio](g/#odds); the odds ratio.", [], id="linked-by-the-writer"),
        pytest.param("> The odds ratio.\n\n“An odds ratio,” she said.", [], id="quotation"),
        pytest.param("« Un odds *ratio*, odds ratio », dit-elle.", [], id="quotation-across-italics"),
        pytest.param("The term *odds ratio* is old.", [], id="mentioned"),
        pytest.param("/// fact\nThe odds ratio.\n///\n\nThe odds ratio.", ["odds ratio"], id="not-in-the-answer"),
        pytest.param("/// misleads\nThe odds ratio.\n///", ["odds ratio"], id="box-in-our-words"),
        pytest.param("| odds ratio |\n| --- |\n| x |", [], id="head-of-a-table"),
        pytest.param("| a | b |\n| --- | --- |\n| x | odds ratio |", ["odds ratio"], id="cell"),
    ],
)  # fmt: skip
def test_the_first_use_is_marked(text: str, marks: list[str]) -> None:
    """In running prose, as a whole word, as it is written."""
    assert [said for _, said in seen(convert(text, FORMS)).marks] == marks


def test_without_a_glossary_nothing_is_marked() -> None:
    """The extension is fed with forms, and knows none itself."""
    assert "term" not in convert("An odds ratio.", {})


PIECES = ("odds ratio", "OR", "l'étude", "*", "**", "`", "“", "”", "> ", "## ", "- ", "| ", "\n", "\n\n", " ", "[a](b)", "/// fact\n", "\n///\n", "é", "x.")  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=24).map("".join))
def test_marking_changes_no_text(text: str) -> None:
    """Whatever the page holds: the same words, each entry once, never in a place that is left alone."""
    marked, plain = seen(convert(text, FORMS)), seen(convert(text, {}))
    assert marked.text == plain.text
    assert len({href for href, _ in marked.marks}) == len(marked.marks)
    assert not any(around & (LEFT_ALONE | CLASSES) for around in marked.around)


@pytest.mark.parametrize("path", SOME_PAGES)
def test_our_articles_are_marked_and_unchanged(path: str, project: Corpus) -> None:
    """Each mark is a form of the entry that it leads to, once a page, where terms may be marked."""
    article = own_article(path)
    forms = marked_forms(project, article.language) if takes_marks(article) else {}
    marked, plain = (seen(convert(article.body, used, article.language)) for used in (forms, {}))
    assert marked.text == plain.text
    assert plain.marks == []
    entries = {entry.id: forms_of(entry, article.language) for entry in project.reference.terms}
    for id, said in marked.marks:
        spelled = " ".join(said.replace("’", "'").split())
        assert {spelled, spelled[:1].lower() + spelled[1:]} & set(entries[id]), said
    assert len({id for id, _ in marked.marks}) == len(marked.marks)
    assert not any(around & (LEFT_ALONE | CLASSES) for around in marked.around)


def test_terms_are_found_on_our_pages(project: Corpus) -> None:
    """Most articles have a term to mark, and the words of every page are no terms."""
    some = [one for one in map(own_article, SOME_PAGES) if takes_marks(one)]
    found = [
        one
        for one in some
        if seen(convert(one.body, marked_forms(project, one.language), one.language)).marks
    ]
    assert len(found) > len(some) / 2
    for language, common in (("en", ("sex work", "client", "stigma")), ("fr", ("travail du sexe", "client"))):
        assert not set(common) & marked_forms(project, language).keys()


def test_no_word_has_two_places(project: Corpus) -> None:
    """What the glossary marks is not in the list of the locale as well."""
    for language in project.languages:
        for term in project.locale(language).words.jargon:
            found = [text for start, end, text in find_terms(term, marked_forms(project, language)) if end - start == len(term)]  # fmt: skip
            assert not found, term


@given(st.text(alphabet="odsrati OR’'élue\u0301-", max_size=40))
def test_what_is_found_stands_there(text: str) -> None:
    """Ranges are in order, apart, and hold the form but for line ends, apostrophes and accents."""
    last = 0
    for start, end, _ in find_terms(text, FORMS):
        assert last <= start < end <= len(text)
        assert not re.match(r"\w", text[end : end + 1])
        last = end
