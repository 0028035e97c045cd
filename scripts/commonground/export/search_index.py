"""
What the search answers from: one small file a language, an entry for each thing that people ask for.

Each entry leads to its own place (a word's line in the language guide, not the guide) and carries the answer that is shown. The
full text of pages is not in it: Pagefind has that, and is loaded when somebody asks for it.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from commonground.export.fields import fields
from commonground.export.quotable import headline, kept_state, quotable
from commonground.export.search_words import SearchWords
from commonground.languages import Language
from commonground.model.address import page_path, provision_key, source_key
from commonground.model.corpus import Corpus
from commonground.model.glossary import forms_of
from commonground.model.reference import Event, LawCard, LegalModel, Service, Term
from commonground.model.source import Source, in_language
from commonground.model.term import TermRule
from commonground.pages.law import PAGES
from commonground.pages.pieces import bare, text_of, unbroken, words
from commonground.pages.services import listed_services
from commonground.read.sentences import sentences
from commonground.sources.names import who
from commonground.text.typography import typographic

FOLDER = "data/search"
FIELDS = {
    f"{FOLDER}/*.json": fields(
        computed="version page anchor kind language stop weak asking counting seeking elsewhere wording defining cries joined same spellings endings numbers",
        reference="title answer words places",
    )
}

KINDS = (
    "question",
    "word",
    "work",
    "guide",
    "research",
    "term",
    "law",
    "event",
    "service",
    "figure",
    "source",
)
"""What an entry can be, in the order in which equals are shown."""

LATER = ("guide", "research", "term", "event", "figure")
"""
Kinds that are loaded after the first answer: those who need one at once ask for a question, a word, their work, the law or help.
Sources are many, and come last, unless an identifier or another number is asked for.
"""

_AT_ONCE = 10
"""How many of the ways to ask for a page are read before the first answer: the first that its front matter names."""

_KIND_OF_TYPE = {"myth": "question", "research": "research", "practice": "work"}
_KIND_OF_LAYOUT = {"services": "service"}
_HOME = ""
_TELLING = re.compile(
    r"\d+[.,]\d+(?:[.,]\d+)*|\d{1,3}(?:[\u00a0\u202f ]\d{3})+(?!\d)|\d+(?=[\u00a0\u202f ]?(?:%|per ?cent))"
)

_LIST = re.compile(r"\{[^{}]*\}")


class Entry(Struct, frozen=True):
    """
    One thing that can be found.

    Attributes:
        page: Path of its page below the site's root; ``anchor`` its place there, "" for the top.
        answer: What is shown below the title.
        words: Other ways of saying it, searched and not shown.
        places: Where it is, or holds; searched like ``words``, and a place that is asked for counts for more.
        numbers: What its findings count, searched like ``words``: each stands in a finding on the page that it leads to.
        source: Id of the source that it is the reference of, "" for all else.
    """

    kind: str
    page: str
    anchor: str
    title: str
    answer: str
    words: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    source: str = ""


def index(corpus: Corpus, language: str) -> list[tuple[str, list[Entry]]]:
    """Return the entries by kind, each from A to Z, for readers without scripts; sources have a page of their own."""
    locale = corpus.locale(language)
    found = sorted(entries(corpus, language), key=lambda entry: locale.sort_key(entry.title))
    groups = ((kind, [entry for entry in found if entry.kind == kind]) for kind in KINDS if kind != "source")
    return [(kind, group) for kind, group in groups if group]


def files(corpus: Corpus, site: str) -> Iterator[tuple[str, bytes]]:
    """Yield (path below the site's root, content) of each language's index, and of what is read after the first answer."""
    for language in corpus.languages:
        found = entries(corpus, language)
        later = [entry for entry in found if entry.kind in LATER]
        more = [
            _more(entry) for entry in found if entry.kind not in (*LATER, "source") and entry.words[_AT_ONCE:]
        ]
        sources = [entry for entry in found if entry.kind == "source"]
        first = [_begun(entry) for entry in found if entry.kind not in (*LATER, "source")]
        yield (
            f"{FOLDER}/{language}.json",
            _file(language, first, SearchWords(corpus.locale(language)).reading),
        )
        yield f"{FOLDER}/{language}-later.json", _file(language, [*later, *more], {})
        yield f"{FOLDER}/{language}-sources.json", _file(language, sources, {})


def _begun(entry: Entry) -> Entry:
    """Return an entry without what is read of it later."""
    return replace(entry, words=entry.words[:_AT_ONCE])


def _more(entry: Entry) -> Entry:
    """Return what is read later of an entry that is there already: it is known by its page."""
    return Entry("", entry.page, "", "", "", entry.words[_AT_ONCE:])


def _file(language: str, found: Iterable[Entry], reading: Mapping[str, object]) -> bytes:
    whole = {"version": 1, "language": language, **reading, "entries": [_written(entry) for entry in found]}
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")).encode()


def _written(entry: Entry) -> dict[str, object]:
    values = {
        "kind": entry.kind,
        "page": entry.page,
        "anchor": entry.anchor,
        "title": typographic(entry.title),
        "answer": typographic(entry.answer),
        "words": list(entry.words),
        "places": list(entry.places),
        "numbers": list(entry.numbers),
        "source": entry.source,
    }
    return {key: value for key, value in values.items() if value}


def entries(corpus: Corpus, language: str) -> tuple[Entry, ...]:
    """Return all entries of a language, by kind."""
    locale = corpus.locale(language)
    found = chain(
        _articles(corpus, language),
        _rules(corpus, locale),
        _data(corpus, locale),
        _figures(corpus, locale),
        _sources(corpus, locale),
    )
    return tuple(sorted(found, key=lambda entry: KINDS.index(entry.kind)))


def _articles(corpus: Corpus, language: str) -> Iterator[Entry]:
    for article in corpus.articles:
        if article.language != language or article.key == _HOME:
            continue
        front = article.front
        page = page_path(language, article.key, corpus.default_language)
        kind = _KIND_OF_LAYOUT.get(front.layout) or _KIND_OF_TYPE.get(front.type, "guide")
        asked = (*front.asked_as, *filter(None, [front.claim]))
        claimed = _claimed(corpus, corpus.locale(language), article.key, front.title, *asked)
        yield Entry(kind, page, "", front.title, front.description, (*asked, *claimed))


def _claimed(corpus: Corpus, locale: Language, key: str, *known: str) -> tuple[str, ...]:
    """Return in one text the words by which others are known to repeat what a page or a finding answers, without those that are known."""
    repeated = corpus.repeated.get(locale.code)
    claims = [claim for claim in repeated.claims if claim.key == key] if repeated else []
    phrases = (phrase for claim in claims for alternatives in claim.all for phrase in alternatives)
    text = " ".join(_LIST.sub(" ", phrase) for phrase in phrases)
    return tuple(filter(None, [SearchWords(locale).new(text, known)]))


def _page(corpus: Corpus, language: str, layout: str) -> str:
    """Return the path of the page of a layout, "" where a language has none."""
    article = corpus.page_of(layout, language)
    return page_path(language, article.key, corpus.default_language) if article else ""


def _rules(corpus: Corpus, locale: Language) -> Iterator[Entry]:
    page = _page(corpus, locale.code, "language-guide")
    for rule in corpus.terms.get(locale.code, ()) if page else ():
        answer = f"{locale.typography.quote(rule.avoid[0])}{locale.typography.colon} {bare(rule.why)}"
        yield Entry("word", page, rule.id, _to_write(rule), answer, SearchWords(locale).distinct(rule.avoid))


def _to_write(rule: TermRule) -> str:
    """Return the word to use; where only advice is given, the advice."""
    first = next(iter(rule.prefer), "")
    return first.strip("()") if first.startswith("(") else first


def _data(corpus: Corpus, locale: Language) -> Iterator[Entry]:
    data, code = corpus.reference, locale.code
    law = _page(corpus, code, "law")
    if page := _page(corpus, code, "glossary"):
        yield from (_term(one, page, locale) for one in data.terms)
    if article := corpus.page_of("law", code):
        for card in data.provisions:
            key = provision_key(article.key, card.id)
            yield _provision(card, page_path(code, key, corpus.default_language), locale)
    if page := _page(corpus, code, PAGES["models"]) or law:
        yield from (_model(one, page, locale) for one in data.models)
    if page := _page(corpus, code, PAGES["timeline"]) or law:
        yield from (_event(one, page, locale) for one in data.timeline)
    if page := _page(corpus, code, "services"):
        yield from (_service(one, page, locale) for one in listed_services(corpus))


def _term(data: Term, page: str, locale: Language) -> Entry:
    """Return a term's entry, with the first sentence of its definition: the file is read while somebody waits."""
    code = locale.code
    definition = bare(words(data, "definition", code))
    first = sentences(definition, (), locale)[0]
    answer = definition[first.start : first.end].strip()
    forms = SearchWords(locale).distinct(forms_of(data, code))
    return Entry("term", page, data.id, words(data, "term", code), answer, forms[1:])


def _provision(card: LawCard, page: str, locale: Language) -> Entry:
    code, offence = locale.code, card.offence
    section = unbroken(words(card, "section", code), locale.law)
    answer = " · ".join(filter(None, [locale.say(f"offence.{offence}") if offence else "", section]))
    title = bare(words(card, "act", code) or words(card, "title", code))
    named = [bare(words(card, key, code)) for key in ("section", "title", "asked_as")]
    told = " ".join(bare(words(card, key, code)) for key in ("covers", "who_can_be_charged"))
    said = (*named, SearchWords(locale).new(told, (title, *named)))
    return Entry("law", page, "", title, answer, tuple(filter(None, said)))


def _model(data: LegalModel, page: str, locale: Language) -> Entry:
    code = locale.code
    answer = bare(words(data, "what_it_does", code))
    name = words(data, "name", code)
    return Entry("law", page, data.id, name, answer, tuple(_names(data, code)), tuple(_where(data, code)))


def _names(data: LegalModel, language: str) -> Iterator[str]:
    """Yield what a legal model is called by those for and against it."""
    yield from (text_of(name, language) for name in data.terms.all)


def _where(data: LegalModel, language: str) -> Iterator[str]:
    """Yield where a legal model is the law."""
    yield from (text_of(place.place, language) for place in data.places)


def _event(data: Event, page: str, locale: Language) -> Entry:
    title = bare(words(data, "title", locale.code))
    area = bare(words(data, "area", locale.code))
    return Entry("event", page, data.id, title, area, _asked(data, locale))


def _asked(data: Event | Service, locale: Language) -> tuple[str, ...]:
    """Return how people ask for an entry, as `asked_as` says for a page."""
    return tuple(filter(None, [words(data, "asked_as", locale.code)]))


def _service(data: Service, page: str, locale: Language) -> Entry:
    """Return a service's entry; after a semicolon its area says what it does elsewhere, which is no place."""
    code = locale.code
    asked = [locale.say(f"services.{key}.{data.kind}") for key in ("kinds", "asked")]
    return Entry(
        "service",
        page,
        data.id,
        bare(words(data, "name", code)),
        bare(words(data, "serves", code)),
        (*asked, *_asked(data, locale), *_number(data)),
        (bare(words(data, "area", code)).partition(";")[0],),
    )


def _number(data: Service) -> tuple[str, ...]:
    """Return the telephone number of a service, which people type as it is; none that somebody has to confirm."""
    return () if data.confirm or not data.phone else (data.phone,)


def _figures(corpus: Corpus, locale: Language) -> Iterator[Entry]:
    for source, finding in quotable(corpus):
        page = page_path(locale.code, kept_state(source, finding, corpus).key, corpus.default_language)
        title, answer = headline(finding, locale), in_language(finding.states, locale.code)
        claimed = _claimed(corpus, locale, f"{source.id}#{finding.id}", title, answer)
        yield Entry("figure", page, "", title, answer, claimed)


def _numbers(source: Source, locale: Language) -> tuple[str, ...]:
    """Return the numbers that tell a source's findings from others: percentages, decimals and thousands."""
    found = (_TELLING.findall(in_language(finding.states, locale.code)) for finding in source.findings)
    return tuple(dict.fromkeys(chain.from_iterable(found)))


def _sources(corpus: Corpus, locale: Language) -> Iterator[Entry]:
    for source in corpus.sources.values():
        page = page_path(locale.code, source_key(source.id), corpus.default_language)
        design = locale.say(f"designs.{source.design}.name")
        label = who(source, locale)
        where = tuple(
            locale.say(f"places.{place}") for place in source.places if locale.has(f"places.{place}")
        )
        others = filter(None, (source.item.doi, source.item.container_title))
        said = (label.replace(",", ""), *others)
        numbers = _numbers(source, locale)
        answer = f"{label} · {design}"
        yield Entry("source", page, "", source.title, answer, said, where, numbers, source.id)
