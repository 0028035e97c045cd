"""
Prints what the first visit of a page costs over the wire: every file, compressed as a server would, type included.

    .venv/bin/python -m benchmarks.page_weight          builds the site first, into a temporary folder
    .venv/bin/python -m benchmarks.page_weight site     weighs a site that is already there

1 kB is 1,000 bytes; answers' headers are not counted.
"""

from pathlib import Path

from benchmarks.built_site import measured_site
from tests.browser.built import LANGUAGES, TEMPLATES, served
from tests.browser.visits import Visits, chromium
from tests.browser.weight import first_visit

PAGES = ("home", "myth", "research", "source", "library", "language-guide", "glossary", "law", "draft")
PHONE = 360


def weigh(folder: Path) -> None:
    """Print a line for each page and language of a built site."""
    with served(folder) as site, chromium() as browser:
        visits = Visits(browser, site)
        for name in PAGES:
            for language in LANGUAGES:
                page = visits.context(width=PHONE).new_page()
                print(f"{name} {language}: {first_visit(page, site.url(TEMPLATES[name], language))}")
                visits.close()


def main() -> None:
    """Weigh the site in the folder that was named, or a fresh one."""
    with measured_site() as folder:
        weigh(folder)


if __name__ == "__main__":
    main()
