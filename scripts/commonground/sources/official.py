"""What a reference says differently from one language to the other: names of laws, courts and reporters, section signs."""

import re

from commonground.languages import Language
from commonground.languages.law import Law
from commonground.model.source import Source
from commonground.sources.identifiers import NEUTRAL_CITATION

_CHAPTER = "c. "
_LAW = ("legislation", "bill", "legal_case")
_PARAGRAPH = re.compile(r"\(([a-z](?:\.[0-9]+)?\))")


def reference_item(source: Source, language: Language) -> dict[str, object]:
    """Return a source's CSL-JSON item as it is printed in a language; what is printed twice is left out."""
    item: dict[str, object] = {**source.reference(language.code), "id": source.id}
    authors = item.get("author")
    names = {entry.get("literal") for entry in authors} if isinstance(authors, list) else set()
    for key in ("publisher", "container-title"):
        if key in item and item[key] in names and item.get("type") not in _LAW:
            del item[key]
    if item.get("number") and str(item["number"]) in str(item.get("title", "")):
        del item["number"]
    if item.get("type") in _LAW:
        _translate(item, language.law)
        _sign(item, language.law)
    return item


def _translate(item: dict[str, object], law: Law) -> None:
    """Put the official names of the language in place."""
    for key, kind in (("title", "titles"), ("authority", "courts"), ("jurisdiction", "places")):
        if key in item:
            item[key] = law.official(kind, str(item[key]))
    if item["type"] == "legal_case" and law.versus:
        item["title"] = re.sub(r" vs?\. ", f" {law.versus} ", str(item.get("title", "")))
    series, _, year = str(item.get("container-title", "")).partition(" ")
    if (official := law.official("collections", series)) != series:
        item["container-title"] = f"{official} {year}".strip()
    number = str(item.get("number", ""))
    if found := NEUTRAL_CITATION.fullmatch(number):
        item["number"] = f"{found['year']} {law.official('neutral', found['court'])} {found['number']}"
    elif number.startswith(_CHAPTER) and law.chapter:
        item["number"] = f"{law.chapter} {number.removeprefix(_CHAPTER)}"
    elif number:
        collection, slash, rest = number.partition("/")
        item["number"] = _joined(f"{law.official('collections', collection)}{slash}{rest}", law)
    if "section" in item:
        item["section"] = _joined(str(item["section"]), law)


def _joined(numbers: str, law: Law) -> str:
    """Return numbers with the language's joints between them."""
    for recorded, joint in law.joints.items():
        numbers = numbers.replace(f" {recorded} ", f" {joint} ")
    return numbers


def _sign(item: dict[str, object], law: Law) -> None:
    """Set the sign for sections before sections, and the sign for numbers before a court's file numbers."""
    if section := str(item.get("section", "")):
        section = section if law.two_brackets else _PARAGRAPH.sub(r"\1", section)
        item["section"] = _signed(section, law.section, law)
    number = str(item.get("number", ""))
    if item["type"] == "legal_case" and number and not NEUTRAL_CITATION.fullmatch(number):
        item["number"] = _signed(number, law.number, law)


def _signed(text: str, signs: tuple[str, str], law: Law) -> str:
    several = any(mark in text for mark in (",", "-", "–", *(f" {joint} " for joint in law.joints.values())))
    sign = signs[several]
    return f"{sign}\u00a0{text}" if sign else text
