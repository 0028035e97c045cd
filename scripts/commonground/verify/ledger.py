"""What checks have read: the ledger against which every number of a built site is held."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from fractions import Fraction
from functools import cached_property

from msgspec import Struct, field
from msgspec.structs import asdict

from commonground.checks import registry
from commonground.languages import FIRST, Language
from commonground.languages.catalogue import say
from commonground.model import marks
from commonground.model.address import page_file, provision_key
from commonground.model.article import Article
from commonground.model.chart import counted
from commonground.model.corpus import Corpus
from commonground.model.csl import as_csl
from commonground.model.passage import Kind, Passage
from commonground.model.reference import LawCard
from commonground.model.source import Finding, Source
from commonground.model.url import host_of
from commonground.pages.accuracy import accuracy
from commonground.pages.adapting import adapting_page
from commonground.pages.audit import last_audit
from commonground.pages.checks import language_rules_line
from commonground.pages.generated import generated_part
from commonground.pages.guide import with_citations
from commonground.pages.law import PAGES
from commonground.pages.pieces import bare, has_layout, partial_day
from commonground.pages.provision import own_texts
from commonground.pages.skeleton import review_by
from commonground.read.figures import find_figures, knows_numbers
from commonground.sources.names import who
from commonground.sources.official import reference_item
from commonground.verify.readings import Readings, digest
from commonground.verify.tokens import digits, numerals, tokens

_SHARED = (Kind.TITLE, Kind.DESCRIPTION)
"""Of an article, what stands on other pages too."""

_PLAIN = re.compile(r"\.plain(?:_[a-z]{2})?$|^headline$")
_PLACEHOLDER = re.compile(r"\{\w*\}|\|")
_DECIMAL = re.compile(r"\d+(?:\.\d+)?")


class Ledger(Struct, dict=True):
    """
    Every text that a check has read, and every number that a record holds.

    Attributes:
        shared: Texts that may stand anywhere: records, data, word rules, titles, what the site itself says.
        own: Texts that may stand on one page alone, by the page's path.
        references: The numbers of each source's reference, by its id.
        titles: The ids of the sources that bear a title, by the title's tokens.
        values: The numbers of each finding, by ``source#finding``.
        written: Its figures and their plain renderings as the record has them.
        citations: What each article cites, in order, by the page's path.
        more_citations: What the generated part of a page may cite besides, by the page's path.
        marks: The signs for thousands and decimals by language.
    """

    shared: Readings = field(default_factory=Readings)
    own: dict[str, Readings] = field(default_factory=lambda: defaultdict(Readings))
    references: dict[str, frozenset[int]] = field(default_factory=dict)
    titles: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    values: dict[str, frozenset[Fraction]] = field(default_factory=dict)
    written: dict[str, Readings] = field(default_factory=dict)
    citations: dict[str, list[str]] = field(default_factory=dict)
    more_citations: dict[str, frozenset[str]] = field(default_factory=dict)
    marks: dict[str, tuple[str, str]] = field(default_factory=dict)

    def language_of(self, path: str) -> str:
        """Return the language of a file, by the folder that it lies in."""
        folder = path.partition("/")[0]
        return folder if folder in self.marks else next(iter(self.marks), "")

    def pages_of(self, language: str) -> tuple[str, ...]:
        """Return the paths of all pages of a language that have texts of their own."""
        return tuple(page for page in self.own if self.language_of(page) == language)

    def ground(self, pages: Iterable[str]) -> str:
        """Return what the texts of some pages are held against, in short."""
        return " ".join((self._common, *(self._own.get(page, "") for page in pages)))

    @cached_property
    def _own(self) -> Mapping[str, str]:
        """A digest of what the texts of each page alone are held against."""
        return {
            page: digest(
                self.own[page].digest if page in self.own else "",
                self.citations.get(page),
                sorted(self.more_citations.get(page, ())),
            )
            for page in {*self.own, *self.citations, *self.more_citations}
        }

    @cached_property
    def _common(self) -> str:
        """A digest of all that the texts of any page are held against."""
        written = {key: readings.digest for key, readings in self.written.items()}
        references = {key: sorted(numbers) for key, numbers in self.references.items()}
        values = {key: sorted(numbers) for key, numbers in self.values.items()}
        return digest(self.shared.digest, written, references, values, [*self.titles.items()], self.marks)

    def value(self, written: str, language: str) -> Fraction | None:
        """Return what a number in figures is worth, as a language sets its thousands and decimals; None if it is none."""
        thousands, decimal = self.marks.get(language, (",", "."))
        plain = "".join(written.split()).replace(thousands, "").replace(decimal, ".")
        return Fraction(plain) if _DECIMAL.fullmatch(plain) else None


def ledger(corpus: Corpus) -> Ledger:
    """Write down what the checks have read of a corpus."""
    found = Ledger()
    found.shared.add(tokens(host_of(corpus.settings.address)))  # a port is a number
    _take_passages(found, corpus)
    for language in corpus.languages:
        locale = corpus.locale(language)
        found.marks[language] = (locale.typography.thousands, locale.typography.decimal)
        _take_words(found, locale)
        _take_rules(found, corpus, locale)
        for typed in (word for search in corpus.searches.values() for word in search.words):
            _take(found.shared, typed, language)  # shown as typed on the pages of every language
        for day in _days(corpus, locale):
            found.shared.add(tokens(day))
    for source in corpus.sources.values():
        _take_source(found, source, corpus)
    for quoted in corpus.quoted:
        for language, text in quoted.headline.items():
            _take(found.own[page_file(language, quoted.key, corpus.default_language)], text, language)
    for article in corpus.articles:
        _take_citations(found, article, corpus)
        if article.front.layout in ("checks", "rules"):
            _take_checks(found.own[_path(article, corpus)], corpus, article.language)
        if has_layout(article, "adapting"):
            made = adapting_page(corpus, article.language)
            _take_made(found.own[_path(article, corpus)], made.splitlines(), article.language)
        if article.front.layout in ("law", *PAGES.values()):
            _take_years(found.own[_path(article, corpus)], corpus)
        if has_layout(article, "law"):
            for card in corpus.reference.provisions:
                _take_provision(found, card, article, corpus)
    return found


def _path(article: Article, corpus: Corpus) -> str:
    """Return the path of a page's file below the site's root."""
    return page_file(article.language, article.key, corpus.default_language)


def _take_passages(found: Ledger, corpus: Corpus) -> None:
    pages = {article.path: _path(article, corpus) for article in corpus.articles}
    for passage in corpus.prose():
        page = "" if passage.kind in _SHARED else pages.get(passage.path, "")
        if not passage.label.startswith("csl."):  # volume 12 makes no other 12 true: see references
            _take_passage(found.own[page] if page else found.shared, passage)


def _take_passage(readings: Readings, passage: Passage) -> None:
    cut = tokens(passage.text)
    if _PLAIN.search(passage.label):  # "one in four" is one only of what the finding says: see written
        readings.add_whole(cut)
        return
    figures = [found for figure in passage.figures if (found := cut.within(figure.start, figure.end))]
    readings.add(cut, figures, [(one.start, one.end) for one in passage.sentences])
    if passage.kind is Kind.ROW:  # on paper, what a table has in its cells may stand in lists
        readings.add(cut, figures, passage.cells)
    for citation in passage.citations:
        readings.add(tokens(citation.locator))


def _take(readings: Readings, text: str, language: str) -> None:
    """Take in a text that is no passage."""
    cut = tokens(text)
    readings.add(cut, numerals(cut, language))


def _take_words(found: Ledger, locale: Language) -> None:
    """Take in what the site says; a text with other figures than the locale lists for it was read by nobody."""
    for key, text in locale.texts():
        found_here = find_figures(text, locale.code) if knows_numbers(locale.code) else ()
        figures = tuple(figure.text for figure in found_here)
        if figures != locale.own_figures.get(key, ()):
            continue
        for piece in _PLACEHOLDER.split(text):
            _take(found.shared, piece, locale.code)


def _take_rules(found: Ledger, corpus: Corpus, locale: Language) -> None:
    for rule in corpus.terms.get(locale.code, ()):
        told = (text for situation in rule.situations for text in (situation.why, situation.instead))
        texts = (
            *rule.avoid,
            *rule.prefer,
            rule.why,
            *rule.names,
            rule.wrong,
            rule.right,
            *rule.exceptions,
            *told,
        )
        notes = (with_citations(text, corpus, locale) for text in (*rule.exceptions, *rule.contexts))
        for text in (*texts, *rule.contexts, *notes):
            _take(found.shared, marks.CITATION.sub(" ", text), locale.code)


def _take_checks(readings: Readings, corpus: Corpus, language: str) -> None:
    """Take in what the program says of itself: its checks, and how often its word rules are right."""
    locale = corpus.locale(language)
    for rule in registry.rules(corpus):
        for text in (rule.id, rule.summary, rule.why, rule.fix):
            _take(readings, say(text, language).replace("`", ""), language)
    blocks = (*accuracy(corpus.measured, locale), *last_audit(corpus, locale))
    lines = (line for block in blocks for line in block.splitlines())
    _take_made(readings, (*lines, language_rules_line(corpus, locale)), language)


def _take_made(readings: Readings, lines: Iterable[str], language: str) -> None:
    """Take in lines of Markdown that the program makes of data."""
    for line in lines:
        _take(readings, bare(line.removeprefix("- ").strip("| ")), language)


def _days(corpus: Corpus, locale: Language) -> Iterator[str]:
    """Yield each recorded day in words and in figures, and each recorded month in words."""
    for day in set(_recorded(_dated(corpus))):
        if isinstance(day, date):
            yield from (locale.day(day), day.isoformat(), day.strftime("%Y/%m/%d"))
        elif "-" in day:
            yield from (partial_day(day, locale), day)


def _dated(corpus: Corpus) -> Iterator[object]:
    yield from (corpus.today, review_by(corpus.today))
    yield from (article.front.values for article in corpus.articles)
    for source in corpus.sources.values():
        yield from (source.checked.date, source.retracted, source.archived and source.archived.date)
        yield from (one.date for one in source.acknowledged)
    yield from (search.date for search in corpus.searches.values())
    yield from (reading.date for readings in corpus.readings.values() for reading in readings)
    yield from map(asdict, corpus.reference.entries())
    yield from (quoted.kept for quoted in corpus.quoted)


def _take_years(readings: Readings, corpus: Corpus) -> None:
    """Take in the years of the law's events and models, which stand alone on its page."""
    for entry in (*corpus.reference.timeline, *corpus.reference.models):
        for day in _recorded(asdict(entry).values()):
            readings.add(tokens(str(day)[:4]))


def _take_provision(found: Ledger, card: LawCard, law: Article, corpus: Corpus) -> None:
    """Take in, for the page of a card, the law's own words of the texts that it names, and what it cites."""
    language, locale = law.language, corpus.locale(law.language)
    path = page_file(language, provision_key(law.key, card.id), corpus.default_language)
    for one in own_texts(card, corpus):
        head = f"{one.section} {one.note.get(language, '')}"
        day = locale.day(one.current_to) if one.current_to else ""
        for text in (head, *one.text[language].splitlines(), one.citation[language], day):
            _take(found.own[path], text, language)
    passages = (p for p in corpus.reference.passages if p.language == language)
    of_card = (p for p in passages if f"{p.label}.".startswith(f"provisions.{card.id}."))
    found.more_citations[path] = frozenset(citation.key for p in of_card for citation in p.citations)


_PARTIAL = re.compile(r"\d{4}(?:-\d{2}){0,2}")


def _recorded(values: Iterable[object]) -> Iterator[date | str]:
    """Yield the days in some values, however deep; a text may be a day, a month or a year."""
    for value in values:
        if isinstance(value, Struct):
            value = asdict(value)
        if isinstance(value, date) or (isinstance(value, str) and _PARTIAL.fullmatch(value)):
            yield value
        elif isinstance(value, Mapping):
            yield from _recorded(value.values())
        elif isinstance(value, list | tuple):
            yield from _recorded(value)


def _take_source(found: Ledger, source: Source, corpus: Corpus) -> None:
    numbers = set(_ints(as_csl(source.item))) | set(_ints((source.checked.date, source.address)))
    for language in corpus.languages:
        locale = corpus.locale(language)
        item = reference_item(source, locale)
        numbers |= set(_ints(as_csl(item)))
        title = tokens(item.title).joined
        if source.id not in found.titles[title]:
            found.titles[title].append(source.id)
        for text in (who(source, locale), item.title, item.container_title):
            _take(found.shared, text, language)
    _take(found.shared, source.title, source.title and FIRST)
    found.references[source.id] = frozenset(numbers)
    for finding in source.findings:
        found.values[finding.key] = frozenset(_numbers(finding))
        found.written[finding.key] = written = Readings()
        for language, texts in ((FIRST, finding.figures), *finding.plain.items()):
            for text in texts:
                _take(written, text, language)


def _ints(value: object) -> Iterator[int]:
    """Yield every run of digits in a value, however deep."""
    if isinstance(value, Mapping):
        value = list(value.values())
    if isinstance(value, list | tuple):
        for part in value:
            yield from _ints(part)
    else:
        yield from map(int, digits(str(value)))


def _numbers(finding: Finding) -> Iterator[Fraction]:
    """Yield every number that a finding has: its figures, their plain renderings, and what a chart draws of it."""
    yield from (quantity.value for quantity in finding.quantities)
    for values in finding.plain_values.values():
        yield from (quantity.value for value in values for quantity in value)
    drawn = (finding.estimate, finding.change)
    keys = ("value", "low", "high", "level", "n", "before", "after")
    found = (getattr(one, key, None) for one in drawn for key in keys)
    yield from (Fraction(str(number)) for number in (*found, counted(finding)) if number is not None)


def _take_citations(found: Ledger, article: Article, corpus: Corpus) -> None:
    path = _path(article, corpus)
    found.citations[path] = [citation.key for citation in article.citations]
    if generated_part(layout := article.front.layout, corpus, article.language):
        data = (p for p in corpus.reference.passages if p.language == article.language)
        keys = {citation.key for passage in data for citation in passage.citations}
        # A word rule names its sources, in a list or within its notes.
        found.more_citations[path] = frozenset(
            keys | (set(corpus.sources) if layout == "language-guide" else set())
        )
