"""A citation is written in its one form, and nothing else that names a source is taken for one."""

import re
from collections.abc import Iterator

from commonground.checks.making import maker
from commonground.languages.message import Message, Value, listed, texts_of
from commonground.model.corpus import Corpus
from commonground.model.marks import FINDING_ID, SOURCE_ID
from commonground.model.passage import Kind, Passage
from commonground.model.problem import Level, Problem
from commonground.model.source import Source
from commonground.text.ranges import hide

LEVEL = Level.ERROR
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)

_KEY = rf"@(?P<source>{SOURCE_ID})(?:#(?P<finding>{FINDING_ID}))?"
_IN_BRACKETS = re.compile(
    rf"\[(?P<before>[^\[\]]*?)(?P<minus>-?)(?<![\w.]){_KEY}(?P<after>[^\[\]]*)(?P<end>\]?)"
)
_BARE = re.compile(rf"(?<![\w./@-]){_KEY}")


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each citation that is broken, and each name of a source outside one."""
    for article in corpus.articles:
        for passage in article.passages:
            yield from _broken(passage)
            if not passage.kind.is_plain and passage.kind is not Kind.CODE:
                yield from (p for p in _outside(passage, corpus) if not article.is_escaped(p.span))
    for passage in corpus.reference.passages:
        yield from _broken(passage)
        if passage.kind is not Kind.DOCUMENT:
            yield from _outside(passage, corpus)


def _broken(passage: Passage) -> Iterator[Problem]:
    """Yield a problem for each part of a citation mark that cannot be read, or is set apart by a comma."""
    for citation in passage.citations:
        if not citation.source:
            message = _text("malformed", written=citation.raw)
            yield _problem(passage.path, citation.span, message)
        elif citation.after_comma:
            message = _text("comma", key=citation.key)
            yield _problem(passage.path, citation.span, message)
        elif "@" in citation.locator:
            message = _text("locator", locator=citation.locator)
            yield _problem(passage.path, citation.span, message)


def _outside(passage: Passage, corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each key of a source that is printed as it stands."""
    if "@" not in passage.text:
        return
    text = hide(passage.text, passage.code)
    taken: list[tuple[int, int]] = []
    for found in _IN_BRACKETS.finditer(text):
        if found["finding"] or found["source"] in corpus.source_ids or not found["before"].strip():
            taken.append(found.span())
            span = passage.span(found.start(), found.end())
            yield _problem(passage.path, span, _bracket_message(found))
    for found in _BARE.finditer(text):
        known = found["finding"] or found["source"] in corpus.source_ids
        if known and not any(start <= found.start() < end for start, end in taken):
            span = passage.span(found.start(), found.end())
            yield _problem(passage.path, span, _bare_message(found, corpus.sources.get(found["source"])))


def _bracket_message(found: re.Match[str]) -> Message:
    key, after = f"{found['source']}#{found['finding'] or '…'}", found["after"].rstrip()
    if not found["end"]:
        return _text("open", key=key)
    if before := found["before"].strip(" ,;"):
        return _text("before", before=before, key=key, after=after)
    return _text("only", key=key, after=after)


def _bare_message(found: re.Match[str], source: Source | None) -> Message:
    key = f"{found['source']}#{found['finding'] or '…'}"
    return _text("bare", written=found.group(), authors=_authors(source), key=key)


def _authors(source: Source | None) -> Value:
    """Return how a sentence may name a source, as an example."""
    known = source.item.author if source else ()
    names = [text for name in known if (text := name.family or name.literal)]
    if len(names) > 2:
        return _text("others", first=names[0])
    return listed(names, "and") if names else _text("authors")
