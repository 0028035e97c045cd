"""Our own words follow the term rules of ``language/``."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial

from msgspec.structs import replace

from commonground.languages.message import Message, Series, listed, quoted, texts_of
from commonground.matching.engine import Engine, Found, engines
from commonground.model import marks
from commonground.model.citation import Citation
from commonground.model.corpus import Corpus
from commonground.model.passage import Passage
from commonground.model.problem import Edit, Level, Problem
from commonground.model.rule import Rule
from commonground.model.term import situations_of
from commonground.text.folding import fold

LEVEL = Level.WARNING
_text = texts_of(__name__)
_MOST_OPTIONS = 3
_MOST_FORMS = 4
Titles = Callable[[], Sequence[str]]
_CITED = re.compile(rf"@({marks.SOURCE_ID})")
_EXPLAINED = re.compile(r"terms\..+\.(?:term|also)")
"""Words that the glossary explains: it may have to name one that pages should not use."""

_FORMS = ("avoid", "names")
"""Texts of a rule that hold words to avoid, or names that have them."""

_FEWEST_TITLE_WORDS = 3
"""A shorter title ("Prostitution") would excuse the word everywhere."""


def rules(corpus: Corpus) -> Iterator[Rule]:
    """Yield each term rule as readers see it."""
    for of_language in corpus.terms.values():
        for term in of_language:
            forms = listed(term.avoid[:_MOST_FORMS])
            summary = (
                _text("summary-more", language=term.language, forms=forms)
                if len(term.avoid) > _MOST_FORMS
                else _text("summary", language=term.language, forms=forms)
            )
            instead = listed(dict.fromkeys(term.prefer), "semicolon")
            fix = _text("fix", instead=instead, exceptions=listed(term.exceptions, "semicolon"))
            yield Rule(
                term.rule_id,
                term.level,
                summary,
                term.why,
                fix,
                term.wrong,
                term.right,
                language=term.language,
            )


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each use of a listed form in our own words."""
    running = engines(corpus)
    yield from _in_rules(corpus, running)
    for passage, titles in prose(corpus):
        engine = running.get(passage.language)
        if engine:
            found = (problem(passage, one) for one in engine.find(passage, titles))
            yield from map(_as_thought, found) if _EXPLAINED.fullmatch(passage.label) else found


def _as_thought(problem: Problem) -> Problem:
    return replace(problem, level=Level.SUGGESTION)


def _in_rules(corpus: Corpus, running: Mapping[str, Engine]) -> Iterator[Problem]:
    """Yield a problem for each use in what a word rule says of itself; its own words it has to name."""
    for language, of_language in corpus.terms.items():
        said = [
            (rule.rule_id, passage)
            for rule in of_language
            for passage in rule.passages
            if passage.label not in _FORMS
        ]
        said += [("", passage) for situation in situations_of(of_language) for passage in situation.passages]
        for own, passage in said:
            found = running[language].find(passage)
            yield from (problem(passage, one) for one in found if one.rule.rule_id != own)


def prose(corpus: Corpus) -> Iterator[tuple[Passage, Titles]]:
    """Yield each passage with what gives the titles of works, laws and cases that it may name: those that its page cites."""
    for article in corpus.articles:
        # From the text, not the passages: a reader in a hurry leaves passages out (see the sieve).
        titles = cache(partial(_titles, corpus, _CITED.findall(article.body)))
        yield from ((passage, titles) for passage in article.passages)
    for source in corpus.sources.values():
        named = {source.id, *source.contested_by, *source.superseded_by}
        titles = cache(partial(_titles, corpus, named))
        yield from ((passage, titles) for passage in source.passages)
    for search in corpus.searches.values():
        titles = cache(partial(_titles, corpus, search.sources))
        yield from ((passage, titles) for passage in search.passages)
    for kept in corpus.quoted:
        titles = cache(partial(_titles, corpus, (kept.finding.partition("#")[0],)))
        yield from ((passage, titles) for passage in kept.passages)
    for passage in corpus.reference.passages:
        yield passage, cache(partial(_reference_titles, corpus, passage.citations))


def _reference_titles(corpus: Corpus, citations: Iterable[Citation]) -> list[str]:
    law = [
        fold(text).exact
        for titles in (
            *(event.title for event in corpus.reference.timeline),
            *(card.title for card in corpus.reference.provisions),
        )
        for text in titles.values()
    ]
    return law + _titles(corpus, {citation.source for citation in citations})


def _titles(corpus: Corpus, ids: Iterable[str]) -> list[str]:
    cited = [corpus.sources[id] for id in sorted(set(ids)) if id in corpus.sources]
    known = [item for source in cited for item in source.csl.values()]
    titles = (title for item in known for title in (item.title, item.container_title))
    return [fold(title).exact for title in titles if len(title.split()) >= _FEWEST_TITLE_WORDS]


def problem(passage: Passage, found: Found) -> Problem:
    """Return a use of a listed form as a problem, with what could be written instead."""
    rule = found.rule
    written = passage.text[found.start : found.end]
    safe = rule.safe and not found.loose and not passage.is_code(found.start)
    fitting = tuple(
        Edit(
            passage.span(edit.start, edit.end),
            edit.text,
            safe and edit.certain and passage.is_unbroken(edit.start, edit.end),
            edit.check,
        )
        for edit in found.edits
    )
    instead = tuple(dict.fromkeys(edit.text for edit in fitting))
    message = _text("problem", words=written, advice=_next_step(found, fitting))
    place = passage.span(found.start, found.end)
    return Problem(passage.path, place, rule.rule_id, found.level, message, instead, fitting)


def _next_step(found: Found, fitting: Sequence[Edit]) -> Message:
    """Return the reason and what to do."""
    if found.situation:
        return _text("situation", why=found.situation.why, instead=found.situation.instead)
    if found.loose:
        return _text("loose", why=found.rule.why)
    return _instead(found, fitting)


def _instead(found: Found, fitting: Sequence[Edit]) -> Message:
    why = found.rule.why
    if fitting:
        options = _options(edit.text for edit in fitting[:_MOST_OPTIONS])
        if any(edit.check_after for edit in fitting):
            return _text("write-check", why=why, options=options)
        return _text("write", why=why, options=options)
    wordy = next((option.text for option in found.form.options if not option.straight), "")
    if advice := found.form.advice or wordy:
        return _text("advice", why=why, advice=advice)
    if unfit := found.form.options[:_MOST_OPTIONS]:
        return _text("reword-with", why=why, options=_options(option.text for option in unfit))
    return _text("reword", why=why)


def _options(texts: Iterable[str]) -> Series:
    return listed(map(quoted, dict.fromkeys(texts)), "or")
