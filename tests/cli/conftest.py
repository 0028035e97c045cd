"""What the tests of commands share."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from commonground.online import records
from commonground.online.manners import Manners

from ..invented import invented_page
from .registry import Registry, serve

_RULE = """
- id: luminary
  avoid: [luminary]
  prefer: [lamp]
  why: A lamp is no luminary.
  level: warning
  except: [a quotation]
  examples: {wrong: The luminary is on., right: The lamp is on.}
"""


@pytest.fixture
def registry(monkeypatch: pytest.MonkeyPatch) -> Iterator[Registry]:
    """A registry on this machine, in place of doi.org and Crossref."""
    with serve() as running:
        monkeypatch.setattr(records, "RESOLVER", running.address)
        monkeypatch.setattr(records, "CROSSREF", running.address)
        monkeypatch.setattr(records, "manners", lambda: Manners(timeout=5, allowed=("127.0.0.1",)))
        yield running


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The seconds that were waited, without waiting them."""
    waited: list[float] = []
    monkeypatch.setattr(time, "sleep", waited.append)
    return waited


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project of one page, with one word rule (the real ones name sources that are not there) and no record."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
    root = tmp_path / "project"
    (root / "language").mkdir(parents=True)
    for name in ("en", "fr"):
        (root / f"language/{name}.yaml").write_text(_RULE, encoding="utf-8")
    (root / "docs/en/about").mkdir(parents=True)
    (root / "docs/en/about/page.md").write_text(invented_page(title="A page about trust"), encoding="utf-8")
    return root
