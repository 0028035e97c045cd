"""MkDocs events: each hands over to a part of the program and holds no rule of its own."""

import html
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Literal, TypeVar

import jinja2
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from commonground.checks import registry
from commonground.export.charts import FOLDER as CHARTS
from commonground.export.files import export_files
from commonground.files.writing import NotWritten, write_files
from commonground.languages.message import texts_of
from commonground.markdown.bundle import inline_html
from commonground.metadata.policy import headers_file
from commonground.model.address import page_file
from commonground.model.url import is_clean_web_address
from commonground.paper.printed import Printed
from commonground.read.garbage import collect_rarely
from commonground.read.remembered import printed_below
from commonground.read.settings import read_address
from commonground.site import prepare
from commonground.site.books import bind_books
from commonground.site.broken_off import BrokenOff
from commonground.site.build import Build
from commonground.site.colours import PATH as COLOURS
from commonground.site.colours import colours_file
from commonground.site.outputs import Outputs
from commonground.site.preview import UNBUILT, Preview, UnbuiltPage
from commonground.site.search import SearchError, write_index
from commonground.site.sitemap import sitemap_file
from commonground.site.staging import AlreadyBuilding, Staging
from commonground.site.theme import Theme
from commonground.site.typeset import typeset
from commonground.site.unwritten import UnwrittenPage
from commonground.site.views.layouts import article_page
from commonground.site.views.made import made_pages, not_found_page
from commonground.site.views.page import SitePage

_text = texts_of(__name__)

T = TypeVar("T")

# mkdocs-static-i18n runs at -100 and starts one build after the other; we come after it.
_BEFORE_LANGUAGES, _AFTER_LANGUAGES = 0, -200


class NoOptions(Config):  # type: ignore[no-untyped-call]  # MkDocs leaves its classes untyped
    """The plugin has no options: what is about one site stands in ``commonground.toml``."""


class CommonGroundPlugin(BasePlugin[NoOptions]):  # type: ignore[no-untyped-call]  # MkDocs leaves its classes untyped
    """Builds the site from the corpus: one build for the default language, with one inside it for each other language."""

    def __init__(self) -> None:
        self._preview: Preview | None = None
        self._finished = False
        self._staging: Staging | None = None
        self._build: Build
        self._views: dict[str, SitePage] = {}
        self._pages: list[str] = []
        self._outputs = Outputs()
        self._published: frozenset[str] = frozenset()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether the site is only shown while somebody writes."""
        collect_rarely()
        self._preview = Preview() if command == "serve" else None

    def on_serve(
        self, server: LiveReloadServer, /, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        """Watch what pages are made of, and never end because of it."""
        assert self._preview
        self._preview.watch(server, Path(config.docs_dir).parent)
        return server

    @event_priority(_BEFORE_LANGUAGES)
    def _set_places(self, config: MkDocsConfig) -> MkDocsConfig:
        """Tell MkDocs where templates are, and where the site will be; while somebody writes, it knows by itself."""
        custom = config.theme.custom_dir
        config.theme.dirs[: 1 if custom else 0] = map(str, Theme(custom).folders)
        address = read_address(Path(config.docs_dir).parent)
        if self._preview is None and is_clean_web_address(address):
            config.site_url = f"{address.rstrip('/')}/"
        return config

    @event_priority(_AFTER_LANGUAGES)
    def _begin(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and check everything, once for all languages; nothing is written where there is an error."""
        if self._is_inner(config):
            return config
        self._finished = False
        self._outputs = Outputs()
        config.theme.static_templates.discard("sitemap.xml")  # ours knows the languages
        if self._preview is None:
            self._stage(config)
            self._prepare(config)
            return config
        self._preview.begin(config)
        try:
            self._prepare(config)
        except Exception as error:
            self._preview.stop(error)
            config.theme.static_templates.clear()
            config.nav = None
        return config

    on_config = CombinedEvent(_set_places, _begin)

    def _prepare(self, config: MkDocsConfig) -> None:
        """Make all that pages need. Raises: PluginError: There is no site to build."""
        root = Path(config.docs_dir).parent
        theme = Theme(config.theme.custom_dir)
        corpus = prepare.read_or_stop(root)
        shown = corpus if self._preview else corpus.published
        prepare.need_addresses(corpus.settings)
        prepare.need_templates(corpus, theme)
        prepare.compare_languages(corpus, config.plugins["i18n"].build_languages)  # type: ignore[attr-defined]  # an attribute of that plugin
        report = registry.run(corpus)
        corpus.memory.tidy()
        if self._preview:
            self._preview.tell(report)
        else:
            prepare.stop_at_errors(report)
        site_url = config.site_url
        assert site_url  # MkDocs sets it while somebody writes, else `_set_places`
        self._build = Build(
            corpus=shown,
            references=prepare.references(corpus, root),
            site_url=site_url,
            theme=theme,
            printed=Printed() if self._preview else prepare.printed(shown, site_url, theme, root),
            band=self._preview.band if self._preview else None,
            render_all=self._preview.render_all if self._preview else None,
        )
        self._views, self._pages = {}, []
        self._published = shown.public_files | {article.path for article in shown.articles}

    def _stage(self, config: MkDocsConfig) -> None:
        target = Path(config.site_dir)
        try:
            self._staging = Staging(target)
        except AlreadyBuilding:
            raise prepare.stopped(_text("being-built", folder=str(target))) from None
        except OSError as error:
            raise prepare.unwritable(error, target) from None
        config.site_dir = str(self._staging.folder)

    @event_priority(_AFTER_LANGUAGES)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the pages that are made of data; leave out drafts, and all that belongs to the theme alone."""
        if self._preview and self._preview.stopped:
            return Files([])
        language = self._language(config)
        for file in list(files):
            path = f"docs/{file.src_uri}"
            if self._build.theme.has_asset(Path(file.abs_src_path or "")) or path in self._published:
                continue
            if self._preview and file.is_documentation_page():
                self._views[file.src_uri] = UnbuiltPage(self._build, language, _key(file), path=path)
            else:
                files.remove(file)
        for article in self._build.articles(language):
            self._views[article.path.removeprefix("docs/")] = article_page(article, self._build)
        for path, page in made_pages(self._build, language):
            file = File.generated(config, path, content="", inclusion=InclusionLevel.NOT_IN_NAV)
            file.dest_uri = page_file(page.lang, page.key, page.default)
            file.page = UnwrittenPage(None, file, config)
            self._views[path] = page
            files.append(file)
        for file in list(files):
            if not self._may_write(file):
                files.remove(file)
            elif self._preview and file.is_documentation_page():
                self._preview.page(file, config)
        return files

    def _may_write(self, file: File) -> bool:
        """
        Tell whether a file has an address of its own inside the site.

        Raises: PluginError: It has none, and the site is not only shown while somebody writes.
        """
        try:
            self._outputs.claim(file.dest_uri, file.abs_src_path or file.src_uri)
        except NotWritten as error:
            if self._preview is None:
                raise PluginError(str(error)) from None
            self._preview.fail(f"docs/{file.src_uri}", PluginError(str(error)))
            return False
        return True

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Hand over the text of the page that is in the corpus, rather than what MkDocs read."""
        view = self._views[page.file.src_uri]
        page.meta["template"] = self._attempt(view.path, lambda: self._template(view), UNBUILT)
        if self._preview:
            return self._preview.render_later(page, view, partial(self._render, view, page, config, files))
        return self._markdown(view, config)

    def _render(self, view: SitePage, page: Page, config: MkDocsConfig, files: Files) -> None:
        page.markdown = self._markdown(view, config)
        page.render(config, files)
        self.on_page_content(page.content or "", page=page, config=config, files=files)

    def _attempt(self, path: str, action: Callable[[], T], instead: T) -> T:
        """Return what an action makes; only while somebody writes may it fail, and something stand in for it."""
        return self._preview.attempt(path, action, instead) if self._preview else action()

    def _template(self, view: SitePage) -> str:
        if self._build.theme.find(view.template) is None:
            raise prepare.stopped(_text("no-template", template=view.template))
        return view.template

    def _markdown(self, view: SitePage, config: MkDocsConfig) -> str:
        """Give the page's own settings to the Markdown extension; it writes back what the page cites."""

        part = view.part
        config.mdx_configs["commonground"] = {
            "corpus": self._build.corpus,
            "lang": view.lang,
            "base": view.url(""),
            "references": self._build.references[view.lang],
            "charts": view.addresses.file(CHARTS),
            "glossary": view.glossary,
            "generated": bool(part),
            "sums_up": view.type == "page",
            "append_sources": False,
            "on_done": view.take,
        }
        return f"{view.body}\n{part}"

    def on_page_content(self, html_: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Keep the rendered text and its headings."""
        view = self._views[page.file.src_uri]
        view.content = html_
        view.contents = tuple((html.unescape(item.title), item.url) for item in page.toc if item.level == 2)
        return html_

    def on_env(self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:
        """Add our filter, inline Markdown; what a page does not have is an error, not nothing."""
        env.filters["inline"] = inline_html
        env.undefined = jinja2.StrictUndefined
        if self._preview:
            self._preview.prepare_templates(env, config, files, self._views)
        return env

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Show the page for lost readers: one file for all languages, so it starts with the default one."""
        context["cg"] = not_found_page(self._build)  # type: ignore[typeddict-unknown-key]  # a key of ours
        return context

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Show a page."""
        context["cg"] = self._views[page.file.src_uri]  # type: ignore[typeddict-unknown-key]  # a key of ours
        return context

    @event_priority(_AFTER_LANGUAGES)
    def on_post_page(self, output: str, /, *, page: Page, config: MkDocsConfig) -> str:
        """Set the finished page; while somebody writes, none is finished yet."""
        self._pages.append(page.file.dest_uri)
        return output if self._preview else typeset(output)

    @event_priority(_AFTER_LANGUAGES)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """When the last language is written, add what all share."""
        if self._is_inner(config):
            return
        folder, root = Path(config.site_dir), Path(config.docs_dir).parent
        if self._preview:
            self._leave_for_later(self._preview, folder, root)
        else:
            self._write_shared(folder)
            self._write_search(folder, root)
            bind_books(folder, self._build, self._views.values())
            prepare.pack_offline(folder, self._build.site_url)
            prepare.verify_or_stop(folder, self._build.corpus, root)
        self._finished = True

    def _leave_for_later(self, preview: Preview, folder: Path, root: Path) -> None:
        """Write what all pages share when somebody asks for it."""
        if preview.stopped:
            preview.write_reason(folder, self._pages)
        else:
            preview.write_later(
                partial(self._write_search, folder, root), partial(self._write_shared, folder)
            )
        preview.end()

    def _write_shared(self, folder: Path) -> None:
        files: dict[str, bytes] = {}
        self._attempt("data", lambda: files.update(self._shared()), None)
        try:
            for number, path in enumerate(files, 1):
                self._outputs.claim(path, f"data file {number}")
            write_files(folder, files)
        except NotWritten as error:
            raise PluginError(str(error)) from None

    def _shared(self) -> Iterator[tuple[str, bytes]]:
        yield "sitemap.xml", sitemap_file(self._views.values())
        yield "_headers", headers_file()
        if sheet := colours_file(self._build.corpus.settings):
            yield COLOURS, sheet
        yield from export_files(self._build.corpus, self._build.site_url)
        yield from self._build.printed.files.items()

    def _write_search(self, folder: Path, root: Path) -> None:
        """Make the search index of the pages that are written."""
        pages = {path: partial((folder / path).read_text, "utf-8") for path in self._pages}
        try:
            write_index(folder, pages, printed_below(root, "search"))
        except (NotWritten, SearchError) as error:
            raise PluginError(str(error)) from None

    def on_build_error(self, *, error: Exception) -> None:
        """
        Note that this build is not to be published; a strict build fails after all is written.

        Raises: PluginError: A template asks for what is not there. BrokenOff: Nothing has foreseen the error, and MkDocs would
            show its traceback.
        """
        self._finished = False
        if isinstance(error, jinja2.UndefinedError):
            raise prepare.undrawable(error) from None
        if not isinstance(error, MkDocsException):
            raise BrokenOff(error) from None

    def on_shutdown(self) -> None:
        """Publish the site, or throw away the part of it that there is."""
        if self._staging is None:
            return
        if not self._finished:
            self._staging.drop()
            return
        try:
            self._staging.publish()
        except OSError as error:
            raise prepare.unwritable(error, self._staging.target) from None

    @staticmethod
    def _is_inner(config: MkDocsConfig) -> bool:
        """Tell whether this build is of a further language, inside the first one."""
        return bool(config.plugins["i18n"].building)  # type: ignore[attr-defined]  # an attribute of that plugin

    @staticmethod
    def _language(config: MkDocsConfig) -> str:
        return str(config.plugins["i18n"].current_language)  # type: ignore[attr-defined]  # an attribute of that plugin


def _key(file: File) -> str:
    """Return the key of a page that was not read; see ``model.address``."""
    return file.src_uri.partition("/")[2].removesuffix(".md").removesuffix("index").rstrip("/")
