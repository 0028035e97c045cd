"""
Finds a browser for the tests, or gets one.

Chromium's headless shell comes first, which draws no window: a page then costs a fifth of the time. It is taken where it is
installed, or from Debian where apt and root are there; else an installed Chrome or Chromium; else Playwright's own download.
As a command it makes sure that there is one, or says what to do.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

SHELL = "chromium-headless-shell"
NAMES = (SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MAC = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
ADVICE = (
    "The tests need a browser, and none could be found or installed.\n"
    "Install Chromium or Chrome (on Debian: sudo apt-get install chromium-headless-shell), then run `make test` again.\n"
    "If it is already there under another name, set CHROMIUM to its path."
)
PATIENCE = 180
"""Seconds that apt may take: without a network it may wait for long."""


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


def install_from_debian() -> None:
    """Install the headless shell where that is possible without asking anybody: a container, a server of its own."""
    if not shutil.which("apt-get") or not hasattr(os, "geteuid") or os.geteuid() != 0:
        return
    for arguments in (["install", "-y", "-qq", SHELL], ["update", "-qq"], ["install", "-y", "-qq", SHELL]):
        try:
            subprocess.run(["apt-get", *arguments], check=False, capture_output=True, timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            return
        if shutil.which(SHELL):
            return


def make_sure() -> str | None:
    """Return the path of the browser to use, the best that can be had; None where there is none at all."""
    if not os.environ.get("CHROMIUM") and not shutil.which(SHELL):
        install_from_debian()
    if not executable():
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)
    return executable()


if __name__ == "__main__" and not make_sure():
    sys.exit(ADVICE)
