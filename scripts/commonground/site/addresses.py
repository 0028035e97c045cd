"""How one page writes the address of another."""

from msgspec import Struct

from commonground.model.address import page_path, relative


class Addresses(Struct, frozen=True):
    """
    Addresses as one page writes them.

    Attributes:
        here: The page's path below the site's root.
        root: "" for addresses relative to the page, so that the site works under any path; for the page for lost
            readers, which is shown at any depth, the path of the site on its server.
    """

    here: str
    default: str
    root: str = ""

    def page(self, language: str, key: str) -> str:
        """Return the address of a page."""
        return self.to(page_path(language, key, self.default))

    def to(self, path: str) -> str:
        """Return the address of a page, given its path below the site's root."""
        if self.root:
            return f"{self.root}{path}"
        return f"{relative(path, self.here)}/"

    def file(self, path: str) -> str:
        """Return the address of a file, given its path below the site's root."""
        return f"{self.root}{path}" if self.root else relative(path, self.here)
