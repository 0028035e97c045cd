"""Our marks in Markdown, spelled once: both the reader and the renderer use these."""

import re

SOURCE_ID = r"[A-Za-z][A-Za-z0-9]*"
FINDING_ID = r"[A-Za-z0-9][A-Za-z0-9-]*"

CITATION = re.compile(r"\[(@[^\[\]\n]*(?:\n[^\[\]\n]+)*)\](?!\()")
"""
A whole citation mark; group 1 holds its parts, separated by ``;``. It may wrap over a line end.

With an address behind it, it is a link whose words are somebody's handle.
"""

CITATION_PART = re.compile(
    rf"\s*@(?P<source>{SOURCE_ID})(?:#(?P<finding>{FINDING_ID}))?(?:\s*,\s*(?P<locator>[^;]*?))?\s*"
)
"""One part of a citation mark: source, optional finding, optional locator."""

BLOCK_OPEN = re.compile(r"^(?P<fence>/{3,})\s*(?P<name>[A-Za-z][A-Za-z0-9-]*)\s*(?:\|\s*(?P<title>.*?))?\s*$")
BLOCK_CLOSE = re.compile(r"^(?P<fence>/{3,})\s*$")
"""The opening and closing lines of a block (pymdown-extensions' generic block syntax)."""

OVERRIDE = re.compile(
    r"<!--\s*allow\s+(?P<rule>[a-z]+/[a-z0-9-]+)\s*(?::\s*(?P<reason>.*?))?\s*-->", re.DOTALL
)
"""A rule set aside for the next block only, with its reason."""

STATEMENT = "statement"
"""What a service can say of itself: the statement, why it matters, and a next step, a paragraph each."""

SELF_CHECK = "self-check"
"""The block that asks a question: a paragraph, then a list of choices, each bold, with its explanation behind it."""

BOXES = ("fact", "myth", "misleads", "quote-this", "example", "checklist", "clause", SELF_CHECK, STATEMENT)
"""The blocks that are a labelled box."""

CHOICE = "choice"
"""The class of the fold that the page makes of a choice; to a reader of the text it is none."""

CHART = "chart"
"""The block that draws the findings it cites."""

OWN_BLOCKS = (*BOXES, CHART)
"""The blocks that carry meaning for us; pymdown-extensions' own may be used as well."""

BORROWED_BLOCKS = ("details",)
"""Blocks of pymdown-extensions that are switched on."""


def _braces(name: str) -> str:
    """Return a pattern for one or several names in braces; group 1 holds them."""
    return rf"\{{:?[ ]*((?:{name})(?:[ ]+(?:{name}))*)[ ]*\}}"


_LANGUAGE = r"\.in-[a-z]{2}"

CLASSES = _braces(_LANGUAGE)
"""What may follow a mark, or end a paragraph as a line of its own: ``{.in-fr}``, the language of the words."""

ANY_ATTRIBUTES = _braces(r"[.#][A-Za-z0-9][\w-]*")
"""What the parts of pages that the program makes may use, and what is looked at behind a heading: see ``heading_id``."""


def heading_id(inside: str) -> tuple[str, bool]:
    """
    Return the id that a writer chose for a heading (``{#an-anchor}``), "" for none, and whether all else is taken too.

    Args: inside: What stands in the braces. A class that is not taken stays text, and takes no id away; two ids do.
    """
    ids = [name[1:] for name in inside.split() if name.startswith("#")]
    classes = (name for name in inside.split() if not name.startswith("#"))
    id = ids[0] if len(ids) == 1 else ""
    return id, len(ids) < 2 and all(re.fullmatch(_LANGUAGE, name) for name in classes)
