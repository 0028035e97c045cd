"""Pages hold no HTML and no address that runs something."""

import re
from collections.abc import Iterator

from commonground.checks.making import maker
from commonground.languages.message import texts_of
from commonground.model.corpus import Corpus
from commonground.model.problem import Level, Problem

LEVEL = Level.ERROR
MAY_BE_SET_ASIDE = False
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)
_SCHEME = re.compile(r"^\s*([a-zA-Z][a-zA-Z0-9+.-]*):")
_SAFE_PICTURES = {"http", "https"}
_SAFE = {*_SAFE_PICTURES, "mailto", "tel"}
_TAG = re.compile(r"<(?P<slash>/?)(?P<name>[A-Za-z][\w-]*)")
_INVISIBLE = re.compile(r"[\x00-\x20\u200b-\u200f\u2028-\u202e]")


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each piece of HTML, and each link with a scheme other than web, mail or telephone."""
    opened: set[tuple[str, str]] = set()
    for path, html in corpus.html():
        name = _TAG.match(html.text)
        if name and name["slash"] and (path, name["name"]) in opened:
            continue  # told where it was opened
        opened.add((path, name["name"] if name else ""))
        shown = html.text.split("\n")[0][:40]
        yield _problem(path, html.span, _text("html", html=shown))
    for path, link in corpus.links():
        scheme = _SCHEME.match(_INVISIBLE.sub("", link.target))
        if scheme and scheme.group(1).lower() not in (_SAFE_PICTURES if link.is_image else _SAFE):
            yield _problem(path, link.span, _text("scheme", scheme=scheme.group(1)))
