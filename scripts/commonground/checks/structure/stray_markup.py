"""No mark of Markdown is left standing in the text."""

import re
from collections.abc import Iterable, Iterator

from commonground.checks.making import maker
from commonground.checks.shared.forms import (
    ATTRIBUTES,
    CODE,
    IN_PLAIN_TEXT,
    IN_TEXT,
    PLAIN_TRIGGER,
    QUOTED_WHOLE,
    TRIGGER,
    Form,
)
from commonground.languages.message import Message, texts_of
from commonground.model.anchor import is_of_the_shell
from commonground.model.article import Article
from commonground.model.corpus import Corpus
from commonground.model.passage import Kind, Passage
from commonground.model.position import Span
from commonground.model.problem import Level, Problem

LEVEL = Level.ERROR
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)

_DEFINITION = re.compile(r" {0,3}\[(?!\^)[^\[\]\n]+\]:.*")
_ID = re.compile(r"#([\w-]+)")
_NOTE = re.compile(r"\[\^([^\]\s]+)\]:?")
_QUOTED = _text("quoted")


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
    for start, end, advice in _matches(
        passage.text, IN_PLAIN_TEXT if PLAIN_TRIGGER.search(passage.text) else ()
    ):
        yield _told(passage, start, end, advice)


def _matches(text: str, forms: Iterable[Form]) -> Iterator[tuple[int, int, Message]]:
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
            yield _problem(article.path, span, _text("definition", mark=_short(line.strip())))


def _of_attributes(braces: str) -> Message:
    for id in _ID.findall(braces):
        if is_of_the_shell(id):
            return _text("own-id", id=id)
    return _text("attributes")


def _told(passage: Passage, start: int, end: int, advice: Message) -> Problem:
    message = _text("stands", mark=_short(passage.text[start:end]), advice=advice)
    return _problem(passage.path, passage.span(start, end), message)


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
