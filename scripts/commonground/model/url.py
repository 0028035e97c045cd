"""
Addresses of the web, taken apart without ever raising: the only code that calls the standard library's own functions.

Those raise on text that anybody may have written: an open bracket, a port beyond 65,535, a host that Unicode folds into
another. Here such an address is None, so that each caller has to say what becomes of it.
"""

import ipaddress
from urllib import parse

from msgspec import Struct

WEB = ("http", "https")
IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address


class Url(Struct, frozen=True):
    """
    The parts of an address, each "" where it has none; ``scheme`` and ``host`` are in lower case.

    ``netloc`` is the host as written, with what stands around it: name and password, brackets, port.
    """

    scheme: str
    netloc: str
    host: str
    port: int | None
    path: str
    query: str
    fragment: str

    @property
    def is_web(self) -> bool:
        """Tell whether it leads to a server of the web."""
        return self.scheme in WEB and bool(self.host)

    @property
    def is_relative(self) -> bool:
        """Tell whether it leads to a place of the same site."""
        return not self.scheme and not self.netloc


def split_address(address: str) -> Url | None:
    """Return the parts of an address, None where no program could make sense of it."""
    try:
        parts = parse.urlsplit(address)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return None
    return Url(parts.scheme, parts.netloc, host, port, parts.path, parts.query, parts.fragment)


def join_address(base: str, address: str) -> str | None:
    """Return where an address leads when it is followed from ``base``, None where one of them is broken."""
    try:
        return parse.urljoin(base, address)
    except ValueError:
        return None


def is_web_address(address: str) -> bool:
    """Tell whether an address leads to a server of the web."""
    parts = split_address(address)
    return parts is not None and parts.is_web


def is_clean_web_address(address: str) -> bool:
    """Tell whether an address leads to a server of the web, and holds no space and nothing that cannot be seen."""
    return is_web_address(address) and address.isprintable() and " " not in address


def host_of(address: str) -> str:
    """Return the host with what stands around it (its port), "" where the address has none or is broken."""
    parts = split_address(address)
    return parts.netloc if parts else ""


def parse_ip(host: str) -> IPAddress | None:
    """Return the number of a host that is given as one, None for a name."""
    try:
        return ipaddress.ip_address(host)
    except ValueError:
        return None
