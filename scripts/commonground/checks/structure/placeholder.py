"""Nothing of the skeleton, and no note to fill something in, is left on the page."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain, zip_longest

from ahocorasick_rs import AhoCorasick

from commonground.checks.making import maker
from commonground.languages import Language
from commonground.languages.message import Message, texts_of
from commonground.model.article import Article
from commonground.model.corpus import Corpus
from commonground.model.passage import CITATION_CHARACTER, Kind, Passage
from commonground.model.position import Span
from commonground.model.problem import Level, Problem

LEVEL = Level.ERROR
MAY_WAIT_IN_DRAFT = True
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)

_FORMS = ("clause", "wording", "pairs")
"""Sections that show wording to copy: its blanks are for the reader to fill in."""

_FEWEST_WORDS = 3
"""A shorter sentence of the skeleton, or a shorter title, may be somebody's own."""

_SENTENCE = re.compile(r"[^.!?]+")
_EDGES = f" .:;,!?…–—-()[]*_{CITATION_CHARACTER}"
_WRITTEN = (Kind.PARAGRAPH, Kind.ITEM, Kind.HEADING)
_WORDLESS = re.compile(r"[\W_]+")
_LONGEST = 60
"""Characters of a longest note that is a whole sentence, with its marks."""

_Found = tuple[int, int, Message]
"""Offsets in a passage, and what to say of what stands there."""


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each text that stands for one still to come, each empty part, and each untranslated title."""
    prompts = _prompts(corpus.locales.values())
    notes = tuple(word for locale in corpus.locales.values() for word in _listed(locale, "anywhere"))
    automaton = AhoCorasick([*prompts, *map(_plain, notes)])
    for passage in corpus.prose():
        plain, locale = _plain(passage.text), corpus.locale(passage.language)
        finders = [_whole_notes(passage, plain, locale), _blanks(passage, locale), _wordless(passage)]
        if automaton.find_matches_as_indexes(plain):
            finders = [_skeleton(passage, plain, prompts), _notes(passage, notes), *finders]
        for start, end, message in chain.from_iterable(finders):
            yield _problem(passage.path, passage.span(start, end), message)
            break  # one is enough to send the writer there
    for article in corpus.articles:
        for place, message in _empty(article, corpus):
            yield _problem(article.path, place, message)
        yield from _untranslated(article, corpus)


def _skeleton(passage: Passage, plain: str, prompts: Iterable[str]) -> Iterator[_Found]:
    for prompt in prompts:
        if (start := plain.find(prompt)) >= 0:
            end = start + len(prompt)
            yield start, end, _text("skeleton", words=passage.text[start:end])


def _notes(passage: Passage, listed: tuple[str, ...]) -> Iterator[_Found]:
    for match in _words(listed).finditer(passage.text):
        yield from _to_come(passage, *match.span())


def _whole_notes(passage: Passage, plain: str, locale: Language) -> Iterator[_Found]:
    alone = _listed(locale, "alone")
    for one in passage.sentences if passage.kind not in (Kind.HEADING, Kind.ROW) else ():
        if one.end - one.start <= _LONGEST and plain[one.start : one.end].strip(_EDGES) in alone:
            yield from _to_come(passage, one.start, one.end)


def _blanks(passage: Passage, locale: Language) -> Iterator[_Found]:
    if "[" not in passage.text or passage.block == "example":
        return
    if passage.section in {locale.sections.get(key) for key in _FORMS}:
        return
    for match in _blank(_listed(locale, "blanks")).finditer(passage.text):
        if not _is_within(match.start(), passage.speech):
            yield from _to_come(passage, *match.span())


def _to_come(passage: Passage, start: int, end: int) -> Iterator[_Found]:
    if not _is_within(start, passage.unread):
        words = passage.text[start:end].replace(CITATION_CHARACTER, "").strip()
        yield start, end, _text("to-come", words=words)


def _wordless(passage: Passage) -> Iterator[_Found]:
    text = passage.text
    if passage.kind in _WRITTEN and _WORDLESS.fullmatch(text) and CITATION_CHARACTER not in text:
        yield 0, len(text), _text("wordless", words=text)


def _is_within(offset: int, ranges: Iterable[tuple[int, int]]) -> bool:
    return any(start <= offset < end for start, end in ranges)


def _listed(locale: Language, kind: str) -> tuple[str, ...]:
    return locale.placeholders.get(kind, ())


@cache
def _words(listed: tuple[str, ...]) -> re.Pattern[str]:
    """Return a pattern for whole words; what is listed in capitals alone stands just so."""
    forms = (re.escape(word) if not word.islower() else f"(?i:{re.escape(word)})" for word in listed)
    return re.compile(rf"(?<!\w)(?:{'|'.join(forms) or '(?!)'})(?!\w)")


@cache
def _blank(listed: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\[(?:{'|'.join(map(re.escape, listed)) or '(?!)'})\b[^\[\]]*\]", re.IGNORECASE)


def _empty(article: Article, corpus: Corpus) -> Iterator[tuple[Span, Message]]:
    """Yield the blocks, and the sections that the page's type asks for, in which nothing stands."""
    filled = {p.span(0, 1).line for p in article.passages if p.kind is not Kind.HEADING}
    filled |= {link.span.line for link in article.links}
    for block in article.blocks:
        if block.closed and not any(block.span.line < line < block.end_line for line in filled):
            yield block.span, _text("empty-block", name=block.name)
    kind = corpus.types.get(article.front.type)
    if kind is None or not kind.sections:
        return
    sections = [heading for heading in article.headings if heading.level <= 2]
    last = article.body_line + article.body.count("\n") + 1
    for heading, following in zip_longest(sections, sections[1:]):
        end = following.span.line if following else last
        if not any(heading.span.line < line < end for line in filled):
            yield heading.span, _text("empty-section", name=heading.text)


def _untranslated(article: Article, corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem where a translation's title or description is the original's."""
    original = corpus.original_of(article)
    if original is None:
        return
    ours, theirs = article.front, original.front
    for key, text, other, message in (
        ("title", ours.title, theirs.title, _text("title")),
        ("description", ours.description, theirs.description, _text("description")),
    ):
        if len(text.split()) >= _FEWEST_WORDS and _plain(text) == _plain(other):
            yield _problem(article.path, ours.span(key), message)


def _prompts(locales: Iterable[Language]) -> tuple[str, ...]:
    """Return the sentences that a skeleton may hold, in any language, but for those with which an explanation begins."""
    known = list(locales)
    texts = (text for locale in known for text in locale.skeleton.values())
    sentences = (_plain(sentence).strip(_EDGES) for text in texts for sentence in _SENTENCE.findall(text))
    stays = {_plain(locale.say("lesson.wrong")).strip(_EDGES) for locale in known if locale.has_part("site")}
    return tuple(one for one in sentences if len(one.split()) >= _FEWEST_WORDS and one not in stays)


def _plain(text: str) -> str:
    """Return a text of the same length in small letters, its apostrophes and spaces plain."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(c if len(c.lower()) > 1 else c.lower() for c in text)
    return low.replace("’", "'").replace("\u00a0", " ").replace("\u202f", " ")
