"""What all tests share."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings

from commonground.model.corpus import Corpus
from commonground.read.corpus import read_corpus

ROOT = Path(__file__).parent.parent
TODAY = date(2026, 11, 22)


@pytest.fixture(scope="session")
def project() -> Corpus:
    """The project's own content, read once."""
    return read_corpus(ROOT, TODAY)


# Speed is measured in benchmarks/; a busy machine must not fail a test.
settings.register_profile("project", deadline=None)
settings.load_profile("project")
