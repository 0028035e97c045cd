"""The words of a text that say what it is about, to hold two texts against each other."""

import re

from commonground.model.passage import CITATION_CHARACTER

_WORD = re.compile(r"\w[\w’'-]*")


def long_words(text: str) -> set[str]:
    """Return the words of four letters or more, in lower case."""
    plain = text.lower().replace(CITATION_CHARACTER, " ").replace("’", "'")
    return {word for word in _WORD.findall(plain) if len(word) >= 4}
