"""What a reference says differently from one language to the other: names of laws, courts and reporters, section signs."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from commonground.model.source import Source

NEUTRAL_CITATION = re.compile(r"(?P<year>[0-9]{4}) (?P<court>[A-Z]+) (?P<number>[0-9]+)")
_LAW = ("legislation", "bill", "legal_case")
_SEVERAL = re.compile(r",|-|–| and | et ")
_SECTION_SIGNS = {"en": ("s.", "ss."), "fr": ("art.", "art.")}
_NUMBER_SIGNS = {"en": ("no.", "nos."), "fr": ("no", "nos")}

# French writes a paragraph's letter with its closing bracket alone: art. 183(1)b.1).
_PARAGRAPH = re.compile(r"\(([a-z](?:\.[0-9]+)?\))")

Words = Mapping[str, str]


@cache
def _names(language: str) -> Mapping[str, Words]:
    """Return the official names of one language by kind; a language without a list has none."""
    file = files(__package__) / "style" / f"official-names-{language}.toml"
    return tomllib.loads(file.read_text("utf-8")) if file.is_file() else {}


def reference_item(source: Source, language: str) -> dict[str, object]:
    """Return a source's CSL-JSON item as it is printed in ``language``; what is printed twice is left out."""
    item: dict[str, object] = {**source.csl, "id": source.id}
    authors = item.get("author")
    names = {entry.get("literal") for entry in authors} if isinstance(authors, list) else set()
    for key in ("publisher", "container-title"):
        if key in item and item[key] in names and item.get("type") not in _LAW:
            del item[key]
    if item.get("number") and str(item["number"]) in str(item.get("title", "")):
        del item["number"]
    if item.get("type") in _LAW:
        _translate(item, _names(language))
        _sign(item, language)
    return item


def _translate(item: dict[str, object], names: Mapping[str, Words]) -> None:
    """Put the official names of the other language in place."""
    if not names:
        return
    for key, kind in (("title", "titles"), ("authority", "courts"), ("jurisdiction", "places")):
        if key in item:
            item[key] = names[kind].get(str(item[key]), item[key])
    if item["type"] == "legal_case":
        item["title"] = re.sub(r" vs?\. ", " c. ", str(item.get("title", "")))
    series, _, year = str(item.get("container-title", "")).partition(" ")
    if series in names["collections"]:
        item["container-title"] = f"{names['collections'][series]} {year}".strip()
    number = str(item.get("number", ""))
    if found := NEUTRAL_CITATION.fullmatch(number):
        item["number"] = (
            f"{found['year']} {names['neutral'].get(found['court'], found['court'])} {found['number']}"
        )
    elif number.startswith("c. "):
        item["number"] = f"ch. {number.removeprefix('c. ')}"
    elif number:
        item["number"] = number.replace(" and ", " et ")


def _sign(item: dict[str, object], language: str) -> None:
    """Set the sign for sections before sections, and the sign for numbers before a court's file numbers."""
    if section := str(item.get("section", "")):
        section = _PARAGRAPH.sub(r"\1", section) if language == "fr" else section
        item["section"] = f"{_sign_for(section, _SECTION_SIGNS, language)}\u00a0{section}"
    number = str(item.get("number", ""))
    if item["type"] == "legal_case" and number and not NEUTRAL_CITATION.fullmatch(number):
        item["number"] = f"{_sign_for(number, _NUMBER_SIGNS, language)}\u00a0{number}"


def _sign_for(text: str, signs: Mapping[str, tuple[str, str]], language: str) -> str:
    one, several = signs.get(language, signs["en"])
    return several if _SEVERAL.search(text) else one
