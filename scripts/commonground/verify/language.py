"""Text in the wrong language: words that only another language of the site has, where the page says that it is this one."""

import re
from collections import Counter
from collections.abc import Collection, Hashable, Iterator, Mapping
from functools import cached_property

from commonground.languages import Language
from commonground.languages.message import texts_of
from commonground.model.problem import Problem
from commonground.verify.faults import fault
from commonground.verify.page import Block, Page
from commonground.verify.readings import digest

_text = texts_of(__name__)

_WORD = re.compile(r"[^\W\d_]+")
_NO_WORDS = re.compile(r"\S*[\w-][./]\w[\w-]*[/-]\S*|#[\w-]+|“[^”]*”|«[^»]*»")
"""Addresses, names of places in a page, and quotations, which are in their speaker's language."""

_HEAD = ("meta", "title")
_COPIED = ("data-copy",)
"""Attributes whose text is not shown but put where the reader pastes it, in a language that its button names."""

_FEWEST = 3
"""So many small words of another language, and none of its own, make a text one of that language."""


class Tongues:
    """
    Tells the languages of a site apart by their small words (``frequent_words`` of each locale) and by what the site says.

    Small words are those that no other of the languages has; a text without them is of any language.

    Args: names: Names of bodies and works, which are in their own language wherever they stand.
    """

    def __init__(self, locales: Mapping[str, Language], names: Collection[str] = ()) -> None:
        self._locales = locales
        self._seen: dict[Hashable, tuple[tuple[str, str, str], ...]] = {}
        self._names = sorted({_plain(name) for name in names}, key=lambda name: (-len(name), name))

    @cached_property
    def ground(self) -> str:
        """What all answers rest on, in short."""
        told = [
            {language: sorted(texts) for language, texts in one.items()} for one in (self._small, self._said)
        ]
        return digest(told, self._names)

    @cached_property
    def _small(self) -> Mapping[str, frozenset[str]]:
        words = {
            language: frozenset(locale.words.frequent_words) for language, locale in self._locales.items()
        }
        return {
            language: own - frozenset().union(*(words[other] for other in words if other != language))
            for language, own in words.items()
        }

    @cached_property
    def _said(self) -> Mapping[str, frozenset[str]]:
        """What the site says in one language and in no other, single words aside: those may be the same in two."""
        said = {
            language: frozenset(text for _, text in locale.texts() if len(_WORD.findall(text)) > 1)
            for language, locale in self._locales.items()
        }
        return {
            language: own - frozenset().union(*(said[other] for other in said if other != language))
            for language, own in said.items()
        }

    def foreign(self, block: Block) -> tuple[tuple[str, str, str], ...]:
        """
        Return (text, its language as the page says it, the other language it is in) for each such text of a block.

        The head of a page says what the page itself says, and cannot mark a title's language.
        """
        if block.tag in _HEAD or block.attribute in _COPIED:
            return ()
        key = block.key
        if key not in self._seen:
            read = ((text, said, self.language_of(text, said)) for said, text in _by_language(block))
            self._seen[key] = tuple(found for found in read if found[2])
        return self._seen[key]

    def language_of(self, text: str, expected: str) -> str:
        """Return the other language that a text is in, "" where it may be in the expected one."""
        if expected not in self._small:
            return ""
        for other, said in self._said.items():
            if other != expected and text in said:
                return other
        other = self._by_words(text, expected)
        return other and self._by_words(self._without_names(text), expected)

    def _by_words(self, text: str, expected: str) -> str:
        counts = Counter(
            language
            for word in _WORD.findall(text.lower())
            for language, small in self._small.items()
            if word in small
        )
        if counts[expected]:
            return ""
        return next((language for language, count in counts.items() if count >= _FEWEST), "")

    def _without_names(self, text: str) -> str:
        for name in self._names:
            text = text.replace(name, " ")
        return text


def foreign_texts(page: Page, tongues: Tongues) -> Iterator[Problem]:
    """Yield each text of a page that is in another language of the site than the page, or the element, says."""
    for block in page.blocks:
        for text, said, other in tongues.foreign(block):
            message = _text("foreign", text=_short(text), other=other, said=said or _text("none"))
            yield fault(page.path, page.raw, text, "language", message)


def _by_language(block: Block) -> Iterator[tuple[str, str]]:
    """Yield the text of a block by language, without addresses, code, and references, which are in the source's language."""
    texts: dict[str, str] = {}
    for text, scope in block.pieces():
        if not scope.is_code and not scope.reference:
            texts[scope.language] = f"{texts.get(scope.language, '')} {text}"
    for language, text in texts.items():
        yield language, _plain(_NO_WORDS.sub(" ", text))


def _plain(text: str) -> str:
    """Return a text with one ordinary space wherever there is white space."""
    return " ".join(text.split())


def _short(text: str, longest: int = 80) -> str:
    return text if len(text) <= longest else f"{text[:longest].rstrip()} …"
