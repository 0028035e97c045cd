"""
The site as one archive that works from a folder, without a server and without a connection.

A browser runs no module script from a folder and finds no index of one: pages lose their scripts and the policy that belongs to
a server, say so to the style sheets, and links name the files. What is not in the archive is linked at its address on the web. The verification of the
built site makes each page again and compares, so the archive holds nothing that was not read.
"""

import io
import posixpath
import re
import zipfile
from collections.abc import Callable, Collection, Iterator, Mapping

from commonground.export.archive import packed

PATH = "offline.zip"

_LEFT_OUT = ("404.html", "_headers", "share.png")
_PROGRAMS = ("assets/js/", "data/", "pagefind/")
_FOR_PROGRAMS = (".epub", ".json", ".xml", ".zip")
_SCRIPT = re.compile(r"<script\b[^>]*>.*?</script>\n?", re.DOTALL)
_SERVER = re.compile(
    r'<meta http-equiv="Content-Security-Policy"[^>]*>\n?|<link rel="(?:preload|modulepreload)"[^>]*>\n?'
)
_LINK = re.compile(r'(?P<before>\s(?:href|src)=")(?P<target>[^"]*)(?=")')


def members(paths: Collection[str]) -> list[str]:
    """Return which files of a site go along, in order: what people read, not what programs do."""
    return sorted(
        path
        for path in paths
        if not path.startswith(_PROGRAMS)
        and not path.endswith(_FOR_PROGRAMS)
        and path.rpartition("/")[2] not in _LEFT_OUT
    )


def archive(files: Mapping[str, Callable[[], bytes]], site: str) -> bytes:
    """
    Return the archive of a site.

    Args: files: Reads a file, by its path. site: Address of the site, ending in a slash.
    """
    there = frozenset(members(files))
    return packed((path, for_folder(path, files[path](), there, site)) for path in sorted(there))


def for_folder(path: str, content: bytes, there: Collection[str], site: str) -> bytes:
    """Return a file as it stands in the archive: pages for use from a folder, all else as it is."""
    if not path.endswith(".html"):
        return content
    page = _SERVER.sub("", _SCRIPT.sub("", content.decode())).replace(
        "<html ", "<html data-without-scripts ", 1
    )

    def link(match: re.Match[str]) -> str:
        return match["before"] + _target(match["target"], path, there, site)

    return _LINK.sub(link, page).encode()


def _target(target: str, path: str, there: Collection[str], site: str) -> str:
    """Return a link as a folder needs it."""
    address, mark, fragment = target.partition("#")
    address, query, asked = address.partition("?")
    if not address or ":" in address or address.startswith("//"):
        return target
    full = posixpath.normpath(posixpath.join(posixpath.dirname(path), address))
    is_folder = address.endswith("/") or address in (".", "..")
    if (posixpath.normpath(f"{full}/index.html") if is_folder else full) in there:
        return posixpath.normpath(f"{address}/index.html" if is_folder else address) + mark + fragment
    return site + (f"{full}/" if is_folder else full).removeprefix("./") + query + asked + mark + fragment


def altered(data: bytes, files: Mapping[str, Callable[[], bytes]], site: str) -> Iterator[str]:
    """Yield the members of an archive that the site's own files do not make. Raises: zipfile.BadZipFile."""
    there = frozenset(members(files))
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        names = packed.namelist()
        for name in names:
            if name not in there or packed.read(name) != for_folder(name, files[name](), there, site):
                yield name
        yield from sorted(there - set(names))
