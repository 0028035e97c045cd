"""Each source for reference managers: CSL-JSON, RIS and BibTeX, made from the record alone."""

from collections.abc import Iterator

from commonground.export.fields import fields
from commonground.model.corpus import Corpus
from commonground.sources.written import bibtex, csl_json, ris, source_item

FOLDER = "data/references"
FIELDS = {f"{FOLDER}/*": fields(reference="*")}
FORMATS = {"bibtex": "bib", "ris": "ris", "csl": "json"}
"""Formats by name, with the ending of their files."""


def files(corpus: Corpus, site: str) -> Iterator[tuple[str, bytes]]:
    """Yield (path below the site's root, content) of every source in every format."""
    writers = {"bibtex": bibtex, "ris": ris, "csl": csl_json}
    for source in corpus.sources.values():
        for name, ending in FORMATS.items():
            yield f"{FOLDER}/{source.id}.{ending}", writers[name](source.id, source_item(source)).encode()
