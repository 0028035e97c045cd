"""Blocks: labelled boxes in the page's language, and nothing a page could smuggle in through them."""

import pytest

from commonground.markdown.headings import MARKED_SECTIONS
from commonground.model.marks import BOXES, SELF_CHECK
from commonground.model.source import DESIGNS, HOW_CHECKED

SOURCES = ("study2018#odds", "study2018#reach", "case2013#held", "bare2020")


def box(name: str, label: str, text: str, more: str = "") -> str:
    return (
        f'<div class="block block-{name}{more}">\n<p class="block-label">{label}</p>\n<p>{text}</p>\n</div>'
    )


@pytest.mark.parametrize("name", [name for name in BOXES if name != SELF_CHECK])
@pytest.mark.parametrize(("language", "said"), [("en", "said"), ("fr", "dit")])
def test_a_block_is_a_labelled_box(render, language, said, name):
    """Each block carries its own class and its label in the page's language."""
    assert render(f"/// {name}\nText.\n///", lang=language) == box(name, f"{name}, {said}", "Text.")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_site_has_a_word_for_everything(shipped_corpus, render, language):
    """Each label, study kind and note that a page may need is in the shipped locales."""
    blocks = "\n\n".join(
        f"/// {name}\nText. [@{source}]\n///" for name in (*BOXES, "fact") for source in SOURCES
    )
    html = render(blocks, corpus=shipped_corpus, lang=language, append_sources=True)
    assert html.count('<p class="block-label"') == (len(BOXES) + 1) * len(SOURCES)
    locale = shipped_corpus.locale(language)
    assert all(locale.say(f"designs.{design}.name") for design in DESIGNS)
    assert all(locale.say(f"read_as.{how}") for how in HOW_CHECKED)
    assert all(locale.sections[key] for key in MARKED_SECTIONS)


def test_a_self_check_folds_what_explains_each_choice(render):
    """The choice is the summary; its explanation tells right from wrong, and the box counts itself."""
    html = render(
        "/// self-check\nWhat burns?\n\n- **Oil.** Yes. It *burns*. [@bare2020]\n- **Wax.** No. Not here.\n- Water.\n///\n\n"
        "/// self-check\nWhy?\n\n- **So.** It says neither.\n///"
    )
    assert '<p class="block-label"><span data-computed="1 2">1 of 2</span></p>\n<p>What burns?</p>' in html
    fold = '<li><details class="choice"><summary class="choice"><strong>{}</strong></summary><span class="choice-why{}"> {}'
    assert fold.format("Oil.", " choice-right", "Yes. It <em>burns</em>.\u2060<span") in html
    assert fold.format("Wax.", " choice-wrong", "No. Not here.</span></details></li>") in html
    assert "<li>Water.</li>" in html
    assert 'data-computed="2 2">2 of 2<' in html
    assert fold.format("So.", "", "It says neither.") in html


def test_the_second_fact_closes(render):
    """What is true instead looks different from the first answer, and says so."""
    html = render("/// fact\nA.\n///\n\n/// myth\nB.\n///\n\n/// fact\nC.\n///")
    expected = [
        box("fact", "fact, said", "A."),
        box("myth", "myth, said", "B."),
        box("fact", "fact-closing, said", "C.", " block-fact-closing"),
    ]
    assert html == "\n".join(expected)


def test_facts_are_counted_page_by_page(make_md):
    """A second page begins anew."""
    md = make_md()
    first = md.convert("/// fact\nA.\n///")
    assert md.reset().convert("/// fact\nA.\n///") == first


def test_an_unknown_block_stays_text(render):
    """A mistyped name is shown as written; a check reports it."""
    assert render("/// fakt\nText.\n///") == "<p>/// fakt\nText.\n///</p>"


def test_a_block_takes_no_attributes(render):
    """The options of pymdown-extensions could set any attribute, so a block with options is text."""
    html = render('/// fact\n    attrs: {onclick: "alert(1)"}\nText.\n///')
    assert "<div" not in html
    assert "<p" in html


def test_details_may_be_used_without_options(render):
    """The one borrowed block folds, with its summary."""
    html = render("/// details | More\nText.\n///")
    assert html == "<details>\n<summary>More</summary>\n<p>Text.</p>\n</details>"
    assert "<details" not in render("/// details\n    attrs: {onclick: x}\nText.\n///")


def test_a_block_holds_lists_and_citations(render):
    """The text of a block is ordinary Markdown."""
    html = render("/// checklist\n- One. [@bare2020#only]\n- Two.\n///")
    assert "<ul>\n<li>One.\u2060<span" in html


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("> /// fact\n> A\n> ///\n/// details | B\n/// fact\nC\n///\n///\n1. ///\n", id="quotation-then-nested"),
        pytest.param("> /// fact\n> A\n\n> /// fact\n> B\n> ///\n", id="open-in-a-quotation"),
        pytest.param("- /// fact\n    A\n    ///\n", id="list"),
        pytest.param("/// fact\n/// details | A\n/// details | B\nC | D\n///\n///\n///\n", id="nested-twice"),
        pytest.param("/// fact\nA\n", id="never-closed"),
        pytest.param("///\n", id="never-opened"),
    ],
)  # fmt: skip
def test_a_block_out_of_place_is_text_and_has_an_end(render, text):
    """Within a list, a quotation or another block, strokes are shown; a thousand characters of them once took for ever."""
    html = render(text * 20)
    assert "///" in html


def test_a_block_in_its_place_is_none_the_less_one(render):
    """What stands around it changes nothing."""
    html = render("> ///\n\n/// fact\nA\n///\n\n- ///\n")
    assert html.count('class="block block-fact"') == 1
    assert "<p>A</p>" in html
