"""Every page as readers get it, made without a site engine, for what looks at addresses from outside."""

import re
from collections.abc import Iterator, Mapping, Sequence
from html import escape

from markdown import Markdown
from msgspec import to_builtins

from commonground.markdown.bundle import CommonGroundExtension
from commonground.model.article import Article
from commonground.model.corpus import Corpus
from commonground.model.position import FILE_START
from commonground.model.source import Source
from commonground.online.extract import Place, Rendered
from commonground.pages.generated import generated_part
from commonground.pages.provision import provision_page
from commonground.read.settings import PATH as SETTINGS
from commonground.sources.formatted import format_references

_ADDRESS = re.compile(r"https?://[^\s<>()\[\]\"']+")
_DOI = "https://doi.org/"


def rendered_pages(corpus: Corpus) -> Iterator[Rendered]:
    """
    Yield articles, what is made from data, sources, and what each page of the site repeats.

    Raises: ReferencesError: Pandoc is missing, or does not accept the records.
    """
    data = tuple(_data_places(corpus))
    for article in corpus.articles:
        yield Rendered(_html(corpus, article.language, article.body), article.path, _links(article))
        layout = article.front.layout
        if part := generated_part(layout, corpus, article.language):
            yield Rendered(_html(corpus, article.language, part, generated=True), article.path, data)
        for card in corpus.reference.provisions if layout == "law" else ():
            part = provision_page(card, corpus, article.language)
            yield Rendered(_html(corpus, article.language, part, generated=True), card.path, data)
    for language in corpus.languages:
        references = format_references(corpus.sources.values(), corpus.locale(language))
        for source in corpus.sources.values():
            yield Rendered(references[source.id] + _source_links(source), source.path, _record_places(source))
        if leave := corpus.locale(language).say("leave.address"):
            yield Rendered(f'<a href="{escape(leave)}"></a>', SETTINGS)


def _html(corpus: Corpus, language: str, text: str, *, generated: bool = False) -> str:
    extension = CommonGroundExtension(
        corpus=corpus, lang=language, references={}, generated=generated, append_sources=False
    )
    return Markdown(extensions=[extension]).convert(text)


def _links(article: Article) -> tuple[tuple[str, Place], ...]:
    return tuple((link.target, Place(article.path, link.span)) for link in article.links)


def _source_links(source: Source) -> str:
    """Return what the page of a source links to besides its reference; its template belongs to the engine."""
    doi = source.item.doi
    addresses = [source.address, source.archived.url if source.archived else ""]
    addresses.append(f"{_DOI}{doi}" if doi and not source.kept_copy else "")
    return "".join(f'<a href="{escape(address)}"></a>' for address in addresses if address)


def _record_places(source: Source) -> tuple[tuple[str, Place], ...]:
    doi = source.item.doi
    written = [
        (source.original, "csl.URL"),
        (f"{_DOI}{doi}", "csl.DOI"),
        (source.archived.url if source.archived else "", "archived.url"),
    ]
    return tuple((address, Place(source.path, source.spans.get(key, FILE_START))) for address, key in written)


def _data_places(corpus: Corpus) -> Iterator[tuple[str, Place]]:
    """Yield each address in a data file; the place is that of its entry."""
    for entry in corpus.reference.entries():
        for text in _texts(to_builtins(entry)):
            yield from ((address, Place(entry.path, entry.span)) for address in _ADDRESS.findall(text))


def _texts(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case Mapping():
            for part in value.values():
                yield from _texts(part)
        case Sequence():
            for part in value:
                yield from _texts(part)
