"""What the attributes of our own templates are for."""

import re
from pathlib import Path

from commonground.verify.attributes import Use, use_of

THEME = Path(__file__).parents[2] / "overrides"
ASKED_FOR = re.compile(r'\b(data-[\w-]+)="\{\{ cg\.(?:asset\(|\w*entries\b|rules\b|repeated\b|citable\b)')


def test_a_file_that_a_script_asks_for_is_no_text() -> None:
    """Its stamp may begin with digits: read as text, it would be a figure that no check has read."""
    found = {
        name for file in THEME.rglob("*.html") for name in ASKED_FOR.findall(file.read_text(encoding="utf-8"))
    }
    assert {"data-engine", "data-repeats", "data-later"} <= found
    assert {name for name in found if use_of("section", name, "") != Use.LINK | Use.LOAD} == set()
