"""
What ``mkdocs serve`` does beyond a build: it never ends because of what somebody is writing.

Each page shows its problems above itself. What cannot be made is left out and told, above its page and on the terminal;
where there is no site at all, every address shows why.
"""

import errno
import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from html import escape
from pathlib import Path
from typing import Any, TypeVar

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from msgspec.structs import replace

from commonground.checks.registry import Report
from commonground.files.writing import write_files
from commonground.languages import FIRST
from commonground.languages.catalogue import say
from commonground.languages.message import texts_of
from commonground.languages.terminal import terminal_language, told
from commonground.model.problem import Level, Problem
from commonground.report import baseline
from commonground.report.as_text import found, line
from commonground.report.fault import summary
from commonground.site.undrawn import Undrawn
from commonground.site.unwritten import UnwrittenPage
from commonground.site.views.page import SitePage
from commonground.site.views.parts import Band

_text = texts_of(__name__)

T = TypeVar("T")

log = get_plugin_logger(__name__)

UNBUILT = "layouts/unbuilt.html"
"""Template of the page that stands where one cannot be made."""

_WATCHED = ("evidence", "data", "language")
_MOST_ELSEWHERE = 10
_MOST_PORTS = 20
_HEARD = ("mkdocs.plugins.commonground", "mkdocs.livereload", "mkdocs.commands.serve")
_NOISE = ("Browser connected", "Watching paths", "Could not find a homepage")


class UnbuiltPage(SitePage):
    """The page that stands where one cannot be made: the name of its file, and the problems above it."""

    @property
    def template(self) -> str:
        return UNBUILT

    @property
    def noindex(self) -> bool:
        return True

    @property
    def title(self) -> str:
        return self.path


class _PatientPage(UnwrittenPage):
    """A page whose text comes from the corpus, not from its file."""

    def read_source(self, config: MkDocsConfig) -> None:
        self.markdown, self.meta = "", {}


class Preview:
    """
    The state of one ``mkdocs serve``, from one build to the next.

    ``stopped`` says why there is no site at all, "" where there is one.
    """

    def __init__(self) -> None:
        self.stopped = ""
        self._is_first = True
        self._port = 0
        self._known = baseline.Known()
        self._problems: Sequence[Problem] = ()
        self._failures: dict[str, list[str]] = {}
        self._undrawn = Undrawn()
        _quiet()

    def begin(self, config: MkDocsConfig) -> None:
        """Start a build; the first one looks for a free port. Raises: Abort: There is none."""
        host, port = config.dev_addr
        if self._is_first:
            self._port = _free_port(host, port)
        config.site_url = (config.site_url or "").replace(f":{port}/", f":{self._port}/", 1)
        self.stopped, self._problems, self._failures = "", (), {}
        self._undrawn.begin(Path(config.site_dir))

    def tell(self, report: Report) -> None:
        """Tell what is wrong: at first all errors, later what is new among errors and warnings."""
        report = replace(report, asked=terminal_language())
        self._problems = report.problems
        grave = [problem for problem in report.problems if problem.level is not Level.SUGGESTION]
        for problem in baseline.without_known(grave, self._known):
            told = line(problem, report.language_of(problem.path))
            if problem.level is Level.ERROR:
                log.error(told)
            elif not self._is_first:
                log.warning(told)
        self._known = baseline.known(grave)
        log.info(say(_text("told", found=found(report)), report.language))

    def write_later(self, index: Callable[[], None], data: Callable[[], None]) -> None:
        """Take in how the search index is made of the pages, and how the files are written that all pages share."""
        self._undrawn.add_files(
            lambda: self.attempt("pagefind", index, None), lambda: self.attempt("data", data, None)
        )

    def end(self) -> None:
        """Note that a build is done."""
        self._is_first = False

    def attempt(self, path: str, action: Callable[[], T], instead: T) -> T:
        """Return what an action makes; where it fails, what stands in for it, and the failure is told at its file."""
        try:
            return action()
        except Exception as error:
            self.fail(path, error)
            return instead

    def fail(self, path: str, error: Exception) -> None:
        """Tell that something could not be made of a file."""
        message = _reason(error)
        log.error(f"{path}:1:1: {message}")
        self._failures.setdefault(path, []).append(message)

    def stop(self, error: Exception) -> None:
        """Tell that there is no site, and why."""
        self.stopped = _reason(error)
        log.error(self.stopped)

    def band(self, path: str) -> Band | None:
        """Return what stands above the page made of a file, None where nothing is wrong anywhere."""
        mine = [problem for problem in self._problems if problem.path == path]
        shown = [
            problem for level in (Level.ERROR, Level.WARNING) for problem in mine if problem.level is level
        ]
        others = [p for p in self._problems if p.path != path and p.level is Level.ERROR]
        failures = self._failures.get(path, [])
        if not (failures or mine or others):
            return None
        few = others[:_MOST_ELSEWHERE]
        return Band(failures, shown, len(mine) - len(shown), few, len(others) - len(few))

    def write_reason(self, site: Path, paths: Iterable[str]) -> None:
        """Write why there is no site to these paths of it."""
        page = _bare_page(told(_text("nothing")), self.stopped).encode()
        write_files(site, dict.fromkeys(("index.html", "404.html", *paths), page))

    def watch(self, server: LiveReloadServer, root: Path) -> None:
        """
        Serve on the port that was free, build anew when records, data or rules change, too, and go on whatever a build ends with.

        A page is drawn when somebody asks for it: a save shows soon, however many pages there are.
        """
        host, port = server.server_address[:2]
        server.server_address = (host, self._port)
        server.url = server.url.replace(f":{port}/", f":{self._port}/", 1)
        server.set_app(partial(self._undrawn.answer, server.serve_request, server.mount_path))
        build = server.builder
        for folder in _WATCHED:
            if (root / folder).is_dir():
                server.watch(str(root / folder))

        def go_on() -> None:
            try:
                self._undrawn.alone(build)
            except Exception as error:
                log.error(_reason(error))

        server.builder = go_on

    def page(self, file: File, config: MkDocsConfig) -> None:
        """Put a page in its place of whose file nothing is read."""
        file.page = _PatientPage(None, file, config)

    def render_later(self, page: Page, view: SitePage, render: Callable[[], None]) -> str:
        """Take in how the text of a page is rendered, which may fail; return what stands for its Markdown until then."""
        self._undrawn.add_text(page.file.dest_uri, lambda: self.attempt(view.path, render, None))
        return ""

    def render_all(self) -> None:
        """Render the texts of all pages: what cites a source is known then."""
        self._undrawn.render_all()

    def prepare_templates(
        self, env: jinja2.Environment, config: MkDocsConfig, files: Files, views: Mapping[str, SitePage]
    ) -> None:
        """Have another page come of templates that fail, and of those that cannot even be read."""
        env.template_class = self._template_class()
        for file in files.documentation_pages():
            if isinstance(file.page, Page):
                name = file.page.meta["template"]
                got = self.attempt(views[file.src_uri].path, partial(env.get_template, name), None)
                file.page.meta["template"] = name if got else UNBUILT
        for name in list(config.theme.static_templates):
            if self.attempt(f"overrides/{name}", partial(env.get_template, name), None) is None:
                config.theme.static_templates.discard(name)

    def _template_class(self) -> type[jinja2.Template]:
        preview = self

        class Patient(jinja2.Template):
            def render(self, *args: Any, **context: Any) -> str:
                values = dict(*args, **context)
                if page := values["page"]:
                    return preview._undrawn.add_page(page.file.dest_uri, partial(self._draw, values))
                return self._draw(values)

            def _draw(self, values: dict[str, Any]) -> str:
                view: SitePage = values["cg"]
                try:
                    return super().render(values)
                except Exception as error:
                    preview.fail(view.path, error)
                if isinstance(view, UnbuiltPage):
                    return _bare_page(view.path, "\n".join(preview._failures[view.path]))
                failed = UnbuiltPage(view.build, view.lang, view.key, path=view.path)
                return self.environment.get_template(failed.template).render(cg=failed, page=None)

        return Patient


def _reason(error: Exception) -> str:
    if isinstance(error, MkDocsException):
        return error.message
    return told(_text("not-shown", summary=summary(error)))


def _bare_page(title: str, text: str) -> str:
    return (
        f'<!doctype html>\n<html lang="{terminal_language() or FIRST}"><head><meta charset="utf-8"><title>{escape(title)}</title></head>\n'
        f'<body><h1>{escape(title)}</h1>\n<pre style="white-space: pre-wrap">{escape(text)}</pre></body></html>\n'
    )


def _free_port(host: str, asked: int) -> int:
    """
    Return the port that was asked for, or the next one that is free.

    MkDocs opens its port when all is built: too late to learn that it is taken.
    """
    port = asked
    while True:
        server = LiveReloadServer(builder=lambda: None, host=host, port=port, root="")
        try:
            server.server_bind()
        except OSError as error:
            if error.errno != errno.EADDRINUSE or port == asked + _MOST_PORTS - 1:
                message = _text("no-port", host=host, port=port, why=str(error.strerror))
                raise Abort(told(message)) from None
        else:
            if port != asked:
                log.info(told(_text("other-port", asked=asked, port=port)))
            return port
        finally:
            server.server_close()
        port += 1


def _quiet() -> None:
    """Let the terminal say what a writer needs: our own words, warnings, and where the site is shown."""
    logger = logging.getLogger("mkdocs")
    if logger.level > logging.DEBUG:
        for handler in logger.handlers:
            handler.addFilter(_is_heard)


def _is_heard(record: logging.LogRecord) -> bool:
    is_ours = record.levelno >= logging.WARNING or record.name.startswith(_HEARD)
    return is_ours and not any(noise in record.getMessage() for noise in _NOISE)
