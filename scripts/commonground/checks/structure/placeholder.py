"""
Nothing of the skeleton, and no note to fill something in, is left on the page.

Why: An unfilled skeleton looks like an article in every list, and tells its reader nothing.

Fix: Write the text itself in its place, or take it out. Keep a page that is not ready out of the site: `draft: true`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import zip_longest

from commonground.checks.making import maker
from commonground.model.article import Article
from commonground.model.corpus import Corpus
from commonground.model.passage import CITATION_CHARACTER, Kind, Passage
from commonground.model.position import Span
from commonground.model.problem import Level, Problem
from commonground.model.settings import Locale

LEVEL = Level.ERROR
MAY_WAIT_IN_DRAFT = True
_problem = maker(__name__, LEVEL)

_FORMS = ("clause", "wording", "pairs")
"""Sections that show wording to copy: its blanks are for the reader to fill in."""

_FEWEST_WORDS = 3
"""A shorter sentence of the skeleton, or a shorter title, may be somebody's own."""

_SENTENCE = re.compile(r"[^.!?]+")
_EDGES = f" .:;,!?…–—-()[]*_{CITATION_CHARACTER}"
_LOOK_ALIKE = str.maketrans("’\u00a0\u202f", "'  ")
_WRITTEN = (Kind.PARAGRAPH, Kind.ITEM, Kind.HEADING)
_WORDLESS = re.compile(r"[\W_]+")


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each text that stands for one still to come, each empty part, and each untranslated title."""
    prompts = _prompts(corpus.locales.values())
    for passage in corpus.prose():
        found = _left_over(passage, corpus, prompts)
        if found:
            yield _problem(passage.path, passage.span(*found[0]), found[1])
    for article in corpus.articles:
        for place, name in _empty(article, corpus):
            yield _problem(article.path, place, f"{name} is still empty. Write it.")
        yield from _untranslated(article, corpus)


def _left_over(
    passage: Passage, corpus: Corpus, prompts: Iterable[str]
) -> tuple[tuple[int, int], str] | None:
    """Return where a passage holds what stands for a text, and what to say of it."""
    text, plain = passage.text, _plain(passage.text)
    for prompt in prompts:
        if (start := plain.find(prompt)) >= 0:
            end = start + len(prompt)
            return (
                start,
                end,
            ), f'"{text[start:end]}" is what the skeleton says. Write the text itself in its place.'
    if note := _note(passage, plain, corpus):
        return note, f'"{text[slice(*note)]}" marks what is still to come. Write it, or take it out.'
    if passage.kind in _WRITTEN and _WORDLESS.fullmatch(text) and CITATION_CHARACTER not in text:
        return (0, len(text)), f'"{text}" holds no word. Write the text, or take it out.'
    return None


def _note(passage: Passage, plain: str, corpus: Corpus) -> tuple[int, int] | None:
    """Return where a passage says that something is still to be written."""
    locale = corpus.locale(passage.language)
    found = [
        match.span()
        for listed in corpus.locales.values()
        for match in _words(listed.placeholders.get("anywhere", ())).finditer(passage.text)
    ]
    if passage.block != "example" and passage.section not in {locale.sections.get(key) for key in _FORMS}:
        blanks = _blanks(locale.placeholders.get("blanks", ())).finditer(passage.text)
        found += [m.span() for m in blanks if not _is_within(m.start(), passage.speech)]
    alone = locale.placeholders.get("alone", ())
    if passage.kind not in (Kind.HEADING, Kind.ROW):
        ends = [(one.start, one.end) for one in passage.sentences]
        found += [(start, end) for start, end in ends if plain[start:end].strip(_EDGES) in alone]
    return next((span for span in sorted(found) if not _is_within(span[0], passage.unread)), None)


def _is_within(offset: int, ranges: Iterable[tuple[int, int]]) -> bool:
    return any(start <= offset < end for start, end in ranges)


@cache
def _words(listed: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern for whole words; what is listed in capitals alone stands just so."""
    forms = (re.escape(word) if not word.islower() else f"(?i:{re.escape(word)})" for word in listed)
    return re.compile(rf"(?<!\w)(?:{'|'.join(forms) or '(?!)'})(?!\w)")


@cache
def _blanks(listed: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\[(?:{'|'.join(map(re.escape, listed)) or '(?!)'})\b[^\[\]]*\]", re.IGNORECASE)


def _empty(article: Article, corpus: Corpus) -> Iterator[tuple[Span, str]]:
    """Yield the blocks, and the sections that the page's type asks for, in which nothing stands."""
    filled = {p.span(0, 1).line for p in article.passages if p.kind is not Kind.HEADING}
    filled |= {link.span.line for link in article.links}
    for block in article.blocks:
        if block.closed and not any(block.span.line < line < block.end_line for line in filled):
            yield block.span, f'the block "{block.name}"'
    kind = corpus.types.get(article.front.type)
    if kind is None or not kind.sections:
        return
    sections = [heading for heading in article.headings if heading.level <= 2]
    last = article.body_line + article.body.count("\n") + 1
    for heading, following in zip_longest(sections, sections[1:]):
        end = following.span.line if following else last
        if not any(heading.span.line < line < end for line in filled):
            yield heading.span, f'the section "{heading.text}"'


def _untranslated(article: Article, corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem where a translation's title or description is the original's."""
    original = corpus.article(corpus.default_language, article.key)
    if original is None or article.language == corpus.default_language:
        return
    for key in ("title", "description"):
        text = article.front.text(key)
        if len(text.split()) >= _FEWEST_WORDS and _plain(text) == _plain(original.front.text(key)):
            message = f"the {key} is still that of the original. Translate it."
            yield _problem(article.path, article.front.span(key), message)


def _prompts(locales: Iterable[Locale]) -> tuple[str, ...]:
    """Return the sentences that a skeleton may hold, in any language."""
    texts = (text for locale in locales for text in _texts(locale.words.get("skeleton")))
    sentences = (_plain(sentence).strip(_EDGES) for text in texts for sentence in _SENTENCE.findall(text))
    return tuple(sentence for sentence in sentences if len(sentence.split()) >= _FEWEST_WORDS)


def _texts(value: object) -> Iterator[str]:
    yield from map(str, value.values()) if isinstance(value, Mapping) else ()


def _plain(text: str) -> str:
    """Return a text of the same length in small letters, its apostrophes and spaces plain."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(c if len(c.lower()) > 1 else c.lower() for c in text)
    return low.translate(_LOOK_ALIKE)
