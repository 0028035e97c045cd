"""
A new evidence record: what the metadata says, and an empty place for all that only a reader of the source can say.

Every text from outside stands in double quotation marks: in JSON's spelling, which YAML reads the same, no text can end
early or turn into a number, a date or a mark of YAML's.
"""

import json
import re
import unicodedata
from collections.abc import Callable, Collection, Iterator
from datetime import date
from itertools import chain, count
from string import ascii_lowercase

from commonground.languages.catalogue import say
from commonground.languages.message import Message, listed, texts_of
from commonground.model.csl import Item, Name, as_csl
from commonground.model.source import DESIGNS, HOW_CHECKED
from commonground.sources.people import OTHERS
from commonground.sources.written import iso_day

_text = texts_of(__name__)

_NO_YEAR = "nd"
_LONGEST = 40
_LETTERS = str.maketrans(
    {
        "\u00f8": "o",
        "\u00e6": "ae",
        "\u0153": "oe",
        "\u00df": "ss",
        "\u0142": "l",
        "\u0111": "d",
        "\u00fe": "th",
        "\u00f0": "d",
    }
)
"""Letters that are no other letter with an accent."""

_UNKNOWN = "source"


def record_id(item: Item, taken: Collection[str]) -> str:
    """
    Return an id for a new record: family name and year, "nd" without a year, and a letter where that is taken.

    Args: item: A cleaned item. taken: Ids in use; capitals count for nothing.
    """
    start = _name(item) + _year(item)
    used = {id.casefold() for id in taken}
    endings: Iterator[str] = chain(("", *ascii_lowercase[1:]), (f"z{number}" for number in count(2)))
    return next(start + ending for ending in endings if start + ending not in used)


def _name(item: Item) -> str:
    """Return the first author's or editor's name, else the first word of the title, in plain letters."""
    person = next(iter(item.author or item.editor), Name())
    whole = person.literal or item.title
    word = re.search(r"\w{4,}", whole)
    name = person.family or (word[0] if word else whole)
    plain = unicodedata.normalize("NFKD", name.lower().translate(_LETTERS))
    start = re.sub(r"[^a-z0-9]", "", plain)[:_LONGEST]
    return start if start[:1].isalpha() else _UNKNOWN


def _year(item: Item) -> str:
    return iso_day(item)[:4] or _NO_YEAR


def skeleton(id: str, item: Item, today: date, language: str, schema: str = "") -> bytes:
    """
    Return a record to complete. `commonground check` names the line of each place that is still empty.

    Args: item: A cleaned item. today: The day to be confirmed as that of reading. language: That of the comments. schema: The
        path of its JSON Schema from where it lies, which its first line then tells editors.
    """

    def note(text: Message) -> str:
        return f"  # {say(text, language)}"

    lines = [
        *([f"# yaml-language-server: $schema={schema}"] if schema else []),
        f"id: {id}",
        "csl:",
        *_item(item, note),
        f"design:{note(_text('one-of', names=listed(DESIGNS)))}",
        f"peer_reviewed:{note(_text('true-or-false'))}",
        "findings:",
        f"  - id:{note(_text('id'))}",
        f"    states:{note(_text('states'))}",
        f"    figures:{note(_text('figures'))}",
        f"    where:{note(_text('where'))}",
        f"limits:{note(_text('limits'))}",
        f"# themes: []{note(_text('themes'))}",
        "checked:",
        f"  date: {today}{note(_text('date'))}",
        f"  url:{f' {_flow(item.url)}' if item.url else ''}{note(_text('url'))}",
        f"  how:{note(_text('one-of', names=listed(HOW_CHECKED)))}",
    ]
    return ("\n".join(lines) + "\n").encode()


def _item(item: Item, note: Callable[[Message], str]) -> Iterator[str]:
    if not item.type:
        yield f"  type:{note(_text('no-type'))}"
    if not item.title:
        yield f"  title:{note(_text('no-title'))}"
    for key, value in as_csl(item).items():
        if key == "type" and value:
            yield f"  type: {value}"
        elif isinstance(value, list | tuple):
            yield f"  {key}:"
            for person in value:
                yield f"    - {_flow(person)}{note(_text('others')) if person == as_csl(OTHERS) else ''}"
        elif value:
            yield f"  {key}: {_flow(value)}"


def _flow(value: object) -> str:
    """Return a value on one line; json's separators are those that records are written with."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(part)}" for key, part in value.items()) + "}"
    return json.dumps(value, ensure_ascii=False)
