"""Nothing active passes: no raw HTML, no script address, no attribute but class and id, no endless nesting."""

import re
from collections.abc import Callable
from html.parser import HTMLParser

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from commonground.markdown.bundle import inline_html

ALLOWED = {
    "a": {"aria-label", "class", "data-finding", "href", "id", "rel", "title"},
    "img": {"alt", "src", "title", "class", "id"},
    "div": {"aria-label", "class", "id", "role", "tabindex"},
    "span": {"class", "id", "title", "lang"},
    "th": {"class", "data-label", "id", "scope"},
    "td": {"class", "data-label", "id"},
    "li": {"class", "id", "data-source"},
    "p": {"class", "id", "data-reference"},
}
ELEMENTS = {
    "a",
    "blockquote",
    "br",
    "code",
    "dd",
    "details",
    "div",
    "em",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "img",
    "li",
    "ol",
    "p",
    "pre",
    "section",
    "span",
    "strong",
    "summary",
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
    "ul",
}


class Guard(HTMLParser):
    """Refuses what must not be in a page, as a browser would read it."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in ELEMENTS, tag
        for name, value in attrs:
            assert name in ALLOWED.get(tag, {"class", "id"}), (tag, name)
            if name in ("href", "src"):
                seen = re.sub(r"[\x00-\x20]", "", value or "").lower()
                assert not re.match(r"(?!https?:|mailto:|tel:)[a-z][a-z0-9+.-]*:", seen), value

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def handle_pi(self, data: str) -> None:
        raise AssertionError(data)

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(decl)


def assert_harmless(html: str) -> None:
    guard = Guard()
    guard.feed(html)
    guard.close()


HOSTILE = {
    "script": "<script>alert(1)</script>",
    "script-block": "<script>\nalert(1)\n</script>\n\ntext",
    "script-split": "<scr<script>ipt>alert(1)</script>",
    "handler": "<img src=x onerror=alert(1)>",
    "handler-div": '<div onclick="alert(1)">\n\n*a*\n\n</div>',
    "svg": "<svg/onload=alert(1)>",
    "unclosed": "<a href='javascript:alert(1)'",
    "processing": "<?php echo 1 ?>",
    "declaration": "<!DOCTYPE x>",
    "cdata": "<![CDATA[<script>]]>",
    "link": "[a](javascript:alert(1))",
    "link-case": "[a](JaVaScRiPt:alert(1))",
    "link-entity": "[a](&#106;avascript:alert(1))",
    "link-entity-colon": "[a](javascript&colon;alert(1))",
    "link-double-entity": "[a](&amp;#106;avascript:alert(1))",
    "link-tab": "[a](<java\tscript:alert(1)>)",
    "link-newline": "[a](<java\nscript:alert(1)>)",
    "link-control": "[a](\x01javascript:alert(1))",
    "link-escape": r"[a](javascript\:alert\(1\))",
    "link-data": "[a](data:text/html;base64,PHNjcmlwdD4=)",
    "link-vbscript": "[a](vbscript:x)",
    "link-reference": "[a][b]\n\n[b]: javascript:alert(1)",
    "link-title": '[a](x.md "b\\" onclick=\\"alert(1)")',
    "link-bad-host": "[a](http://[x)",
    "autolink": "<javascript://%0aalert(1)>",
    "automail": "<javascript:alert(1)@example.org>",
    "image": "![a](javascript:alert(1))",
    "image-data": "![a](data:image/svg+xml;base64,PHN2Zz4=)",
    "image-alt": '![" onerror="alert(1)](x.png)',
    "attributes": "Text\n{: onclick=alert(1) }",
    "attributes-inline": "*a*{onclick=alert(1)}",
    "attributes-heading": '## A {style="x" onclick="y"}',
    "attributes-mixed": "## A {.b onclick=x}",
    "fence-attributes": '```{.x onclick="alert(1)"}\na\n```',
    "fence-language": '```"><script>\na\n```',
    "fence-open": "```\n<script>alert(1)</script>",
    "fence-nested": "````\n```\n<script>\n````\n<script>",
    "block-option": '/// fact\n    attrs: {onclick: "x"}\n\nA\n///',
    "block-option-details": "/// details\n    type: x\n    open: true\n\nA\n///",
    "block-summary": "/// details | <script>alert(1)</script>\nA\n///",
    "blocks-nested": "/// fact\n//// myth\n<script>\n////\n///",
    "block-open": "/// fact\n<script>",
    "table": "| <script> | b |\n|---|---|\n| a{onclick=x} | <img src=x onerror=y> |",
    "comment-script": "<!-- a --><script>alert(1)</script><!-- b -->",
    "comment-broken": "<!-- a -- > <script>alert(1)</script>",
    "comment-in-tag": "<scr<!-- x -->ipt>alert(1)</script>",
    "placeholder": "\x02wzxhzdk:0\x03 \x02klzzwxh:0000\x03 \x0260\x03script\x0262\x03",
    "entities": "&lt;script&gt;alert(1)&lt;/script&gt;",
    "toc": "[TOC]\n\n## <script>alert(1)</script>",
}


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in HOSTILE.items()])
def test_hostile_markdown_is_text(render, corpus, text):
    """What looks like HTML is shown; what would run is dropped."""
    assert_harmless(render(text, append_sources=True))
    assert_harmless(inline_html(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("[a](javascript:x)", "<p><span>a</span></p>", id="script-address"),
        pytest.param(
            "[a](https://e.org)", '<p><a href="https://e.org" rel="noreferrer">a</a></p>', id="outside"
        ),
        pytest.param(
            "[a](//e.org)", '<p><a href="//e.org" rel="noreferrer">a</a></p>', id="outside-without-scheme"
        ),
        pytest.param("[a](../x.md#b)", '<p><a href="../x.md#b">a</a></p>', id="inside"),
        pytest.param("[a](tel:988)", '<p><a href="tel:988">a</a></p>', id="telephone"),
        pytest.param("![a](data:x)", "<p><span>a</span></p>", id="image"),
        pytest.param("a <b>c</b>", "<p>a &lt;b&gt;c&lt;/b&gt;</p>", id="html"),
        pytest.param("<!-- allow a/b: c -->\n- x", "<ul>\n<li>x</li>\n</ul>", id="override-before-a-list"),
        pytest.param("A <!-- allow a/b: c --> b.", "<p>A b.</p>", id="comment-in-a-line"),
        pytest.param("`<!-- a -->`", "<p><code>&lt;!-- a --&gt;</code></p>", id="comment-in-code"),
        pytest.param("## A {.in-fr #c}", '<h2 class="in-fr" id="c" lang="fr">A</h2>', id="class-and-id"),
        pytest.param("## A {: #2b }", '<h2 id="2b">A</h2>', id="id-from-a-figure"),
        pytest.param("## A {#sources}", '<h2 id="a-sources">A {#sources}</h2>', id="id-of-the-site"),
        pytest.param("## A {#b}\n## C {#b}", '<h2 id="b">A</h2>\n<h2 id="c-b">C {#b}</h2>', id="id-twice"),
        pytest.param("*A*{#b}", "<p><em>A</em>{#b}</p>", id="id-of-words"),
        pytest.param("## Card", '<h2 id="section-card">Card</h2>', id="heading-like-an-id-of-the-site"),
        pytest.param("[A](b.md){.leave}", '<p><a href="b.md">A</a>{.leave}</p>', id="class-of-the-site"),
        pytest.param("A\n{.verified}", "<p>A\n{.verified}</p>", id="class-of-a-generated-part"),
        pytest.param("A\n{.in-fr}", '<p class="in-fr" lang="fr">A</p>', id="language"),
        pytest.param("A {x}", "<p>A {x}</p>", id="braces-are-text"),
        pytest.param("[TOC]", "<p>[TOC]</p>", id="no-contents-marker"),
    ],
)
def test_what_becomes_of(render, text, expected):
    """One input, exact HTML."""
    assert render(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(">" * 3000 + " a", id="quotations"),
        pytest.param("- " * 3000 + "a", id="lists-in-a-line"),
        pytest.param("\n".join("    " * depth + "- a" for depth in range(300)), id="lists-by-indent"),
        pytest.param("[" * 3000 + "a" + "](x)" * 3000, id="links"),
        pytest.param("*_" * 2000 + "a" + "_*" * 2000, id="emphasis"),
        pytest.param("\n\n".join("/" * (3 + depth) + " details" for depth in range(300)), id="blocks"),
        pytest.param("\n\n".join(["/// fact"] * 300), id="blocks-never-closed"),
        pytest.param("<" * 20000, id="angle-brackets"),
        pytest.param(" " * 50000 + "[", id="spaces"),
    ],
)
def test_nesting_has_an_end(render, text):
    """Python-Markdown is recursive; a page must not be able to stop a build."""
    assert_harmless(render(text))


MARKS = st.sampled_from(
    [
        "/// fact\n",
        "/// details\n",
        "///\n",
        "    attrs: {onclick: x}\n",
        "[@study2018#odds]",
        "[@x",
        "; @",
        "]",
        "[a](",
        "javascript:",
        "data:",
        ")",
        "<script>",
        "</script>",
        "<img src=x onerror=y>",
        "<!--",
        "-->",
        "```\n",
        "`",
        "\\",
        "*",
        "_",
        "> ",
        "- ",
        "1. ",
        "    ",
        "\n",
        "\n\n",
        "{.a}",
        "{onclick=x}",
        "| a | b |\n|---|---|\n",
        "|",
        "## ",
        "![",
        "[a]: javascript:b\n",
        "<http://a",
        ">",
        "&#106;",
        "&",
        "'",
        '"',
        "a",
        "\u2060",
        "\u00e9",
        "\u0002",
        "\u0003",
    ]
)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.text(), st.lists(MARKS, max_size=30).map("".join)))
@example("[a](http://[)")
def test_any_text_renders_to_harmless_html(render, text):
    """No text raises, and none yields a script, a handler or an active address."""
    assert_harmless(render(text, append_sources=True))


MARK = re.compile(r"<[^>]*\sdata-(?:computed|reference|values)\b")
"""A tag with one of the marks by which the generator says what it computed, or whose numbers it writes out."""


@pytest.mark.parametrize(
    "text",
    [
        '87% of them\n{: data-computed="87" }', "87%{: data-computed=87 }", "*87%*{: data-values='study2018#odds' }",
        "## 87% {: data-computed=87 }", "[87%](a.md){: data-reference=study2018 }", "`87%`{ data-computed=87 }",
        '<p data-computed="87">87%</p>', 'A <data value="87">87%</data>', '| A |\n| --- |\n| 87% {: data-computed=87 } |',
        "- 87%\n{: data-computed=87 }", '![87%](a.png){: data-computed="87" }', "``` { .x data-computed=87 }\n87%\n```",
        "/// fact\n    attrs: {data-computed: '87'}\n\n87%\n///", "/// details | 87%\n    attrs: {data-computed: '87'}\n\n87%\n///",
        "{: data-computed=87 }\n87%", "&lt;p data-computed=87&gt;87%", "[87%]{data-computed=87}", "/// chart\n    attrs: {data-computed: '87'}\n\n87%\n///",
    ],
)  # fmt: skip
def test_no_text_marks_its_own_numbers_as_computed(render: Callable[..., str], text: str) -> None:
    """The marks that the verification of the built site trusts are the generator's alone."""
    assert not MARK.search(render(text))


def test_the_marks_would_be_seen(render: Callable[..., str]) -> None:
    """The test above is no idle one: the second table of one name is counted, and its number marked as computed."""
    table = "| A | B |\n| --- | --- |\n| a | b |\n"
    assert MARK.search(render(f"{table}\nText.\n\n{table}"))
