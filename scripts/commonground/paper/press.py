"""
Typst as the press: data in, a PDF or a picture out. The templates are those in ``paper`` of the theme.

The same data give the same bytes: no clock is read, and a PDF's id is a digest of its content. So what was printed once is kept
under the digest of all that it is made of.
"""

import hashlib
import io
import json
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, partial
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from commonground.files.kept import Kept
from commonground.files.writing import write_files
from commonground.model.memory import Each, completed, in_order

if TYPE_CHECKING:
    import typst

Kind = Literal["pdf", "png"]
Wanted = tuple[Kind, Mapping[str, object]]
"""What is to be printed of which data, as a template takes them."""

_TEMPLATES: Mapping[Kind, str] = {"pdf": "document.typ", "png": "share.typ"}
_TYPEFACE = "assets/fonts/atkinson-hyperlegible-next-roman.woff2"
_NEEDED = (
    *(f"paper/{name}.typ" for name in ("cards", "document", "listing", "look", "share", "sheet")),
    "assets/img/mark.svg",
    "assets/img/mark-one-colour.svg",
)
_TOO_LONG = "too-long "
_FORGETS_AFTER = 11
_NOTHING = b" "


class TooLong(Exception):
    """A sheet does not fit on its page; ``over`` says by how many millimetres."""

    def __init__(self, over: int) -> None:
        super().__init__(over)
        self.over = over


class Press:
    """
    Prints with the templates of a theme.

    Args: find: Returns the file of the theme that stands for a path. kept: Where printed files are. each: Prints many things.
    """

    _has_begun = False
    """Whether Typst was used in this process."""

    def __init__(self, find: Callable[[str], Path | None], kept: Kept, each: Each = in_order) -> None:
        self._find = find
        self._kept = kept
        self._each = each

    def printed(self, wanted: Sequence[Wanted]) -> list[bytes | TooLong]:
        """
        Return a PDF or a picture of each of some data; what does not fit where something is too long.

        A PDF is for everyone (PDF/UA-1): tagged, with its language and title. A picture is a PNG of few colours.

        Raises: typst.TypstError: A template is broken.
        """
        told = [(kind, json.dumps(data, ensure_ascii=False, sort_keys=True)) for kind, data in wanted]
        found = [self._kept.find(self._made_of(*one), one[0]) for one in told]
        if None in found:
            self._lay_out()
        # Typst's threads are not there in a copy of a process that has used it.
        each = in_order if Press._has_begun else self._each
        return completed(found, [partial(self._anew, *one) for one in told], each)

    def tidy(self) -> None:
        """Delete what was kept and not asked for since this press began."""
        self._kept.tidy()

    def _made_of(self, kind: Kind, told: str) -> str:
        return f"{self._made_with}\n{_TEMPLATES[kind]}\n{told}"

    def _anew(self, kind: Kind, told: str) -> bytes | TooLong:
        try:
            content = self._print(_TEMPLATES[kind], told, kind)
        except TooLong as error:
            return error
        self._kept.keep(self._made_of(kind, told), kind, content)
        return content

    def _print(self, template: str, told: str, kind: Kind) -> bytes:
        import typst

        printed: object
        try:
            if kind == "png":
                printed = self._typst.compile(
                    self._room / "paper" / template, format="png", ppi=72, sys_inputs={"data": told}
                )
            else:
                printed = self._typst.compile(
                    self._room / "paper" / template,
                    format="pdf",
                    sys_inputs={"data": told},
                    pdf_standards="ua-1",
                )
        except typst.TypstError as error:
            if _TOO_LONG in error.message:
                raise TooLong(int(error.message.rpartition(_TOO_LONG)[2].strip(' "'))) from None
            raise
        finally:
            self._forget()
        assert isinstance(printed, bytes)
        return _few_colours(printed) if kind == "png" else printed

    def _forget(self) -> None:
        """Let Typst drop what it has worked out for a document: it keeps that until so many others are printed, a gigabyte in all."""
        for _ in range(_FORGETS_AFTER):
            self._typst.compile(_NOTHING, format="svg")

    @cached_property
    def _made_with(self) -> str:
        """A digest of the programs, the templates and the typeface."""
        digest = hashlib.sha256(f"{version('typst')} {version('pillow')}".encode())
        for path in (*_NEEDED, _TYPEFACE):
            digest.update(self._content(path))
        return digest.hexdigest()

    def _content(self, path: str) -> bytes:
        found = self._find(path)
        return found.read_bytes() if found else b""

    @property
    def _room(self) -> Path:
        """The folder that Typst works in."""
        return self._kept.folder / self._made_with[:16]

    def _lay_out(self) -> None:
        """Put there what it needs, from wherever the theme has it."""
        if not self._room.is_dir():
            needed = {path: self._content(path) for path in _NEEDED}
            write_files(self._room, {**needed, "fonts/typeface.ttf": _unpacked(self._content(_TYPEFACE))})

    @cached_property
    def _typst(self) -> "typst.Compiler":
        import typst

        Press._has_begun = True
        return typst.Compiler(
            root=self._room, font_paths=[str(self._room / "fonts")], ignore_system_fonts=True
        )


def _unpacked(typeface: bytes) -> bytes:
    """Return a typeface in the form that Typst reads, from the compressed one that browsers get."""
    # Heavy to load, and needed once.
    from fontTools.ttLib import TTFont

    font = TTFont(io.BytesIO(typeface), recalcTimestamp=False)
    font.flavor = None
    written = io.BytesIO()
    font.save(written)
    return written.getvalue()


def _few_colours(png: bytes) -> bytes:
    """Return a picture with a palette: a third of the bytes."""
    from PIL import Image

    with Image.open(io.BytesIO(png)) as picture:
        few = picture.convert("RGB").quantize(32, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    written = io.BytesIO()
    few.save(written, "PNG")
    return written.getvalue()
