"""The law's own words, folded: what a card of the law page sums up, word for word in the language of the page."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from commonground.languages import Language
from commonground.model.law import Provision
from commonground.pages.pieces import joined, plain

_DEPTHS = (
    re.compile(r"\((?:[ivx]+)\) "),
    re.compile(r"\([A-Z]\) "),
    re.compile(r"\(?[a-z](?:\.\d+)?\) "),
)
"""How the label of a paragraph's line opens it: subparagraphs and clauses are told before paragraphs, which (i) could be too."""
_CLASSES = ("law-subparagraph", "law-clause", "law-paragraph")


def own_words(texts: Sequence[Provision], locale: Language) -> str:
    """Return a folded block with some provisions, each law followed by where and of which day it was read; "" for none."""
    if not texts:
        return ""
    parts = [f"/// details | {locale.say('law.own_words')}"]
    for _, group in groupby(texts, key=lambda one: one.path):
        found = list(group)
        parts += [_quoted(one, locale) for one in found]
        parts.append(f"{_source(found[0], locale)}\n{{.law-line}}")
    if note := locale.say("law.own_words_note"):
        parts.append(f"{note}\n{{.law-line}}")
    return joined([*parts, "///"]).rstrip("\n")


def _quoted(one: Provision, locale: Language) -> str:
    return "\n>\n".join(f"> {line}" for line in _lines(one, locale))


def _lines(one: Provision, locale: Language) -> Iterator[str]:
    language = locale.code
    note = plain(one.note.get(language, ""))
    extract = f" ({locale.say('law.extract')})" if one.is_extract else ""
    yield f"**{plain(one.section)}**{f' {note}' if note else ''}{extract}"
    for line in one.text.get(language, "").splitlines():
        depth = next((name for name, label in zip(_CLASSES, _DEPTHS, strict=True) if label.match(line)), "")
        yield f"{plain(line)}\n> {{.{depth}}}" if depth else plain(line)


def _source(one: Provision, locale: Language) -> str:
    language = locale.code
    said = {"law": one.document[language], "citation": one.citation[language], "page": one.page[language]}
    if one.current_to is None:
        return locale.say("law.own_words_enacted", **said)
    return locale.say("law.own_words_source", **said, date=locale.day(one.current_to))
