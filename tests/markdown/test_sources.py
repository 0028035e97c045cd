"""The source list: what each number stands for, escaped, in the page's language."""

from datetime import date

import pytest
from msgspec.structs import replace

from commonground.markdown.sources import Cited, source_list
from commonground.model.csl import Item
from commonground.model.schema.declared import made
from commonground.model.search import Search
from commonground.model.source import KeptCopy
from commonground.sources.names import who

STUDY = (
    '<section class="sources" id="sources"><h2>Sources</h2><p class="sources-how">Open a line.</p><ol>\n'
    '<li id="source-1" data-source="study2018"><details>'
    '<summary><span class="source-title">Platt and others, 2018</span> <span class="source-mark">Cohort · abstract</span></summary>'
    '<div class="source-said"><p class="source-kind">Cohort · peer-reviewed · read as: abstract</p>'
    '<p class="reference" data-reference="study2018">The reference.</p>'
    '<ul class="findings"><li id="finding-study2018-odds">'
    '<p class="states">It’s about &lt;b&gt;odds&lt;/b&gt;.</p>'
    '<p class="where"><span class="key">Where</span> Abstract</p>'
    '<p class="locator"><span class="key">Place</span> para. 110</p>'
    '<p class="contested-by">Others: <a href="../evidence/bare2020/">A page, no date</a></p>'
    "</li></ul>"
    '<p class="limits"><span class="key">Limits</span> One city.</p>'
    '<p class="contested"><span class="key">Disputed</span> Others disagree.</p>'
    '<p class="source-link"><a href="../evidence/study2018/">All findings</a></p></div></details></li>\n'
    "</ol></section>"
)


def test_peer_review_is_told_of_studies_alone(render):
    """Nobody reviews a ruling so: saying that it was not says nothing."""
    html = render("Held. [@case2013#held] Known. [@study2018#odds]", append_sources=True, references={})
    assert '<p class="source-kind">Court decision · read as: abstract</p>' in html
    assert "· peer-reviewed ·" in html


def test_a_source_says_all_it_must(render):
    """The list follows the text, word for word as the templates expect it."""
    html = render(
        "Word. [@study2018#odds, para. 110]",
        base="../",
        append_sources=True,
        references={"study2018": "The reference."},
    )
    text, _, sources = html.partition("\n")
    assert text.startswith("<p>Word.")
    assert sources == STUDY


def test_a_text_without_translation_names_its_language(render):
    """On a French page an English sentence is marked as English; the caution stands with its finding."""
    html = render("Mot. [@study2018#reach]", lang="fr", append_sources=True)
    assert '<p class="states"><span lang="en">Only in English.</span></p>' in html
    assert '<span class="key">Prudence</span> <span lang="en">Careful &amp; slow.</span>' in html
    assert "D’autres ne sont pas d’accord." in html


def test_the_original_is_one_step_away(shipped_corpus):
    """A source with an address has a link beside its line, which says whose original it is."""
    source = shipped_corpus.sources["bare2020"]
    there = replace(source, csl={"en": replace(source.item, url="https://study.example/1")})
    link = '<a class="source-original" href="https://study.example/1" rel="noreferrer" aria-label="Original: '
    assert link in source_list([Cited(there, 1)], shipped_corpus, "en", references={})


def test_without_a_formatted_reference_the_title_stands_in(render):
    """The title of a record is text, also where it looks like a script."""
    html = render("Word. [@study2018]", append_sources=True)
    assert "A study of &lt;script&gt;alert(1)&lt;/script&gt; towns" in html
    assert "As a whole." in html


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "The original address no longer answers. The link leads to a kept copy of 1 January 2026."),
        (
            "fr",
            "L’adresse d’origine ne répond plus. Le lien mène à une copie conservée, en date du 1er janvier 2026.",
        ),
    ],
)
def test_the_list_says_that_a_kept_copy_stands_in(shipped_corpus, language, said):
    """A reader learns that the link does not lead to the original, and how old the copy is."""
    source = shipped_corpus.sources["bare2020"]
    copy = KeptCopy("https://archive.example/1", date(2026, 1, 1), instead=True)
    entry = Cited(replace(source, archived=copy), 1)
    html = source_list([entry], shipped_corpus, language, references={})
    assert f'<p class="kept-copy">{said}</p>' in html
    offered = Cited(replace(source, archived=replace(copy, instead=False)), 1)
    assert "kept-copy" not in source_list([offered], shipped_corpus, language, references={})


def test_a_hostile_locator_is_text(render):
    """What a contributor writes after the comma is escaped."""
    html = render("Word. [@bare2020#only, <img src=x onerror=alert(1)>]", append_sources=True)
    assert "<img" not in html
    assert "&lt;img src=x onerror=alert(1)&gt;" in html


def test_nothing_cited_no_list(render):
    """A page without citations ends with its text."""
    assert render("Word.", append_sources=True) == "<p>Word.</p>"


def test_headings_do_not_bring_the_list_along(render):
    """The list stands once, at the end, although headings are rendered by the same steps."""
    html = render("## One\n\nA. [@bare2020#only]\n\n## Two", append_sources=True)
    assert html.count('<section class="sources"') == 1
    assert html.endswith("</section>")


@pytest.mark.parametrize(
    ("csl", "expected"),
    [
        pytest.param({"author": [{"family": "Abel", "given": "G."}]}, "Abel, no date", id="one"),
        pytest.param({"author": [{"family": "Abel"}, {"literal": "WHO"}]}, "Abel and WHO, no date", id="two"),
        pytest.param(
            {"author": [{"family": "A"}, {"family": "B"}, {"family": "C"}]},
            "A and others, no date",
            id="three",
        ),
        pytest.param(
            {"author": [{"family": "A"}, {"literal": "others"}]}, "A and others, no date", id="names-left-out"
        ),
        pytest.param(
            {"author": [{"family": "Brunschot", "non-dropping-particle": "van"}]},
            "van Brunschot, no date",
            id="particle",
        ),
        pytest.param(
            {"editor": [{"family": "Ed"}], "issued": {"date-parts": [[2001]]}}, "Ed, 2001", id="editor"
        ),
        pytest.param({}, "T, no date", id="title-alone"),
        pytest.param({"type": "legal_case", "number": "63664/19"}, "T, no date", id="file-number"),
        pytest.param(
            {"type": "legislation", "container-title": "R.S.C. 1985", "number": "c. C-46"},
            "T, R.S.C. 1985, c. C-46",
            id="statute",
        ),
    ],
)
def test_a_source_is_named_shortly(corpus, csl, expected):
    """Authors and year; for law, its title and citation."""
    source = corpus.sources["bare2020"]
    named = type(source)(**{**_fields(source), "csl": {"en": made(Item, {"title": "T", **csl})}})
    assert who(named, corpus.locale("en")) == expected


def _fields(source):
    return {name: getattr(source, name) for name in source.__slots__}


def test_a_search_is_cited_like_a_source(render, shipped_corpus):
    """A search stands in the source list with its own number: what was asked, when, where, with which words, and the rest."""
    search = Search(
        id="lampsearch",
        path="evidence/searches/lampsearch.yaml",
        question={"en": "Which studies count <lamps>?", "fr": "Quelles études comptent les lampes?"},
        date=date(2026, 11, 20),
        where={"en": "A catalogue.", "fr": "Un catalogue."},
        words=("broken lamps", "a<b"),
        found={"en": "One study.", "fr": "Une étude."},
        left_out={"en": "Books.", "fr": "Des livres."},
        sources=("study2018", "gone2019"),
    )
    corpus = replace(shipped_corpus, searches={"lampsearch": search})
    html = render(
        "We found none. [@lampsearch; @study2018#odds]",
        corpus=corpus,
        lang="fr",
        append_sources=True,
        references={},
    )
    assert 'href="#source-1"' in html
    assert 'aria-label="Source 1\u00a0: Notre recherche du 20 novembre 2026"' in html
    item = html.partition('data-source="lampsearch"')[2].partition("</li>")[0]
    for words in ("comptent les lampes", "Un catalogue", "broken lamps", "a&lt;b", "Une étude", "Des livres"):
        assert words in item
    assert item.count("<a href=") == 1
    assert 'id="source-2" data-source="study2018"' in html
