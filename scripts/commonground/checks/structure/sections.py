"""
An article has the sections and blocks of its type, in order.

Why: Readers learn where to find the answer, the evidence and what is not known; every article says what is not known.

Fix: Add the section or block named in the message, or move it to its place.
"""

from collections.abc import Iterator

from commonground.checks.making import maker
from commonground.languages import Language
from commonground.model.article import Article
from commonground.model.corpus import Corpus
from commonground.model.position import FILE_START, Span
from commonground.model.problem import Level, Problem
from commonground.model.settings import ArticleType

LEVEL = Level.ERROR
MAY_WAIT_IN_DRAFT = True
ECHOES = ("structure/unknown-block",)
_problem = maker(__name__, LEVEL)


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
    wanted = [_plain(locale.sections[section]) for section in kind.sections]
    present = [heading for heading in article.headings if heading.level == 2]
    names = [_plain(heading.text) for heading in present]
    missing = [name for name in wanted if name not in names]
    for heading, name in zip(present, names, strict=True):
        if name not in wanted:
            # A section that was renamed is one mistake: the name that it should have is not told as missing too.
            renamed = missing.pop(0) if missing else ""
            advice = f'Call it "{renamed}", or make' if renamed else "Make"
            yield _problem(
                article.path,
                heading.span,
                f'"{heading.text}" is no section of type {kind.name}. {advice} it a ### heading inside one of: {", ".join(wanted)}.',
            )
    for name in missing:
        after = next((wanted[at - 1] for at in [wanted.index(name)] if at), "")
        place = f'Write it after "{after}"' if after else "Write it first"
        yield _problem(
            article.path,
            _end(article),
            f'the section "{name}" is missing. {place}. A page of type {kind.name} needs: {", ".join(wanted)}.',
        )
    order = [wanted.index(name) for name in names if name in wanted]
    for index in range(1, len(order)):
        if order[index] <= order[index - 1]:
            heading = [h for h, name in zip(present, names, strict=True) if name in wanted][index]
            yield _problem(
                article.path,
                heading.span,
                f'"{heading.text}" stands out of order, or twice. The order is: {", ".join(wanted)}.',
            )
            return


def _opening(article: Article, kind: ArticleType) -> Iterator[Problem]:
    found = [block for block in article.blocks if not block.section]
    names = tuple(block.name for block in found)
    if kind.opening and names != kind.opening:
        place = next(
            (block.span for block, wanted in zip(found, kind.opening, strict=False) if block.name != wanted),
            None,
        )
        place = place or (found[-1].span if found else _end(article))
        has = ", ".join(names) or "none"
        yield _problem(
            article.path,
            place,
            f"before its first section a page of type {kind.name} has the blocks {', '.join(kind.opening)}, in this order; here: {has}.",
        )


def _section_blocks(article: Article, kind: ArticleType, locale: Language) -> Iterator[Problem]:
    for section, names in kind.section_blocks.items():
        title = _plain(locale.sections[section])
        heading = next((h for h in article.headings if _plain(h.text) == title), None)
        present = {block.name for block in article.blocks if _plain(block.section) == title}
        for name in names:
            if heading and name not in present:
                yield _problem(
                    article.path,
                    heading.span,
                    f'the section "{title}" needs a block `/// {name}`. Add one below the heading, closed by a line `///`.',
                )


def _end(article: Article) -> Span:
    return article.headings[-1].span if article.headings else FILE_START
