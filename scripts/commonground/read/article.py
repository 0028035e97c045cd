"""One Markdown file to one article."""

import hashlib
import re
import unicodedata
from collections.abc import Collection, Iterator
from typing import Protocol

from msgspec.structs import replace

from commonground.languages import Language
from commonground.languages.message import texts_of
from commonground.model.article import Article, Block, Heading
from commonground.model.excerpt import excerpt
from commonground.model.passage import CITATION_CHARACTER, Kind, Passage
from commonground.model.position import Path
from commonground.model.problem import Level, Problem
from commonground.read.decoding import decode
from commonground.read.events import MAX_DEPTH, Body
from commonground.read.fields import plain_passage
from commonground.read.front_matter import EMPTY, read_front_matter, split
from commonground.read.prose import read_body
from commonground.read.yaml_file import Node

_text = texts_of(__name__)


class Sieve(Protocol):
    """What is looked for, so that only files and passages that may hold some of it are read."""

    def stretches(self, text: str) -> Collection[int] | None:
        """Tell which stretches may hold some, as ``excerpt`` counts them; None: the text must be read whole."""

    def holds(self, text: str) -> bool:
        """Tell whether a passage's text may."""


_UNCOUNTED = (Kind.IMAGE_TEXT, Kind.LINK_TITLE, Kind.CODE)
_WORD = re.compile(r"\w[\w’'-]*")


def digest(title: str, description: str, body: str) -> str:
    """Return the SHA-256 that a translation keeps of its original."""
    lines = [line.rstrip() for line in "\n".join((title, description, body)).split("\n")]
    text = unicodedata.normalize("NFC", "\n".join(lines).strip())
    return hashlib.sha256(text.encode()).hexdigest()


def read_article(
    path: str,
    language: str,
    key: str,
    data: bytes,
    locale: Language,
    sieve: Sieve | None = None,
    *,
    reads_code: bool = False,
) -> tuple[Article | None, list[Problem]]:
    """
    Read one file; a file that cannot be read at all gives None and the reason.

    Args: sieve: What is looked for: then the file is searched alone, see ``search_article``.
        reads_code: Words and figures in code count like others: it is no page that teaches commands and files.
    """
    if sieve is not None:
        return search_article(path, language, key, data, locale, sieve, reads_code=reads_code)
    text, problems = decode(path, data)
    if text is None:
        return None, problems
    parts = split(text)
    body_text, line = parts.body, parts.line
    front, node, found = read_front_matter(path, parts)
    body = read_body(
        body_text, path=path, language=language, locale=locale, first_line=line, reads_code=reads_code
    )
    problems += [*found, *_too_deep(path, body)]
    article = Article(
        path=path,
        language=language,
        key=key,
        front=front,
        body=body_text,
        body_line=line,
        passages=(*_front_passages(node, language, locale, with_figures=True), *body.passages),
        headings=_headings(body),
        blocks=_with_sections(body),
        links=tuple(body.links),
        html=tuple(body.html),
        overrides=tuple(body.overrides),
        words=_count(body),
        digest=digest(front.title, front.description, body_text),
    )
    return article, problems


def _too_deep(path: str, body: Body) -> Iterator[Problem]:
    if body.too_deep:
        message = _text("too-deep", most=MAX_DEPTH)
        yield Problem(path, body.too_deep, "input/too-large", Level.ERROR, message)


def search_article(
    path: str,
    language: str,
    key: str,
    data: bytes,
    locale: Language,
    sieve: Sieve,
    *,
    reads_code: bool = False,
) -> tuple[Article | None, list[Problem]]:
    """
    Read of one file only what may hold what the sieve looks for: for a run over many files.

    The article has those passages and the overrides around them, and its body; its front matter where something may
    stand there; nothing else. A file that cannot be read at all gives None and the reason.
    """
    text, problems = decode(path, data)
    if text is None:
        return None, problems
    parts = split(text)
    body_text, line = parts.body, parts.line
    # In YAML, two quotes stand for one.
    in_front = parts.yaml is not None and sieve.stretches(parts.yaml.replace("''", "'")) != set()
    wanted = sieve.stretches(body_text)
    page = unread(path, language, key)
    if not in_front and wanted == set():
        return page, problems
    front, node, faults = read_front_matter(path, parts) if in_front else (page.front, None, [])
    body = read_body(
        body_text if wanted is None else excerpt(body_text, wanted),
        path=path,
        language=language,
        locale=locale,
        first_line=line,
        keep=sieve.holds,
        reads_code=reads_code,
    )
    found = replace(
        page,
        front=front,
        body=body_text,
        body_line=line,
        passages=(*_front_passages(node, language, locale, with_figures=False), *body.passages),
        overrides=tuple(body.overrides),
    )
    return found, problems + faults


def unread(path: str, language: str, key: str) -> Article:
    """Return a page that is known to be there, and no more."""
    return Article(path, language, key, EMPTY, "", 1, (), (), (), (), (), (), 0, "")


_SHOWN = {
    "title": Kind.TITLE,
    "description": Kind.DESCRIPTION,
    "claim": Kind.CLAIM,
    "asked_as": Kind.CLAIM,
    "credits": Kind.CREDITS,
}
"""What a page shows of its front matter."""


def _front_passages(
    node: Node | None, language: str, locale: Language, *, with_figures: bool
) -> Iterator[Passage]:
    if node is None:
        return
    for key, kind in _SHOWN.items():
        value = node.at((key,))
        paths: list[Path] = [(key, at) for at in range(len(value))] if isinstance(value, list) else [(key,)]
        for path in paths:
            if isinstance(text := node.at(path), str) and text.strip():
                yield plain_passage(
                    node,
                    path,
                    language=language,
                    locale=locale,
                    kind=kind,
                    label=key,
                    is_quoted=kind is Kind.CLAIM,  # what others say
                    with_figures=with_figures,
                )


def _headings(body: Body) -> tuple[Heading, ...]:
    return tuple(
        Heading(level, text, id or body.anchors.of_heading(text), span)
        for level, text, id, span in body.headings
    )


def _with_sections(body: Body) -> tuple[Block, ...]:
    starts = [(span.line, text) for level, text, _, span in body.headings if level <= 2]
    result = []
    for block in body.blocks:
        above = [text for line, text in starts if line < block.span.line]
        result.append(replace(block, section=above[-1] if above else ""))
    return tuple(result)


def _count(body: Body) -> int:
    """Return the number of words that a reader sees."""
    seen = (p.text for p in body.passages if p.kind not in _UNCOUNTED)
    return sum(len(_WORD.findall(text.replace(CITATION_CHARACTER, " "))) for text in seen)
