"""
A sentence is compared anew when the record it rests on changes.

Why: A corrected record is of no use while pages still say what it said before.

Fix: Read the sentence beside the record, mend it where needed, then run `commonground evidence confirm` on the page.
"""

from collections.abc import Iterator

from commonground.checks.evidence.citing import all_citations, sentence_at
from commonground.checks.making import maker
from commonground.model.citation import Citation
from commonground.model.corpus import Corpus
from commonground.model.passage import Passage
from commonground.model.position import Span
from commonground.model.problem import Level, Problem

LEVEL = Level.WARNING
_problem = maker(__name__, LEVEL)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each sentence whose finding is not as it was when an editor compared the two."""
    yield from corpus.met("evidence/changed-since-review")
    digests = {key: finding.digest for key, finding in corpus.findings.items()}
    for passage, citation in all_citations(corpus):
        finding = corpus.findings.get(citation.key)
        if finding is None or passage.owner:
            continue
        known = corpus.reviews.get((passage.path, finding.key))
        if known != digests[finding.key]:
            state = (
                "has changed since this sentence was" if known else "is cited here, but the two were never"
            )
            message = (
                f"{finding.key} {state} compared with it. Read both (commonground evidence show {finding.source}), mend the "
                f"sentence where needed, then run: commonground evidence confirm {passage.path}"
            )
            yield _problem(passage.path, _place(passage, citation), message)


def _place(passage: Passage, citation: Citation) -> Span:
    sentence = sentence_at(passage, citation.offset)
    return passage.span(sentence.start, sentence.end) if sentence else citation.span
