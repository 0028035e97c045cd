"""
Our own words follow the term rules of ``language/``.

Why: Words shape how readers see people; the same rules check drafts, teach in the guide and serve journalists.

Fix: Write the preferred word, or keep the speaker's words in quotation marks; where a rule must be broken, set it aside in place with a reason.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from ahocorasick_rs import AhoCorasick, MatchKind

from commonground.model.corpus import Corpus
from commonground.model.passage import Passage
from commonground.model.problem import Level, Problem
from commonground.model.rule import Rule
from commonground.model.term import TermRule

LEVEL = Level.WARNING
_STRICTNESS = {Level.ERROR: 2, Level.WARNING: 1, Level.SUGGESTION: 0}
_PLAIN = str.maketrans(
    {"’": "'", "ʼ": "'", "\n": " ", "\u00a0": " ", "\u2009": " ", "\u202f": " ", "\u2010": "-", "\u2011": "-"}
)
_FEWEST_TITLE_WORDS = 3
"""A shorter title ("Prostitution") would excuse the word everywhere."""

_ARTICLE = re.compile(r"(?:\b(?:the|an?|les?|la|des|du|aux?|une?)\s+|\bl')$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Match:
    start: int
    end: int
    rule: TermRule
    form: str


def rules(corpus: Corpus) -> Iterator[Rule]:
    """Yield each term rule as readers see it."""
    for listed in corpus.terms.values():
        for term in listed:
            summary = f"{term.language}: {', '.join(term.avoid[:4])}{' …' if len(term.avoid) > 4 else ''}"
            instead = "; ".join(dict.fromkeys(term.prefer))
            fix = f"{instead}. Left alone: {'; '.join(term.exceptions)}."
            yield Rule(term.rule_id, term.level, summary, term.why, fix, term.wrong, term.right)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each use of a listed form in our own words."""
    engines = {language: _Engine(listed) for language, listed in corpus.terms.items() if listed}
    for passage, titles in _prose(corpus):
        engine = engines.get(passage.language)
        if engine:
            yield from engine.problems(passage, titles)


def _prose(corpus: Corpus) -> Iterator[tuple[Passage, Sequence[str]]]:
    """Yield each passage with the titles of works, laws and cases that it may name: those that its page cites."""
    for article in corpus.articles:
        titles = _titles(corpus, {citation.source for citation in article.citations})
        yield from ((passage, titles) for passage in article.passages)
    for source in corpus.sources.values():
        titles = _titles(corpus, {source.id, *source.contested_by, *source.superseded_by})
        yield from ((passage, titles) for passage in source.passages)
    law = [
        text.translate(_PLAIN)
        for name in ("timeline", "provisions")
        for entry in corpus.reference.entries(name)
        for text in entry.text("title").values()
    ]
    for passage in corpus.reference.passages:
        yield passage, law + _titles(corpus, {citation.source for citation in passage.citations})


def _titles(corpus: Corpus, ids: Iterable[str]) -> list[str]:
    known = [corpus.sources[id].csl for id in sorted(ids) if id in corpus.sources]
    titles = (str(csl.get(key, "")) for csl in known for key in ("title", "container-title"))
    return [title.translate(_PLAIN) for title in titles if len(title.split()) >= _FEWEST_TITLE_WORDS]


class _Engine:
    """All forms of one language in one automaton; boundaries and context are looked at after."""

    def __init__(self, listed: Sequence[TermRule]) -> None:
        self._owners: dict[str, list[tuple[TermRule, str]]] = defaultdict(list)
        for rule in listed:
            for form in rule.avoid:
                self._owners[_plain(form)].append((rule, form))
        self._forms = list(self._owners)
        self._automaton = AhoCorasick(self._forms, matchkind=MatchKind.Standard)
        self._names = [name.translate(_PLAIN) for rule in listed for name in rule.names]

    def problems(self, passage: Passage, titles: Iterable[str]) -> Iterator[Problem]:
        """Yield the problems of one passage, the longest form of each overlap giving the message."""
        lowered = _plain(passage.text)
        found = list(self._matches(passage, lowered))
        if not found:
            return
        excused = [*passage.speech, *passage.code, *_named(passage.text, [*self._names, *titles])]
        reach = [(_with_article(lowered, start), end) for start, end in excused]
        mine = [m for m in found if not any(a <= m.start and m.end <= b for a, b in reach)]
        for group in _overlapping(mine):
            yield _problem(passage, group)

    def _matches(self, passage: Passage, lowered: str) -> Iterator[_Match]:
        for index, start, end in self._automaton.find_matches_as_indexes(lowered, overlapping=True):
            if not _whole(lowered, start, end):
                continue
            for rule, form in self._owners[self._forms[index]]:
                exact = form not in rule.cased or passage.text[start:end].translate(_PLAIN) == form.translate(
                    _PLAIN
                )
                if exact and _near_holds(rule, form, passage, lowered, start):
                    yield _Match(start, end, rule, form)


def _named(text: str, names: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Yield where a name stands; names come with plain apostrophes and spaces."""
    plain = text.translate(_PLAIN)
    for wanted in names:
        start = plain.find(wanted)
        while start >= 0:
            yield start, start + len(wanted)
            start = plain.find(wanted, start + 1)


def _with_article(text: str, start: int) -> int:
    """Return where a name begins with its article: "the John Howard Society" holds "the John"."""
    article = _ARTICLE.search(text, max(0, start - 8), start)
    return article.start() if article else start


def _plain(text: str) -> str:
    """Return the text in small letters with plain apostrophes and spaces, the same length."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return lowered.translate(_PLAIN)


def _whole(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (_is_letter(before) and _is_letter(text[start])) and not (
        _is_letter(after) and _is_letter(text[end - 1])
    )


def _is_letter(character: str) -> bool:
    return character.isalnum() or character == "_"


def _near_holds(rule: TermRule, form: str, passage: Passage, lowered: str, start: int) -> bool:
    near = rule.near.get(form) or rule.near.get("")
    if near is None:
        return True
    sentence = next((s for s in passage.sentences if s.start <= start < s.end), None)
    text = lowered[sentence.start : sentence.end] if sentence else lowered
    needed = not near.any or _has_any(near.any, text)
    return needed and not _has_any(near.none, text)


@lru_cache(maxsize=256)
def _words_of(text: str) -> str:
    """Return the words with one space around each, an elided article being a word of its own."""
    spaced = "".join(c if _is_letter(c) or c in "-'" else " " for c in text).replace("'", "' ")
    return f" {' '.join(spaced.split())} "


def _has_any(wanted: Iterable[str], text: str) -> bool:
    spaced = _words_of(text)
    return any(_as_looked_for(item) in spaced for item in wanted)


@cache
def _as_looked_for(item: str) -> str:
    """Return a listed word or phrase as it stands in the text of ``_words_of``; a last * leaves its end open."""
    plain = _plain(item).replace("'", "' ").strip()
    return f" {plain[:-1].strip()}" if plain.endswith("*") else f" {plain} "


def _overlapping(matches: Iterable[_Match]) -> Iterator[list[_Match]]:
    """Group matches that share a character."""
    group: list[_Match] = []
    reach = -1
    for match in sorted(matches, key=lambda m: (m.start, -m.end)):
        if group and match.start >= reach:
            yield group
            group = []
        group.append(match)
        reach = max(reach, match.end)
    if group:
        yield group


def _problem(passage: Passage, group: Sequence[_Match]) -> Problem:
    best = max(group, key=lambda m: (m.end - m.start, _STRICTNESS[m.rule.level]))
    levels = [m.rule.level for m in group if m.rule.id not in best.rule.replaces]
    level = max(levels, key=_STRICTNESS.__getitem__)
    written = passage.text[best.start : best.end]
    instead = tuple(_like(written, option) for option in best.rule.preferred(best.form))
    advice = [option.strip("()") for option in best.rule.prefer if option.startswith("(")]
    message = f'"{written}": {best.rule.why} {_next_step(instead, advice)}'
    return Problem(
        passage.path, passage.span(best.start, best.end), best.rule.rule_id, level, message, instead
    )


def _next_step(instead: Sequence[str], advice: Sequence[str]) -> str:
    if instead:
        options = " or ".join(f'"{option}"' for option in instead[:3])
        return f"Write {options}, or put a speaker's own words in quotation marks."
    if advice:
        return f"Instead: {advice[0]}. A speaker's own words stay, in quotation marks."
    return "Reword it, or put a speaker's own words in quotation marks."


def _like(written: str, option: str) -> str:
    """Give a replacement the capital letter of what it replaces."""
    return option[:1].upper() + option[1:] if written[:1].isupper() and option[:1].islower() else option
