"""
Finds a browser for the tests, or gets one.

An installed Chrome or Chromium is used; else Debian's ``chromium`` where apt and root are there; else Playwright's own
download. As a command it makes sure that there is one, or says what to do.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MAC = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
ADVICE = (
    "The tests need a browser, and none could be found or installed.\n"
    "Install Chromium or Chrome (on Debian or Ubuntu: sudo apt-get install chromium), then run `make test` again.\n"
    "If it is already there under another name, set CHROMIUM to its path."
)


def installed() -> str | None:
    """Return the path of an installed browser, or None."""
    named = os.environ.get("CHROMIUM")
    if named:
        return named
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    return found or (str(MAC) if MAC.exists() else None)


def downloaded() -> str | None:
    """Return the path of the browser that Playwright downloaded, or None."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def executable() -> str | None:
    """Return the path of the browser to use, or None."""
    return installed() or downloaded()


def install() -> str | None:
    """Try to install a browser; return its path, or None."""
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        subprocess.run(["apt-get", "update", "-qq"], check=False, **quiet)
        subprocess.run(["apt-get", "install", "-y", "-qq", "chromium"], check=False, **quiet)
        if installed():
            return installed()
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)
    return executable()


if __name__ == "__main__":
    if not (executable() or install()):
        sys.exit(ADVICE)
