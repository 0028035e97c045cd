"""
Typst as the press: data in, a PDF or a picture out. The templates are those in ``paper`` of the theme.

The same data give the same bytes: no clock is read, and a PDF's id is a digest of its content. So what was printed once is kept
under the digest of all that it is made of.
"""

import hashlib
import io
import json
from collections.abc import Callable, Mapping
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from commonground.files.kept import Kept
from commonground.files.writing import write_files

if TYPE_CHECKING:
    import typst

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

    Args: find: Returns the file of the theme that stands for a path. kept: Where printed files are.
    """

    def __init__(self, find: Callable[[str], Path | None], kept: Kept) -> None:
        self._find = find
        self._kept = kept

    def pdf(self, data: Mapping[str, object]) -> bytes:
        """
        Return a PDF for everyone (PDF/UA-1): tagged, with its language and title.

        Raises: TooLong: It does not fit. typst.TypstError: A template is broken.
        """
        return self._made("document.typ", data, "pdf")

    def picture(self, data: Mapping[str, object]) -> bytes:
        """Return a PNG of few colours. Raises: TooLong, typst.TypstError: see ``pdf``."""
        return self._made("share.typ", data, "png")

    def tidy(self) -> None:
        """Delete what was kept and not asked for since this press began."""
        self._kept.tidy()

    def _made(self, template: str, data: Mapping[str, object], kind: str) -> bytes:
        told = json.dumps(data, ensure_ascii=False, sort_keys=True)
        made_of = f"{self._made_with}\n{template}\n{told}"
        return self._kept.get(made_of, kind, lambda: self._print(template, told, kind))

    def _print(self, template: str, told: str, kind: str) -> bytes:
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

    @cached_property
    def _room(self) -> Path:
        """The folder that Typst works in: what it needs, from wherever the theme has it."""
        room = self._kept.folder / self._made_with[:16]
        if not room.is_dir():
            needed = {path: self._content(path) for path in _NEEDED}
            write_files(room, {**needed, "fonts/typeface.ttf": _unpacked(self._content(_TYPEFACE))})
        return room

    @cached_property
    def _typst(self) -> "typst.Compiler":
        import typst

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
