"""The last wall: a number that no check has read is told wherever it stands; one that was read, or is marked as computed, passes."""

import shutil
from pathlib import Path

import pytest

from commonground.languages import read_languages
from commonground.model.corpus import Corpus
from commonground.model.search import Search
from commonground.read.corpus import read_corpus

from ..conftest import ROOT, TODAY
from ..said import said
from .conftest import Verify, page


@pytest.fixture(scope="module")
def lamps() -> Corpus:
    """The corpus of the tiny project."""
    return read_corpus(ROOT / "tests/site/tiny", TODAY)


SOURCES = """<section class="sources"><ol><li id="source-1" data-source="example2020"></li>
<li id="source-2" data-source="sample2019"></li></ol></section>"""
COUNT = '<a class="cite" href="#source-1" data-finding="finding-example2020-count" aria-label="Source 1: Nobody, 2020">1</a>'


def lit(html: str = "", cites: str = COUNT) -> dict[str, str]:
    """Return the page that says how many lamps are lit, with something more."""
    body = f"<p>There were 214 lamps lit.{cites}</p>{html}{SOURCES}"
    return {"about/lit/index.html": page(body, address="about/lit/")}


PLACES = [
    pytest.param("<p>{}</p>", id="paragraph"),
    pytest.param("<p>There were <em>{}</em> more.</p>", id="in-italics"),
    pytest.param("<ul><li>Lit<ul><li>{}</li></ul></li></ul>", id="nested-item"),
    pytest.param("<table><tr><th>Lamps</th><td>{}</td></tr></table>", id="cell"),
    pytest.param("<dl><dt>Lamps</dt><dd>{}</dd></dl>", id="definition"),
    pytest.param("<pre><code>{}</code></pre>", id="code-block"),
    pytest.param("<p>See <code>{}</code></p>", id="code"),
    pytest.param("<details><summary>{}</summary></details>", id="summary"),
    pytest.param("<button>{}</button>", id="button"),
    pytest.param("<select><option>{}</option></select>", id="option"),
    pytest.param('<select><optgroup label="{}"></optgroup></select>', id="group-of-options"),
    pytest.param('<input placeholder="{}">', id="placeholder"),
    pytest.param('<input type="submit" value="{}">', id="value"),
    pytest.param("<textarea>{}</textarea>", id="text-field"),
    pytest.param('<img src="data:," alt="{}">', id="alt"),
    pytest.param('<a href="#x" id="x" title="{}">x</a>', id="title-of-a-link"),
    pytest.param('<div role="region" aria-label="{}"></div>', id="aria-label"),
    pytest.param('<p aria-description="{}">x</p>', id="aria-description"),
    pytest.param('<p data-anything="{}">x</p>', id="an-attribute-that-a-script-or-a-sheet-may-show"),
    pytest.param('<meta property="og:description" content="{}">', id="metadata"),
    pytest.param("<svg><text>{}</text></svg>", id="words-of-a-drawing"),
    pytest.param("<svg><title>{}</title></svg>", id="title-of-a-drawing"),
    pytest.param("<template><p>{}</p></template>", id="template"),
    pytest.param("<noscript><p>{}</p></noscript>", id="without-scripts"),
    pytest.param("<p hidden>{}</p>", id="hidden"),
    pytest.param("<pre><code>&lt;p&gt;{}&lt;/p&gt;</code></pre>", id="html-to-copy"),
    pytest.param('<span class="Z3988" title="ctx_ver=Z39.88-2004&amp;rft.title={}"></span>', id="context-object"),
    pytest.param('<p data-computed="86 88 7">{}</p>', id="computed-are-other-numbers"),
    pytest.param('<p data-reference="example2020">{}</p>', id="not-of-that-reference"),
    pytest.param('<p data-values="example2020#count">{}</p>', id="not-of-that-finding"),
    pytest.param('<p data-reference="nobody1900" data-values="nobody1900#x">{}</p>', id="no-such-record"),
]  # fmt: skip


@pytest.mark.parametrize("html", PLACES)
def test_a_number_that_nobody_read_is_told_wherever_it_stands(
    verified: Verify, lamps: Corpus, html: str
) -> None:
    """One problem, with the number and the words around it."""
    (problem,) = verified(html.replace("{}", "87 lamps"), corpus=lamps)
    assert (problem.path, problem.rule) == ("index.html", "site/unread-figure")
    assert "87 lamps" in said(problem)


@pytest.mark.parametrize(
    "text",
    [
        "87%", "87 %", "$87", "8.7 times", "one in four of them", "three quarters of the lamps", "eighty-seven per cent",
        "twice as many", "８７ per cent", "8<b>7</b> per cent", "8&#55;%", "18h30", "3 of 5", "In 1987.", "s. 87",
    ],
)  # fmt: skip
def test_every_writing_of_a_number_counts(verified: Verify, lamps: Corpus, text: str) -> None:
    """Digits of any kind, figures in words, numbers in pieces: also those that the figure reader would leave alone."""
    (problem, *_) = verified(f"<p>Lamps: {text}</p>", corpus=lamps)
    assert problem.rule == "site/unread-figure"


@pytest.mark.parametrize(
    "html",
    [
        pytest.param("<p>There were 214 lamps lit.</p>", id="a-sentence-of-this-page"),
        pytest.param("<p>There were <em>214</em> lamps <a href='#x' id='x'>lit</a>.</p>", id="with-markup"),
        pytest.param("<p>There\u00a0were 214 lamps\u2060 lit.</p>", id="other-spaces"),
        pytest.param("<p>Note: There were 214 lamps lit. So it was read.</p>", id="within-other-words"),
        pytest.param("<p>THERE WERE 214 LAMPS LIT</p>", id="in-capitals"),
        pytest.param('<p data-computed="12 3">12 pages, 3 lists</p>', id="computed"),
        pytest.param('<p data-computed="1,234">1,234 lamps</p>', id="computed-thousands"),
        pytest.param('<select data-computed="7"><option>Lamps (7)</option></select>', id="computed-further-up"),
        pytest.param('<p data-values="example2020#count">214 of them</p>', id="a-number-of-the-finding"),
        pytest.param('<p lang="fr" data-values="example2020#count">214,0 de ces lampes</p>', id="in-french"),
        pytest.param('<p data-reference="example2020">2020</p>', id="the-reference"),
        pytest.param('<ol start="6"><li>Lamps.</li></ol>', id="a-list-that-goes-on"),
        pytest.param("<p>1 November 2026</p>", id="a-recorded-day"),
        pytest.param('<p lang="fr">1er novembre 2026</p>', id="in-the-other-language"),
        pytest.param("<p>https://site.example/87/percent-of-lamps-87.png and lamps.site.example/87</p>", id="addresses"),
        pytest.param("<p>lamps2020#lit-in-87, platt2018</p>", id="names-of-records"),
        pytest.param(f"<p>{COUNT}</p>", id="a-citation-alone"),
        pytest.param('<a href="#c87" id="c87" class="c87"><svg viewBox="0 0 87 87"><path d="M87 87"/></svg></a>', id="technical"),
    ],
)  # fmt: skip
def test_what_was_read_or_computed_passes(verified: Verify, lamps: Corpus, html: str) -> None:
    """Texts of the page's own article and of records, numbers marked as computed, references, days."""
    assert verified("", lit(html), corpus=lamps) == []


@pytest.mark.parametrize(
    "html",
    [
        pytest.param("<p>There were 214 lamps broken.</p>", id="another-sentence"),
        pytest.param("<p>Not one of 214 lamps lit.</p>", id="a-part-of-the-sentence"),
        pytest.param("<td>214</td>", id="the-number-alone"),
        pytest.param("<p>214%</p>", id="with-a-unit"),
    ],
)
def test_a_number_must_stand_in_its_sentence(verified: Verify, lamps: Corpus, html: str) -> None:
    """That a number is somewhere in the corpus proves nothing of what is said with it."""
    found = verified("", lit(html), corpus=lamps)
    assert {problem.rule for problem in found} == {"site/unread-figure"}


def test_a_sentence_belongs_to_its_page(verified: Verify, lamps: Corpus) -> None:
    """What one page says with its citation is not thereby said on another."""
    (problem,) = verified("<p>There were 214 lamps lit.</p>", corpus=lamps)
    assert problem.path == "index.html"


def test_words_that_were_searched_pass_in_every_language(verified: Verify) -> None:
    """The words typed stay as they were typed: the English "per cent" holds a number where a French page shows it."""
    nothing = {"en": "", "fr": ""}
    search = Search(
        id="lampsearch", path="evidence/searches/lampsearch.yaml", question=nothing, date=TODAY, where=nothing,
        words=("lamps lit per cent of nights", "lampes allumées"), found=nothing, left_out=nothing,
    )  # fmt: skip
    corpus = Corpus(
        languages=("en", "fr"), today=TODAY, locales=read_languages(), searches={search.id: search}
    )
    words = '<p>Mots : <span lang="">lamps lit per cent of nights</span>, <span lang="">lampes allumées</span></p>'
    files = {"fr/lit/index.html": page(words, language="fr", address="fr/lit/")}
    assert not [one for one in verified(files=files, corpus=corpus) if one.rule == "site/unread-figure"]


def test_the_citations_of_the_text_pass(verified: Verify, lamps: Corpus) -> None:
    """Number, source, finding and what is said aloud agree with what was read."""
    assert verified("", lit(), corpus=lamps) == []


@pytest.mark.parametrize(
    "cites",
    [
        pytest.param(COUNT.replace(">1<", ">2<"), id="another-number"),
        pytest.param(COUNT.replace("#source-1", "#source-2"), id="another-source"),
        pytest.param(COUNT.replace("#source-1", "#about"), id="no-source"),
        pytest.param(COUNT.replace("example2020-count", "example2020-other"), id="another-finding"),
        pytest.param(COUNT + COUNT.replace('source-1"', 'source-2"').replace(">1<", ">2<").replace("example2020-count", ""), id="one-more"),
    ],
)  # fmt: skip
def test_a_citation_that_was_not_read_is_told(verified: Verify, lamps: Corpus, cites: str) -> None:
    """A number leads to the entry that it names, and that source is cited just there."""
    found = verified("", lit(cites=cites), corpus=lamps)
    assert "site/unread-citation" in {problem.rule for problem in found}


def test_a_cell_of_a_table_may_stand_alone(verified: Verify, tmp_path: Path) -> None:
    """A sheet lists what a table has side by side; a part of a cell is no sentence, and neither is a number."""
    shutil.copytree(ROOT / "tests/site/tiny", tmp_path, dirs_exist_ok=True)
    article = tmp_path / "docs/en/about/lit.md"
    row = "| Count them. | Guessing. In 2019, of 214 lamps, most were lit. [@example2020#count] |"
    text = article.read_text(encoding="utf-8")
    article.write_text(f"{text}\n| Do | Avoid |\n| --- | --- |\n{row}\n", encoding="utf-8")
    corpus = read_corpus(tmp_path, TODAY)

    def told(html: str) -> set[str]:
        files = {"about/lit/index.html": page(html, address="about/lit/")}
        return {
            one.rule for one in verified(files=files, corpus=corpus) if one.path == "about/lit/index.html"
        }

    assert "site/unread-figure" not in told(
        "<ul><li>Guessing. In 2019, of 214 lamps, most were lit.</li></ul>"
    )
    assert "site/unread-figure" in told("<ul><li>In 2019, of 214 lamps, most were lit.</li></ul>")
