"""Character references of HTML."""

import html
import re

_TOO_LONG = re.compile("&(?=#[0-9]{8,})")


def unescape(text: str) -> str:
    """Return a text with its character references replaced; one of over seven digits is none, as in CommonMark."""
    return html.unescape(_TOO_LONG.sub("&amp;", text))
