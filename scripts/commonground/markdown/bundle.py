"""
All our extensions in their order, as one: ``commonground``.

    markdown.Markdown(extensions=["commonground"], extension_configs={"commonground": {"root": ".", "lang": "en"}})
"""

import re
from functools import cache
from string import punctuation

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor

from commonground.markdown.attributes import add_attributes
from commonground.markdown.blocks import OwnBlocks
from commonground.markdown.charts.figure import add_charts
from commonground.markdown.cite import add_citations, drop_citations
from commonground.markdown.glossary import add_glossary
from commonground.markdown.headings import add_headings
from commonground.markdown.page import Options, Page
from commonground.markdown.safety import secure
from commonground.markdown.self_checks import add_self_checks
from commonground.markdown.tables import add_tables
from commonground.markdown.text import TYPOGRAPHY, Typography

_PARAGRAPH_EDGES = re.compile(r"</?p>")


class CommonGroundExtension(Extension):
    """
    Everything our articles need of Python-Markdown; the options are those of ``Options``.

    After ``convert`` the Markdown instance has ``commonground``, a ``Page``: what is cited, and the source list.
    Raises: TypeError: There is no option of that name.
    """

    def __init__(self, **options: object) -> None:
        super().__init__()
        self.page = Page(Options(**options))  # type: ignore[arg-type]  # Python-Markdown hands options on unchecked

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Register the extensions; their priorities, not this order, say when each runs."""
        md.registerExtension(self)
        md.commonground = self.page  # type: ignore[attr-defined]  # where extensions find it
        md.ESCAPED_CHARS = list(punctuation)  # as CommonMark has it, which the checks read with
        md.preprocessors.register(_FencedCode(md), "fenced_code_block", 25)
        SaneListExtension().extendMarkdown(md)
        OwnBlocks(self.page).extendMarkdown(md)
        add_tables(md, self.page)
        add_headings(md, self.page)
        add_charts(md, self.page)
        add_self_checks(md, self.page)
        add_citations(md, self.page)
        add_glossary(md, self.page)
        md.treeprocessors.register(Typography(md), "commonground_typography", TYPOGRAPHY)
        md.postprocessors.register(_SourceList(self.page), "commonground_sources", -10)
        secure(md)
        add_attributes(md, self.page)

    def reset(self) -> None:
        """Called by Python-Markdown before a page."""
        self.page.reset()


class _FencedCode(Preprocessor):
    """Python-Markdown's own, loaded when a page has such a block: it brings a highlighter along that takes a while."""

    def run(self, lines: list[str]) -> list[str]:
        if not any(line.startswith(("```", "~~~")) for line in lines):
            return lines
        from markdown.extensions.fenced_code import FencedBlockPreprocessor, FencedCodeExtension

        return FencedBlockPreprocessor(self.md, FencedCodeExtension().getConfigs()).run(lines)


class _SourceList(Postprocessor):
    """Ends the page: adds the source list where that is wanted."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page

    def run(self, text: str) -> str:
        """Headings are rendered through here as well, before the numbers stand; only the page itself is done."""
        if not self._page.done:
            return text
        self._page.done = False
        if self._page.options.append_sources and self._page.entries:
            text = f"{text}\n{self._page.sources_html}"
        if self._page.options.on_done:
            self._page.options.on_done(self._page)
        return text


def inline_html(text: str) -> str:
    """Return a data text (inline Markdown) as safe HTML without a paragraph around it; citations are dropped."""
    md = _inline()
    return _PARAGRAPH_EDGES.sub("", md.reset().convert(text))


@cache
def _inline() -> Markdown:
    """Return the Markdown instance for data texts: no block but the paragraph."""
    md = Markdown()
    for processor in (
        "code",
        "hashheader",
        "setextheader",
        "hr",
        "olist",
        "ulist",
        "quote",
        "reference",
        "indent",
    ):
        md.parser.blockprocessors.deregister(processor)
    drop_citations(md)
    md.treeprocessors.register(Typography(md), "commonground_typography", TYPOGRAPHY)
    secure(md)
    add_attributes(md)
    return md
