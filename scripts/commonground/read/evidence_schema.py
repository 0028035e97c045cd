"""What an evidence record must hold, as data."""

from commonground.languages.message import texts_of
from commonground.model import marks
from commonground.model.schema.forms import ADDRESS, DAY, FLAG, NUMBER, SLUG, SOURCE_ID, TEXT, WHOLE, WRITTEN
from commonground.model.schema.shapes import (
    DateParts,
    Either,
    Keys,
    ListOf,
    Named,
    OneOf,
    OneOrMore,
    Shape,
    Text,
)
from commonground.model.source import DESIGNS, HOW_CHECKED

_text = texts_of(__name__)
DIRECTIONS = ("higher", "lower", "none")

SOURCE_TEXTS = ("population", "period", "limits", "contested")
"""Texts of a record that a reader sees, each in every language."""

FINDING_TEXTS = (
    ("states",),
    ("plain",),
    ("estimate", "label"),
    ("where",),
    ("caution",),
    ("withheld",),
    ("quotable", "heading"),
    ("quotable", "not"),
)
"""The same for a finding, as ways to the text."""

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

_CSL_NAMES = (
    "author", "chair", "collection-editor", "compiler", "composer", "container-author", "contributor", "curator",
    "director", "editor", "editorial-director", "editor-translator", "executive-producer", "guest", "host",
    "illustrator", "interviewer", "narrator", "organizer", "original-author", "performer", "producer", "recipient",
    "reviewed-author", "script-writer", "series-creator", "translator",
)  # fmt: skip

_CSL_DATES = ("accessed", "available-date", "event-date", "issued", "original-date", "submitted")

_CSL_TEXTS = (
    "abstract", "annote", "archive", "archive_collection", "archive_location", "archive-place", "authority",
    "call-number", "chapter-number", "citation-key", "citation-label", "citation-number", "collection-number",
    "collection-title", "container-title", "container-title-short", "dimensions", "division", "DOI", "edition",
    "event-place", "event-title", "first-reference-note-number", "genre", "id", "ISBN", "ISSN", "issue",
    "journalAbbreviation", "jurisdiction", "keyword", "language", "license", "locator", "medium", "note", "number",
    "number-of-pages", "number-of-volumes", "original-publisher", "original-publisher-place", "original-title",
    "page", "page-first", "part-number", "part-title", "PMCID", "PMID", "printing-number", "publisher",
    "publisher-place", "references", "reviewed-genre", "reviewed-title", "scale", "section", "shortTitle", "source",
    "status", "supplement-number", "title-short", "version", "volume", "volume-title", "volume-title-short",
    "year-suffix",
)  # fmt: skip

_PERSON = Keys(
    optional={
        "family": TEXT,
        "given": TEXT,
        "literal": TEXT,
        "suffix": TEXT,
        "dropping-particle": TEXT,
        "non-dropping-particle": TEXT,
    }
)
_DATE = Keys(
    optional={
        "date-parts": ListOf(DateParts(), filled=True),
        "literal": TEXT,
        "raw": TEXT,
        "season": WRITTEN,
        "circa": FLAG,
    }
)
_CSL_OPTIONAL: dict[str, Shape] = {
    **dict.fromkeys(_CSL_NAMES, ListOf(_PERSON, filled=True)),
    **dict.fromkeys(_CSL_DATES, _DATE),
    **dict.fromkeys(_CSL_TEXTS, WRITTEN),
    "language": Text(_text("language-code"), r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*"),
    "URL": ADDRESS,
}

CSL = Keys(required={"type": OneOf(CSL_TYPES), "title": TEXT}, optional=_CSL_OPTIONAL)
"""The source itself, as CSL-JSON."""

_ESTIMATE = Either(
    marks=frozenset({"before", "after"}),
    first=Keys(
        {"measure": TEXT, "before": NUMBER, "after": NUMBER},
        {"n": WHOLE, "label": TEXT},
        translated=frozenset({"label"}),
    ),
    second=Keys(
        {"measure": TEXT, "value": NUMBER},
        {"low": NUMBER, "high": NUMBER, "level": NUMBER, "n": WHOLE, "label": TEXT},
        translated=frozenset({"label"}),
    ),
)

FINDING_KEY = Text(_text("finding-key"), rf"{marks.SOURCE_ID}#{marks.FINDING_ID}")

_FINDING = Keys(
    required={"id": SLUG, "states": TEXT, "figures": ListOf(TEXT), "where": TEXT},
    optional={
        "plain": ListOf(TEXT),
        "estimate": _ESTIMATE,
        "direction": OneOf(DIRECTIONS),
        "caution": TEXT,
        "withheld": TEXT,
        "contested_by": ListOf(FINDING_KEY, once=True),
        "must_say": ListOf(TEXT, filled=True, once=True),
        "quotable": Keys(
            required={"not": TEXT}, optional={"heading": TEXT}, translated=frozenset({"not", "heading"})
        ),
    },
    translated=frozenset({"states", "plain", "where", "caution", "withheld", "must_say"}),
)

SCHEMA = Keys(
    required={
        "id": SOURCE_ID,
        "csl": CSL,
        "design": OneOf(DESIGNS),
        "peer_reviewed": FLAG,
        "findings": ListOf(_FINDING, filled=True),
        "limits": TEXT,
        "checked": Keys(
            required={"date": DAY, "url": ADDRESS, "how": OneOf(HOW_CHECKED)}, optional={"note": TEXT}
        ),
    },
    optional={
        "open_access": FLAG,
        "places": ListOf(TEXT, once=True),
        "period": TEXT,
        "population": TEXT,
        "figures": ListOf(TEXT),
        "cohort": OneOrMore(SLUG),
        "contested": TEXT,
        "contested_by": ListOf(SOURCE_ID, once=True),
        "themes": ListOf(Named(lambda settings: settings.themes), once=True),
        "archived": Keys(required={"url": ADDRESS, "date": DAY}, optional={"instead": FLAG}),
        "acknowledged": ListOf(Keys(required={"notice": TEXT, "date": DAY, "why": TEXT})),
        "superseded_by": ListOf(SOURCE_ID, once=True),
        "retracted": DAY,
    },
    translated=frozenset({"csl", "limits", "contested", "population", "period"}),
)
"""A record. A key that stands in neither list is ``input/unknown-key``."""
