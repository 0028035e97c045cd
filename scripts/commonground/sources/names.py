"""What a source and its places are called: the people of a reference, and the short name of a source or a search in a text."""

from commonground.languages import Language
from commonground.model.csl import Name
from commonground.model.search import Search
from commonground.model.source import Source
from commonground.sources.identifiers import NEUTRAL_CITATION
from commonground.sources.official import reference_item
from commonground.sources.people import OTHERS, listed
from commonground.text.typography import typographic


def search_name(search: Search, locale: Language) -> str:
    """Return what a search is called: whose and of which day."""
    return locale.say("sources.search", date=locale.day(search.date))


def place_name(place: str, locale: Language) -> str:
    """Return what a place of a record is called, as it is written there where the language has no name for it."""
    key = f"places.{place}"
    return locale.say(key) if locale.has(key) else place


def who(source: Source, locale: Language) -> str:
    """Return a source's authors and year, as short as a source can be named; for law its title and citation."""
    item = reference_item(source, locale)
    title, number = item.title, item.number
    year = str(source.year or locale.say("sources.no_date"))
    if item.type == "legal_case":
        return typographic(f"{title}, {number if NEUTRAL_CITATION.fullmatch(number) else year}")
    if item.type == "legislation":
        series = item.container_title
        return typographic(f"{title}, {series}, {number}" if series and number else f"{title}, {year}")
    return typographic(f"{_authors(source, locale) or title}, {year}")


def _authors(source: Source, locale: Language) -> str:
    item = source.reference(locale.code)
    people = item.author or item.editor
    names = [_family(name) for name in listed(people)]
    if len(names) > 2 or (names and OTHERS in people):
        return locale.say("sources.others", first=names[0])
    return locale.say("sources.two", first=names[0], second=names[1]) if len(names) == 2 else "".join(names)


def _family(name: Name) -> str:
    parts = (name.non_dropping_particle, name.family or name.literal or name.given)
    return " ".join(filter(None, parts))
