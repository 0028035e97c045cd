"""MkDocs events: each hands over to a part of the program and holds no rule of its own."""

import html
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Literal

import jinja2
from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException, PluginError
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from commonground.checks import registry
from commonground.export.charts import FOLDER as CHARTS
from commonground.export.files import export_files
from commonground.export.generated_pages import generated_part
from commonground.export.page_references import page_reference_files
from commonground.export.policy import headers_file
from commonground.files.writing import NotWritten, write_files
from commonground.markdown.bundle import inline_html
from commonground.markdown.page import Page as Rendering
from commonground.markdown.references import ReferencesError, format_references
from commonground.markdown.text import typographic
from commonground.model.address import page_path, source_key
from commonground.model.corpus import Corpus
from commonground.model.problem import Level
from commonground.read.clock import WrongClock, today
from commonground.read.corpus import NothingToRead, read_corpus
from commonground.read.own_files import BrokenOwnFile
from commonground.report.as_text import line
from commonground.report.fault import last_words
from commonground.site.build import Build
from commonground.site.config import CommonGroundConfig
from commonground.site.outputs import Outputs
from commonground.site.search import SearchError, SearchIndex
from commonground.site.sitemap import sitemap_file
from commonground.site.staging import AlreadyBuilding, Staging
from commonground.site.view import NOT_FOUND, View
from commonground.verify.site import verify

log = get_plugin_logger(__name__)

# mkdocs-static-i18n runs at -100 and starts one build after the other; we come after it.
_AFTER_LANGUAGES = -200


class BrokenOff(Abort):
    """Ends MkDocs with the last words about an error that nothing has foreseen, and their exit code."""

    def __init__(self, error: Exception) -> None:
        message, code = last_words(error)
        super().__init__(message)
        self.code = self.exit_code = code  # type: ignore[misc]


class CommonGroundPlugin(BasePlugin[CommonGroundConfig]):  # type: ignore[no-untyped-call]
    """Builds the site from the corpus: one build for the default language, with one inside it for each other language."""

    def __init__(self) -> None:
        self._serving = False
        self._finished = False
        self._staging: Staging | None = None
        self._search: SearchIndex | None = None
        self._build: Build
        self._views: dict[str, View] = {}
        self._outputs = Outputs()
        self._published: frozenset[str] = frozenset()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether the site is only shown while somebody writes."""
        self._serving = command == "serve"

    @event_priority(_AFTER_LANGUAGES)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and check everything, once for all languages; nothing is written where there is an error."""
        if self._is_inner(config):
            return config
        self._finished = False
        if not self._serving:
            self._stage(config)
        root = Path(config.docs_dir).parent
        corpus = _read(root)
        shown = corpus if self._serving else corpus.published
        overrides = Path(config.theme.custom_dir or root / "overrides")
        _need_templates(corpus, overrides)
        _compare_languages(corpus, config.plugins["i18n"].build_languages)  # type: ignore[attr-defined]
        _check(corpus, forgive=self._serving)
        self._build = Build(
            corpus=shown,
            references=_references(corpus),
            site_url=f"{(config.site_url or '/').rstrip('/')}/",
            overrides=overrides,
            report_url=self.config.report_url,
            edit_url=self.config.edit_url.rstrip("/"),
            serving=self._serving,
        )
        self._views = {}
        self._search = self._new_search()
        self._outputs = Outputs()
        self._published = shown.public_files | {article.path for article in shown.articles}
        config.theme.static_templates.discard("sitemap.xml")  # ours knows the languages
        return config

    def _new_search(self) -> SearchIndex:
        self._close_search()
        try:
            return SearchIndex()
        except SearchError as error:
            raise PluginError(str(error)) from None

    def _close_search(self) -> None:
        if self._search:
            self._search.close()

    def _stage(self, config: MkDocsConfig) -> None:
        target = Path(config.site_dir)
        try:
            self._staging = Staging(target)
        except AlreadyBuilding:
            raise PluginError(
                f"{target} is being built already. Wait until that build is done, then build again."
            ) from None
        except OSError as error:
            raise _unwritable(error, target) from None
        config.site_dir = str(self._staging.folder)

    @event_priority(_AFTER_LANGUAGES)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the pages that are made of data; leave out drafts, and all that belongs to the theme alone."""
        assets = self._build.overrides / "assets"
        for file in list(files):
            source = Path(file.abs_src_path or "")
            if not (source.is_relative_to(assets) or f"docs/{file.src_uri}" in self._published):
                files.remove(file)
        language = self._language(config)
        for article in self._build.articles(language):
            self._views[article.path.removeprefix("docs/")] = View(
                self._build, language, article.key, article
            )
        for view in self._made(language):
            path = page_path(language, view.key, self._build.corpus.default_language).rstrip("/")
            self._views[f"{path}.md"] = view
            files.append(
                File.generated(config, f"{path}.md", content="", inclusion=InclusionLevel.NOT_IN_NAV)
            )
        for file in list(files):
            if not self._may_write(file):
                files.remove(file)
        return files

    def _may_write(self, file: File) -> bool:
        """
        Tell whether a file has an address of its own inside the site.

        Raises: PluginError: It has none, and the site is not only shown while somebody writes.
        """
        try:
            self._outputs.claim(file.dest_uri, file.abs_src_path or file.src_uri)
        except NotWritten as error:
            if not self._serving:
                raise PluginError(str(error)) from None
            log.error(str(error))
            return False
        return True

    def _made(self, language: str) -> Iterator[View]:
        for source in self._build.corpus.sources.values():
            yield View(self._build, language, source_key(source.id), shown=source)
        for quoted in self._build.corpus.quoted:
            yield View(self._build, language, quoted.key, kept=quoted)
        for key in self._build.missing(language):
            yield View(self._build, language, key)

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Hand the page's own settings to the Markdown extension; it writes back what the page cites."""
        view = self._views[page.file.src_uri]
        page.meta["template"] = view.template

        def rendered(rendering: Rendering) -> None:
            view.sources_html = rendering.sources_html
            view.cited = tuple(source for source, _ in rendering.cited)
            if view.article:
                self._build.note(view.article, view.cited)

        part = generated_part(view.layout, self._build.corpus, view.lang) if view.article else ""
        config.mdx_configs["commonground"] = {
            "corpus": self._build.corpus,
            "lang": view.lang,
            "base": view.url(""),
            "references": self._build.references[view.lang],
            "charts": view.addresses.file(CHARTS),
            "glossary": view.glossary,
            "generated": bool(part),
            "append_sources": False,
            "on_done": rendered,
        }
        return f"{view.article.body}\n{part}" if view.article else ""

    def on_page_content(self, html_: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Keep the rendered text and its headings."""
        view = self._views[page.file.src_uri]
        view.content = html_
        view.contents = tuple((html.unescape(item.title), item.url) for item in page.toc if item.level == 2)
        return html_

    def on_env(self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:
        """Add our filters: text as a typographer sets it, and inline Markdown."""
        env.filters["typo"] = lambda text: escape(
            typographic(text) if not hasattr(text, "__html__") else text
        )
        env.filters["inline"] = inline_html
        return env

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Show the page for lost readers: one file for all languages, so it starts with the default one."""
        context["cg"] = View(self._build, self._build.corpus.default_language, NOT_FOUND)  # type: ignore[typeddict-unknown-key]
        return context

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Show a page."""
        context["cg"] = self._views[page.file.src_uri]  # type: ignore[typeddict-unknown-key]
        return context

    @event_priority(_AFTER_LANGUAGES)
    def on_post_page(self, output: str, /, *, page: Page, config: MkDocsConfig) -> str:
        """Give the finished page to the search index."""
        assert self._search
        self._search.add(page.file.dest_uri, output)
        return output

    @event_priority(_AFTER_LANGUAGES)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """When the last language is written, add what all share."""
        if self._is_inner(config):
            return
        folder = Path(config.site_dir)
        corpus = self._build.corpus
        shared = [
            ("sitemap.xml", sitemap_file(self._views.values())),
            ("_headers", headers_file()),
            *export_files(corpus, self._build.site_url),
            *page_reference_files(corpus, self._build.site_url),
        ]
        assert self._search
        try:
            for number, (path, _) in enumerate(shared, 1):
                self._outputs.claim(path, f"data file {number}")
            write_files(folder, dict(shared))
            self._search.write(folder)
        except (NotWritten, SearchError) as error:
            raise PluginError(str(error)) from None
        if not self._serving:
            _verify(folder, corpus)
        self._finished = True

    def on_build_error(self, *, error: Exception) -> None:
        """
        Note that this build is not to be published; a strict build fails after all is written.

        Raises: BrokenOff: Nothing has foreseen the error, and MkDocs would show its traceback.
        """
        self._finished = False
        if not isinstance(error, MkDocsException):
            raise BrokenOff(error) from None

    def on_shutdown(self) -> None:
        """Publish the site, or throw away the part of it that there is."""
        self._close_search()
        if self._staging is None:
            return
        if not self._finished:
            self._staging.drop()
            return
        try:
            self._staging.publish()
        except OSError as error:
            raise _unwritable(error, self._staging.target) from None

    @staticmethod
    def _is_inner(config: MkDocsConfig) -> bool:
        """Tell whether this build is of a further language, inside the first one."""
        return bool(config.plugins["i18n"].building)  # type: ignore[attr-defined]

    @staticmethod
    def _language(config: MkDocsConfig) -> str:
        return str(config.plugins["i18n"].current_language)  # type: ignore[attr-defined]


def _unwritable(error: OSError, place: Path) -> PluginError:
    return PluginError(
        f"{error.filename or place} cannot be written: {error.strerror}. Free it, or choose another folder with --site-dir."
    )


def _read(root: Path) -> Corpus:
    """Return the corpus, or stop the build with the reason why there is none."""
    try:
        corpus = read_corpus(root, today())
    except (NothingToRead, WrongClock, BrokenOwnFile) as error:
        raise PluginError(str(error)) from None
    except OSError as error:
        raise PluginError(
            f"{error.filename or root} cannot be read: {error.strerror}. Check that it exists and that you may read it."
        ) from None
    return corpus


def _check(corpus: Corpus, *, forgive: bool) -> None:
    """
    Run the checks; warnings are information for MkDocs, which counts its own and would stop a strict build.

    Args: forgive: Tell errors and go on, for somebody who looks at a page while it is being written.
    """
    errors = []
    for problem in registry.run(corpus).problems:
        if problem.level is not Level.ERROR:
            log.info(line(problem))
        elif forgive:
            log.error(line(problem))
        else:
            errors.append(line(problem))
    if errors:
        count = "1 error" if len(errors) == 1 else f"{len(errors)} errors"
        raise PluginError("\n".join((f"the site was not built, because of {count}:", *errors)))


def _verify(folder: Path, corpus: Corpus) -> None:
    """Read what was built as a reader gets it, or stop before it takes the old site's place."""
    problems = verify(folder, corpus).problems
    if problems:
        count = "1 error" if len(problems) == 1 else f"{len(problems)} errors"
        told = (
            f"the new site was built, but does not take the old one's place, because of {count} in its files:",
            *map(line, problems),
        )
        raise PluginError("\n".join(told))


def _need_templates(corpus: Corpus, overrides: Path) -> None:
    for kind in corpus.types:
        if not (overrides / f"types/{kind}.html").is_file():
            raise PluginError(
                f"the article type {kind} has no template. Add {overrides.name}/types/{kind}.html; "
                'one line is enough: {% extends "types/article.html" %}'
            )


def _compare_languages(corpus: Corpus, engine: Sequence[str]) -> None:
    """The engine leaves out a language that it does not know, without a word."""
    for language in corpus.languages:
        if language not in engine:
            raise PluginError(
                f"docs/{language}/ is a language that mkdocs.yml does not name. Add it there under i18n."
            )
    for language in engine:
        if language not in corpus.languages:
            raise PluginError(
                f"mkdocs.yml names the language {language}, but docs/{language}/ or language/{language}.yaml is missing. "
                "Add both, or take it out of mkdocs.yml."
            )


def _references(corpus: Corpus) -> dict[str, Mapping[str, str]]:
    try:
        return {
            language: format_references(corpus.sources.values(), language) for language in corpus.languages
        }
    except ReferencesError as error:
        raise PluginError(str(error)) from None
