"""
Formatted references: one Pandoc call a language for all records, with our own citation style.

Nothing of a record reaches the page as markup: angle brackets are hidden from Pandoc, which reads some as formatting.
"""

import json
import re
import subprocess
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.metadata import version
from importlib.resources import as_file, files
from types import MappingProxyType

from msgspec.structs import replace

from commonground.files.kept import Kept
from commonground.languages import Language
from commonground.languages.message import listed, texts_of
from commonground.languages.terminal import Spoken
from commonground.model.csl import Day, as_csl
from commonground.model.source import Source
from commonground.sources.official import reference_item

_text = texts_of(__name__)

_ENTRY = re.compile(
    r'<div id="ref-(?P<id>[^"]*)" class="csl-entry"[^>]*>\n?(?P<html>.*?)\n?</div>', re.DOTALL
)
_HIDDEN = str.maketrans({"<": "\ue000", ">": "\ue001"})
# The typeface has neither the narrow no-break space nor the no-break hyphen.
_SHOWN = {"\ue000": "&lt;", "\ue001": "&gt;", "\u202f": "\u00a0", "\u2011": "-", "\n": " "}
_SPAN = re.compile(r"</?span[^>]*>")
_SECONDS = 120
_STYLE = "common-ground.csl"


class ReferencesError(Spoken):
    """References could not be made; the message says why and what to do next."""


def format_references(
    sources: Iterable[Source], language: Language, kept: Kept | None = None
) -> Mapping[str, str]:
    """
    Return each source's reference in a language, as safe inline HTML by id.

    Args: kept: Where what Pandoc made is.
    Raises: ReferencesError: Pandoc is missing, or does not accept the records.
    """
    items = json.dumps([_item(source, language) for source in sources], ensure_ascii=False, sort_keys=True)
    return _format(items, language.typography.locale, kept) if items != "[]" else {}


def _item(source: Source, language: Language) -> dict[str, object]:
    """Return what Pandoc is given for a source: plain text, safe addresses, the day on which it was read."""
    item = reference_item(source, language)
    if source.kept_copy:
        item = replace(
            item, doi=""
        )  # it leads to the address that no longer answers, and would be printed instead
    day = source.checked.date
    item = replace(
        item,
        url=source.address_in(language.code),
        accessed=Day(date_parts=((day.year, day.month, day.day),)),
    )
    return {key: _hide(value) for key, value in as_csl(item).items()}


def _hide(value: object) -> object:
    """Hide angle brackets in every text of a value."""
    match value:
        case str():
            return value.translate(_HIDDEN)
        case Mapping():
            return {key: _hide(part) for key, part in value.items()}
        case list() | tuple():
            return [_hide(part) for part in value]
        case int() | float() | None:
            return value
    return str(value)


@lru_cache(maxsize=8)
def _format(items: str, locale: str, kept: Kept | None) -> Mapping[str, str]:
    if kept:
        style = (files(__package__) / "style" / _STYLE).read_text(encoding="utf-8")
        made_of = "\n".join((version("pypandoc_binary"), style, locale, items))
        html = kept.get(made_of, "html", lambda: _run_pandoc(items, locale).encode()).decode()
    else:
        html = _run_pandoc(items, locale)
    found = {match["id"]: _finish(match["html"]) for match in _ENTRY.finditer(html)}
    missing = [item["id"] for item in json.loads(items) if item["id"] not in found]
    if missing:
        raise ReferencesError(_text("none", ids=listed(missing), path=f"evidence/{missing[0]}.yaml"))
    return MappingProxyType(found)


def _program() -> str:
    # Heavy to load, and of no use to a page that is rendered without references.
    import pypandoc

    try:
        return str(pypandoc.get_pandoc_path())
    except OSError as error:
        raise ReferencesError(_text("missing")) from error


def _run_pandoc(items: str, locale: str) -> str:
    program = _program()
    with as_file(files(__package__) / "style" / _STYLE) as style:
        command = [
            program,
            "--from=csljson",
            "--to=html",
            "--citeproc",
            f"--csl={style}",
            "--wrap=none",
            "--sandbox",
        ]
        command += ["--fail-if-warnings", f"--metadata=lang:{locale}"]
        try:
            done = subprocess.run(
                command, input=items.encode(), capture_output=True, check=True, timeout=_SECONDS
            )
        except subprocess.CalledProcessError as error:
            said = error.stderr.decode(errors="replace").strip() or "–"
            raise ReferencesError(_text("refused", said=said)) from error
        except (OSError, subprocess.TimeoutExpired) as error:
            raise ReferencesError(_text("not-run", why=str(error))) from error
    return done.stdout.decode()


def _finish(html: str) -> str:
    html = _SPAN.sub("", html)
    for written, shown in _SHOWN.items():
        html = html.replace(written, shown)
    return html.replace("<a href=", '<a rel="noreferrer" href=').strip()
