"""The built site, served once, and a real browser to read it with."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from .built import LANGUAGES, TEMPLATES, Site, build, once, served
from .visits import WEATHER, Visits, chromium

PAGES = {"template", "article", "slug", "key"}
VIEWS = {"language", "width"}


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """
    Mark every test of this folder, so that `-m "not browser"` leaves them out.

    Pages are seen by turns, the first in one language or width, the next in the other: with the library the pairs grew to
    half of a run. `make proof` sees all of them.
    """
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)
    if not os.environ.get("PROOF"):
        waiting = [item for item in items if here in item.path.parents and not has_its_turn(item)]
        config.hook.pytest_deselected(items=waiting)
        items[:] = [item for item in items if item not in waiting]


def has_its_turn(item: pytest.Item) -> bool:
    """Tell whether a test is of no pair of a page and a view, or of one whose places in their lists are both odd or both even."""
    call = getattr(item, "callspec", None)
    places: dict[str, int] = call.indices if call else {}
    pages, views = places.keys() & PAGES, places.keys() & VIEWS
    return not (pages and views) or sum(places[name] for name in pages | {min(views)}) % 2 == 0


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A temporary folder that all processes of this test run share."""
    base = tmp_path_factory.getbasetemp()
    return base if worker_id == "master" else base.parent


@pytest.fixture(scope="session")
def built(shared: Path) -> Path:
    """The folder of the built site; built once in a test run, in strict mode."""
    return once(shared / "site", build)


@pytest.fixture(scope="session")
def site(built: Path) -> Iterator[Site]:
    """The built site on a local server, under a sub-path."""
    with served(built) as site:
        yield site


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for all tests of this process."""
    with chromium() as browser:
        yield browser


@pytest.fixture
def visit(browser: Browser, site: Site) -> Iterator[Visits]:
    """Opens pages; afterwards no request may have left the site, nor any page have complained."""
    visits = Visits(browser, site)
    yield visits
    visits.close()
    assert [url for url in visits.record.outside(site) if not WEATHER.match(url)] == []
    assert visits.record.complaints == []


@pytest.fixture(params=TEMPLATES, ids=str)
def template(request: pytest.FixtureRequest) -> str:
    """The name of one template."""
    return str(request.param)


@pytest.fixture
def key(template: str) -> str:
    """The key of the page that stands for the template."""
    return TEMPLATES[template]


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    """One of the site's languages."""
    return str(request.param)


@pytest.fixture(params=[360, 1280], ids=lambda width: f"{width}px")
def width(request: pytest.FixtureRequest) -> int:
    """Width of the window in CSS pixels: a phone or a desk."""
    return int(request.param)
