"""The rules in the browser and the rules in Python: on every text they must find the same."""

import unicodedata
from collections.abc import Iterator
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from commonground.languages import read_languages
from commonground.matching.compiled import compile_terms
from commonground.read.terms import read_terms

from ..checks.language import replacements
from ..checks.language import test_conformance as conformance
from ..checks.language.situations import FORCE, MINOR, NEITHER, WORD
from .built import LANGUAGES, ROOT, Site

# Offsets leave the browser as Python counts them: in code points.
LOAD = """async (base) => {
  const { Engine } = await import(`${base}assets/js/language.js`);
  const { carried, marks } = await import(`${base}assets/js/language/quotations.js`);
  const points = (text, offset) => [...text.slice(0, offset)].length;
  const engines = {};
  const elisions = {};
  for (const language of ["en", "fr"]) {
    const rules = await (await fetch(`${base}data/language/${language}.json`)).json();
    engines[language] = new Engine(rules);
    elisions[language] = rules.grammar.elisions;
  }
  const found = (language, text) => {
    const all = [];
    const parts = text.split("\\n\\n");
    const spoken = carried(parts, marks(elisions[language]));
    let start = 0;
    parts.forEach((part, index) => {
      const place = (offset) => points(text, start + offset);
      for (const one of engines[language].check(part, spoken[index]).found) {
        const edits = one.edits.map((edit) => ({ ...edit, start: place(edit.start), end: place(edit.end) }));
        all.push({ start: place(one.start), end: place(one.end), rule: one.rule.id, level: one.level, loose: one.loose, edits, ...(one.situation && { situation: one.situation.id }) });
      }
      start += part.length + 2;
    });
    return all;
  };
  window.found = (language, texts) => texts.map((text) => found(language, text));
  window.kept = (language, text) => engines[language].check(text).kept.map(({ start, end }) => text.slice(start, end));
  window.paragraphs = (text) => engines.en.paragraphs(text).map((one) => [points(text, one.start), one.text]);
}"""
FOUND = "([language, texts]) => window.found(language, texts)"


@pytest.fixture(scope="module")
def engines(browser: Browser, site: Site) -> Iterator[Page]:
    """A page of the built site with its engine loaded for both languages."""
    page = browser.new_page()
    page.goto(site.url("about/licence"))
    page.evaluate(LOAD, site.base)
    yield page
    page.close()


def test_every_shared_case(engines: Page) -> None:
    """Each case of the file gives exactly its places, levels and replacements."""
    cases = conformance.WHOLE["cases"]
    for language in LANGUAGES:
        mine = [case for case in cases if case["language"] == language]
        found = engines.evaluate(FOUND, [language, [case["text"] for case in mine]])
        assert {case["id"]: got for case, got in zip(mine, found, strict=True)} == {
            case["id"]: case["found"] for case in mine
        }


@pytest.mark.parametrize("language", LANGUAGES)
def test_minors_and_force(engines: Page, language: str) -> None:
    """Where a paragraph is about somebody under 18, or force, neither engine offers our words; of adults both do."""
    word, _ = WORD[language]
    texts = [text.format(word) for listed in (MINOR, FORCE, NEITHER) for text in listed[language]]
    found = engines.evaluate(FOUND, [language, texts])
    assert found == [conformance.found_in(language, text) for text in texts]
    assert sum(any("situation" in one for one in here) for here in found) > 40


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_with_replacements(engines: Page, language: str) -> None:
    """Both engines make the same of every sentence of the file."""
    listed = list(replacements.sentences(language))
    found = engines.evaluate(FOUND, [language, [one.text for one in listed]])
    assert [replacements.outcome(one, here) for one, here in zip(listed, found, strict=True)] == listed


# Random texts, made of what the engines could disagree about ----------------------------------------------------

UNSEEN = "\u00ad\u200b\u200d\u2060\u2066\u202e\ufe0f\ufeff"
SPACES = [" ", " ", " ", " ", "\n\n", ".\n", "", "  ", "\u00a0", "\u202f", "\n", "\t", "\x1c", "\u2009 "]
MARKS = [*"“”«»‹›“\"'’‘`´.!?…,;:()-–—‑/·_@|*", "» ", " «", ".”", "»."]
ODD = [
    "𝒑rostitute", "x\u0302", "e\u0301", "İ", "ΣΑΣ", "ß", "ﬁn", "42", "№", "½", "😀", "ªº", "\u0301", "\ufffc",
    "https://example.org/hooker", "hooker.example.org/slave", "pute.ca", "x.com/a", "www.example.org/pute", "hooker@example.org", "p. ex.", "M.", "U.S.", "A.", "I.",
    "cœur", "Œuvre", "MŒURS", "moeurs", "ӕ", "hοοker", "рutе", "prosti-\ntute", "demi-", "prosti\u00ad tuée",
    "“no”", "« non »", "‘whore’", "'pute'", "l’", "d'", "qu'", "'s", "’s", "s'", "·e·s", "⋅e⋅s", "・e", "(e)s",
]  # fmt: skip
CHANGES = ["upper", "title", "first", "NFD", "NFC", "unseen", "parted", "quoted", "curly", "plain"]
ORDINARY = {
    "en": [
        "a",
        "an",
        "the",
        "The",
        "She",
        "they",
        "who",
        "said",
        "and",
        "or",
        "of",
        "Police",
        "report",
        "was",
        "it",
    ],
    "fr": [
        "le",
        "la",
        "les",
        "un",
        "une",
        "du",
        "de",
        "des",
        "à la",
        "Elle",
        "dit",
        "et",
        "ou",
        "que",
        "cette",
        "la loi",
    ],
}


@cache
def vocabulary(language: str) -> list[str]:
    """Return what the rules of a language speak of: forms, names, conditions, words of mention and of quotation."""
    locale = read_languages()[language]
    path = f"language/{language}.yaml"
    compiled = compile_terms(read_terms(path, (ROOT / path).read_bytes(), language)[0], locale)
    forms = [form.written for form in compiled.forms]
    near = [
        word.rstrip("*") for form in compiled.forms if form.near for word in (*form.near.any, *form.near.none)
    ]
    about = {situation for rule in compiled.rules for situation in rule.situations}
    near += [phrase.replace("*", "") for one in about for phrase in (*one.any, *one.but) if "(" not in phrase]
    others = [*compiled.names, *locale.words.mention_words, *locale.words.abbreviations]
    others += [word.rstrip("*") for word in locale.words.quotation_words]
    return [*forms, *forms, *dict.fromkeys(near), *others]


@st.composite
def pieces(draw: st.DrawFn, language: str) -> str:
    """Draw a word or a mark, in one of the ways it may be typed."""
    word = draw(
        st.one_of(
            st.sampled_from(vocabulary(language)),
            st.sampled_from(vocabulary(language)),
            st.sampled_from(ORDINARY[language]),
            st.sampled_from(MARKS),
            st.sampled_from(ODD),
        )
    )
    change = draw(st.sampled_from(["", "", "", *CHANGES]))
    at = draw(st.integers(0, len(word)))
    changed = {
        "upper": word.upper(),
        "title": word.title(),
        "first": word[:1].upper() + word[1:],
        "NFD": unicodedata.normalize("NFD", word),
        "NFC": unicodedata.normalize("NFC", word),
        "unseen": word[:at] + draw(st.sampled_from(UNSEEN)) + word[at:],
        "parted": word[:at] + draw(st.sampled_from(["-\n", "- ", "\u00ad\n", "¬ "])) + word[at:],
        "quoted": f"“{word}”" if language == "en" else f"«\u00a0{word}\u00a0»",
        "curly": word.replace("'", "’").replace("-", "‑"),
        "plain": unicodedata.normalize("NFD", word).encode("ascii", "ignore").decode(),
    }
    return changed.get(change, word)


@st.composite
def texts(draw: st.DrawFn, language: str) -> str:
    """Draw a paragraph."""
    parts = draw(st.lists(st.tuples(pieces(language), st.sampled_from(SPACES)), min_size=1, max_size=14))
    return "".join(f"{piece}{space}" for piece, space in parts)


@pytest.mark.parametrize("language", LANGUAGES)
def test_random_texts(engines: Page, language: str) -> None:
    """Whatever is typed, both engines find the same, span by span; and most texts hold something to find."""
    seen = {"texts": 0, "found": 0}

    @settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.lists(texts(language), min_size=1, max_size=8))
    def agree(drawn: list[str]) -> None:
        expected = [conformance.found_in(language, text) for text in drawn]
        assert engines.evaluate(FOUND, [language, drawn]) == expected
        seen["texts"] += len(drawn)
        seen["found"] += sum(map(bool, expected))

    agree()
    assert seen["found"] > seen["texts"] / 4, seen


@pytest.mark.parametrize(
    ("language", "text", "kept"),
    [
        pytest.param("en", "“They call us hookers,” she said.", ["hookers"], id="quoted"),
        pytest.param("en", "She said ‘whore’ is a slur.", ["whore"], id="single-quotes"),
        pytest.param("en", "“We never call the cops,” said one prostitute.", [], id="outside-the-quotation"),
        pytest.param("en", "The hookers are back.", [], id="ours"),
        pytest.param("fr", "« Ils nous traitent de putes », dit-elle.", ["putes"], id="guillemets"),
    ],
)
def test_what_quotation_marks_excuse_is_told(
    engines: Page, language: str, text: str, kept: list[str]
) -> None:
    """The checker shows which words it left to their speaker."""
    assert engines.evaluate("([language, text]) => window.kept(language, text)", [language, text]) == kept


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        pytest.param("One.\nTwo.", [[0, "One."], [5, "Two."]], id="line-end"),
        pytest.param("One\n\nTwo", [[0, "One"], [5, "Two"]], id="blank-line"),
        pytest.param("A street\nprostitute", [[0, "A street\nprostitute"]], id="wrapped-line"),
        pytest.param("“One.\nTwo,” she said", [[0, "“One.\nTwo,” she said"]], id="quotation-over-a-line-end"),
        pytest.param("“One.\n\nTwo", [[0, "“One."], [7, "Two"]], id="quotation-never-closed"),
        pytest.param("\n \n", [], id="blank"),
        pytest.param("😀\nTwo", [[0, "😀"], [2, "Two"]], id="offsets"),
    ],
)
def test_paragraphs(engines: Page, text: str, parts: list[object]) -> None:
    """A line end ends a paragraph, unless the text goes on below in small letters or inside quotation marks."""
    assert engines.evaluate("(text) => window.paragraphs(text)", text) == parts
