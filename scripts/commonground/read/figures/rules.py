"""The rules for numbers that are no figures: "section 213", "May 5", "10 a.m."."""

import re
from collections.abc import Sequence
from functools import cached_property

from commonground.model.figure import LeftAlone, Reason
from commonground.read.figures.compiled import Rule, Words
from commonground.read.figures.notation import NEVER

LOOK_BACK = 32
"""Characters before a number in which a hedge, "between" or "section" can stand."""

OPENERS = " \u00a0\u2009\u202f\n([/'’"
_OPENER = re.compile(f"[{re.escape(OPENERS)}]")


class Before:
    """
    What stands shortly before an offset of a text, without the space at its end: in lower case, and as it is written.

    ``last`` is the numeral before it that is no figure, if there is one.
    """

    def __init__(self, written: str, end: int, last: LeftAlone | None = None) -> None:
        self.written = f" {written[max(0, end - LOOK_BACK) : end]}".rstrip()
        self.text = self.written.lower()
        self.last = last if last and end - last.end < LOOK_BACK else None

    @cached_property
    def last_word(self) -> str:
        """The last word of it."""
        return _OPENER.split(self.text)[-1]


class _Ending:
    """Words of which one may end what stands before a number."""

    def __init__(self, words: Words) -> None:
        self.by_last_word: dict[str, list[str]] = {}
        for phrase in words.plain:
            self.by_last_word.setdefault(Before(phrase, len(phrase)).last_word, []).append(phrase)
        self.pattern = re.compile(words.pattern) if words.pattern else None

    def ends(self, before: Before) -> bool:
        """Tell whether one of them does."""
        text = before.text
        for one in self.by_last_word.get(before.last_word, ()):
            if text.endswith(one) and (len(one) == len(text) or text[-len(one) - 1] in OPENERS):
                return True
        return self.pattern is not None and self.pattern.search(text) is not None


class _Compiled:
    """A rule, ready to be tried."""

    def __init__(self, rule: Rule) -> None:
        self.rule = rule
        self.is_exception = rule.reason == "figure"
        self.reason = Reason.NAME if self.is_exception else Reason[rule.reason.upper()]
        self.after = _Ending(rule.after) if rule.after else None
        self._not_after = _Ending(rule.not_after) if rule.not_after else None
        self._follows = Reason[rule.follows.upper()] if rule.follows else None

    @cached_property
    def match(self) -> re.Pattern[str]:
        return re.compile(self.rule.match)

    @cached_property
    def joint(self) -> re.Pattern[str]:
        return re.compile(self.rule.joint)

    @cached_property
    def _after_cased(self) -> re.Pattern[str]:
        return re.compile(self.rule.after_cased)

    def stands(self, before: Before) -> bool:
        """Tell whether what stands before a number is what the rule asks for."""
        if self.after and not self.after.ends(before):
            return False
        if self._not_after and self._not_after.ends(before):
            return False
        if self.rule.after_cased and not (
            before.written[-1:].isalpha() and self._after_cased.search(before.written)
        ):
            return False
        return self._follows is None or (before.last is not None and before.last.reason is self._follows)


class _ByLastWord:
    """Rules of one kind: few of them ask for the word that stands before a number."""

    def __init__(self, rules: Sequence[_Compiled]) -> None:
        words = {word for one in rules if one.after for word in one.after.by_last_word}
        self._any = [one for one in rules if not _asks_for_words(one)]
        self._by_word = {
            word: [one for one in rules if not _asks_for_words(one) or word in one.after.by_last_word]  # type: ignore[union-attr]  # whoever asks for words has an ``after``
            for word in words
        }

    def before(self, before: Before) -> Sequence[_Compiled]:
        """Return the rules that may hold after these words."""
        return self._by_word.get(before.last_word, self._any)


def _asks_for_words(one: _Compiled) -> bool:
    return one.after is not None and one.after.pattern is None


class ListRule:
    """A list of names that has begun: "sections 210, 211 and 213"."""

    def __init__(self, one: _Compiled) -> None:
        self._one = one

    def joins(self, lowered: str, end: int, start: int) -> bool:
        """Tell whether what stands between two numbers only parts the items of a list."""
        return self._one.joint.fullmatch(lowered, end, start) is not None

    def item(self, lowered: str, at: int) -> int:
        """Return where the item at an offset ends, 0 where there is none."""
        match = self._one.match.match(lowered, at)
        return match.end() if match else 0


class Rules:
    """The rules of a language."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._all = {rule.id: _Compiled(rule) for rule in rules}
        by_kind: dict[str, list[_Compiled]] = {}
        for one in self._all.values():
            by_kind.setdefault("" if one.is_exception else one.rule.of, []).append(one)
        forms = by_kind.pop("form", [])
        self._cased = [one for one in forms if one.rule.cased]
        self._forms = [one for one in forms if not one.rule.cased]
        self._phrases = [one for one in self._forms if one.reason is Reason.PHRASE]
        self._by_kind = {kind: _ByLastWord(found) for kind, found in by_kind.items()}

    def cased(self, shown: str, lowered: str, at: int, before: Before) -> LeftAlone | None:
        """Return a numeral that its neighbours' capitals make none, such as a house's, or None."""
        if not shown[at].isdecimal():
            return None
        for one in self._cased:
            if (match := one.match.match(shown, at)) and self._holds(one, lowered, at, before):
                return LeftAlone(at, match.end(), one.reason)
        return None

    @cached_property
    def _any_form(self) -> re.Pattern[str]:
        return _any_of(self._forms)

    @cached_property
    def _any_phrase(self) -> re.Pattern[str]:
        return _any_of(self._phrases)

    def form(self, lowered: str, at: int, before: Before, *, in_prose: bool) -> LeftAlone | None:
        """Return what is no figure by its own form, such as a date, or None."""
        # Only phrases begin with a letter.
        in_words = lowered[at].isalpha()
        match = (self._any_phrase if in_words else self._any_form).match(lowered, at)
        if match is None:
            return None
        rules = self._phrases if in_words else self._forms
        first = int((match.lastgroup or "r0")[1:])
        for one in rules[first:]:
            if one is not rules[first]:
                match = one.match.match(lowered, at)
            if match and (in_prose or not one.rule.prose_only) and self._holds(one, lowered, at, before):
                return LeftAlone(at, match.end(), one.reason)
        return None

    def opens_list(self, before: Before) -> "ListRule | None":
        """Return the rule whose words end what stands before a number: "sections"."""
        return next((ListRule(one) for one in self._of("list", before) if one.stands(before)), None)

    def of(self, kind: str, lowered: str, at: int, before: Before, *, in_prose: bool) -> LeftAlone | None:
        """Return what a rule of a kind leaves alone at an offset, or None."""
        for one in self._of(kind, before):
            if one.rule.prose_only and not in_prose:
                continue
            if (match := one.match.match(lowered, at)) and self._holds(one, lowered, at, before):
                return LeftAlone(at, match.end(), one.reason)
        return None

    def _of(self, kind: str, before: Before) -> Sequence[_Compiled]:
        rules = self._by_kind.get(kind)
        return rules.before(before) if rules else ()

    def _holds(self, one: _Compiled, lowered: str, at: int, before: Before) -> bool:
        if not one.stands(before):
            return False
        return not any(
            other.match.match(lowered, at) and other.stands(before)
            for other in map(self._all.__getitem__, one.rule.unless)
        )


def _any_of(rules: Sequence[_Compiled]) -> re.Pattern[str]:
    """Return a pattern of all that the rules match; the group that matches has the number of the first rule."""
    return re.compile("|".join(f"(?P<r{at}>{one.rule.match})" for at, one in enumerate(rules)) or NEVER)
