"""What the site learns in public: what changed, what second readings found, what waits, what nobody can answer yet."""

from collections import Counter
from collections.abc import Iterator
from itertools import chain

from commonground.languages import Language
from commonground.languages.catalogue import say
from commonground.model.address import page_path
from commonground.model.article import Article
from commonground.model.corpus import Corpus
from commonground.model.reading import KINDS, Reading
from commonground.pages.audit import last_audit
from commonground.pages.news import KINDS as NEWS
from commonground.pages.news import news
from commonground.pages.pieces import heading, joined, link_between, plain, table, whole
from commonground.pages.waiting import waiting
from commonground.text.folding import is_question

_DAYS = 7
"""How many days of changes are told one by one; the feeds have them all."""


def adapting_page(corpus: Corpus, language: str) -> str:
    """Return what data tell of how the site changes."""
    corpus = corpus.published
    locale = corpus.locale(language)
    page = corpus.page_of("adapting", language)
    links = _Links(corpus, language, page.key if page else "")
    parts = (
        _changes(corpus, locale, links),
        _readings(corpus, locale),
        last_audit(corpus, locale),
        _waits(corpus, locale, links),
        _unanswered(corpus, locale, links),
    )
    return joined(chain.from_iterable(parts))


class _Links:
    """Writes links of one page to others of its language."""

    def __init__(self, corpus: Corpus, language: str, key: str) -> None:
        self._corpus = corpus
        self._language = language
        self._here = self._path(key)

    def _path(self, key: str) -> str:
        return page_path(self._language, key, self._corpus.default_language)

    def to(self, page: Article | None, text: str, anchor: str = "") -> str:
        """Return a link, or the text alone where the language has no such page."""
        if page is None:
            return text
        return link_between(text, self._path(page.key), self._here, anchor)


def _own(corpus: Corpus, language: str) -> Iterator[Article]:
    return (article for article in corpus.articles if article.language == language)


def _changes(corpus: Corpus, locale: Language, links: _Links) -> Iterator[str]:
    counts = Counter((one.updated, one.kind) for one in news(corpus, locale.code))
    days = sorted({day for day, _ in counts}, reverse=True)[:_DAYS]
    if not days:
        return
    yield heading(2, locale.say("adapting.changes"), "changes")
    names = (locale.say(f"adapting.{kind}") for kind in NEWS)
    rows = ((locale.day(day), *(whole(counts[day, kind], locale) for kind in NEWS)) for day in days)
    yield table((locale.say("adapting.day"), *names), rows)
    corrections = corpus.part(locale.code, "corrections")
    if corrections:
        yield links.to(corrections, locale.say("adapting.corrections"))


def _readings(corpus: Corpus, locale: Language) -> Iterator[str]:
    found = [one for article in _own(corpus, locale.code) for one in corpus.readings_of(article)]
    if not found:
        return
    yield heading(2, locale.say("adapting.readings"), "readings")
    yield locale.say("adapting.readings_about")
    columns = ("kind", "read", "by_person", "found", "mended")
    yield table(
        (locale.say(f"adapting.{column}") for column in columns),
        (
            (locale.say(f"readings.kinds.{kind}"), *_sums([one for one in found if one.kind == kind], locale))
            for kind in KINDS
        ),
    )


def _sums(readings: list[Reading], locale: Language) -> Iterator[str]:
    by_person = sum(one.by == "person" for one in readings)
    found, mended = sum(one.found for one in readings), sum(one.mended for one in readings)
    return (whole(number, locale) for number in (len(readings), by_person, found, mended))


def _waits(corpus: Corpus, locale: Language, links: _Links) -> Iterator[str]:
    page = corpus.page_of("waiting", locale.code)
    groups = [
        f"- {links.to(page, say(group.title, locale.code), group.id)}{locale.typography.colon} {whole(len(group.items), locale)}"
        for group in waiting(corpus)
    ]
    if groups:
        yield heading(2, locale.say("adapting.waits"), "waits")
        yield "\n".join(groups)


def _unanswered(corpus: Corpus, locale: Language, links: _Links) -> Iterator[str]:
    """Yield the questions of the page that holds them: its headings that ask."""
    page = corpus.part(locale.code, "unanswered")
    asked = [one for one in page.headings if is_question(one.text)] if page else []
    if asked:
        yield heading(2, locale.say("adapting.unanswered"), "unanswered")
        yield "\n".join(f"- {links.to(page, plain(one.text), one.anchor)}" for one in asked)
