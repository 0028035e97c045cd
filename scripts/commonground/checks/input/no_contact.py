"""A site that tells its readers how to report a mistake has a way for them to do it."""

from collections.abc import Iterator

from commonground.checks.making import maker
from commonground.languages.message import texts_of
from commonground.model.corpus import Corpus
from commonground.model.position import FILE_START
from commonground.model.problem import Level, Problem

LEVEL = Level.WARNING
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem where the settings name the page for reports, and no way to reach anybody."""
    settings = corpus.settings
    page = settings.pages.get("report")
    if page and not settings.report:
        yield _problem("commonground.toml", settings.places.get(page, FILE_START), _text("none", page=page))
