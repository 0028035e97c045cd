"""What a first visit costs over the wire."""

import gzip

from msgspec import Struct
from playwright.sync_api import Page, Response

COMPRESSED = (".woff2", ".png", ".jpg", ".pagefind", ".pf_fragment", ".pf_index", ".pf_meta")


class Weight(Struct, frozen=True):
    """Bytes of each file that a visit fetched, compressed as a server would; headers are not counted."""

    files: dict[str, int]

    @property
    def total(self) -> int:
        """Bytes of all files together."""
        return sum(self.files.values())

    def __str__(self) -> str:
        parts = ", ".join(f"{name} {size / 1000:.1f}" for name, size in self.files.items())
        return f"{self.total / 1000:.1f} kB ({parts})"


def first_visit(page: Page, url: str) -> Weight:
    """Open an address with nothing cached and weigh every answer: gzip level 9, files compressed already as they are."""
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))  # a bound method of a list cannot be wrapped
    page.goto(url)
    page.wait_for_load_state("networkidle")
    return Weight({_name(answer.url): _size(answer.url, answer.body()) for answer in answers})


def _name(url: str) -> str:
    path = url.partition("?")[0]
    return "page" if path.endswith("/") else path.rpartition("/")[2]


def _size(url: str, body: bytes) -> int:
    path = url.partition("?")[0]
    return len(body) if path.endswith(COMPRESSED) else len(gzip.compress(body, 9, mtime=0))
