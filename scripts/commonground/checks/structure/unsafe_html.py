"""
Pages hold no HTML and no address that runs something.

Why: Pages come from many hands; HTML could carry scripts, hide text or break the page for screen readers.

Fix: Write it in Markdown; for a box use a block such as `/// example`. Ask in an issue for what Markdown cannot do.
"""

import re
from collections.abc import Iterator

from commonground.checks.making import maker
from commonground.model.corpus import Corpus
from commonground.model.problem import Level, Problem

LEVEL = Level.ERROR
_problem = maker(__name__, LEVEL)
_SCHEME = re.compile(r"^\s*([a-zA-Z][a-zA-Z0-9+.-]*):")
_SAFE_PICTURES = {"http", "https"}
_SAFE = {*_SAFE_PICTURES, "mailto", "tel"}
_TAG = re.compile(r"<(?P<slash>/?)(?P<name>[A-Za-z][\w-]*)")
_INVISIBLE = re.compile(r"[\x00-\x20\u200b-\u200f\u2028-\u202e]")


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each piece of HTML, and each link with a scheme other than web, mail or telephone."""
    for article in corpus.articles:
        opened: set[str] = set()
        for html in article.html:
            name = _TAG.match(html.text)
            if name and name["slash"] and name["name"] in opened:
                continue  # told where it was opened
            opened.add(name["name"] if name else "")
            shown = html.text.split("\n")[0][:40]
            yield _problem(
                article.path,
                html.span,
                f"HTML is not allowed in pages: {shown}. Write it in Markdown, or put it in backquotes to show it as code.",
            )
        for link in article.links:
            scheme = _SCHEME.match(_INVISIBLE.sub("", link.target))
            if scheme and scheme.group(1).lower() not in (_SAFE_PICTURES if link.is_image else _SAFE):
                yield _problem(
                    article.path,
                    link.span,
                    f'links may not start with "{scheme.group(1)}:". Use a web address, a page of this site, mailto: or tel:.',
                )
