"""
Whether a form is part of a name: of a body, a place, a person, a work.

Capital letters tell it, and what stands beside them: "the Prostitutes' Collective", "Hooker Street", "Prostitutes of New York
(PONY)", "the film Hookers", "le Comité permanent sur la prostitution". A capital at the start of a sentence, and those of a
headline, tell nothing by themselves.
"""

import re
from collections.abc import Collection, Sequence

from commonground.languages.words import NameWords

_TOKEN = re.compile(r"[^\W_]+")
_JOINED = frozenset([" ", "'", "' ", "-", " & ", "&"])
_AFTER_INITIAL = frozenset([". ", "."])
_LONGEST_INITIAL = 3
_CLAUSE_STARTS = frozenset(':;–—“"«(‹•|*[')
_BEFORE_NAME = re.compile(r"[ ,:–—“\"«*_]+")
_MOST_JOINTS = 3
_MOST_BETWEEN = 2
_FARTHEST_ABBREVIATION = 8
_FULL_STOPS = frozenset(".!?…")
_MOST_BEFORE_VERB = 5
_LONGEST_ASIDE = 10
_MOST_BEFORE_KIND = 5


class Line:
    """One sentence word by word, asked which of its forms are names."""

    def __init__(self, exact: str, words: NameWords) -> None:
        self._exact = exact
        self._words = words
        self._spans = [found.span() for found in _TOKEN.finditer(exact)]
        self._texts = [exact[start:end] for start, end in self._spans]
        self._small = [text.lower() for text in self._texts]
        self._is_headline = _has_capitals(self._texts, words)

    def is_name(self, start: int, end: int, *, has_own_capitals: bool) -> bool:
        """
        Tell whether a form is part of a name.

        Args: start, end: Its range in the sentence. has_own_capitals: It is written with a capital anywhere.
        """
        tokens = [at for at, (a, b) in enumerate(self._spans) if a < end and start < b]
        while tokens and self._is_joint(tokens[0]):
            del tokens[0]
        if not tokens:
            return False
        first, last = tokens[0], tokens[-1]
        content = [at for at in tokens if not self._is_joint(at)] if self._words.title_case else [first]
        capital = all(self._is_titled(at) for at in content)
        if self._is_abbreviated(first, last) or self._is_of_body(first, last, capital=capital):
            return True
        if self._is_headline:
            return False
        if first == 0 and self._opens_as_name(last):
            return True
        return self._is_introduced(first, capital=capital) or (
            capital and not has_own_capitals and self._is_capitalised(first, last)
        )

    def _gap(self, at: int) -> str:
        """Return what stands between a word and the next."""
        return self._exact[self._spans[at][1] : self._spans[at + 1][0]] if at + 1 < len(self._spans) else ""

    def _is_capital(self, at: int) -> bool:
        return self._texts[at][0].isupper()

    def _is_titled(self, at: int) -> bool:
        """Tell whether a word has a capital, and is not all capitals."""
        return self._is_capital(at) and not (len(self._texts[at]) > 1 and self._texts[at].isupper())

    def _is_joint(self, at: int) -> bool:
        return self._small[at] in self._words.joints or (self._small[at] == "s" and self._gap(at - 1) == "'")

    def _is_linked(self, at: int) -> bool:
        """Tell whether a word and the next may belong to one name."""
        gap = self._gap(at)
        short = len(self._texts[at]) <= _LONGEST_INITIAL and self._is_capital(at)
        return gap in _JOINED or (gap in _AFTER_INITIAL and short)

    def _is_body(self, at: int) -> bool:
        return self._is_titled(at) and self._small[at] in self._words.bodies

    def _reach(self, at: int, step: int) -> int:
        """Return the last word of a name that goes on from a word: words with a capital, few small words between them."""
        reach, joints = at, 0
        while 0 <= (after := at + step) < len(self._spans) and self._is_linked(min(at, after)):
            at = after
            opens = at == 0 and self._is_joint(at)
            if self._is_capital(at) and not opens:
                reach, joints = at, 0
            elif not self._is_joint(at) or (joints := joints + 1) > _MOST_JOINTS:
                break
        return reach

    def _is_capitalised(self, first: int, last: int) -> bool:
        """Tell whether the capital of a form within a sentence is that of a name."""
        before = self._exact[: self._spans[first][0]].rstrip()[-1:]
        if first == 0 or before in _CLAUSE_STARTS:
            return False
        words = (*range(self._reach(first, -1), first), *range(last + 1, self._reach(last, 1) + 1))
        if not self._words.title_case or any(self._is_capital(at) and not self._is_joint(at) for at in words):
            return True
        return self._is_linked(first - 1) and self._small[first - 1] in self._words.before

    def _opens_as_name(self, last: int) -> bool:
        """
        Tell by what follows whether a bare form that opens a sentence is a name.

        A verb of another number follows ("Putes et fières a déposé un mémoire"), what only bodies and works do, or what it
        is ("Brothel, a one-act play"). A headline, which has no full stop, may leave out its articles.
        """
        if self._exact.rstrip()[-1:] not in _FULL_STOPS:
            return False
        is_plural = self._small[0].endswith("s")
        verbs = self._words.singular_verbs if is_plural else self._words.acts
        is_bare = (
            not self._words.title_case
            and self._gap(last) == " "
            and self._small[last + 1] in self._words.singular_verbs
        )
        return is_bare or self._goes_on_to_verb(last, verbs) or self._is_explained(last)

    def _goes_on_to_verb(self, last: int, verbs: Collection[str]) -> bool:
        """Tell whether one of some verbs follows, after words of the name or after something between two commas."""
        comma = self._comma(last, _MOST_BEFORE_VERB)
        if comma is not None:
            close = self._comma(comma + 1, _LONGEST_ASIDE)
            return close is not None and self._small[close + 1] in verbs
        for at in range(last + 1, min(last + 1 + _MOST_BEFORE_VERB, len(self._spans))):
            if not self._is_linked(at - 1):
                return False
            if self._small[at] in verbs:
                return True
            is_small = self._small[at] in self._words.small and not self._is_joint(at)
            if is_small or (self._words.title_case and not (self._is_joint(at) or self._is_capital(at))):
                return False
        return False

    def _comma(self, at: int, most: int) -> int | None:
        """Return the first word, from one on, that a comma follows, and another word; None where the next few have none."""
        end = min(at + most, len(self._spans) - 1)
        return next((word for word in range(at, end) if self._gap(word).startswith(",")), None)

    def _is_explained(self, last: int) -> bool:
        """Tell whether a comma and what the name is follow: ", a play by", ", un groupe de"."""
        comma = self._comma(last, _MOST_BEFORE_VERB)
        if comma is None or self._small[comma + 1] not in self._words.explains:
            return False
        for at in range(comma + 2, min(comma + 2 + _MOST_BEFORE_KIND, len(self._spans))):
            if self._small[at] in self._words.kinds:
                after = self._small[at + 1] if at + 1 < len(self._spans) else ""
                return self._gap(at).startswith(",") or after in self._words.joints
            if not self._is_linked(at - 1):
                return False
        return False

    def _is_introduced(self, first: int, *, capital: bool) -> bool:
        """Tell whether a word such as "film" or "group" stands before a name: "the film Hookers"."""
        begin = self._reach(first, -1)
        if not capital and not (begin == first - 1 and self._is_joint(begin)):
            return False
        is_near = begin > 0 and _BEFORE_NAME.fullmatch(self._gap(begin - 1)) is not None
        return is_near and self._small[begin - 1] in self._words.kinds

    def _is_of_body(self, first: int, last: int, *, capital: bool) -> bool:
        """Tell whether the name of a body goes on to the form, or from it: "Committee on Prostitution", "Hooker Street"."""
        return (capital and self._goes_on_to_body(last)) or self._goes_on_from_body(first, capital=capital)

    def _goes_on_to_body(self, last: int) -> bool:
        possessive = self._gap(last).startswith("'")
        most = 0 if self._is_headline and not possessive else _MOST_BETWEEN
        at, between = last, 0
        while at + 1 < len(self._spans) and self._is_linked(at):
            at += 1
            if self._is_body(at):
                return True
            if self._small[at] == "s":
                continue
            between += 1
            if between > most or not self._is_capital(at) or self._is_joint(at):
                return False
        return False

    def _goes_on_from_body(self, first: int, *, capital: bool) -> bool:
        most = 0 if self._is_headline else _MOST_BETWEEN
        at, between, joint = first, 0, ""
        while at and self._is_linked(at - 1):
            at -= 1
            if self._is_body(at):
                # Without a capital of its own the form is part of a name only where the body's cannot be the sentence's.
                return bool(joint) and joint not in self._words.conjunctions and (capital or at > 0)
            if self._small[at] == "s" and self._gap(at - 1) == "'":
                return False
            if self._is_joint(at):
                joint = self._small[at]
            else:
                between += 1
                if at == first - 1 or between > most or not self._may_stand_between(at, capital=capital):
                    return False
        return False

    def _may_stand_between(self, at: int, *, capital: bool) -> bool:
        after_of = at > 0 and self._small[at - 1] in self._words.of
        return self._is_capital(at) or (
            not capital and (after_of or self._small[at] in self._words.adjectives)
        )

    def _is_abbreviated(self, first: int, last: int) -> bool:
        """Tell whether the initials of a name stand in brackets after it: "Prostitutes of New York (PONY)"."""
        for at in range(last, min(last + _FARTHEST_ABBREVIATION, len(self._spans) - 1)):
            if self._gap(at) == " (":
                return self._begins_with(at, self._texts[at + 1], first)
            if not self._is_linked(at):
                return False
        return False

    def _begins_with(self, at: int, abbreviation: str, first: int) -> bool:
        """Tell whether the words up to one have an abbreviation's initials, from a word before the form on."""
        if not (
            len(abbreviation) > 1
            and abbreviation.isalpha()
            and abbreviation[0].isupper()
            and abbreviation[-1].isupper()
        ):
            return False
        named = False
        for letter in reversed(abbreviation.lower()):
            while at >= 0 and self._small[at][0] != letter and self._is_joint(at):
                at -= 1
            if at < 0 or self._small[at][0] != letter:
                return False
            named = named or (self._is_capital(at) and (at > 0 or self._is_body(at)))
            at -= 1
        return at < first and named and self._is_capital(at + 1)


def is_in_title_case(text: str, words: NameWords) -> bool:
    """Tell whether a text has the capitals that a title has, but not all letters in capitals; never in some languages."""
    return words.title_case and not text.isupper() and _has_capitals(_TOKEN.findall(text), words)


def _has_capitals(texts: Sequence[str], words: NameWords) -> bool:
    """Tell whether all words have a capital, but small ones; there must be two."""
    content = [text for text in texts if len(text) > 1 and text.lower() not in words.small]
    return len(content) > 1 and not any(text[0].islower() for text in content)
