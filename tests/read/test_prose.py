"""Prose: every span is the text that stands there, and a citation belongs to its sentence and no other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commonground.languages import read_languages
from commonground.model.article import Article
from commonground.model.corpus import Corpus
from commonground.model.passage import CITATION_CHARACTER, Kind, Passage
from commonground.model.position import Span
from commonground.read.article import read_article

LOCALES = read_languages()
FRONT = '---\ntitle: "T"\ntype: page\ndescription: "D"\n---\n'


def article(body: str, language: str = "en") -> Article:
    """Read a body below a small front matter."""
    read, _ = read_article("docs/x.md", language, "x", (FRONT + body).encode(), LOCALES[language])
    assert read is not None
    return read


def passages(body: str, language: str = "en") -> list[Passage]:
    """Return the passages of the body alone."""
    return [p for p in article(body, language).passages if p.kind not in (Kind.TITLE, Kind.DESCRIPTION)]


def at(body: str, span: Span) -> str:
    """Return what stands at a one-line span."""
    return (
        (FRONT + body).replace("\r\n", "\n").split("\n")[span.line - 1][span.column - 1 : span.end_column - 1]
    )


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("Plain words here.\n", id="plain"),
        pytest.param("Some *stressed* and **strong** `code` [link](x.md) words.\n", id="marks"),
        pytest.param("Élève déjà vu « ici », l’été 🙂 fini.\n", id="accents-emoji"),
        pytest.param("- one\n- two *three*\n  four\n\n1. five\n", id="lists"),
        pytest.param("> quoted **words**\n> go on\n", id="quotation"),
        pytest.param("| a | b |\n| --- | --- |\n| cell *one* | é two |\n", id="table"),
        pytest.param("A word&nbsp;joined and &eacute;crit \\*escaped\\*.\n", id="entities"),
        pytest.param("/// fact\nInside a block, words.\n///\n\nAfter it.\n", id="block"),
        pytest.param("## A heading *here*\n\nText [@a1#x] more [@b2] words.\n", id="citations"),
        pytest.param("e\u0301te\u0301 de\u0301compose\u0301 mot.\n", id="decomposed"),
        pytest.param("A line\nthat wraps [@a1#x;\n@b2#y] twice.\r\nAnd CRLF.\n", id="wraps"),
    ],
)
def test_every_word_stands_where_its_span_says(body: str) -> None:
    """The span of each word of each passage covers that word in the file, to the code point."""
    import re
    import unicodedata

    found = 0
    for passage in passages(body):
        for word in re.finditer(r"[^\W\d_]+", passage.text):
            standing = unicodedata.normalize("NFC", at(body, passage.span(*word.span())))
            assert standing in (word.group(), "&eacute;crit")
            found += 1
    assert found >= 3


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("One. [@a#x] Two.", [["a#x"], []], id="after-the-stop"),
        pytest.param("One [@a#x]. Two [@b#y].", [["a#x"], ["b#y"]], id="before-the-stop"),
        pytest.param("One. [@a#x; @b#y] [@c] Two.", [["a#x", "b#y", "c"], []], id="several"),
        pytest.param("See s. 286.1 of the Code. [@a#x] Then no.", [["a#x"], []], id="section-sign"),
        pytest.param("It was 2.99 in all. [@a#x] The U.S. study. [@b#y]", [["a#x"], ["b#y"]], id="decimal"),
        pytest.param("“Is it safe?” she asked. [@a#x] No.", [["a#x"], []], id="question-in-quotation"),
        pytest.param("Dr. J. Smith spoke. [@a#x]", [["a#x"]], id="initials"),
        pytest.param("No stop at the end [@a#x]", [["a#x"]], id="no-stop"),
        pytest.param("[@a#x] One. Two.", [["a#x"], []], id="before-the-first"),
    ],
)
def test_citation_belongs_to_its_sentence_alone(text: str, expected: list[list[str]]) -> None:
    """After the stop, to the sentence just before it; else to the sentence it stands in."""
    (passage,) = passages(text + "\n")
    assert [[c.key for c in sentence.citations] for sentence in passage.sentences] == expected


def test_french_sentences_end_at_french_stops() -> None:
    """Abbreviations and spaces before » do not break or join sentences."""
    (passage,) = passages("Selon l'art. 286.1, non. [@a#x] Elle dit «\u00a0oui.\u00a0» [@b#y] Fin.\n", "fr")
    assert [[c.key for c in s.citations] for s in passage.sentences] == [["a#x"], ["b#y"], []]


@pytest.mark.parametrize(
    ("mark", "source", "finding", "locator"),
    [
        pytest.param("@a1#x-y", "a1", "x-y", "", id="finding"),
        pytest.param("@a1", "a1", None, "", id="source-alone"),
        pytest.param("@a1#x, para. 110", "a1", "x", "para. 110", id="locator"),
        pytest.param("@a1#", "", None, "", id="broken"),
        pytest.param("@", "", None, "", id="empty"),
    ],
)
def test_parts_of_a_citation(mark: str, source: str, finding: str | None, locator: str) -> None:
    """A part that is not written as a citation keeps what stands there, and has no source."""
    body = f"Words [{mark}].\n"
    (citation,) = passages(body)[0].citations
    assert (citation.source, citation.finding, citation.locator) == (source, finding, locator)
    assert at(body, citation.span) == mark == citation.raw


@pytest.mark.parametrize(
    "body",
    ["`[@a#x]` shown\n", "```\n[@a#x]\n```\n\nText\n", "\\[@a#x] escaped\n", "<!-- [@a#x] -->\n\nText\n"],
)
def test_code_and_escapes_hold_no_citation(body: str) -> None:
    """A mark that is shown rather than used cites nothing."""
    assert [p.citations for p in passages(body) if p.citations] == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("He said “a harlot” twice.", "“a harlot”", id="curly"),
        pytest.param('He said "a harlot" twice.', '"a harlot"', id="straight"),
        pytest.param("Il dit «\u00a0une femme\u00a0» ici.", "«\u00a0une femme\u00a0»", id="guillemets"),
        pytest.param("The word *harlot* is old.", "harlot", id="italics-after-the-word"),
        pytest.param("The word harlot is old.", "harlot", id="after-the-word"),
        pytest.param("They wrote 'harlot' there.", "harlot", id="single-quotes"),
        pytest.param("In *Attitudes towards Harlots* they ask.", "Attitudes towards Harlots", id="title"),
    ],
)
def test_other_peoples_words_are_marked(text: str, said: str) -> None:
    """Quotations, titles and words mentioned as words are speech."""
    (passage,) = passages(text + "\n")
    assert said in [passage.text[a:b] for a, b in passage.speech]


@pytest.mark.parametrize(
    "text", ["They *never* said so.", "*Never* say so.", "He said “a harlot twice.", "It's the harlot's."]
)
def test_our_own_words_are_not_marked(text: str) -> None:
    """Italics for stress, an unclosed quotation mark and an apostrophe excuse nothing."""
    (passage,) = passages(text + "\n")
    assert passage.speech == ()


def test_blockquote_is_speech_from_end_to_end() -> None:
    """All of a blockquote is the speaker's."""
    (passage,) = passages("> a harlot\n")
    assert passage.speech == ((0, len(passage.text)),)


def test_blocks_sections_and_kinds() -> None:
    """Each passage knows its block, its section and what it is."""
    body = (
        "/// fact\nYes.\n///\n\n## One\n\nText.\n\n- item\n\n| h |\n| --- |\n| c |\n\n![alt words](a.svg)\n"
    )
    assert [(p.kind.value, p.block, p.section, p.text) for p in passages(body)] == [
        ("paragraph", "fact", "", "Yes."),
        ("heading", "", "", "One"),
        ("paragraph", "", "One", "Text."),
        ("item", "", "One", "item"),
        ("row", "", "One", "h"),
        ("row", "", "One", "c"),
        ("image text", "", "One", "alt words"),
    ]


def test_override_holds_for_the_next_block_only() -> None:
    """The lines of the next block, a whole /// block where that follows."""
    read = article("<!-- allow a/b: why -->\n\n/// example\nOne.\n\nTwo.\n///\n\nThree.\n")
    (override,) = read.overrides
    assert (override.rule, override.reason) == ("a/b", "why")
    assert (override.span.line, override.first_line, override.last_line) == (6, 9, 12)


@pytest.mark.parametrize("start", [b"\xef\xbb\xbf", b""])
@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_byte_order_mark_and_line_ends_change_nothing(start: bytes, end: bytes) -> None:
    """The same words at the same places, and the same hash."""
    data = start + (FRONT + "One two.\n\nThree.\n").encode().replace(b"\n", end)
    read, problems = read_article("docs/x.md", "en", "x", data, LOCALES["en"])
    assert read is not None
    assert problems == []
    assert [(p.text, p.whole().line) for p in read.passages[2:]] == [("One two.", 6), ("Three.", 8)]
    assert read.digest == article("One two.\n\nThree.\n").digest


@given(st.text(max_size=400))
def test_no_text_breaks_the_reader(text: str) -> None:
    """Any text is read; every span it gives lies inside the file."""
    data = (FRONT + text).encode("utf-8", "replace")
    read, _ = read_article("docs/x.md", "en", "x", data, LOCALES["en"])
    if read is None:
        return
    for passage in read.passages:
        whole = passage.whole()
        assert 1 <= whole.line <= whole.end_line
        assert len(passage.segments) >= 1
        for sentence in passage.sentences:
            assert 0 <= sentence.start <= sentence.end <= len(passage.text)


@given(st.binary(max_size=300))
def test_no_bytes_break_the_reader(data: bytes) -> None:
    """A file of any bytes gives an article or a problem that says why not."""
    read, problems = read_article("docs/x.md", "en", "x", data, LOCALES["en"])
    assert read is not None or problems


def test_every_word_of_every_article_stands_where_its_span_says(project: Corpus) -> None:
    """The real pages: each passage's first and last character is where it should be."""
    from ..conftest import ROOT

    checked = 0
    for read in project.articles:
        lines = (ROOT / read.path).read_text(encoding="utf-8").split("\n")
        for citation in read.citations:
            span = citation.span
            assert lines[span.line - 1][span.column - 1 : span.end_column - 1] == citation.raw
            checked += 1
        for passage in read.passages:
            for figure in passage.figures:
                span = passage.span(figure.start, figure.end)
                if span.line == span.end_line:
                    assert lines[span.line - 1][span.column - 1 : span.end_column - 1] == figure.text
                    checked += 1
    assert checked > 500


@pytest.mark.parametrize(
    ("heading", "text", "anchor"),
    [
        pytest.param("## How we know {#how}", "How we know", "how", id="id"),
        pytest.param("## How *we* know {: #how .in-en }", "How we know", "how", id="id-and-language"),
        pytest.param("## Ça {.in-fr}", "Ça", "ça", id="language-alone"),
        pytest.param("## How {#card}", "How {#card}", "how-card", id="id-of-the-site"),
        pytest.param("## How {#a #b}", "How {#a #b}", "how-a-b", id="two-ids"),
        pytest.param("## Card", "Card", "section-card", id="text-like-an-id-of-the-site"),
    ],
)
def test_a_heading_may_choose_its_anchor(heading: str, text: str, anchor: str) -> None:
    """What stands in braces is no part of its text, and links find it."""
    (found,) = article(heading).headings
    assert (found.text, found.anchor) == (text, anchor)


def test_the_language_of_words_is_no_word() -> None:
    """After a mark, and as the last line of a paragraph or item."""
    body = "A *mot*{.in-fr} here.\n\nTout un paragraphe.\n{.in-fr}\n\n- un point\n  {: .in-fr }\n\nBraces {.in-fr} alone."
    assert [passage.text for passage in passages(body)] == [
        "A mot here.",
        "Tout un paragraphe.",
        "un point",
        "Braces {.in-fr} alone.",
    ]


@pytest.mark.parametrize(
    ("body", "figures"),
    [
        ("*Soixante-sept pour cent*{.in-fr} of lamps.", ["Soixante-sept pour cent"]),
        (
            "Half of *2,15 lampes*{.in-fr} and ten of **un tiers des lampes**{.in-fr}.",
            ["Half", "2,15", "ten", "un tiers"],
        ),
        ("[Un tiers des lampes](case.md){.in-fr} of *la moitié*{.in-xx}.", ["Un tiers"]),
        ("La moitié des lampes brûle,\nle jour.\n{.in-fr}", ["La moitié"]),
        ("*Soixante **et onze** lampes*{.in-fr}", ["Soixante et onze"]),
    ],
)
def test_figures_are_read_in_the_language_of_their_words(body: str, figures: list[str]) -> None:
    """Number words of another language, which the page says that they are of, were no figures."""
    (passage,) = passages(body)
    assert [figure.text for figure in passage.figures] == figures
    assert [passage.text[figure.start : figure.end] for figure in passage.figures] == figures


def test_a_mail_address_in_angle_brackets_is_one() -> None:
    """It leads to a mail program, not to a page; the words of an address are not ours."""
    (link,) = article("Write to <press@example.org>.").links
    assert (link.target, link.text) == ("mailto:press@example.org", "press@example.org")


def test_a_picture_names_the_link_around_it() -> None:
    """Where a link holds a picture alone, its alternative text is what is heard."""
    link = article("[![Our workshop poster](poster.png)](case.md)").links[-1]
    assert (link.target, link.text) == ("case.md", "Our workshop poster")


def test_decomposed_letters_move_what_stands_after_them() -> None:
    """Code, italics and citations stay in their places in a text whose letters were composed."""
    text = "e\u0301" * 12 + " `code` then 45% of *The Lamps*, <https://a.example> 46%. [@lamps2020#lit]"
    (passage,) = passages(text)
    assert [passage.text[start:end] for start, end in passage.unread] == [
        "code",
        "https://a.example",
        "https://a.example",
    ]
    assert [figure.text for figure in passage.figures] == ["45%", "46%"]
    assert "The Lamps" in {passage.text[start:end] for start, end in passage.speech}
    assert passage.text[passage.citations[0].offset] == CITATION_CHARACTER


def test_a_bar_in_code_parts_no_cells() -> None:
    """As on the page; elsewhere it is a bar like any other."""
    rows = passages("| a | `b | c` |\n| --- | --- |\n| d | `` e | f `` |\n\nText `g | h`.\n\n    i `j | k`\n")
    assert [passage.text for passage in rows] == ["a | b | c", "d | e | f", "Text g | h.", "i `j | k`"]
