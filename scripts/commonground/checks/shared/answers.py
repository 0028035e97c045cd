"""What is answered where a text repeats a claim or a figure: the short answer of a page, or a finding with who, where, when and its caution."""

from msgspec import Struct

from commonground.languages import Language
from commonground.model.address import source_key
from commonground.model.corpus import Corpus
from commonground.model.repeated import RepeatedClaim
from commonground.model.source import Finding, Source, in_language
from commonground.sources.names import place_name, who


class Answer(Struct, frozen=True):
    """
    What our site says to it.

    Attributes:
        title: The question of the page; "" for a finding.
        says: Its short answer, or the sentence of the finding.
        who: Who found it, among whom, where and when; "" for a page.
        care: What must be said with the finding; ``unsafe``: what it does not show.
        page: Key of the page, and ``anchor`` the place on it.
    """

    title: str
    says: str
    page: str
    who: str = ""
    care: str = ""
    unsafe: str = ""
    anchor: str = ""


def answer_to(claim: RepeatedClaim, corpus: Corpus, locale: Language) -> Answer | None:
    """Return what is held on a claim in a language; None where nothing is, or it is in doubt."""
    if claim.page:
        article = corpus.article(locale.code, claim.page)
        if article is None or article.front.draft:
            return None
        return Answer(article.front.title, article.front.description, article.key)
    finding = corpus.findings.get(claim.finding)
    source = corpus.sources.get(claim.finding.partition("#")[0])
    if finding is None or source is None or finding.withheld or source.retracted or not finding.quotable:
        return None
    return _found(finding, source, locale)


def _found(finding: Finding, source: Source, locale: Language) -> Answer:
    code = locale.code
    places = (place_name(one, locale) for one in source.places)
    facts = (
        who(source, locale),
        in_language(source.population, code),
        ", ".join(places),
        in_language(source.period, code),
    )
    return Answer(
        "",
        in_language(finding.states, code),
        source_key(source.id),
        who=" · ".join(filter(None, facts)),
        care=in_language(finding.caution or source.limits, code),
        unsafe=in_language(finding.quotable.unsafe, code) if finding.quotable else "",
        anchor=f"finding-{finding.id}",
    )
