"""The files of the public consolidation: what is fetched, and what is told where they cannot be had."""

import pytest

from commonground.online.manners import Manners
from commonground.online.statutes import NotFetched, fetch_statute

from .conftest import LOCAL, Server

MANNERS = Manners(timeout=1.0, allowed=(LOCAL,))


def test_the_newest_file_of_a_repository_is_asked_for(server: Server) -> None:
    """One request, by its path in the newest commit."""
    assert fetch_statute("example/laws", "fra/lois/L-1.xml", server.base, MANNERS) == b""
    assert server.asked[-1] == "/example/laws/HEAD/fra/lois/L-1.xml"


@pytest.mark.parametrize(
    ("path", "told"),
    [("/404", "answered with an error (404)"), ("/hang", "did not answer within 1 seconds"), ("/loop", "cannot be reached")],
)  # fmt: skip
def test_what_cannot_be_had_is_told(server: Server, path: str, told: str) -> None:
    """No fault of a server raises anything else."""
    with pytest.raises(NotFetched, match=told.replace("(", r"\(").replace(")", r"\)")):
        fetch_statute("example/laws", "x.xml", server.base + path, MANNERS)


def test_a_server_in_a_private_network_is_not_asked(server: Server) -> None:
    """Unless our manners allow it."""
    with pytest.raises(NotFetched, match="private network"):
        fetch_statute("example/laws", "x.xml", server.base, Manners(timeout=1.0))
