"""Text as it is printed: typographic apostrophes, and spaces that do not break."""

import re

# Both begin with a sign, which is found far sooner than a place between signs.
_BETWEEN_LETTERS = re.compile(r"'(?<=[^\W\d_]')(?=[^\W\d_])")
_LOOSE_SPACE = re.compile(r" (?:(?<=\S )(?=[:;?!»›](?!\w))|(?<=[«‹] )(?=\S)|(?<=\d )(?=[%‰$€]|\d{3}(?!\d)))")


def typographic(text: str) -> str:
    """
    Return ``text``, as long as before, with typographic apostrophes between letters and no break where French has a space.

    A space before a mark of punctuation, inside guillemets, before a sign of unit or between the digits of a number means the
    same in every language, so nobody has to type it as one that does not break.
    """
    return _LOOSE_SPACE.sub("\u00a0", _BETWEEN_LETTERS.sub("’", text))
