"""The pages that can be translated, corrected or read against their findings, as files for the page for writing: one file a page."""

import json
from collections.abc import Iterator, Mapping
from datetime import date

from commonground.export.fields import fields
from commonground.export.writing import PAGE
from commonground.model.article import Article
from commonground.model.corpus import Corpus
from commonground.read.readings import readings_file

FOLDER = "data/texts"
FIELDS = {f"{FOLDER}/*": fields(computed="*")}  # each is a page as it was checked

_IN_LINES = ("asked_as", "agrees", "disagrees")
"""Lists of the front matter that have a line for each item."""

_QUOTED = ("title", "description", "claim", "asked_as", "credits")


def files(corpus: Corpus, site: str) -> Iterator[tuple[str, bytes]]:
    """Yield (path below the site's root, content) of each page whose text somebody writes."""
    if PAGE not in corpus.settings.pages:
        return
    for article in corpus.articles:
        if not article.front.layout:
            yield path_of(article), json.dumps(_page(article, corpus), ensure_ascii=False).encode()


def path_of(article: Article) -> str:
    """Return the path of a page's file."""
    return f"{FOLDER}/{article.language}/{(article.key or 'index').replace('/', '--')}.json"


def _page(article: Article, corpus: Corpus) -> Mapping[str, str]:
    readings = corpus.readings_of(article)
    return {
        "path": article.path,
        "front": front_matter(article.front.values),
        "body": article.body,
        "digest": article.digest,
        "readings": readings_file(readings).decode() if readings else "",
    }


def front_matter(values: Mapping[str, object]) -> str:
    """Return a front matter as the project writes it."""
    return "\n".join(f"{key}:{_written(key, value)}" for key, value in values.items())


def _written(key: str, value: object) -> str:
    if isinstance(value, list | tuple):
        items = [_word(key, one) for one in value]
        return "".join(f"\n  - {one}" for one in items) if key in _IN_LINES else f" [{', '.join(items)}]"
    if isinstance(value, Mapping):
        return f" {{{', '.join(f'{name}: {_word(str(name), one)}' for name, one in value.items())}}}"
    return f" {_word(key, value)}"


def _word(key: str, value: object) -> str:
    if isinstance(value, bool | date):
        return str(value).lower()
    text = str(value)
    return json.dumps(text, ensure_ascii=False) if key in (*_QUOTED, "of") else text
