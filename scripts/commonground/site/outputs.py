"""What one build writes: each address once, and nothing outside the site's folder."""

from commonground.files.writing import NotWritten
from commonground.languages.message import texts_of
from commonground.model.address import is_inside

_text = texts_of(__name__)


class Outputs:
    """The paths that are written so far, capitals aside, and what each was made of."""

    def __init__(self) -> None:
        self._made_of: dict[str, str] = {}

    def claim(self, path: str, made_of: str) -> None:
        """
        Note that a path below the site's root is written.

        Raises: NotWritten: It lies outside the root, or something else is written there.
        """
        if not is_inside(path):
            raise NotWritten(_text("outside", made_of=made_of, path=path))
        other = self._made_of.setdefault(path.casefold(), made_of)
        if other != made_of:
            raise NotWritten(_text("twice", made_of=made_of, other=other, path=path))
