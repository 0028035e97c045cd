"""What a reference says differently from one language to the other: names of laws, courts and reporters, section signs."""

import re

from msgspec.structs import replace

from commonground.languages import Language
from commonground.languages.law import Law
from commonground.model.csl import Item
from commonground.model.source import Source
from commonground.sources.identifiers import NEUTRAL_CITATION

_CHAPTER = "c. "
_LAW = ("legislation", "bill", "legal_case")
_PARAGRAPH = re.compile(r"\(([a-z](?:\.[0-9]+)?\))")


def reference_item(source: Source, language: Language) -> Item:
    """Return a source's CSL-JSON item as it is printed in a language; what is printed twice is left out."""
    item = replace(source.reference(language.code), id=source.id)
    if item.number and item.number in item.title:
        item = replace(item, number="")
    if item.type in _LAW:
        return _signed_item(_translated(item, language.law), language.law)
    names = {name.literal for name in item.author}
    return replace(
        item,
        publisher="" if item.publisher in names else item.publisher,
        container_title="" if item.container_title in names else item.container_title,
    )


def _translated(item: Item, law: Law) -> Item:
    """Return an item with the official names of the language."""
    title = law.official("titles", item.title)
    if item.type == "legal_case" and law.versus:
        title = re.sub(r" vs?\. ", f" {law.versus} ", title)
    series, _, year = item.container_title.partition(" ")
    official = law.official("collections", series)
    return replace(
        item,
        title=title,
        authority=law.official("courts", item.authority),
        jurisdiction=law.official("places", item.jurisdiction),
        container_title=item.container_title if official == series else f"{official} {year}".strip(),
        number=_number(item.number, law),
        section=_joined(item.section, law),
    )


def _number(number: str, law: Law) -> str:
    if found := NEUTRAL_CITATION.fullmatch(number):
        return f"{found['year']} {law.official('neutral', found['court'])} {found['number']}"
    if number.startswith(_CHAPTER) and law.chapter:
        return f"{law.chapter} {number.removeprefix(_CHAPTER)}"
    collection, slash, rest = number.partition("/")
    return _joined(f"{law.official('collections', collection)}{slash}{rest}", law)


def _joined(numbers: str, law: Law) -> str:
    """Return numbers with the language's joints between them."""
    for recorded, joint in law.joints.items():
        numbers = numbers.replace(f" {recorded} ", f" {joint} ")
    return numbers


def _signed_item(item: Item, law: Law) -> Item:
    """Return an item with the sign for sections before sections, and the sign for numbers before a court's file numbers."""
    section = item.section if law.two_brackets else _PARAGRAPH.sub(r"\1", item.section)
    is_file = item.type == "legal_case" and not NEUTRAL_CITATION.fullmatch(item.number)
    return replace(
        item,
        section=_signed(section, law.section, law),
        number=_signed(item.number, law.number, law) if is_file else item.number,
    )


def _signed(text: str, signs: tuple[str, str], law: Law) -> str:
    several = any(mark in text for mark in (",", "-", "–", *(f" {joint} " for joint in law.joints.values())))
    sign = signs[several]
    return f"{sign}\u00a0{text}" if sign and text else text
