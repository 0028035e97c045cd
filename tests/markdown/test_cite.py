"""Citations: numbers in the order of the page, bound to their word, safe whatever stands in the mark."""

import re

import pytest

ODDS = (
    '<a aria-label="Source 1: Platt and others, 2018" class="cite" data-finding="finding-study2018-odds" '
    'href="#source-1" id="cite-1">1</a>'
)


def numbers(html: str) -> list[str]:
    return re.findall(r'href="#source-(\d+)"', html)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Word. [@study2018#odds]",
            f'<p>Word.\u2060<span class="cites" id="claim-study2018-odds">{ODDS}</span></p>',
            id="after-the-stop",
        ),
        pytest.param(
            "Word [@study2018#odds].",
            f'<p>Word\u2060<span class="cites" id="claim-study2018-odds">{ODDS}</span>.</p>',
            id="before-the-stop",
        ),
        pytest.param(
            "Word.\n[@study2018#odds]",
            f'<p>Word.\u2060<span class="cites" id="claim-study2018-odds">{ODDS}</span></p>',
            id="on-the-next-line",
        ),
        pytest.param(
            "**Word** [@study2018#odds]",
            f'<p><strong>Word</strong>\u2060<span class="cites" id="claim-study2018-odds">{ODDS}</span></p>',
            id="after-bold",
        ),
        pytest.param(
            "[@study2018#odds] Word.",
            f'<p><span class="cites" id="claim-study2018-odds">{ODDS}</span> Word.</p>',
            id="no-word-before",
        ),
        pytest.param(r"Word \[@study2018#odds]", "<p>Word [@study2018#odds]</p>", id="escaped"),
        pytest.param(
            "Word `[@study2018#odds]`", "<p>Word <code>[@study2018#odds]</code></p>", id="code-span"
        ),
        pytest.param(
            "```\n[@study2018#odds]\n```", "<pre><code>[@study2018#odds]\n</code></pre>", id="fenced-code"
        ),
        pytest.param(
            "    [@study2018#odds]", "<pre><code>[@study2018#odds]\n</code></pre>", id="indented-code"
        ),
        pytest.param(
            "Word. [@nobody2000#x]",
            '<p>Word.\u2060<span class="cites" id="claim-nobody2000-x"><span class="cite-unknown" title="@nobody2000#x">[?]</span></span></p>',
            id="unknown-source",
        ),
        pytest.param(
            "Word. [@study2018#nothing]",
            '<p>Word.\u2060<span class="cites" id="claim-study2018-nothing"><span class="cite-unknown" title="@study2018#nothing">[?]</span></span></p>',
            id="unknown-finding",
        ),
        pytest.param(
            "Word. [@study2018#later]",
            '<p>Word.\u2060<span class="cites" id="claim-study2018-later"><span class="cite-unknown" title="@study2018#later">[?]</span></span></p>',
            id="withheld-finding",
        ),
        pytest.param(
            'Word. [@x" onclick="alert(1)<script>]',
            '<p>Word.\u2060<span class="cites"><span class="cite-unknown" '
            'title="@x&quot; onclick=&quot;alert(1)&lt;script&gt;">[?]</span></span></p>',
            id="hostile",
        ),
        pytest.param(
            "A [link](x.md) and [text].", '<p>A <a href="x.md">link</a> and [text].</p>', id="no-citation"
        ),
    ],
)
def test_a_mark_becomes(render, text, expected):
    """One mark, exact HTML."""
    assert render(text) == expected


def test_several_citations_stand_side_by_side(render):
    """Numbers in one mark do not run together: 1 2 is not 12."""
    html = render("Word. [@study2018#odds; @bare2020]")
    second = '<a aria-label="Source 2: A page, no date" class="cite" href="#source-2" id="cite-2">2</a>'
    assert (
        html == f'<p>Word.\u2060<span class="cites" id="claim-study2018-odds">{ODDS}\u00a0{second}</span></p>'
    )


def test_numbers_follow_the_page(render):
    """A source keeps its number, and numbers rise in reading order through tables, lists, blocks and bold."""
    html = render(
        "| A | B |\n|---|---|\n| x [@bare2020#only] | y [@case2013#held] |\n\n"
        "- **z** [@bare2020#only]\n\n/// fact\nText. [@study2018#odds]\n///\n\n*More [@case2013#held]*"
    )
    assert numbers(html) == ["1", "2", "1", "3", "2"]
    assert re.findall(r'id="cite-(\d+)"', html) == ["1", "2", "3", "4", "5"]


def test_headings_and_labels_have_no_numbers(make_md):
    """Neither an anchor, nor the table of contents, nor a table's name or column label holds a citation."""
    md = make_md()
    html = md.convert("## A heading [@bare2020#only]\n\n| Col [@bare2020#only] | B |\n|---|---|\n| x | y |")
    assert '<h2 id="a-heading">A heading\u2060<span class="cites" id="claim-bare2020-only">' in html
    assert 'aria-label="A heading"' in html
    assert 'data-label="Col:"' in html
    assert md.toc_tokens[0]["name"] == "A heading"


def test_a_citation_leaves_the_link_it_stands_in(render):
    """A number is a link, and links do not nest."""
    html = render("See [the study [@bare2020#only] of towns](x.md) and [more](y.md).")
    assert html.startswith(
        '<p>See <a href="x.md">the study of towns</a>\u2060<span class="cites" id="claim-bare2020-only">'
    )
    assert html.endswith('</span> and <a href="y.md">more</a>.</p>')


def test_a_citation_in_an_image_text_vanishes(render):
    """A text alternative can hold no link, and an unseen citation takes no number."""
    html = render("![Alt [@bare2020#only]](x.png) Word. [@case2013#held]")
    assert 'alt="Alt"' in html
    assert numbers(html) == ["1"]


def test_french_names_the_law_in_french(render):
    """The accessible name of a number is in the page's language, with the case's official French name."""
    html = render("Mot. [@case2013#held]", lang="fr")
    assert 'aria-label="Source 1\u00a0: Canada (Procureur général) c. Bedford, 2013 CSC 72"' in html


def test_what_is_cited_is_told(make_md):
    """An engine learns the sources in order, with the findings cited."""
    seen = []
    md = make_md(on_done=lambda page: seen.append(page.cited))
    md.convert("A. [@case2013#held]\n\nB. [@study2018#reach; @study2018#odds]\n\nC. [@case2013#held]")
    expected = [("case2013", ["held"]), ("study2018", ["reach", "odds"])]
    assert [
        (source.id, [finding.id for finding in findings]) for source, findings in md.commonground.cited
    ] == expected
    assert len(seen) == 1
    md.reset()
    assert md.commonground.cited == []


def test_a_handle_with_an_address_is_a_link(render):
    """Only a bracket with no address behind it cites."""
    html = render("Follow [@terrain](https://social.example.org/@terrain).")
    assert '<a href="https://social.example.org/@terrain" rel="noreferrer">@terrain</a>' in html
    assert "cite-unknown" not in html
