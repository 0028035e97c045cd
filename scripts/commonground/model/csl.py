"""A CSL-JSON item, as a record holds one: kinds, names, dates and texts of CSL 1.0.2."""

from typing import Annotated

from msgspec import Struct, to_builtins

from commonground.languages.message import texts_of
from commonground.model.schema.declared import FILLED, keys_of
from commonground.model.schema.forms import ADDRESS, WRITTEN
from commonground.model.schema.shapes import DateParts, ListOf, OneOf, TextShape

_text = texts_of(__name__)

NAMELESS = ("abstract", "DOI", "id", "ISBN", "ISSN", "language", "PMCID", "PMID", "type", "URL")
"""Keys of a CSL item that hold no words of a reference: identifiers, and what is never printed."""

NUMBERED = (
    "call-number", "chapter-number", "citation-number", "collection-number", "dimensions", "division", "edition", "issue", "locator",
    "number", "number-of-pages", "number-of-volumes", "page", "page-first", "part-number", "printing-number", "section",
    "supplement-number", "version", "volume", "year-suffix",
)  # fmt: skip
"""Keys of a CSL item in which a bare number names a part of the work."""

CSL_TYPES = (
    "article", "article-journal", "article-magazine", "article-newspaper", "bill", "book", "broadcast", "chapter",
    "classic", "collection", "dataset", "document", "entry", "entry-dictionary", "entry-encyclopedia", "event",
    "figure", "graphic", "hearing", "interview", "legal_case", "legislation", "manuscript", "map", "motion_picture",
    "musical_score", "pamphlet", "paper-conference", "patent", "performance", "periodical", "personal_communication",
    "post", "post-weblog", "regulation", "report", "review", "review-book", "software", "song", "speech", "standard",
    "thesis", "treaty", "webpage",
)  # fmt: skip

_KEYS = {
    "archive_collection": "archive_collection",
    "archive_location": "archive_location",
    "doi": "DOI",
    "isbn": "ISBN",
    "issn": "ISSN",
    "journal_abbreviation": "journalAbbreviation",
    "pmcid": "PMCID",
    "pmid": "PMID",
    "short_title": "shortTitle",
    "url": "URL",
}
"""Fields whose keys are not their names with hyphens."""


def _key(name: str) -> str:
    return _KEYS.get(name, name.replace("_", "-"))


class Name(Struct, frozen=True, omit_defaults=True, rename=_key):
    """A person's name, or (``literal``) that of a body."""

    family: str = ""
    given: str = ""
    literal: str = ""
    suffix: str = ""
    dropping_particle: str = ""
    non_dropping_particle: str = ""


class Day(Struct, frozen=True, omit_defaults=True, rename=_key):
    """A date as far as it is known: ``date_parts`` are year, month and day, twice for a span of time."""

    date_parts: Annotated[tuple[tuple[int, ...], ...], ListOf(DateParts(), filled=True)] = ()
    literal: str = ""
    raw: str = ""
    season: Annotated[str, WRITTEN] = ""
    circa: bool = False


_Names = Annotated[tuple[Name, ...], FILLED]
_Written = Annotated[str, WRITTEN]
_LANGUAGE = TextShape(_text("language-code"), r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


class Item(Struct, frozen=True, kw_only=True, omit_defaults=True, rename=_key):
    """
    A work as CSL-JSON describes it, in the order in which records have it; what is not known is empty.

    Identifiers and numbers of volumes are texts, so that "0123" and "1.10" keep their zeros.
    """

    id: _Written = ""
    type: Annotated[str, OneOf(CSL_TYPES)]
    title: str
    author: _Names = ()
    editor: _Names = ()
    container_title: _Written = ""
    volume: _Written = ""
    issue: _Written = ""
    page: _Written = ""
    number: _Written = ""
    number_of_pages: _Written = ""
    genre: _Written = ""
    authority: _Written = ""
    jurisdiction: _Written = ""
    section: _Written = ""
    publisher: _Written = ""
    publisher_place: _Written = ""
    issued: Day | None = None
    doi: _Written = ""
    pmcid: _Written = ""
    isbn: _Written = ""
    url: Annotated[str, ADDRESS] = ""
    language: Annotated[str, _LANGUAGE] = ""
    chair: _Names = ()
    collection_editor: _Names = ()
    compiler: _Names = ()
    composer: _Names = ()
    container_author: _Names = ()
    contributor: _Names = ()
    curator: _Names = ()
    director: _Names = ()
    editorial_director: _Names = ()
    editor_translator: _Names = ()
    executive_producer: _Names = ()
    guest: _Names = ()
    host: _Names = ()
    illustrator: _Names = ()
    interviewer: _Names = ()
    narrator: _Names = ()
    organizer: _Names = ()
    original_author: _Names = ()
    performer: _Names = ()
    producer: _Names = ()
    recipient: _Names = ()
    reviewed_author: _Names = ()
    script_writer: _Names = ()
    series_creator: _Names = ()
    translator: _Names = ()
    accessed: Day | None = None
    available_date: Day | None = None
    event_date: Day | None = None
    original_date: Day | None = None
    submitted: Day | None = None
    abstract: _Written = ""
    annote: _Written = ""
    archive: _Written = ""
    archive_collection: _Written = ""
    archive_location: _Written = ""
    archive_place: _Written = ""
    call_number: _Written = ""
    chapter_number: _Written = ""
    citation_key: _Written = ""
    citation_label: _Written = ""
    citation_number: _Written = ""
    collection_number: _Written = ""
    collection_title: _Written = ""
    container_title_short: _Written = ""
    dimensions: _Written = ""
    division: _Written = ""
    edition: _Written = ""
    event_place: _Written = ""
    event_title: _Written = ""
    first_reference_note_number: _Written = ""
    issn: _Written = ""
    journal_abbreviation: _Written = ""
    keyword: _Written = ""
    license: _Written = ""
    locator: _Written = ""
    medium: _Written = ""
    note: _Written = ""
    number_of_volumes: _Written = ""
    original_publisher: _Written = ""
    original_publisher_place: _Written = ""
    original_title: _Written = ""
    page_first: _Written = ""
    part_number: _Written = ""
    part_title: _Written = ""
    pmid: _Written = ""
    printing_number: _Written = ""
    references: _Written = ""
    reviewed_genre: _Written = ""
    reviewed_title: _Written = ""
    scale: _Written = ""
    short_title: _Written = ""
    source: _Written = ""
    status: _Written = ""
    supplement_number: _Written = ""
    title_short: _Written = ""
    version: _Written = ""
    volume_title: _Written = ""
    volume_title_short: _Written = ""
    year_suffix: _Written = ""


CSL = keys_of(Item)
"""What a record may hold of it."""


def as_csl(value: Item | Name) -> dict[str, object]:
    """Return a value as CSL-JSON has it."""
    return dict(to_builtins(value))
