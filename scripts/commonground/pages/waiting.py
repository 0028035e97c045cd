"""What waits for somebody: pages to write, to read and to translate, records to use and to read; for everybody to see."""

from collections.abc import Callable, Iterator
from itertools import chain

from msgspec import Struct

from commonground.checks.evidence import changed_since_review, unused_source
from commonground.checks.structure import second_reading
from commonground.languages.catalogue import say
from commonground.languages.message import Message, texts_of, translated
from commonground.model.address import page_path, source_key
from commonground.model.article import Article
from commonground.model.corpus import Corpus
from commonground.model.problem import Problem
from commonground.model.source import SECOND_HAND
from commonground.pages.pieces import heading, joined, link_between, plain
from commonground.sources.names import who

_text = texts_of(__name__)


class Item(Struct, frozen=True):
    """Something that waits: a page or a record by the path of its file, or a question in words; ``note`` says how it stands."""

    path: str = ""
    words: Message | None = None
    note: Message | None = None


class Group(Struct, frozen=True):
    """Things that wait for the same: ``title`` names them, ``todo`` says what to do."""

    id: str
    title: Message
    todo: Message
    items: tuple[Item, ...]


def waiting(corpus: Corpus) -> Iterator[Group]:
    """Yield what waits, group by group, what concerns readers most first; a group without anything is left out."""
    corpus = corpus.published
    groups = (
        Group("overdue", _text("overdue"), _text("overdue-todo"), tuple(_overdue(corpus))),
        Group(
            "changed",
            _text("findings"),
            _text("findings-todo"),
            tuple(_told(changed_since_review.check, corpus)),
        ),
        Group(
            "behind", _text("behind"), _text("behind-todo"), tuple(_translations(corpus, Corpus.is_behind))
        ),
        Group("missing", _text("missing"), _text("missing-todo"), tuple(_missing(corpus))),
        Group("services", _text("services"), _text("services-todo"), tuple(_to_confirm(corpus))),
        Group("wanted", _text("wanted"), _text("wanted-todo"), tuple(_wanted(corpus))),
        Group("second", _text("second"), _text("second-todo"), tuple(_told(second_reading.check, corpus))),
        Group("unread", _text("unread"), _text("unread-todo"), tuple(_translations(corpus, _unread))),
        Group("secondary", _text("secondary"), _text("secondary-todo"), tuple(_secondary(corpus))),
        Group("unused", _text("unused"), _text("unused-todo"), tuple(_told(unused_source.check, corpus))),
        Group("kept", _text("kept"), _text("kept-todo"), tuple(_kept_unused(corpus))),
    )
    return (group for group in groups if group.items)


def _overdue(corpus: Corpus) -> Iterator[Item]:
    for article in corpus.articles:
        day = article.front.review_by
        if day and day < corpus.today:
            yield Item(article.path, note=_text("since", day=str(day)))


def _told(check: Callable[[Corpus], Iterator[Problem]], corpus: Corpus) -> Iterator[Item]:
    """Yield, once, each file of which a check has something to say."""
    return (Item(path) for path in dict.fromkeys(problem.path for problem in check(corpus)))


def _translations(corpus: Corpus, waits: Callable[[Corpus, Article], bool]) -> Iterator[Item]:
    return (Item(one.path) for one in corpus.articles if corpus.original_of(one) and waits(corpus, one))


def _unread(corpus: Corpus, article: Article) -> bool:
    return not corpus.is_behind(article) and not corpus.is_edited(article)


def _missing(corpus: Corpus) -> Iterator[Item]:
    for article in corpus.articles:
        for language in corpus.languages if corpus.original_of(article) is None else ():
            if corpus.article(language, article.key) is None:
                yield Item(article.path, note=_text("into", language=language))


def _to_confirm(corpus: Corpus) -> Iterator[Item]:
    named = [
        *((one.name, one) for one in corpus.reference.services),
        *((one.title, one) for one in corpus.reference.provisions),
    ]
    for name, entry in named:
        if entry.confirm:
            why = _text("words", text=translated(entry.confirm_why)) if entry.confirm_why else None
            yield Item(words=_text("words", text=translated(name)), note=why)


def _wanted(corpus: Corpus) -> Iterator[Item]:
    for entry in corpus.reference.wanted:
        yield Item(words=_text("question", question=translated(entry.question), why=translated(entry.why)))


def _secondary(corpus: Corpus) -> Iterator[Item]:
    return (Item(one.path) for one in corpus.sources.values() if one.checked.how == SECOND_HAND)


def _kept_unused(corpus: Corpus) -> Iterator[Item]:
    for source in corpus.sources.values():
        if source.unused:
            yield Item(source.path, note=_text("words", text=translated(source.unused)))


def waiting_page(corpus: Corpus, language: str) -> str:
    """Return what waits, each page and record with a link."""
    here = corpus.page_of("waiting", language)
    shown = _Shown(corpus, language, page_path(language, here.key if here else "", corpus.default_language))
    return joined(chain.from_iterable(shown.blocks(group) for group in waiting(corpus)))


class _Shown:
    """Writes for one page, whose path is ``here``."""

    def __init__(self, corpus: Corpus, language: str, here: str) -> None:
        self._corpus = corpus
        self._language = language
        self._here = here
        self._articles = {article.path: article for article in corpus.articles}
        self._sources = {source.path: source for source in corpus.sources.values()}

    def blocks(self, group: Group) -> Iterator[str]:
        yield heading(2, self._say(group.title), group.id)
        yield self._say(group.todo)
        yield "\n".join(f"- {self._item(item)}" for item in group.items)

    def _item(self, item: Item) -> str:
        name = self._say(item.words) if item.words else self._named(item.path)
        return f"{name} ({self._say(item.note)})" if item.note else name

    def _named(self, path: str) -> str:
        if article := self._articles.get(path):
            name = plain(article.front.title)
            if article.language == self._language:
                return self._link(name, article.key)
            return f"*{name}*{{.in-{article.language}}}"  # links stay within a language
        if source := self._sources.get(path):
            return self._link(plain(who(source, self._corpus.locale(self._language))), source_key(source.id))
        return f"`{path}`"

    def _link(self, name: str, key: str) -> str:
        page = page_path(self._language, key, self._corpus.default_language)
        return link_between(name, page, self._here)

    def _say(self, message: Message) -> str:
        return say(message, self._language)
