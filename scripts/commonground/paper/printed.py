"""Everything that is printed of a site: which files there are, and what each is."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import ClassVar

from msgspec import Struct, field

from commonground.languages.message import Message, texts_of
from commonground.model.address import page_path
from commonground.model.corpus import Corpus
from commonground.paper.cards import card, cards
from commonground.paper.listing import listing
from commonground.paper.page import PAPERS, Data, PrintedPage
from commonground.paper.press import Kind, Press, TooLong
from commonground.paper.share import Share, share, site_share
from commonground.paper.sheet import sheet

_text = texts_of(__name__)


class DoesNotFit(Exception):
    """A page is too long for paper; ``message`` says which and what to shorten."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message


class PrintedFile(Struct, frozen=True):
    """A PDF: its path below the site's root, its size of paper, and its size in bytes."""

    path: str
    paper: str
    size: int


class Pack(Struct, frozen=True):
    """Sheets and cards of one theme in one file a size of paper; ``theme`` is "" for all cards alone."""

    theme: str
    pages: int
    files: tuple[PrintedFile, ...]


class Printed(Struct):
    """
    What was printed.

    Attributes:
        files: Content by path below the site's root.
        sheets: The sheets of each page, by language and key.
        packs: The packs for workshops, by language.
        shares: The path of each page's picture and what it shows; that of the language's other pages under the key None.
    """

    files: dict[str, bytes] = field(default_factory=dict)
    sheets: dict[tuple[str, str], tuple[PrintedFile, ...]] = field(default_factory=dict)
    packs: dict[str, tuple[Pack, ...]] = field(default_factory=dict)
    shares: dict[tuple[str, str | None], tuple[str, Share]] = field(default_factory=dict)

    def share(self, language: str, key: str) -> tuple[str, Share] | None:
        """Return a page's picture, else the one of its language."""
        return self.shares.get((language, key)) or self.shares.get((language, None))


class _Document(Struct, frozen=True):
    """A PDF to be printed: its path, its paper, what it says, and the page that is named where that is too long."""

    path: str
    paper: str
    data: Data
    page: PrintedPage
    kind: ClassVar[Kind] = "pdf"


class _Picture(Struct, frozen=True):
    """A picture to be printed: its path, what it shows, the page whose it is (None: any other), and the data of the template."""

    path: str
    share: Share
    key: str | None
    data: Data
    kind: ClassVar[Kind] = "png"


class _Language(Struct, frozen=True):
    """What is to be printed in one language: documents by page, packs with theme and number of pages, pictures."""

    sheets: Mapping[str, list[_Document]]
    packs: Sequence[tuple[str, int, list[_Document]]]
    pictures: Sequence[_Picture]

    def parts(self) -> Iterator[_Document | _Picture]:
        for documents in (*self.sheets.values(), *(documents for _, _, documents in self.packs)):
            yield from documents
        yield from self.pictures


def print_site(corpus: Corpus, site: str, press: Press) -> Printed:
    """
    Print all of a site, at once: so both cores print.

    Args: site: Its address, ending in a slash.
    Raises: DoesNotFit: A page is too long. typst.TypstError: A template is broken.
    """
    wanted = {language: _wanted(corpus, site, language) for language in corpus.languages}
    all_: list[_Document | _Picture] = [part for one in wanted.values() for part in one.parts()]
    contents = press.printed([(one.kind, one.data) for one in all_])
    press.tidy()
    made = Printed()
    for one, content in zip(all_, contents, strict=True):
        if isinstance(content, TooLong):
            raise DoesNotFit(_too_long(one, content.over)) if isinstance(one, _Document) else content
        made.files[one.path] = content
    for language, asked in wanted.items():
        for key, sheet_ in asked.sheets.items():
            made.sheets[language, key] = _files(made, sheet_)
        made.packs[language] = tuple(Pack(theme, n, _files(made, pack)) for theme, n, pack in asked.packs)
        made.shares |= {(language, one.key): (one.path, one.share) for one in asked.pictures}
    return made


def _wanted(corpus: Corpus, site: str, language: str) -> _Language:
    pages = [PrintedPage(a, corpus, site) for a in corpus.articles if a.language == language]
    sheets = [(page, part) for page in pages if (part := sheet(page) or listing(page))]
    return _Language(
        {
            page.article.key: _on_papers(page, f"{page.path}{page.article.key.rpartition('/')[2]}", part)
            for page, part in sheets
        },
        [*_packs(sheets, corpus)],
        [*_pictures(pages, corpus, language)],
    )


def _on_papers(page: PrintedPage, name: str, *parts: Data, title: str = "") -> list[_Document]:
    """Return one document on each size of paper."""
    return [
        _Document(f"{name}-{paper}.pdf", paper, page.document(paper, *parts, title=title), page)
        for paper in PAPERS
    ]


def _files(made: Printed, documents: Iterable[_Document]) -> tuple[PrintedFile, ...]:
    return tuple(PrintedFile(one.path, one.paper, len(made.files[one.path])) for one in documents)


def _too_long(document: _Document, over: int) -> Message:
    page = document.page
    texts = sorted(_texts(document.data["parts"]), key=len, reverse=True)
    longest = texts[0][:60] if texts else ""
    return _text(
        "too-long",
        path=page.article.path,
        paper=page.say(f"paper.{document.paper}"),
        over=over,
        longest=longest,
        n=len(texts[0]),
    )


def _texts(value: object) -> Iterator[str]:
    """Yield the texts of plain values that are somebody's words: a drawing is none."""
    if isinstance(value, str) and not value.startswith("<"):
        yield value
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _texts(part)


def _packs(
    sheets: Sequence[tuple[PrintedPage, Data]], corpus: Corpus
) -> Iterator[tuple[str, int, list[_Document]]]:
    """Yield the sheets of each theme with their cards, and all cards of the language."""
    for theme in ("", *corpus.settings.themes):
        chosen = [(p, part) for p, part in sheets if not theme or theme in p.article.front.themes]
        pages = [page for page, _ in chosen]
        parts = [part for _, part in chosen] if theme else []
        if set_ := cards(pages):
            parts.append(set_)
        if len(pages) > 1 and parts:
            page = max(pages, key=lambda one: len(str((card(one) or {}).get("text", ""))))
            title = f"{page.say('site.name')} · {page.say(f'themes.{theme}' if theme else 'paper.card_set')}"
            folder = page_path(page.article.language, "packs", page.corpus.default_language)
            yield theme, len(pages), _on_papers(page, f"{folder}{theme or 'cards'}", *parts, title=title)


def _pictures(pages: Iterable[PrintedPage], corpus: Corpus, language: str) -> Iterator[_Picture]:
    locale = corpus.locale(language)
    shown: list[tuple[str | None, str, Share]] = [
        (page.article.key, f"{page.path}share.png", found) for page in pages if (found := share(page))
    ]
    shown.append((None, f"{page_path(language, '', corpus.default_language)}share.png", site_share(locale)))
    for key, path, picture in shown:
        data = picture.data(locale, corpus.settings.colours.get("light", {}))
        yield _Picture(path, picture, key, data)
