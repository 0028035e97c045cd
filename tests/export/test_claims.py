"""Every cited sentence as data."""

import json
import re

from commonground.export.claims import files as claims_file
from commonground.model.corpus import Corpus


def test_each_claim_tells_what_it_rests_on(project: Corpus) -> None:
    """Findings and sources are on record, the figures stand in the sentence, and the addresses are told apart."""
    path, content = next(claims_file(project, ""))
    assert path == "data/claims.json"
    found = json.loads(content)["claims"]
    assert len(found) > 400
    places = [(claim["page"], claim["anchor"]) for claim in found]
    assert len(set(places)) == len(places)
    for claim in found:
        assert claim["sources"] or claim["searches"]
        assert set(claim["findings"]) <= project.findings.keys()
        assert set(claim["sources"]) <= project.sources.keys() | project.searches.keys()
        for figure in claim["figures"]:
            assert " ".join(figure.split()) in claim["claim"]
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", claim["reviewed"])


def test_both_languages_give_a_claim_one_anchor(project: Corpus) -> None:
    """A journalist's link to a sentence works in the other language too."""
    found = json.loads(next(claims_file(project, ""))[1])["claims"]
    english = {(claim["page"], claim["anchor"]) for claim in found if claim["language"] == "en"}
    french = {
        (claim["page"].removeprefix("fr/"), claim["anchor"]) for claim in found if claim["language"] == "fr"
    }
    both = {page for page, _ in english} & {page for page, _ in french}  # a page may wait for its translation
    assert len(english & french) > 0.9 * len({claim for claim in english if claim[0] in both})
