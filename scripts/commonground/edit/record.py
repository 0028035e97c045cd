"""
A new evidence record: what the metadata says, and an empty place for all that only a reader of the source can say.

Every text from outside stands in double quotation marks: in JSON's spelling, which YAML reads the same, no text can end
early or turn into a number, a date or a mark of YAML's.
"""

import json
import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from itertools import chain, count
from string import ascii_lowercase

from commonground.model.source import DESIGNS, HOW_CHECKED
from commonground.sources.people import OTHERS

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


def skeleton(id: str, csl: Mapping[str, object], today: date, schema: str = "") -> bytes:
    """
    Return a record to complete. `commonground check` names the line of each place that is still empty.

    Args: csl: A cleaned item. today: The day to be confirmed as that of reading. schema: The path of its JSON Schema from
        where it lies, which its first line then tells editors.
    """
    lines = [
        *([f"# yaml-language-server: $schema={schema}"] if schema else []),
        f"id: {id}",
        "csl:",
        *_item(csl),
        *_gap("design", f"one of: {', '.join(DESIGNS)}"),
        *_gap("peer_reviewed", "true or false"),
        *_gap("findings", ""),
        *_gap("  - id", "letters, digits and hyphens, such as violence-odds"),
        *_gap(
            "    states", "what the source found: one sentence of ours that stands on its own, figures exact"
        ),
        *_gap("    figures", 'the numbers in it that an article may use, such as ["2.99", "45%"], or []'),
        *_gap("    where", "the place in the source, such as Abstract, or Table 2"),
        *_gap("limits", "what the source cannot show"),
        "# themes: []  # some of those in commonground.toml",
        "checked:",
        f"  date: {today}  # the day on which you read it",
        *_checked_address(csl),
        *_gap("  how", f"one of: {', '.join(HOW_CHECKED)}"),
    ]
    return ("\n".join(lines) + "\n").encode()


def _gap(key: str, wanted: str) -> Iterator[str]:
    """Yield a key without a value, and what belongs there as a comment."""
    yield f"{key}:  # {wanted}" if wanted else f"{key}:"


def _item(csl: Mapping[str, object]) -> Iterator[str]:
    if "type" not in csl:
        yield from _gap("  type", "the metadata does not say; such as article-journal, report, book, webpage")
    if "title" not in csl:
        yield from _gap("  title", "the metadata does not say")
    for key, value in csl.items():
        if key == "type":
            yield f"  type: {value}"
        elif isinstance(value, list):
            yield f"  {key}:"
            for person in value:
                comment = "  # write the names that the metadata leaves out" if person == OTHERS else ""
                yield f"    - {_flow(person)}{comment}"
        else:
            yield f"  {key}: {_flow(value)}"


def _flow(value: object) -> str:
    """Return a value on one line; json's separators are those that records are written with."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(part)}" for key, part in value.items()) + "}"
    return json.dumps(value, ensure_ascii=False)


def _checked_address(csl: Mapping[str, object]) -> Iterator[str]:
    if address := csl.get("URL"):
        yield f"  url: {_flow(address)}  # the page where you read it"
    else:
        yield from _gap("  url", "the address where you read it")
