"""Tables that can be followed, anchors that the reader computes alike, and typography."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pymdownx.slugs import slugify

from commonground.markdown.bundle import inline_html
from commonground.model.anchor import Anchors, anchor

TABLE = """## Deux mots

| Écrire | Plutôt que |
| --- | ---: |
| a | b |
"""

EXPECTED = """<h2 id="deux-mots">Deux mots</h2>
<div aria-label="Deux mots" class="table" role="region" tabindex="0"><table>
<thead>
<tr>
<th scope="col">Écrire</th>
<th class="align-right" scope="col">Plutôt que</th>
</tr>
</thead>
<tbody>
<tr>
<th data-label="Écrire :" scope="row">a</th>
<td class="align-right" data-label="Plutôt que :">b</td>
</tr>
</tbody>
</table></div>"""


def test_a_table_says_what_its_cells_belong_to(render):
    """Region, row headers and labels; alignment is a class, since a style attribute breaks the content policy."""
    assert render(TABLE, lang="fr") == EXPECTED


def test_a_table_without_heading_is_named_by_its_columns(render):
    """A region needs a name; two under one heading need two."""
    assert 'aria-label="Écrire, Plutôt que"' in render(TABLE.partition("\n\n")[2])
    table = TABLE.partition("\n\n")[2]
    html = render(f"## H\n\n{table}\n{table}")
    assert 'aria-label="H"' in html
    assert 'aria-label="H (2)"' in html


def test_an_empty_corner_is_no_header(render):
    """A header cell without text is announced as one, so the empty corner is an ordinary cell."""
    html = render("|  | B |\n|---|---|\n|  | y |")
    assert "<td></td>" in html
    assert html.count("<th") == 2  # thead and one column


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        pytest.param("What the evidence shows", "what-the-evidence-shows", id="plain"),
        pytest.param("What we don't know", "what-we-dont-know", id="apostrophe"),
        pytest.param("Là où ça va", "là-où-ça-va", id="accents"),
        pytest.param("Bill C-36 & s. 213", "bill-c-36--s-213", id="signs"),
        pytest.param("**Bold** `code` [link](x.md)", "bold-code-link", id="marks"),
        pytest.param("Bold {#own}", "own", id="of-its-own"),
        pytest.param("Bold {: #own .wide }", "own", id="beside-a-class-that-is-not-taken"),
        pytest.param("Bold {#own #other}", "bold-own-other", id="two"),
        pytest.param("Bold {#sources}", "bold-sources", id="of-the-site"),
    ],
)
def test_anchors(render, heading, expected):
    """Lower case, accents kept."""
    assert f'id="{expected}"' in render(f"## {heading}")


def test_equal_headings_are_numbered(render):
    """As the table-of-contents extension numbers them, and as our own helper does."""
    html = render("## A\n\n## A\n\n## A\n\n## ?")
    anchors = Anchors()
    expected = [anchors.of_heading(text) for text in ("A", "A", "A", "?")]
    assert expected == ["a", "a_1", "a_2", "_1"]
    assert all(f'id="{id}"' in html for id in expected)


@given(st.text(alphabet=st.characters(exclude_characters="<>")))
def test_anchors_are_those_of_pymdown_extensions(text):
    """The choice of anchors follows a known slugger, so that other tools agree."""
    assert anchor(text) == slugify(case="lower")(text, "-")


def test_two_sections_carry_their_key(render):
    """The sections on limits look their own way, in both languages."""
    assert (
        render("## What we don't know")
        == '<h2 class="unknown" id="what-we-dont-know">What we don’t know</h2>'
    )
    assert (
        render("## Portée et limites", lang="fr")
        == '<h2 class="reach" id="portée-et-limites">Portée et limites</h2>'
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("It's", "<p>It’s</p>", id="letters"),
        pytest.param("l'**accès**", "<p>l’<strong>accès</strong></p>", id="across-a-mark"),
        pytest.param("l'[accès](x.md)", '<p>l’<a href="x.md">accès</a></p>', id="across-a-link"),
        pytest.param("`it's`", "<p><code>it's</code></p>", id="code"),
        pytest.param("'quoted' and 1990's", "<p>'quoted' and 1990's</p>", id="not-between-letters"),
        pytest.param("a'\n\nb", "<p>a'</p>\n<p>b</p>", id="not-across-paragraphs"),
        pytest.param("a'`b`", "<p>a'<code>b</code></p>", id="not-into-code"),
        pytest.param("Vrai : « Oui ! »", "<p>Vrai\u00a0: «\u00a0Oui\u00a0!\u00a0»</p>", id="french-spaces"),
        pytest.param("« *Oui* »", "<p>«\u00a0<em>Oui</em>\u00a0»</p>", id="french-spaces-across-a-mark"),
        pytest.param("45 % et 3 $", "<p>45\u00a0% et 3\u00a0$</p>", id="units"),
        pytest.param(
            "1 000 $ et 2 500 000 personnes",
            "<p>1\u00a0000\u00a0$ et 2\u00a0500\u00a0000 personnes</p>",
            id="thousands",
        ),
        pytest.param("a :b and `c :`", "<p>a :b and <code>c :</code></p>", id="no-punctuation"),
        pytest.param("![It's](x.png)", '<p><img alt="It’s" src="x.png" /></p>', id="text-alternative"),
    ],
)
def test_typography(render, text, expected):
    """Apostrophes between letters, spaces that do not break before punctuation; all else is untouched."""
    assert render(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("It's **bold**. [@bare2020#only]", "It’s <strong>bold</strong>.", id="citation-dropped"),
        pytest.param("- no list", "- no list", id="no-list"),
        pytest.param("# no heading", "# no heading", id="no-heading"),
        pytest.param("1. first", "1. first", id="no-numbered-list"),
        pytest.param("a <b>c</b>", "a &lt;b&gt;c&lt;/b&gt;", id="no-html"),
        pytest.param("[x](https://e.org)", '<a href="https://e.org" rel="noreferrer">x</a>', id="link"),
        pytest.param("", "", id="empty"),
    ],
)
def test_data_texts_are_inline(corpus, text, expected):
    """A field of a data file is one run of text, whatever it begins with."""
    assert inline_html(text) == expected


def test_a_short_number_is_not_parted_by_a_line_end(render):
    """Who reads "9-1-" at the end of a line dials nothing; what is written as code, or is longer, stays as it was."""
    html = render("Call **9-1-1** or 9-8-8, then 2-1-1. Not `9-1-1`, nor 1-800-555-0199.")
    assert html == (
        '<p>Call <strong><span class="whole">9-1-1</span></strong> or <span class="whole">9-8-8</span>, then '
        '<span class="whole">2-1-1</span>. Not <code>9-1-1</code>, nor 1-800-555-0199.</p>'
    )
