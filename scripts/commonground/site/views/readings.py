"""A reading of a page as templates show it."""

from msgspec import Struct

from commonground.model.reading import Reading
from commonground.site.views.here import Here


class ReadingView(Struct, frozen=True):
    """
    One reading, in the language of the page that was read.

    ``is_current``: whether the page is still the one that was read.
    """

    reading: Reading
    page: Here
    is_current: bool

    @property
    def by_person(self) -> bool:
        return self.reading.by == "person"

    @property
    def numbers(self) -> str:
        """The numbers that the program writes out."""
        return f"{self.reading.found} {self.reading.mended}"

    @property
    def text(self) -> str:
        """Who read the page, against what, when, what was found; and whether the page has changed since."""
        one, say = self.reading, self.page.say
        counts = {
            "found": self.page.count("readings.found", one.found),
            "mended": self.page.count("readings.mended", one.mended),
        }
        kind = say(f"readings.kinds.{one.kind}")
        parts = [
            say("readings.line", who=self._who(), kind=kind, date=self.page.day(one.date), **counts),
            say("readings.compared", against=one.against.rstrip(".")),
        ]
        if not self.is_current:
            parts.append(say("readings.earlier"))
        return " ".join(parts)

    def _who(self) -> str:
        one = self.reading
        key = "machine" if one.by == "machine" else "named" if one.name else "person"
        values = {"name": one.name} if key == "named" else {}
        return self.page.say(f"readings.{key}", role=one.role, **values)
