"""
What the draft checker looks for beside words: claims and figures that texts repeat, each with the answer that is held on it, a file
a language. Only that page asks for it.
"""

import json
from collections.abc import Iterator, Mapping

from commonground.checks.shared.answers import Answer, answer_to
from commonground.export.fields import fields
from commonground.export.writing import quantities_of
from commonground.languages import Language
from commonground.model.address import page_path
from commonground.model.corpus import Corpus
from commonground.model.repeated import RepeatedClaim, RepeatedClaims
from commonground.read.figures.grammar import compiled, knows_numbers
from commonground.text.typography import typographic

FOLDER = "data/repeated"
FIELDS = {
    f"{FOLDER}/*.json": fields(
        computed="version numbers lists silent denials after all none values plain page",
        reference="who says care unsafe title",
    )
}


def files(corpus: Corpus, site: str) -> Iterator[tuple[str, bytes]]:
    """Yield (path below the site's root, content) for each language whose claims are written down."""
    for language, claims in corpus.repeated.items():
        whole = repeated_claims(claims, corpus, corpus.locale(language))
        yield path_of(language), json.dumps(whole, ensure_ascii=False, separators=(",", ":")).encode()


def path_of(language: str) -> str:
    """Return the path of the file of a language."""
    return f"{FOLDER}/{language}.json"


def repeated_claims(claims: RepeatedClaims, corpus: Corpus, locale: Language) -> Mapping[str, object]:
    """Return the patterns of a language; those to which nothing is held are left out."""
    answered = ((one, answer_to(one, corpus, locale)) for one in claims.claims)
    return {
        "version": 1,
        "language": locale.code,
        "lists": {one.id: one.words for one in claims.lists},
        "silent": claims.silent,
        "denials": claims.denials,
        "after": claims.after,
        "claims": [_claim(one, answer, corpus, locale) for one, answer in answered if answer],
        "numbers": compiled(locale.code).as_json() if knows_numbers(locale.code) else None,
    }


def _claim(claim: RepeatedClaim, answer: Answer, corpus: Corpus, locale: Language) -> Mapping[str, object]:
    address = page_path(locale.code, answer.page, corpus.default_language) + (
        f"#{answer.anchor}" if answer.anchor else ""
    )
    texts = {name: typographic(getattr(answer, name)) for name in ("title", "says", "who", "care", "unsafe")}
    whole = {
        "key": claim.key,
        "all": claim.all,
        "none": claim.none,
        "denies": claim.denies,
        "values": [quantities_of(value) for value in claim.values],
        "plain": [[False, quantities_of(value)] for value in claim.plain_values],
        "page": address,
        **texts,
    }
    return {key: value for key, value in whole.items() if value}
