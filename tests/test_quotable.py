"""Findings that we offer to journalists: each can stand alone, and says what it must not be used for."""

from commonground.model.corpus import Corpus
from commonground.model.source import Finding, Source

LANGUAGES = ("en", "fr")
ENOUGH = 28
"""Newsrooms find a figure for each of the questions that they most often get wrong."""

OPENINGS = {"en": "Do not use it to say ", "fr": "Ne pas l'utiliser pour dire "}


def offered(project: Corpus) -> list[tuple[Source, Finding]]:
    """Return each quotable finding with its source."""
    return [
        (source, finding)
        for source in project.sources.values()
        for finding in source.findings
        if finding.quotable
    ]


def test_there_are_enough_figures_to_quote(project: Corpus) -> None:
    """Enough findings are offered, and they come from many sources."""
    found = offered(project)
    assert len(found) >= ENOUGH
    assert len({source.id for source, _ in found}) >= 24


def test_a_quotable_finding_has_a_figure_that_may_be_printed(project: Corpus) -> None:
    """None is withheld or read second-hand, and each has figures."""
    for source, finding in offered(project):
        assert finding.figures, finding.key
        assert not finding.withheld, finding.key
        assert source.checked.how != "secondary", finding.key


def test_a_quotable_finding_says_what_it_does_not_allow(project: Corpus) -> None:
    """One sentence in each language, which opens the same way; the finding's own texts are there in both too."""
    for _, finding in offered(project):
        for language, opening in OPENINGS.items():
            said = finding.quotable.unsafe[language]
            assert said.startswith(opening), finding.key
            assert said.endswith("."), finding.key
        assert set(LANGUAGES) <= set(finding.states), finding.key
        assert set(LANGUAGES) <= set(finding.where), finding.key


def test_both_sides_of_a_disputed_law_are_offered(project: Corpus) -> None:
    """A newsroom that looks for figures on laws against buying sex finds those of their defenders as well."""
    keys = {finding.key for _, finding in offered(project)}
    assert {"skarhed2010#street-halved", "argento2020#health-access"} <= keys
    assert {"machat2019#most-no-change", "machat2019#quarter-negative"} <= keys


def test_a_figure_is_told_in_words(project: Corpus) -> None:
    """A headline is a claim of its own, and the number has a plain rendering, in each language."""
    for _, finding in offered(project):
        assert set(LANGUAGES) <= set(finding.quotable.heading), finding.key
        assert set(LANGUAGES) <= set(finding.plain), finding.key
