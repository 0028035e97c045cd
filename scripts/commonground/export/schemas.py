"""The JSON Schemas of the files that people write: with them, an editor completes and checks a file as it is typed."""

import json
from collections.abc import Iterator

from commonground.export.fields import fields
from commonground.languages import FIRST, read_languages
from commonground.model.corpus import Corpus
from commonground.model.schema.json_schema import Scope, document
from commonground.read.kinds import file_kinds

FOLDER = "data/schemas"
FIELDS = {f"{FOLDER}/*": fields(computed="*")}


def files(corpus: Corpus, site: str) -> Iterator[tuple[str, bytes]]:
    """Yield (path below the site's root, content) of the schema of each kind of file."""
    for name, data in schemas(corpus):
        yield f"{FOLDER}/{name}", data


def schemas(corpus: Corpus) -> Iterator[tuple[str, bytes]]:
    """Yield (file name, content) of each schema; what belongs in a place is told in the site's first language."""
    known = tuple(sorted(read_languages()))
    scope = Scope(corpus.languages, known, FIRST, corpus.default_language, corpus.settings)
    for kind in file_kinds(corpus.types):
        whole = document(kind.shape, ", ".join(kind.files), scope)
        yield f"{kind.name}.schema.json", (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()
