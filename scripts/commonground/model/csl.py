"""What a CSL-JSON item of a record may hold: kinds, names, dates and texts, as CSL 1.0.2 has them."""

from commonground.languages.message import texts_of
from commonground.model.schema.forms import ADDRESS, FLAG, TEXT, WRITTEN
from commonground.model.schema.shapes import DateParts, Keys, ListOf, OneOf, Shape, Text

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
