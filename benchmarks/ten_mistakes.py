"""
Makes ten typical mistakes, one at a time, on each way in, and counts what is said of each.

    .venv/bin/python -m benchmarks.ten_mistakes site      `site` is the folder of a built site

The mistakes are put into a copy of one page. In the browser the file is opened on the page for writing; on a computer
`commonground check` reads it; for a pull request `commonground check --changed --format github` writes the notes that the code host
shows at the lines. Told are the messages of each, and the seconds until they stand there. "-": the way in leaves no room for the
mistake, because the page for writing makes the headings and what stands above the text itself. Needs Chromium.
"""

import re
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

from benchmarks.writing_a_question import KEY, ROOT, Quiet, opened
from playwright.sync_api import Page
from tests.browser.visits import chromium

PAGE = f"docs/en/{KEY}.md"
COMMAND = str(Path(sys.executable).parent / "commonground")
FRONT = ("a colon in the title", "a day that is none", "a heading renamed", "a part left out")
MISTAKES: Mapping[str, tuple[str, str]] = {
    "a figure without a source": ("both sides of the door.", "both sides of the door. About 40,000 women know that."),
    "a wrong figure": ("36%", "38%"),
    "a finding that is not there": ("[@krusi2012#more-control-indoors]", "[@krusi2012#more-control-indoor]"),
    "a source that is not there": ("[@bungay2018#types-of-violence]", "[@bungai2018#types-of-violence]"),
    "a word to avoid": ("Women in supportive housing", "Prostitutes in supportive housing"),
    "a link that leads nowhere": ("canadian-law-today.md", "canadian-law-now.md"),
    "a colon in the title": ('title: "Is sex work safer indoors than on the street?"', "title: Indoors: is it safer than the street?"),
    "a day that is none": ("reviewed: 2026", "reviewed: 31/11/2026 #"),
    "a heading renamed": ("## What we don't know", "## What nobody knows"),
    "a part left out": ("/// quote-this", "/// details | For later"),
}  # fmt: skip
"""What stands in the page, and what is written there instead."""


def mistaken(text: str, name: str) -> str:
    """Return the page with one mistake, in its body where that has the words."""
    old, new = MISTAKES[name]
    assert old in text, f"{PAGE} has no longer: {old}"
    front, end, body = text.partition("\n---\n")
    return front + end + body.replace(old, new, 1) if old in body else text.replace(old, new, 1)


def in_browser(page: Page, text: str) -> tuple[int, float]:
    """Open the file on the page for writing; return how many problems are shown, and after how many seconds."""
    page.reload()
    page.locator("#write[data-ready]").wait_for(state="attached")
    page.locator("#finder-words").focus()
    page.wait_for_load_state("networkidle")
    begun = time.perf_counter()
    page.locator("#write-file").set_input_files(
        {"name": "page.md", "mimeType": "text/markdown", "buffer": text.encode()}
    )
    page.locator("#part-title").blur()
    shown = page.locator(".write-problem")
    while not shown.count() and time.perf_counter() - begun < 3:
        page.wait_for_timeout(20)
    return shown.count(), time.perf_counter() - begun


def problems(folder: str, *arguments: str) -> tuple[list[str], float]:
    """Run the check; return the lines about the page that are errors, and the seconds."""
    begun = time.perf_counter()
    found = subprocess.run(
        [COMMAND, "check", *arguments], cwd=folder, capture_output=True, text=True, check=False
    ).stdout
    mine = [one for one in found.splitlines() if re.search(rf"^{PAGE}:.*: error |^::error file={PAGE}", one)]
    return mine, time.perf_counter() - begun


def main() -> None:
    """Make each mistake on each way in."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=sys.argv[1]))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    right = (ROOT / PAGE).read_text(encoding="utf-8")
    print(f"{'':28} browser      computer     pull request")
    with chromium() as browser, tempfile.TemporaryDirectory() as folder:
        subprocess.run(["git", "clone", "-q", str(ROOT), folder], check=True)
        page = opened(browser, f"http://127.0.0.1:{server.server_address[1]}/contribute/write/")
        for name in MISTAKES:
            wrong = mistaken(right, name)
            (Path(folder) / PAGE).write_text(wrong, encoding="utf-8")
            told = ["-" if name in FRONT else "{} in {:.1f} s".format(*in_browser(page, wrong))]
            for arguments in ((PAGE,), ("--changed", "HEAD", "--format", "github")):
                lines, seconds = problems(folder, *arguments)
                told.append(f"{len(lines)} in {seconds:.1f} s")
            print(f"{name:28} " + " ".join(f"{one:12}" for one in told))
    server.shutdown()


if __name__ == "__main__":
    main()
