"""Everything that is printed of a site: which files there are, and what each is."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct, field

from commonground.languages.message import Message, texts_of
from commonground.model.address import page_path
from commonground.model.article import Article
from commonground.model.corpus import Corpus
from commonground.paper.cards import card, cards
from commonground.paper.listing import listing
from commonground.paper.page import PAPERS, Data, PrintedPage
from commonground.paper.press import Press, TooLong
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


def print_site(corpus: Corpus, site: str, press: Press) -> Printed:
    """
    Print all of a site.

    Args: site: Its address, ending in a slash.
    Raises: DoesNotFit: A page is too long. typst.TypstError: A template is broken.
    """
    made = Printed()
    for language in corpus.languages:
        pages = [PrintedPage(a, corpus, site) for a in corpus.articles if a.language == language]
        sheets = [(page, part) for page in pages if (part := sheet(page) or listing(page))]
        for page, part in sheets:
            name = f"{page.path}{page.article.key.rpartition('/')[2]}"
            documents = {paper: page.document(paper, part) for paper in PAPERS}
            made.sheets[language, page.article.key] = tuple(_pdfs(made, press, page, name, documents))
        made.packs[language] = tuple(_packs(made, press, sheets, corpus))
        _pictures(made, press, pages, corpus, language)
    press.tidy()
    return made


def _pdfs(
    made: Printed, press: Press, page: PrintedPage, name: str, documents: Mapping[str, Data]
) -> Iterator[PrintedFile]:
    """Print one document on each size of paper."""
    for paper, data in documents.items():
        path = f"{name}-{paper}.pdf"
        try:
            made.files[path] = press.pdf(data)
        except TooLong as error:
            raise DoesNotFit(_too_long(page.article, page.say(f"paper.{paper}"), error.over, data)) from None
        yield PrintedFile(path, paper, len(made.files[path]))


def _too_long(article: Article, paper: str, over: int, data: Data) -> Message:
    texts = sorted(_texts(data["parts"]), key=len, reverse=True)
    longest = texts[0][:60] if texts else ""
    return _text("too-long", path=article.path, paper=paper, over=over, longest=longest, n=len(texts[0]))


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
    made: Printed, press: Press, sheets: Sequence[tuple[PrintedPage, Data]], corpus: Corpus
) -> Iterator[Pack]:
    """Print the sheets of each theme with their cards, and all cards of the language."""
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
            documents = {paper: page.document(paper, *parts, title=title) for paper in PAPERS}
            files = tuple(_pdfs(made, press, page, f"{folder}{theme or 'cards'}", documents))
            yield Pack(theme, len(pages), files)


def _pictures(
    made: Printed, press: Press, pages: Iterable[PrintedPage], corpus: Corpus, language: str
) -> None:
    locale = corpus.locale(language)
    shown: list[tuple[str | None, str, Share]] = [
        (page.article.key, f"{page.path}share.png", found) for page in pages if (found := share(page))
    ]
    shown.append((None, f"{page_path(language, '', corpus.default_language)}share.png", site_share(locale)))
    for key, path, picture in shown:
        made.files[path] = press.picture(picture.data(locale, corpus.settings.colours.get("light", {})))
        made.shares[language, key] = path, picture
