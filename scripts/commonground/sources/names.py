"""What a source is called: the people of a reference, and the short name of a source or a search in a text."""

from collections.abc import Mapping

from commonground.languages import Language
from commonground.model.search import Search
from commonground.model.source import Source
from commonground.sources.identifiers import NEUTRAL_CITATION
from commonground.sources.official import reference_item
from commonground.sources.people import has_others, listed
from commonground.text.typography import typographic


def search_name(search: Search, locale: Language) -> str:
    """Return what a search is called: whose and of which day."""
    return locale.say("sources.search", date=locale.day(search.date))


def who(source: Source, locale: Language) -> str:
    """Return a source's authors and year, as short as a source can be named; for law its title and citation."""
    item = reference_item(source, locale)
    title = str(item.get("title", ""))
    year = str(source.year or locale.say("sources.no_date"))
    number = str(item.get("number", ""))
    if item.get("type") == "legal_case":
        return typographic(f"{title}, {number if NEUTRAL_CITATION.fullmatch(number) else year}")
    if item.get("type") == "legislation":
        series = str(item.get("container-title", ""))
        return typographic(f"{title}, {series}, {number}" if series and number else f"{title}, {year}")
    return typographic(f"{_authors(source, locale) or title}, {year}")


def _authors(source: Source, locale: Language) -> str:
    item = source.reference(locale.code)
    role = "author" if item.get("author") else "editor"
    names = [_family(name) for name in listed(item, role)]
    if len(names) > 2 or (names and has_others(item, role)):
        return locale.say("sources.others", first=names[0])
    return locale.say("sources.two", first=names[0], second=names[1]) if len(names) == 2 else "".join(names)


def _family(name: Mapping[str, object]) -> str:
    parts = (
        name.get("non-dropping-particle"),
        name.get("family") or name.get("literal") or name.get("given"),
    )
    return " ".join(str(part) for part in parts if part)
