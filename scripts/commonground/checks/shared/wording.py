"""The words of a text that say what it is about, to hold two texts against each other."""

import re

from commonground.model.passage import CITATION_CHARACTER

_WORD = re.compile(r"\w[\w’'-]*")
_SHARED = 0.7
"""Share of a text's words of four letters or more that stand in another, above which it says the same again."""


def long_words(text: str) -> set[str]:
    """Return the words of four letters or more, in lower case."""
    plain = text.lower().replace(CITATION_CHARACTER, " ").replace("’", "'")
    return {word for word in _WORD.findall(plain) if len(word) >= 4}


def says_again(text: str, other: str) -> bool:
    """Tell whether most long words of a text stand in another, so that it says the same again."""
    words = long_words(text)
    return bool(words) and len(words & long_words(other)) / len(words) > _SHARED
