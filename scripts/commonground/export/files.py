"""Everything that a program may want, in one list: what ``commonground export`` writes and what lies beside the pages."""

from collections.abc import Iterator
from fnmatch import fnmatchcase

from commonground.export import (
    charts,
    claims,
    evidence,
    feeds,
    language_rules,
    page_references,
    quotable,
    references,
    schemas,
    search_index,
    vale_package,
)
from commonground.export.fields import Fields
from commonground.model.corpus import Corpus


def export_files(corpus: Corpus, site: str) -> Iterator[tuple[str, bytes]]:
    """
    Yield (path below the site's root, content) of each file.

    Args: site: Address of the site, ending in a slash, for files that link to its pages; "" where it is not known.
    """
    yield evidence.evidence_file(corpus)
    yield claims.claims_file(corpus)
    yield from quotable.quotable_files(corpus)
    yield from charts.chart_files(corpus)
    yield from references.reference_files(corpus)
    yield from language_rules.language_files(corpus)
    yield from schemas.schema_files(corpus)
    yield from search_index.search_files(corpus)
    yield from vale_package.vale_files(corpus, site)
    yield from feeds.feed_files(corpus, site)


def fields_of(path: str) -> Fields | None:
    """Return what is declared of a file's numbers, by its path below the site's root; None for a file of no export."""
    exports = (
        charts,
        claims,
        evidence,
        feeds,
        language_rules,
        page_references,
        quotable,
        references,
        schemas,
        search_index,
        vale_package,
    )
    declared = ((pattern, found) for export in exports for pattern, found in export.FIELDS.items())
    return next((found for pattern, found in declared if fnmatchcase(path, pattern)), None)
