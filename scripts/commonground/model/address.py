"""Where pages and files lie below the site's root: addresses are permanent, whatever builds the site."""

import posixpath
import re
from urllib.parse import unquote

from commonground.model.url import split_address

_NOT_IN_NAMES = re.compile(r"[\x00-\x1f\x7f\\:]")

OWN_FOLDERS = ("assets", "data", "pagefind")
"""Folders of the site that the build fills itself."""


def page_path(language: str, key: str, default: str) -> str:
    """Return a page's path, with a slash at its end; the home page of the default language is ""."""
    parts = ("" if language == default else language, key)
    return "".join(f"{part}/" for part in parts if part)


def page_file(language: str, key: str, default: str) -> str:
    """Return the path of a page's file."""
    return f"{page_path(language, key, default)}index.html"


def source_key(id: str) -> str:
    """Return the key of a source's page."""
    return f"evidence/{id}"


def provision_key(law: str, id: str) -> str:
    """Return the key of a provision's page, below that of the page of the law."""
    return f"{law}/{id}"


def file_path(language: str, inside: str, default: str) -> str:
    """Return the path of a file that lies beside pages; ``inside`` is its path in the language's folder."""
    return inside if language == default else f"{language}/{inside}"


def relative(path: str, folder: str) -> str:
    """Return the way to a path from a folder, both below the site's root; ``posixpath.relpath`` asks where we are, and takes ten times as long."""
    there, here = ([part for part in one.split("/") if part and part != "."] for one in (path, folder))
    shared = 0
    while shared < min(len(there), len(here)) and there[shared] == here[shared]:
        shared += 1
    return "/".join([".."] * (len(here) - shared) + there[shared:]) or "."


def is_inside(path: str) -> bool:
    """Tell whether a path, written with ``/``, stays below the folder that it is meant for, on every system."""
    parts = path.split("/")
    return all(part.strip(". ") and not _NOT_IN_NAMES.search(part) for part in parts)


def target_path(path: str, address: str) -> str:
    """Return the path in the root that a link written in the file ``path`` names, "" where it leads out of the site."""
    target = split_address(address)
    if target is None or not target.is_relative:
        return ""
    return (
        posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(target.path)))
        if target.path
        else path
    )
