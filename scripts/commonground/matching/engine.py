"""Finds listed forms in a passage: one automaton for all, boundaries and context looked at after."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache

from ahocorasick_rs import AhoCorasick, MatchKind
from msgspec import Struct
from msgspec.structs import replace

from commonground.matching.compiled import Compiled, Form, compile_terms
from commonground.matching.fitting import Edit, Place, edits
from commonground.matching.names import Line
from commonground.matching.parted import Parted
from commonground.matching.quotation import is_loose
from commonground.model.corpus import Corpus
from commonground.model.passage import Passage
from commonground.model.phrases import Words, clues, stand_in
from commonground.model.problem import Level
from commonground.model.term import Situation, TermRule
from commonground.text.folding import Folded, fold, is_letter

Range = tuple[int, int]

_STRICTNESS = {Level.ERROR: 2, Level.WARNING: 1, Level.SUGGESTION: 0}
_BIG_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_FEWEST_TITLE_WORDS = 2
_LONGEST_ARTICLE = 8


class Found(Struct, frozen=True):
    """
    A use of a listed form.

    ``start`` and ``end`` are offsets in the passage's text, those of ``edits`` too. ``loose``: it stands in quotation
    marks, but nobody is named as the speaker. ``situation``: what the passage seems to be about, so that the rule's
    replacements are not offered.
    """

    start: int
    end: int
    rule: TermRule
    form: Form
    level: Level
    loose: bool
    edits: tuple[Edit, ...]
    situation: Situation | None = None


class _Match(Struct, frozen=True):
    start: int
    end: int
    form: Form
    rule: TermRule


class Engine:
    """All forms of one language in one automaton."""

    def __init__(self, compiled: Compiled) -> None:
        self._compiled = compiled
        self._owners: dict[str, list[Form]] = defaultdict(list)
        for form in compiled.forms:
            self._owners[form.find].append(form)
        self._finds = list(self._owners)
        self._automaton = AhoCorasick(self._finds, matchkind=MatchKind.Standard)
        self._names = AhoCorasick(compiled.names, matchkind=MatchKind.Standard)
        self._parted = Parted(self._finds)
        self._article = _articles(compiled.grammar.articles)

    def find(self, passage: Passage, titles: Callable[[], Iterable[str]] = tuple) -> Iterator[Found]:
        """
        Yield the uses in one passage, in reading order; the longest form of each overlap stands for it.

        Args: titles: Gives names of works and laws, folded but for their capitals, in which a form is left alone; asked
            only where a form was found.
        """
        folded = self._parted.joined(fold(passage.text))
        matches = list(self._matches(passage, folded))
        if not matches:
            return
        reach = [
            (self._with_article(folded.text, start), end)
            for start, end in self._named(folded.exact, titles())
        ]
        reach += [_folded_range(folded, start, end) for start, end in passage.unread]
        spoken = [(*_folded_range(folded, start, end), (start, end)) for start, end in passage.speech]
        mine = []
        lines: dict[Range, Line] = {}
        for match in matches:
            if any(start <= match.start and match.end <= end for start, end in reach):
                continue
            if self._is_name(match, folded, _sentence(passage, folded, match.start), lines):
                continue
            around = [where for start, end, where in spoken if start <= match.start and match.end <= end]
            if all(is_loose(passage, *where, self._compiled) for where in around):
                mine.append((match, bool(around)))
        for group in _overlapping(mine):
            yield self._found(passage, folded, group)

    def _matches(self, passage: Passage, folded: Folded) -> Iterator[_Match]:
        for index, start, end in self._automaton.find_matches_as_indexes(folded.text, overlapping=True):
            if not _whole(folded.text, start, end):
                continue
            exact = folded.exact[start:end]
            for form in self._owners[self._finds[index]]:
                if form.exact and exact != fold(form.written).exact:
                    continue
                if form.capitals and not exact.isupper():
                    continue
                rule = self._compiled.rules[form.rule]
                if form.near is None or _near_holds(form, rule, passage, folded, start):
                    yield _Match(start, end, form, rule)

    def _with_article(self, text: str, start: int) -> int:
        """Return where a name begins with its article: "the John Howard Society" holds "the John"."""
        article = self._article.search(text, max(0, start - _LONGEST_ARTICLE), start)
        return article.start() if article else start

    def _named(self, exact: str, titles: Iterable[str]) -> Iterator[tuple[int, int]]:
        """Yield where a name stands."""
        for _, start, end in self._names.find_matches_as_indexes(exact, overlapping=True):
            yield start, end
        for title in titles:
            start = exact.find(title)
            while start >= 0:
                yield start, start + len(title)
                start = exact.find(title, start + 1)

    def _is_name(self, match: _Match, folded: Folded, sentence: Range, lines: dict[Range, Line]) -> bool:
        """Tell whether a match is part of a name. Args: lines: Those sentences that were looked at before."""
        start, end = sentence
        if sentence not in lines:
            lines[sentence] = Line(folded.exact[start:end], self._compiled.name_words)
        # Words for peoples have a capital that is no name's.
        own = match.form.written != match.form.written.lower() or match.rule.subject == "groups"
        return lines[sentence].is_name(match.start - start, match.end - start, has_own_capitals=own)

    def _found(self, passage: Passage, folded: Folded, group: Sequence[tuple[_Match, bool]]) -> Found:
        best, loose = max(
            group, key=lambda item: (item[0].end - item[0].start, _STRICTNESS[item[0].rule.level])
        )
        levels = [match.rule.level for match, _ in group if match.rule.id not in best.rule.replaces]
        level = Level.SUGGESTION if loose else max(levels, key=_STRICTNESS.__getitem__)
        start, end = folded.origin(best.start, best.end)
        situation = _situation(best.rule, folded)
        if situation:
            return Found(start, end, best.rule, best.form, level, loose, (), situation)
        grammar = self._compiled.grammar
        sentence = _sentence(passage, folded, best.start)
        opens = not any(map(is_letter, folded.text[sentence[0] : best.start]))
        titled = grammar.title_case and _is_titled(folded, sentence, best, grammar.small_words)
        place = Place(folded, best.start, best.end, best.form, opens, titled)
        fitted = [
            replace(edit, start=at, end=to)
            for edit in edits(place, grammar)
            for at, to in [folded.origin(edit.start, edit.end)]
        ]
        return Found(start, end, best.rule, best.form, level, loose, tuple(fitted))


def _situation(rule: TermRule, folded: Folded) -> Situation | None:
    """Return what the text seems to be about, so that the rule's replacements must not be offered."""
    if not rule.situations:
        return None
    text = Words.of(folded.text)
    return next((one for one in rule.situations if one.holds(text)), None)


@lru_cache(maxsize=1)
def engines(corpus: Corpus) -> Mapping[str, Engine]:
    """Return an engine for each language of the corpus that has rules."""
    return {
        language: Engine(compile_terms(rules, corpus.locale(language)))
        for language, rules in corpus.terms.items()
        if rules
    }


def _articles(listed: Sequence[str]) -> re.Pattern[str]:
    """Return a pattern for an article at the end of a text."""
    words = (re.escape(word) if word.endswith("'") else rf"{re.escape(word)}\s+" for word in listed)
    return re.compile(rf"\b(?:{'|'.join(words) or '(?!)'})$", re.IGNORECASE)


def _folded_range(folded: Folded, start: int, end: int) -> Range:
    return folded.place(start), folded.place(end)


def _whole(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    return not (is_letter(before) and is_letter(text[start])) and not (
        is_letter(after) and is_letter(text[end - 1])
    )


def _near_holds(form: Form, rule: TermRule, passage: Passage, folded: Folded, start: int) -> bool:
    near = form.near
    if near is None:
        return True
    first, last = _sentence(passage, folded, start)
    text = folded.text[first:last]
    rare = _rare(near.any, rule.avoid)
    if rare and not any(
        not at or not is_letter(text[at - 1])
        for _, at, _ in rare.find_matches_as_indexes(text, overlapping=True)
    ):
        return False  # so it is with most texts, and asking is much faster than looking
    return (not near.any or stand_in(near.any, text)) and not stand_in(near.none, text)


@cache
def _rare(phrases: tuple[str, ...], forms: tuple[str, ...]) -> AhoCorasick | None:
    """Return what finds a word that stands beside a form wherever one of some phrases does; None where such words are everyday."""
    words = clues(phrases, fold(" ".join(forms)).text)
    return AhoCorasick({word.removesuffix("*") for word in words}) if words else None


def _sentence(passage: Passage, folded: Folded, start: int) -> Range:
    """Return the range in the folded text of the sentence that holds a place, or of the whole where none does."""
    for sentence in passage.sentences:
        first, last = _folded_range(folded, sentence.start, sentence.end)
        if first <= start < last:
            return first, last
    return 0, len(folded.text)


def _is_titled(folded: Folded, sentence: tuple[int, int], match: _Match, small: Collection[str]) -> bool:
    """Tell whether a sentence is a title: no full stop, and all words beside the form but small ones have a capital."""
    beside = f"{folded.exact[sentence[0] : match.start]} {folded.exact[match.end : sentence[1]].rstrip()}"
    words = [word for word in _BIG_WORD.findall(beside) if word.lower() not in small]
    return (
        len(words) >= _FEWEST_TITLE_WORDS
        and not beside.endswith(".")
        and all(word[0].isupper() for word in words)
    )


def _overlapping(matches: Iterable[tuple[_Match, bool]]) -> Iterator[list[tuple[_Match, bool]]]:
    """Group matches that share a character."""
    group: list[tuple[_Match, bool]] = []
    reach = -1
    for item in sorted(matches, key=lambda item: (item[0].start, -item[0].end)):
        if group and item[0].start >= reach:
            yield group
            group = []
        group.append(item)
        reach = max(reach, item[0].end)
    if group:
        yield group
