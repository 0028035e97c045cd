"""Opening pages in a real browser, with a record of what each asked for and complained about."""

import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

from msgspec import Struct, field
from playwright.sync_api import Browser, BrowserContext, Page, Request, Route, sync_playwright

from ..find_browser import executable
from .built import Site

WEATHER = re.compile(r"https://(weather|meteo)\.gc\.ca/")
ARGUMENTS = [
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    "--font-render-hinting=none",  # as on screens: the headless shell would set text wider
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",  # nothing leaves the machine
]
SIZES = {360: (360, 640), 1280: (1280, 800), 320: (320, 640), 768: (768, 1024)}
# A console message is what the recorder sees, so a breach of the policy becomes one.
LISTEN = """
addEventListener('securitypolicyviolation', (event) =>
  console.error(`policy: ${event.violatedDirective} refused ${event.blockedURI || event.sample}`));
"""


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start the browser that `make test` found."""
    root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable(), args=[*ARGUMENTS, *root])
        yield browser
        browser.close()


class Record(Struct):
    """What pages asked for and complained about while they were open."""

    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def outside(self, site: Site) -> list[str]:
        """Return the addresses that were asked for beyond the site's own origin."""
        own = urlsplit(site.base).netloc
        return [url for url in self.requests if not url.startswith("data:") and urlsplit(url).netloc != own]


class Visits(Struct, dict=True):  # the browser notes on it which of its methods listen
    """Opens pages of one site; every context shares the record."""

    browser: Browser
    site: Site
    record: Record = field(default_factory=Record)
    contexts: list[BrowserContext] = field(default_factory=list)

    def context(
        self,
        *,
        width: int = 1280,
        height: int = 0,
        scheme: str = "light",
        scripts: bool = True,
        **more: object,
    ) -> BrowserContext:
        """Return a fresh browser profile whose requests and complaints are recorded."""
        context = self.browser.new_context(
            viewport={"width": width, "height": height or SIZES.get(width, (0, 800))[1]},
            color_scheme=scheme,
            java_script_enabled=scripts,
            reduced_motion="reduce",
            **more,
        )
        context.set_default_timeout(8000)
        context.add_init_script(LISTEN)
        context.on("request", self._asked)
        context.on("weberror", lambda error: self.record.complaints.append(str(error.error)))
        context.on("console", lambda said: said.type == "error" and self._complained(said.text, said.page))
        self.contexts.append(context)
        return context

    def __call__(self, key: str = "", language: str = "en", **settings: object) -> Page:
        """Open a page by its key in a fresh profile."""
        page = self.context(**settings).new_page()
        page.goto(self.site.url(key, language))
        return page

    def close(self) -> None:
        """Close every profile that was opened."""
        for context in self.contexts:
            context.close()
        self.contexts.clear()

    def _asked(self, request: Request) -> None:
        self.record.requests.append(request.url)

    def _complained(self, text: str, page: Page | None) -> None:
        lost = page is not None and self.site.file(page.url) is None and "404" in text
        if not lost:  # the page for lost readers is answered with 404, which the browser notes
            self.record.complaints.append(f"{page.url if page else ''}: {text}")


def stub_weather(page: Page, hold: Callable[[Route], None] | None = None) -> None:
    """Let the weather service answer from here, or hand its request to `hold`."""
    answer = hold or (
        lambda route: route.fulfill(content_type="text/html", body="<title>Weather</title><h1>Rain</h1>")
    )
    page.context.route(WEATHER, answer)
