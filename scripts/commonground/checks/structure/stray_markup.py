"""
No mark of Markdown is left standing in the text.

Why: What the site does not know as a mark, such as a footnote, a struck-out word or a box of another program, is printed
as it was typed, and its meaning is lost.

Fix: Write it as the message shows. A sign that readers are to see gets a backslash before it (`\\*`), or backquotes
around it.
"""

import re
from collections.abc import Iterable, Iterator

from commonground.checks.making import maker
from commonground.checks.structure.forms import (
    ATTRIBUTES,
    CODE,
    IN_PLAIN_TEXT,
    IN_TEXT,
    QUOTED_WHOLE,
    TRIGGER,
    Form,
)
from commonground.model.anchor import is_of_the_shell
from commonground.model.article import Article
from commonground.model.corpus import Corpus
from commonground.model.passage import Kind, Passage
from commonground.model.position import Span
from commonground.model.problem import Level, Problem

LEVEL = Level.ERROR
_problem = maker(__name__, LEVEL)

_DEFINITION = re.compile(r" {0,3}\[(?!\^)[^\[\]\n]+\]:.*")
_ID = re.compile(r"#([\w-]+)")
_NOTE = re.compile(r"\[\^([^\]\s]+)\]:?")
_NO_DEFINITIONS = (
    "There are no lists of addresses: write [the words](the address) where the words stand in the text."
)
_QUOTED = 'The marks around the whole text are shown: keep only the straight ones (") that YAML needs.'


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each mark that is printed as it was typed."""
    for article in corpus.articles:
        notes: set[str] = set()
        for passage in article.passages:
            if passage.kind.is_plain:
                yield from _in_plain_text(passage)
            elif passage.kind is not Kind.CODE:
                found = _in_text(passage, notes)
                yield from (problem for problem in found if not article.is_escaped(problem.span))
        yield from _definitions(article)
    for source in corpus.sources.values():
        for passage in source.passages:
            yield from _in_plain_text(passage)
    for passage in corpus.reference.passages:
        if passage.kind is not Kind.DOCUMENT:
            yield from _in_text(passage, set())


def _in_text(passage: Passage, notes: set[str]) -> Iterator[Problem]:
    """Yield the marks in a passage. Args: notes: The footnotes that were told: a mark and its text are one mistake."""
    text = _shown(passage)
    if not TRIGGER.search(text):
        return
    taken: list[tuple[int, int]] = []
    if found := ATTRIBUTES.search(text):
        taken.append(found.span())
        yield _told(passage, *found.span(), _of_attributes(found.group()))
    for start, end, advice in _matches(text, IN_TEXT):
        note = _NOTE.fullmatch(text, start, end)
        if note and note[1] in notes:
            continue
        notes |= {note[1]} if note else set()
        if not any(start < last and first < end for first, last in taken):
            taken.append((start, end))
            yield _told(passage, start, end, advice)


def _in_plain_text(passage: Passage) -> Iterator[Problem]:
    if passage.kind in (Kind.TITLE, Kind.DESCRIPTION) and QUOTED_WHOLE.fullmatch(passage.text):
        yield _told(passage, 0, len(passage.text), _QUOTED)
    for start, end, advice in _matches(passage.text, IN_PLAIN_TEXT):
        yield _told(passage, start, end, advice)


def _matches(text: str, forms: Iterable[Form]) -> Iterator[tuple[int, int, str]]:
    """Yield where each form first stands: in one paragraph, the same form again is the same mistake."""
    for form in forms:
        if found := form.pattern.search(text):
            yield *found.span(), form.advice


def _definitions(article: Article) -> Iterator[Problem]:
    """Yield a problem for each line that gives an address to a name; such a line is not shown, or shown in part."""
    if "]:" not in article.body:
        return
    code = [passage.whole() for passage in article.passages if passage.kind is Kind.CODE]
    for number, line in enumerate(article.body.split("\n"), start=article.body_line):
        found = _DEFINITION.match(line)
        if found and not any(span.line <= number <= span.end_line for span in code):
            span = Span(number, 1, number, len(line.rstrip()) + 1)
            yield _problem(article.path, span, f'"{_short(line.strip())}" is not shown. {_NO_DEFINITIONS}')


def _of_attributes(braces: str) -> str:
    for id in _ID.findall(braces):
        if is_of_the_shell(id):
            return f'The id "{id}" is one of the site itself: choose another for this heading.'
    return "Only {.in-fr}, the language of the words before it, is taken, and behind a heading one {#anchor} that no other has."


def _told(passage: Passage, start: int, end: int, advice: str) -> Problem:
    shown = _short(passage.text[start:end])
    return _problem(
        passage.path, passage.span(start, end), f'"{shown}" stands on the page as it is. {advice}'
    )


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 40 else f"{text[:39]}…"


def _shown(passage: Passage) -> str:
    """Return a passage's text with code out of the way and its line ends back; each character keeps its place."""
    text = passage.text
    for start, end in passage.code:
        text = f"{text[:start]}{CODE * (end - start)}{text[end:]}"
    for offset in passage.line_starts:
        if text[offset - 1] == " ":
            text = f"{text[: offset - 1]}\n{text[offset:]}"
    return text
