"""The glossary from ``data/glossary.yaml``: A to Z in the page's language, each term under its id as anchor."""

from collections.abc import Iterator
from itertools import groupby

from commonground.languages import Language
from commonground.model.corpus import Corpus
from commonground.model.glossary import forms_of
from commonground.model.reference import Term
from commonground.pages.pieces import fold, heading, joined, listed, one_line, plain, words


def glossary_page(corpus: Corpus, language: str) -> str:
    """Return a heading a letter, and below it its terms; figures come before letters, under one heading."""
    locale = corpus.locale(language)
    entries = sorted(corpus.reference.terms, key=lambda entry: _place(entry, locale))
    blocks: list[str] = []
    for letter, alike in groupby(entries, key=lambda entry: _letter(entry, locale)):
        blocks.append(
            heading(2, letter or locale.say("glossary.figures"), f"letter-{letter.lower() or '0'}", "letter")
        )
        blocks += [_entry(entry, corpus, locale) for entry in alike]
    return joined(blocks)


def _place(entry: Term, locale: Language) -> str:
    return locale.sort_key(words(entry, "term", locale.code))


def _letter(entry: Term, locale: Language) -> str:
    """Return the letter under which a term stands, "" for one that begins with a figure."""
    first = _place(entry, locale)[:1]
    return first.upper() if first.isalpha() else ""


def _entry(entry: Term, corpus: Corpus, locale: Language) -> str:
    """Return the term with what other languages call it; opened, its definition and what else is to be known of it."""
    language = locale.code
    line = [
        f"**{words(entry, 'term', language)}**{{#{entry.id} .entry-name}}",
        *_in_other_languages(entry, corpus, language),
    ]
    return fold(" ".join(line), [
        one_line(words(entry, "definition", language)),
        _labelled("care", one_line(words(entry, "caution", language)), locale),
        _labelled("forms", listed(plain(form) for form in forms_of(entry, language)[1:]), locale),
        _labelled("see", listed(_related(entry, corpus, language)), locale),
    ])  # fmt: skip


def _labelled(key: str, text: str, locale: Language) -> str:
    return f"**{_label(key, locale)}** {text}\n{{.entry-{key}}}" if text else ""


def _label(key: str, locale: Language) -> str:
    return f"{locale.say(f'glossary.{key}')}{locale.typography.colon}"


def _in_other_languages(entry: Term, corpus: Corpus, language: str) -> Iterator[str]:
    """Yield the term in each other language, which screen readers are told."""
    for other in corpus.languages:
        if other != language and (term := words(entry, "term", other)):
            label = _label("in_this", corpus.locale(other))
            yield f"*{label} {one_line(term)}*{{.entry-more .in-{other}}}"


def _related(entry: Term, corpus: Corpus, language: str) -> Iterator[str]:
    terms = {other.id: words(other, "term", language) for other in corpus.reference.terms}
    for id in entry.see:
        if id in terms:
            yield f"[{one_line(terms[id])}](#{id})"
