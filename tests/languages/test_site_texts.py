"""Every text of the interface is shown: a template, a script or the program names it."""

import re
import tomllib
from collections.abc import Iterator

from ..conftest import ROOT

FORMS = {"zero", "one", "two", "few", "many", "other"}
FORM = re.compile(rf"\.({'|'.join(sorted(FORMS))})$")
NAMED = re.compile(r"""(?<=["'{])[a-z_]+(?:\.[\w-]+)+(?=["'}])""")
PUT_TOGETHER = re.compile(
    r"""(?<=["'{])([a-z_]+(?:\.[\w-]+)*\.)(?:' ~ [\w.]+(?: ~ '([\w.-]+)')?|\{[^}]*\}([\w.-]*)["'])"""
)
"""``'places.' ~ name ~ '_text'``, ``f"places.{name}_text"``: how the names of texts begin and end."""
HANDED_OVER = ("assess", "draft", "write")
"""Sections that a script gets whole, and reads by names of its own."""


def keys(table: dict[str, object], above: str = "") -> Iterator[str]:
    """Yield the name of each text, one for all forms of a counted one."""
    for key, value in table.items():
        name = f"{above}.{key}" if above else key
        if isinstance(value, dict) and not value.keys() <= FORMS:
            yield from keys(value, name)
        else:
            yield name


def test_each_text_of_the_interface_is_shown() -> None:
    code = "\n".join(
        path.read_text(encoding="utf-8")
        for folder in ("scripts/commonground", "overrides")
        for path in (ROOT / folder).rglob("*.*")
        if path.suffix in (".py", ".html", ".js")
    )
    named = {name for said in NAMED.findall(code) for name in (said, FORM.sub("", said))}
    beginnings = {
        (first, in_template or in_code) for first, in_template, in_code in PUT_TOGETHER.findall(code)
    }
    site = tomllib.loads((ROOT / "scripts/commonground/languages/en/site.toml").read_text(encoding="utf-8"))
    unused = [
        key
        for section, texts in site.items()
        if section not in (*HANDED_OVER, "own_figures")
        for key in keys(texts, section)
        if key not in named
        and not any(key.startswith(first) and key.endswith(last) for first, last in beginnings)
    ]
    assert unused == []
