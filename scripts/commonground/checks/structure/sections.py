"""An article has the sections and blocks of its type, in order."""

from collections.abc import Iterator

from commonground.checks.making import maker
from commonground.languages import Language
from commonground.languages.message import Message, listed, texts_of
from commonground.model.article import Article
from commonground.model.article_type import ArticleType
from commonground.model.corpus import Corpus
from commonground.model.position import FILE_START, Span
from commonground.model.problem import Level, Problem

LEVEL = Level.ERROR
MAY_WAIT_IN_DRAFT = True
ECHOES = ("structure/unknown-block",)
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each missing or misplaced section or block."""
    for article in corpus.articles:
        kind = corpus.types.get(article.front.type)
        if kind and kind.sections:
            yield from _sections(article, kind, corpus.locale(article.language))
            yield from _opening(article, kind)
            yield from _section_blocks(article, kind, corpus.locale(article.language))


def _plain(text: str) -> str:
    return text.replace("’", "'").replace("\u00a0", " ").strip()


def _sections(article: Article, kind: ArticleType, locale: Language) -> Iterator[Problem]:
    if not locale.has_part("articles"):
        return
    wanted = [_plain(locale.sections[section]) for section in kind.sections]
    present = [heading for heading in article.headings if heading.level == 2]
    names = [_plain(heading.text) for heading in present]
    missing = [name for name in wanted if name not in names]
    for heading, name in zip(present, names, strict=True):
        if name not in wanted:
            # A section that was renamed is one mistake: the name that it should have is not told as missing too.
            renamed = missing.pop(0) if missing else ""
            known, text = listed(wanted), heading.text
            message = (
                _text("renamed", heading=text, type=kind.name, name=renamed, wanted=known)
                if renamed
                else _text("extra", heading=text, type=kind.name, wanted=known)
            )
            yield _problem(article.path, heading.span, message)
    for name in missing:
        yield _problem(article.path, _end(article), _missing(name, wanted, kind))
    order = [wanted.index(name) for name in names if name in wanted]
    for index in range(1, len(order)):
        if order[index] <= order[index - 1]:
            heading = [h for h, name in zip(present, names, strict=True) if name in wanted][index]
            message = _text("order", heading=heading.text, wanted=listed(wanted))
            yield _problem(article.path, heading.span, message)
            return


def _missing(name: str, wanted: list[str], kind: ArticleType) -> Message:
    at = wanted.index(name)
    if at:
        return _text("missing-after", name=name, after=wanted[at - 1], type=kind.name, wanted=listed(wanted))
    return _text("missing-first", name=name, type=kind.name, wanted=listed(wanted))


def _opening(article: Article, kind: ArticleType) -> Iterator[Problem]:
    found = [block for block in article.blocks if not block.section]
    names = tuple(block.name for block in found)
    if kind.opening and names != kind.opening:
        place = next(
            (block.span for block, wanted in zip(found, kind.opening, strict=False) if block.name != wanted),
            None,
        )
        place = place or (found[-1].span if found else _end(article))
        there = listed(names) if names else _text("no-block")
        message = _text("opening", type=kind.name, wanted=listed(kind.opening), found=there)
        yield _problem(article.path, place, message)


def _section_blocks(article: Article, kind: ArticleType, locale: Language) -> Iterator[Problem]:
    for section, names in kind.section_blocks.items() if locale.has_part("articles") else ():
        title = _plain(locale.sections[section])
        heading = next((h for h in article.headings if _plain(h.text) == title), None)
        present = {block.name for block in article.blocks if _plain(block.section) == title}
        for name in names:
            if heading and name not in present:
                yield _problem(article.path, heading.span, _text("block", section=title, name=name))


def _end(article: Article) -> Span:
    return article.headings[-1].span if article.headings else FILE_START
