"""
Two programs read our Markdown: the checks' parser, which keeps places, and the renderer, which makes the page.

Where they see different things, a check would pass what no reader gets, and a reader would get what no check has seen.
"""

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from functools import lru_cache, partial
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from commonground.markdown.outline import RenderedPage
from commonground.model.article import Article
from commonground.model.corpus import Corpus
from commonground.model.memory import Asked, Read
from commonground.model.position import Span
from commonground.model.reference import Reference
from commonground.read.outline import BLOCK, INLINE, Token, outline
from commonground.read.text import Lines, span_of

_MOST_BLOCKS = 1_000
"""With more blocks between the first difference and the last, finding what is alike in between would take too long."""

_ORDERED = f"{BLOCK}<ol "
_Block = Sequence[Token]
_OPENING = tuple(f"{BLOCK}<{name}" for name in ("ul", "ol", "blockquote", "table"))
_CLOSING = tuple(f"{BLOCK}</{name}" for name in ("ul", "ol", "blockquote", "table"))


class Difference(Struct, frozen=True):
    """
    A stretch of blocks that the two do not see alike.

    ``span`` is the place of the first difference; the stretch reaches from ``first_line`` to ``last_line``. ``ours`` and
    ``theirs`` are what the checks' parser and the renderer see from the difference on, in the form of ``read/outline.py``.
    """

    span: Span
    first_line: int
    last_line: int
    ours: tuple[str, ...]
    theirs: tuple[str, ...]


class Comparison(Struct, frozen=True):
    """
    What came of holding both readings of an article against each other.

    ``differences`` are in reading order; ``anchors`` are the ids of the headings on the page; ``numbered`` the lists that
    begin with another number than 1 and do not go on with the list before: where, and with which.
    """

    differences: tuple[Difference, ...]
    anchors: tuple[str, ...]
    numbered: tuple[tuple[Span, int], ...]


@lru_cache(maxsize=1)
def comparisons(corpus: Corpus) -> Mapping[str, Comparison]:
    """Return what came of comparing each article, by path; one that is only known to be there is left out."""
    bare = replace(corpus, articles=(), sources={}, searches={}, reference=Reference())
    articles = [article for article in corpus.articles if article.passages]
    asked = [
        Asked(Comparison, partial(_compare, one, bare), (one.language, one.body_line, one.body))
        for one in articles
    ]
    found = corpus.memory.recall(asked)
    return {article.path: compared for article, (compared, _) in zip(articles, found, strict=True)}


def _compare(article: Article, corpus: Corpus) -> Read[Comparison]:
    """
    Render an article as the site does, and hold what both see against each other.

    Args: corpus: Without records: what a citation leads to is no part of what the two see.
    """
    # Heavy to load, and of no use where nothing is rendered.
    from markdown import Markdown

    from commonground.markdown.bundle import CommonGroundExtension

    extension = CommonGroundExtension(
        corpus=corpus, lang=article.language, references={}, charts="", append_sources=False
    )
    html = Markdown(extensions=[extension]).convert(article.body)
    page = RenderedPage(html, extension.page.marks)
    ours, theirs = outline(article.body), page.tokens
    lines = Lines(article.body, article.body_line)
    numbered = tuple(_numbered(ours, lines))
    if [token.text for token in ours] == [token.text for token in theirs]:
        return Comparison((), tuple(page.anchors), numbered), ()
    ours = outline(article.body, by_words=True)
    theirs = RenderedPage(html, extension.page.marks, by_words=True).tokens
    return Comparison(tuple(_differences(ours, theirs, lines)), tuple(page.anchors), numbered), ()


def _numbered(tokens: Sequence[Token], lines: Lines) -> Iterator[tuple[Span, int]]:
    """Yield the lists whose first number is unexpected; the items of each that is open, at any depth, are counted."""
    opened: list[int] = []
    last: dict[int, int] = {}
    for text, start, end in tokens:
        if text.startswith(_ORDERED):
            number = int(text.removeprefix(_ORDERED).rstrip(">"))
            if number not in (1, last.get(len(opened), 0) + 1):
                yield span_of(lines, start, end), number
            opened.append(number)
        elif text == f"{BLOCK}<ul>":
            opened.append(0)
        elif text == f"{BLOCK}<li>" and opened:
            opened[-1] += 1
        elif text in (f"{BLOCK}</ol>", f"{BLOCK}</ul>") and opened:
            end = opened.pop() - 1
            last[len(opened)] = end


def _differences(ours: Sequence[Token], theirs: Sequence[Token], lines: Lines) -> Iterator[Difference]:
    blocks, their_blocks = _split(ours), _split(theirs)
    last = max((token.end for token in ours), default=0)
    for mine, other, after in _unlike(blocks, their_blocks):
        pairs = enumerate(zip(mine, other, strict=False))
        at = next((n for n, (a, b) in pairs if a.text != b.text), min(len(mine), len(other)))
        end = blocks[after][0].start if after < len(blocks) else last
        first = mine[min(at, len(mine) - 1)] if mine else Token("", end, end)
        yield Difference(
            span_of(lines, first.start, first.end),
            lines.place(mine[0].start if mine else first.start)[0],
            lines.place(max(first.start, end - 1))[0],
            tuple(token.text for token in mine[at:]),
            tuple(token.text for token in other[at:]),
        )


def _split(tokens: Sequence[Token]) -> list[_Block]:
    """Return the outermost blocks."""
    starts, depth = [], 0
    for index, (text, _, _) in enumerate(tokens):
        if depth == 0 and text.startswith(BLOCK):
            starts.append(index)
        depth += text.startswith(_OPENING)
        depth = max(0, depth - text.startswith(_CLOSING))
    return [tokens[start:end] for start, end in pairwise([*starts, len(tokens)])]


def _unlike(a: Sequence[_Block], b: Sequence[_Block]) -> Iterator[tuple[_Block, _Block, int]]:
    """Yield stretches that differ, each with the number of our block after it."""
    for i1, i2, j1, j2 in _ranges(a, b):
        for m1, m2, n1, n2 in _parts(a[i1:i2], b[j1:j2]):
            mine = [token for block in a[i1 + m1 : i1 + m2] for token in block]
            other = [token for block in b[j1 + n1 : j1 + n2] for token in block]
            if [token.text for token in mine] != [token.text for token in other]:
                yield mine, other, i1 + m2


def _ranges(a: Sequence[_Block], b: Sequence[_Block]) -> Iterator[tuple[int, int, int, int]]:
    """Yield the ranges of blocks between those that are alike; what is alike at both ends is set aside first."""
    x, y = ([tuple(token.text for token in block) for block in blocks] for blocks in (a, b))
    most = min(len(x), len(y))
    head = next((n for n in range(most) if x[n] != y[n]), most)
    tail = next((n for n in range(most - head) if x[-1 - n] != y[-1 - n]), most - head)
    i2, j2 = len(x) - tail, len(y) - tail
    if max(i2, j2) - head > _MOST_BLOCKS:
        yield head, i2, head, j2
        return
    matcher = SequenceMatcher(None, x[head:i2], y[head:j2], autojunk=False)
    for kind, m1, m2, n1, n2 in matcher.get_opcodes():
        if kind != "equal":
            yield head + m1, head + m2, head + n1, head + n2


def _parts(a: Sequence[_Block], b: Sequence[_Block]) -> Iterator[tuple[int, int, int, int]]:
    """Part a range where both have said the same letters and begin another block: there, another mistake may follow."""
    mine, other = _letters(a), _letters(b)
    last = 0, 0
    for letters, m in mine.items():
        if letters in other:
            yield last[0], m, last[1], other[letters]
            last = m, other[letters]
    yield last[0], len(a), last[1], len(b)


def _letters(blocks: Sequence[_Block]) -> dict[int, int]:
    """Return how many blocks there are up to each number of letters."""
    found, letters = {}, 0
    for number, block in enumerate(blocks, start=1):
        letters += sum(
            map(str.isalpha, "".join(text for text, _, _ in block if text[:1] not in (BLOCK, INLINE)))
        )
        found[letters] = number
    return found
