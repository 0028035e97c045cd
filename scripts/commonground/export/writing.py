"""
What the page for writing needs, a set of files a language: the types of articles with the rules of numbers, the findings that
can be cited, and the skeletons for those who write without scripts.
"""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from commonground.export.archive import packed
from commonground.export.fields import fields
from commonground.languages import FIRST, Language
from commonground.model.address import page_path, source_key
from commonground.model.article import Article
from commonground.model.article_type import ArticleType
from commonground.model.corpus import Corpus
from commonground.model.figure import Quantity
from commonground.model.source import Finding, Source, in_language
from commonground.pages.skeleton import section_prompt, skeleton_of
from commonground.read.figures.grammar import compiled, knows_numbers
from commonground.sources.names import place_name, search_name, who
from commonground.text.typography import typographic

FOLDER = "data/writing"
PAGE = "write"
"""The part (``settings.PAGES``) that needs the files: a site without such a page has none of them."""

FIELDS = {
    f"{FOLDER}/*-findings.json": fields(computed="version page read values plain must", values="figures"),
    f"{FOLDER}/*.json": fields(computed="version numbers length key"),
    f"{FOLDER}/*.zip": fields(),
}


def files(corpus: Corpus, site: str) -> Iterator[tuple[str, bytes]]:
    """Yield (path below the site's root, content) of what is needed in each language that articles can be written in."""
    is_written_here = PAGE in corpus.settings.pages or any(
        corpus.page_of(PAGE, one) for one in corpus.languages
    )
    for language in corpus.languages if is_written_here else ():
        locale = corpus.locale(language)
        if locale.has_part("articles"):
            yield path_of(language), _json(kinds_of(corpus, locale))
            yield findings_path(language), _json(findings_of(corpus, locale))
            yield skeletons_path(language), _skeletons(corpus, locale)


def path_of(language: str) -> str:
    """Return the path of what can be written in a language."""
    return f"{FOLDER}/{language}.json"


def findings_path(language: str) -> str:
    """Return the path of the findings that can be cited."""
    return f"{FOLDER}/{language}-findings.json"


def skeletons_path(language: str) -> str:
    """Return the path of the archive with a skeleton of each type."""
    return f"{FOLDER}/{language}-skeletons.zip"


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=0).encode()


def kinds_of(corpus: Corpus, locale: Language) -> Mapping[str, object]:
    """Return the types of articles as fields to fill in, and how numbers and unfinished places are found."""
    settings = corpus.settings
    return {
        "version": 1,
        "language": locale.code,
        "types": [_kind(kind, locale) for kind in _most_written_first(corpus)],
        "areas": [{"id": id, "name": locale.say(f"areas.{id}")} for id in settings.areas],
        "themes": [{"id": id, "name": locale.say(f"themes.{id}")} for id in settings.themes],
        "pages": [
            _page(one, corpus, locale) for one in corpus.articles if _is_to_translate(one, corpus, locale)
        ],
        "readable": [
            {"key": one.key, "title": one.front.title}
            for one in corpus.articles
            if one.language == locale.code and is_readable(one)
        ],
        "placeholders": locale.placeholders,
        "numbers": compiled(locale.code).as_json() if knows_numbers(locale.code) else None,
    }


def _is_to_translate(article: Article, corpus: Corpus, locale: Language) -> bool:
    """Tell whether a page of another language is an original whose text somebody writes."""
    is_original = corpus.original_of(article) is None and article.language != locale.code
    return is_original and not article.front.layout


def is_readable(article: Article) -> bool:
    """Tell whether a page whose text somebody writes can be read against its findings on the page for writing."""
    return not article.front.layout and any(citation.finding for citation in article.citations)


def _page(original: Article, corpus: Corpus, locale: Language) -> Mapping[str, str]:
    mine = corpus.article(locale.code, original.key)
    return {
        "key": original.key,
        "title": mine.front.title if mine else original.front.title,
        "from": original.language,
        "state": "missing" if mine is None else "behind" if corpus.is_behind(mine) else "there",
    }


def _most_written_first(corpus: Corpus) -> list[ArticleType]:
    """Return the types in the order in which somebody may look for them; those that have no sections of their own come last."""
    written = Counter(article.front.type for article in corpus.articles)
    return sorted(corpus.types.values(), key=lambda kind: (not kind.sections, -written[kind.name], kind.name))


def _kind(kind: ArticleType, locale: Language) -> Mapping[str, object]:
    return {
        "id": kind.name,
        "name": locale.say(key) if locale.has(key := f"types.{kind.name}") else kind.name,
        "folder": kind.folder,
        "area": kind.area,
        "length": (kind.length.fewest, kind.length.most) if kind.length else (),
        "opening": [_block(name, locale) for name in kind.opening],
        "sections": [
            {
                "id": id,
                "name": typographic(locale.sections[id]),
                "heading": locale.sections[id],
                "hint": section_prompt(id, locale),
                "exempt": id in kind.exempt_sections,
                "blocks": [_block(name, locale) for name in kind.section_blocks.get(id, ())],
            }
            for id in kind.sections
        ],
    }


def _block(name: str, locale: Language) -> Mapping[str, object]:
    return {"id": name, "name": locale.say(f"blocks.{name}"), "hint": locale.say(f"skeleton.{name}")}


def findings_of(corpus: Corpus, locale: Language) -> Mapping[str, object]:
    """Return every finding that a page may print, by source, with what its figures are worth."""
    return {
        "version": 1,
        "language": locale.code,
        "sources": [_source(source, corpus, locale) for source in corpus.sources.values()],
        "searches": [{"id": one.id, "who": search_name(one, locale)} for one in corpus.searches.values()],
    }


def _source(source: Source, corpus: Corpus, locale: Language) -> Mapping[str, object]:
    whole = _without_empty({
        "id": source.id,
        "who": who(source, locale),
        "title": source.title,
        "kind": locale.say(f"designs.{source.design}.short"),
        "read": locale.say(f"read_as.{source.checked.how}"),
        "page": page_path(locale.code, source_key(source.id), corpus.default_language),
        "themes": source.themes,
        "places": [place_name(place, locale) for place in source.places],
        "people": _said(source.population, locale),
        "period": _said(source.period, locale),
        "limits": _said(source.limits, locale),
        "contested": _said(source.contested, locale),
        "against": _names(source.contested_by, corpus, locale),
        "gone": source.retracted is not None or bool(source.superseded_by),
    })  # fmt: skip
    return {
        **whole,
        "findings": [_finding(one, corpus, locale) for one in source.findings if not one.withheld],
    }


def _finding(finding: Finding, corpus: Corpus, locale: Language) -> Mapping[str, object]:
    plain = finding.plain.get(locale.code, ())
    worth = zip(plain, finding.plain_values.get(locale.code, ()), strict=False)
    return _without_empty({
        "id": finding.id,
        "states": in_language(finding.states, locale.code),
        "where": _said(finding.where, locale),
        "must": [_alternatives(words) for _, words in corpus.must_say(finding, locale.code)],
        "caution": _said(finding.caution, locale),
        "unsafe": _said(finding.quotable.unsafe, locale) if finding.quotable else "",
        "against": _names(finding.contested_by, corpus, locale),
        "figures": _by_language(finding.figures, plain, locale),
        "values": [quantities_of(value) for value in finding.values],
        "plain": [[any(map(str.isdigit, text)), quantities_of(value)] for text, value in worth],
    })  # fmt: skip


def _alternatives(asked: str) -> str:
    """Return words that a text must have, one or the other, as people read them: "youth*" is any word that begins so."""
    return typographic(asked.replace("|", " / ").replace("*", "…"))


def _by_language(figures: Sequence[str], plain: Sequence[str], locale: Language) -> Mapping[str, list[str]]:
    """Return figures as recorded, which is in the first language, and their renderings in the page's own."""
    written: dict[str, list[str]] = {FIRST: list(figures)} if figures else {}
    if plain:
        written[locale.code] = [*written.get(locale.code, ()), *plain]
    return written


def quantities_of(value: Sequence[Quantity]) -> list[tuple[str, str, str]]:
    """Return the quantities of a recorded figure as the engine in the browser reads them."""
    return [(str(one.value), one.unit.value, one.detail) for one in value]


def _said(text: Mapping[str, str], locale: Language) -> str:
    return typographic(in_language(text, locale.code))


def _names(keys: Iterable[str], corpus: Corpus, locale: Language) -> list[str]:
    """Return what the sources of some findings are called, each once."""
    ids = dict.fromkeys(key.partition("#")[0] for key in keys)
    return [who(corpus.sources[id], locale) for id in ids if id in corpus.sources]


def _without_empty(values: Mapping[str, object]) -> Mapping[str, object]:
    return {key: value for key, value in values.items() if value}


def _skeletons(corpus: Corpus, locale: Language) -> bytes:
    """Return an archive with a skeleton of each type, its title a place to fill in."""
    title = locale.say("skeleton.title")
    return packed(
        (f"{kind.folder}/{kind.name}.md", skeleton_of(kind, title, corpus, locale).encode())
        for kind in corpus.types.values()
    )
