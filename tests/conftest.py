"""What all tests share."""

import os
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import settings

from commonground.model.article import Article
from commonground.model.corpus import Corpus
from commonground.read.corpus import read_corpus

ROOT = Path(__file__).parent.parent
TODAY = date(2026, 11, 22)

# What a command says is in the terminal's language; tests look at English. (A shell warns of an LC_ALL that it does not have.)
os.environ.pop("LC_ALL", None)
os.environ["LC_MESSAGES"] = "en_CA.UTF-8"


PAGES = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "docs").rglob("*.md"))
"""The project's own articles, which nothing reads before a test asks for them."""


@cache
def content() -> Corpus:
    """Return the project's own content, read once."""
    return read_corpus(ROOT, TODAY)


def own_article(path: str) -> Article:
    """Return one of the project's own articles."""
    return next(article for article in content().articles if article.path == path)


@pytest.fixture(scope="session")
def project() -> Corpus:
    """The project's own content."""
    return content()


# Speed is measured in benchmarks/; a busy machine must not fail a test. The same commit gives the same verdict:
# HYPOTHESIS_PROFILE=explore looks for new examples, which then become tests of their own.
settings.register_profile("project", deadline=None, derandomize=True)
settings.register_profile("explore", deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "project"))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print how many damaged figures the evidence checks caught (tests/test_mutations.py)."""
    tried: Counter[str] = Counter()
    caught: Counter[str] = Counter()
    for outcome in ("passed", "failed"):
        for report in terminalreporter.stats.get(outcome, []):
            for name, value in getattr(report, "user_properties", []):
                if name.startswith("mutation: ") and report.when == "call":
                    kind = name.removeprefix("mutation: ")
                    tried[kind] += value[0]
                    caught[kind] += value[1]
    if tried:
        terminalreporter.section("damage to figures that the checks caught")
        for kind in sorted(tried):
            terminalreporter.line(f"{kind}: {caught[kind]} of {tried[kind]}")
        terminalreporter.line(f"in all: {caught.total()} of {tried.total()}")
