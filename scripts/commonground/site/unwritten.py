"""Pages of MkDocs that nobody wrote."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc


class UnwrittenPage(Page):
    """A page that may have no Markdown: then nothing is rendered, which for a thousand pages takes seconds."""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        if (self.markdown or "").strip():
            super().render(config, files)
        else:
            self.content, self.toc = "", get_toc([])
