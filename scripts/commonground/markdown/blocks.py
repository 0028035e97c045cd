"""Our ``///`` blocks, on pymdown-extensions' generic blocks. An unknown name stays text; a check reports it."""

import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.preprocessors import Preprocessor
from pymdownx.blocks import BlocksExtension, BlocksProcessor
from pymdownx.blocks.block import Block
from pymdownx.blocks.details import Details

from commonground.markdown.charts.figure import start_figure
from commonground.markdown.page import Page
from commonground.model.marks import BLOCK_CLOSE, BLOCK_OPEN, BOXES, CHART

_STROKES = re.compile(r"[ >]*(?:(?:[-*+]|[0-9]+\.)[ ][ >]*)*(?P<strokes>/{3,})")


class _Said(Block):  # type: ignore[misc]  # pymdownx has no types
    """One of our blocks: a labelled box. What stands after a bar on its opening line is not used."""

    ARGUMENT = None

    def on_validate(self, parent: Element) -> bool:
        """Refuse every option, also pymdown-extensions' own ``attrs``: it would let a page set any attribute."""
        return not self.options["attrs"]

    def on_create(self, parent: Element) -> Element:
        page: Page = self.config["page"]
        self.tracker["count"] = self.tracker.get("count", 0) + 1
        closing = self.NAME == "fact" and self.tracker["count"] > 1
        classes = f"block block-{self.NAME}" + (" block-fact-closing" if closing else "")
        box = SubElement(parent, "div", {"class": classes})
        label = SubElement(box, "p", {"class": "block-label"})
        label.text = page.say(f"blocks.{self._label(page, closing=closing)}")
        return box

    def _label(self, page: Page, *, closing: bool) -> str:
        if closing:
            return "fact-closing"
        return "fact-summary" if self.NAME == "fact" and page.options.sums_up else str(self.NAME)


class _Chart(Block):  # type: ignore[misc]  # pymdownx has no types
    """A chart: the block holds its sentence, and what it cites is drawn."""

    NAME = CHART

    def on_validate(self, parent: Element) -> bool:
        return not self.options["attrs"]

    def on_create(self, parent: Element) -> Element:
        return start_figure(parent)

    def on_add(self, block: Element) -> Element:
        """Put the text into the caption."""
        return block[0]


class _Fold(Details):  # type: ignore[misc]  # pymdownx has no types
    """pymdown-extensions' ``details`` without options."""

    OPTIONS: Mapping[str, object] = {}

    def on_validate(self, parent: Element) -> bool:
        allowed = not self.options["attrs"]
        self.options |= {"open": False, "type": ""}
        return allowed


class _Alone(Preprocessor):
    """
    Leaves as text what opens or closes a block within another, in a list or quotation, or without a counterpart.

    Checks refuse such pages; pymdown-extensions reads some of them without end.
    """

    def run(self, lines: list[str]) -> list[str]:
        result = list(lines)
        opened, fence = -1, ""
        for number, line in enumerate(lines):
            found = _STROKES.match(line)
            if not found:
                continue
            opening, closing = BLOCK_OPEN.match(line), BLOCK_CLOSE.match(line)
            if opening and opened < 0:
                opened, fence = number, opening["fence"]
            elif closing and opened >= 0 and closing["fence"] == fence:
                opened = -1
            else:
                result[number] = _as_text(line, found)
        if opened >= 0 and (found := _STROKES.match(lines[opened])):
            result[opened] = _as_text(lines[opened], found)
        return result


def _as_text(line: str, found: re.Match[str]) -> str:
    return f"{line[: found.start('strokes')]}\\{line[found.start('strokes') :]}"


class OwnBlocks(BlocksExtension):  # type: ignore[misc]  # pymdownx has no types
    """Registers our blocks and the one that we borrow."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Called by Python-Markdown with its instance."""
        super().extendMarkdown(md)
        # After fenced code (25) is out of reach.
        md.preprocessors.register(_Alone(md), "commonground_alone", 23)

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: BlocksProcessor) -> None:  # noqa: N802
        """Called by pymdown-extensions with its register of blocks."""
        for name in BOXES:
            kind = type(f"_Said_{name}", (_Said,), {"NAME": name})
            block_mgr.register(kind, {"page": self._page})
        block_mgr.register(_Chart, {})
        block_mgr.register(_Fold, {})
