"""`make api`: a page of what each module offers."""

import re
import subprocess
import sys
from pathlib import Path

from .conftest import ROOT


def test_every_module_is_on_the_page(tmp_path: Path) -> None:
    """By layer, with what its public functions say of themselves; what a module keeps to itself is not there."""
    target = tmp_path / "api.html"
    subprocess.run([sys.executable, ROOT / ".ci/api.py", target], check=True, capture_output=True)
    page = target.read_text(encoding="utf-8")
    package = ROOT / "scripts/commonground"
    modules = [path.relative_to(package).as_posix() for path in package.rglob("*.py")]
    assert [name for name in modules if "/" in name and f"<h2>{name}</h2>" not in page] == []
    assert (
        page.index("<h2>text/folding.py") < page.index("<h2>read/corpus.py") < page.index("<h2>cli/check.py")
    )
    assert "read_corpus(root: Path, today: date" in page
    assert "Read articles, records, rules and data below" in page
    assert not re.search(r"\b_home_pages\b", page)
