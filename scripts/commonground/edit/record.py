"""
A new evidence record: what the metadata says, and an empty place for all that only a reader of the source can say.

Every text from outside stands in double quotation marks: in JSON's spelling, which YAML reads the same, no text can end
early or turn into a number, a date or a mark of YAML's.
"""

import json
import re
import unicodedata
from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date
from itertools import chain, count
from string import ascii_lowercase

from commonground.languages.catalogue import say
from commonground.languages.message import Message, listed, texts_of
from commonground.model.source import DESIGNS, HOW_CHECKED
from commonground.sources.people import OTHERS

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


def record_id(csl: Mapping[str, object], taken: Collection[str]) -> str:
    """
    Return an id for a new record: family name and year, "nd" without a year, and a letter where that is taken.

    Args: csl: A cleaned item. taken: Ids in use; capitals count for nothing.
    """
    start = _name(csl) + _year(csl)
    used = {id.casefold() for id in taken}
    endings: Iterator[str] = chain(("", *ascii_lowercase[1:]), (f"z{number}" for number in count(2)))
    return next(start + ending for ending in endings if start + ending not in used)


def _name(csl: Mapping[str, object]) -> str:
    """Return the first author's or editor's name, else the first word of the title, in plain letters."""
    people = csl.get("author") or csl.get("editor")
    person = people[0] if isinstance(people, list) else {}
    whole = str(person.get("literal") or csl.get("title") or "")
    word = re.search(r"\w{4,}", whole)
    name = str(person.get("family") or (word[0] if word else whole))
    plain = unicodedata.normalize("NFKD", name.lower().translate(_LETTERS))
    start = re.sub(r"[^a-z0-9]", "", plain)[:_LONGEST]
    return start if start[:1].isalpha() else _UNKNOWN


def _year(csl: Mapping[str, object]) -> str:
    match csl.get("issued"):
        case {"date-parts": [[int(year), *_], *_]}:
            return f"{year:04}"
    return _NO_YEAR


def skeleton(id: str, csl: Mapping[str, object], today: date, language: str, schema: str = "") -> bytes:
    """
    Return a record to complete. `commonground check` names the line of each place that is still empty.

    Args: csl: A cleaned item. today: The day to be confirmed as that of reading. language: That of the comments. schema: The
        path of its JSON Schema from where it lies, which its first line then tells editors.
    """

    def note(text: Message) -> str:
        return f"  # {say(text, language)}"

    lines = [
        *([f"# yaml-language-server: $schema={schema}"] if schema else []),
        f"id: {id}",
        "csl:",
        *_item(csl, note),
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
        f"  url:{f' {_flow(url)}' if (url := csl.get('URL')) else ''}{note(_text('url'))}",
        f"  how:{note(_text('one-of', names=listed(HOW_CHECKED)))}",
    ]
    return ("\n".join(lines) + "\n").encode()


def _item(csl: Mapping[str, object], note: Callable[[Message], str]) -> Iterator[str]:
    if "type" not in csl:
        yield f"  type:{note(_text('no-type'))}"
    if "title" not in csl:
        yield f"  title:{note(_text('no-title'))}"
    for key, value in csl.items():
        if key == "type":
            yield f"  type: {value}"
        elif isinstance(value, list):
            yield f"  {key}:"
            for person in value:
                yield f"    - {_flow(person)}{note(_text('others')) if person == OTHERS else ''}"
        else:
            yield f"  {key}: {_flow(value)}"


def _flow(value: object) -> str:
    """Return a value on one line; json's separators are those that records are written with."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(part)}" for key, part in value.items()) + "}"
    return json.dumps(value, ensure_ascii=False)
