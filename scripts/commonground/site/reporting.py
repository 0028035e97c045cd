"""Where readers say that a page is wrong, and send one of their own: the addresses that the site has for it."""

import re
from urllib.parse import quote, urlencode

from msgspec import Struct

from commonground.model.settings import Settings

_EDIT = re.compile(r"(?P<repository>https?://(?P<host>[^/]+)/[^/]+/[^/]+)/edit/(?P<branch>.+?)/?")
"""How the address of edits is written on a code host that also takes a new file, its name and its text, by an address."""


class NewFile(Struct, frozen=True):
    """Where a code host takes a new file and a changed one, "" where the site has none that does, and what the host is called."""

    address: str = ""
    edit: str = ""
    host: str = ""


def new_file(settings: Settings) -> NewFile:
    """Return where a page that somebody wrote may be put."""
    found = _EDIT.fullmatch(settings.edit)
    if not found:
        return NewFile()
    repository, branch, host = found["repository"], found["branch"], found["host"]
    return NewFile(f"{repository}/new/{branch}", f"{repository}/edit/{branch}", host)


def ways(settings: Settings, subject: str, text: str) -> list[tuple[str, str]]:
    """Return name and filled-in address of each way that the site has: tracker, form, mail."""
    mail = f"mailto:{settings.mail}" if settings.mail else ""
    found = (("tracker", settings.tracker), ("form", settings.form), ("mail", mail))
    return [(name, _filled(address, subject, text)) for name, address in found if address]


def _filled(address: str, subject: str, text: str) -> str:
    """Return an address with a title and a text; programs that know neither leave them alone."""
    if address.startswith("mailto:"):
        return f"{address}?{urlencode({'subject': subject, 'body': text}, quote_via=quote)}"
    page, _, anchor = address.partition("#")
    joint = "&" if "?" in page else "?"
    filled = f"{page}{joint}{urlencode({'title': subject, 'body': text})}"
    return f"{filled}#{anchor}" if anchor else filled
