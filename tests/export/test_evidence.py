"""The evidence as data: what the records say, in the languages in which somebody has checked it."""

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from commonground.export.evidence import files
from commonground.read.corpus import read_corpus

from ..conftest import ROOT


@pytest.mark.parametrize(("gone", "left"), [("fr", "en"), ("en", "fr")])
def test_a_language_that_the_site_lacks_is_not_published(tmp_path: Path, gone: str, left: str) -> None:
    """No check reads a text in it: neither its words nor its figures."""
    root = tmp_path / "site"
    shutil.copytree(ROOT / "tests/site/tiny", root)
    shutil.rmtree(root / "docs" / gone)
    ((_, content),) = files(read_corpus(root, date(2026, 11, 1)), "")
    sources = json.loads(content)["sources"]
    assert sources
    for source in sources:
        assert set(source["limits"]) == {left}
        for finding in source["findings"]:
            assert set(finding["states"]) == set(finding["where"]) == {left}
            assert finding["figures"]
