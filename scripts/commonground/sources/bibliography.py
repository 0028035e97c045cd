"""Files of reference managers: CSL-JSON as it is, RIS and BibTeX through Pandoc."""

import json
import re
import subprocess
from collections.abc import Mapping
from pathlib import PurePath

import pypandoc

from commonground.languages.message import listed, texts_of
from commonground.languages.terminal import Spoken
from commonground.read.yaml_file import MAX_BYTES

_text = texts_of(__name__)

FORMATS = {".json": "CSL-JSON", ".ris": "RIS", ".bib": "BibTeX"}
"""Formats by the ending of the file."""

_PANDOC = {".ris": "ris", ".bib": "biblatex"}
_SECONDS = 60
_PLACE = re.compile(r"\(line (\d+), column (\d+)\)")
_NAMES = re.compile(r"(?im)\b(?:author|editor)\s*=.*$")
_WRAPPED = re.compile(r"\s*(?:\\url\s*)?\{+\s*(?:\\url\s*\{)?([^{}]*?)\s*\}+\s*")
_RIS_DATE = re.compile(r"(?m)^(PY|Y1)(  - \d{4})/(\d{0,2})/?(\d{0,2}).*$")
_RIS_NAME = re.compile(r"(?m)^(?:A[U1-4]|ED)  - ([^,\r\n]*?)\s*$")


class NoBibliography(Spoken):
    """A file that holds no references, or is broken."""


def read_items(name: str, data: bytes) -> list[Mapping[str, object]]:
    """
    Return the items of a file as CSL-JSON, as they are written in it.

    Args: name: The file's name, whose ending tells the format.
    Raises: NoBibliography: The file is too large, broken, of another format or without an item.
    """
    ending = PurePath(name).suffix.lower()
    if ending not in FORMATS:
        known = listed(f"{kind} (*{end})" for end, kind in FORMATS.items())
        raise NoBibliography(_text("ending", name=name, known=known))
    if len(data) > MAX_BYTES:
        raise NoBibliography(_text("too-large", name=name, most=f"{MAX_BYTES:,}"))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NoBibliography(_text("not-utf-8", name=name, byte=error.start + 1)) from None
    items = _parsed(name, text) if ending == ".json" else _converted(name, text, _PANDOC[ending])
    if not items:
        raise NoBibliography(_text("no-source", name=name, format=FORMATS[ending]))
    return items


def _parsed(name: str, text: str) -> list[Mapping[str, object]]:
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        place = f"{name}:{error.lineno}:{error.colno}"
        raise NoBibliography(_text("no-json", place=place, error=error.msg)) from None
    except (ValueError, RecursionError):  # a number of thousands of digits, or too deep
        raise NoBibliography(_text("too-deep", name=name)) from None
    items = value if isinstance(value, list) else [value]
    if not all(isinstance(item, dict) and ("type" in item or "title" in item) for item in items):
        raise NoBibliography(_text("no-list", name=name))
    return items


def _converted(name: str, text: str, form: str) -> list[Mapping[str, object]]:
    """Return Pandoc's reading of RIS or BibTeX, mended where it changes what the file says."""
    if form == "ris":
        # Pandoc reads only dates with hyphens, and takes a body without a comma for a person.
        items = _pandoc(name, _RIS_DATE.sub(_with_hyphens, text), form)
        bodies = {" ".join(found.split()) for found in _RIS_NAME.findall(text)}
        return [_with_bodies(item, bodies) for item in items]
    written = " ".join(text.replace("{", "").replace("}", "").split())
    # BibTeX takes "and" in any case, Pandoc in small letters alone.
    joined = _NAMES.sub(lambda line: re.sub(r"(?i)\band\b", "and", line[0]), text)
    return [
        {**item, "title": _as_written(item.get("title"), written)} for item in _pandoc(name, joined, form)
    ]


def _as_written(title: object, written: str) -> object:
    """Return a title with the file's own capitals: Pandoc puts "Vancouver" in small letters unless braces hold it."""
    found = written.lower().find(title.lower()) if isinstance(title, str) else -1
    same = written[found : found + len(str(title))] if found >= 0 else ""
    return same if same.lower() == str(title).lower() else title


def _with_hyphens(date: re.Match[str]) -> str:
    parts = [part for part in date.group(3, 4) if part]
    return date[1] + "-".join([date[2], *parts])


def _with_bodies(item: Mapping[str, object], bodies: set[str]) -> Mapping[str, object]:
    def mended(person: object) -> object:
        if not isinstance(person, dict):
            return person
        keys = ("given", "dropping-particle", "non-dropping-particle", "family")
        whole = " ".join(str(person[key]) for key in keys if person.get(key))
        return {"literal": whole} if whole in bodies else person

    roles = {key: people for key in ("author", "editor") if isinstance(people := item.get(key), list)}
    return {**item, **{key: [mended(person) for person in people] for key, people in roles.items()}}


def _pandoc(name: str, text: str, form: str) -> list[Mapping[str, object]]:
    """Raises: NoBibliography: Pandoc cannot read the text, or is missing."""
    try:
        command = [str(pypandoc.get_pandoc_path()), "--sandbox", f"--from={form}", "--to=csljson"]
        done = subprocess.run(
            command,
            input=text.encode(),
            capture_output=True,
            check=True,
            timeout=_SECONDS,
        )
    except subprocess.CalledProcessError as error:
        said = error.stderr.decode(errors="replace")
        found = _PLACE.search(said)
        line = min(int(found[1]), text.count("\n") + 1) if found else 1
        where = f"{name}:{line}:{found[2]}" if found else name
        raise NoBibliography(_text("malformed", place=where)) from None
    except (OSError, subprocess.TimeoutExpired) as error:
        raise NoBibliography(_text("no-pandoc", name=name, error=str(error))) from None
    items = json.loads(done.stdout)
    return [_unwrapped(item) for item in items] if isinstance(items, list) else []


def _unwrapped(item: Mapping[str, object]) -> Mapping[str, object]:
    """Take braces and \\url off values: in fields that Pandoc keeps as they are, such as the DOI, they stay on."""
    found = {key: _WRAPPED.fullmatch(value) for key, value in item.items() if isinstance(value, str)}
    return {**item, **{key: match[1] for key, match in found.items() if match}}
