"""What every printed page of one language shares: words of the site, paper, and the foot."""

import io
from collections.abc import Mapping
from datetime import date

from msgspec import Struct

from commonground.languages import Language
from commonground.model.address import page_path
from commonground.model.article import Article
from commonground.model.corpus import Corpus
from commonground.paper.words import plain

PAPERS = {"letter": "us-letter", "a4": "a4"}
"""The sizes of paper that everything is printed for, the first offered first, and what Typst calls them."""

Data = Mapping[str, object]
"""Plain values, as a template of ``overrides/paper`` takes them."""


class PrintedPage(Struct, frozen=True):
    """
    One page of the site that is printed.

    Attributes:
        site: Address of the site, ending in a slash.
    """

    article: Article
    corpus: Corpus
    site: str

    @property
    def locale(self) -> Language:
        return self.corpus.locale(self.article.language)

    @property
    def path(self) -> str:
        """The page's path below the site's root."""
        return page_path(self.article.language, self.article.key, self.corpus.default_language)

    @property
    def address(self) -> str:
        return self.site + self.path

    @property
    def title(self) -> str:
        return plain(self.article.front.title)

    def say(self, key: str, **values: object) -> str:
        """Return a text of the site."""
        return plain(self.locale.say(key, **values))

    def labelled(self, key: str, text: str) -> str:
        """Return a text behind its label."""
        return f"{self.say(key)}{self.locale.typography.colon} {text}"

    def head(self, kind: str) -> Data:
        """Return what stands above everything."""
        return {"site": self.say("site.name"), "kind": self.say(f"paper.{kind}"), "heading": self.title}

    def foot(self) -> Data:
        """Return where the page is, when it was checked, and how far to rely on it."""
        front = self.article.front
        days = (("page.last_checked", front.reviewed), ("page.next_check", front.review_by))
        lines = [self.labelled(key, self.locale.day(day)) for key, day in days if day]
        return {
            "address": self.address,
            "shown": short(self.address),
            "code": code(self.address),
            "code_words": self.say("paper.code", address=short(self.address)),
            "lines": [self.say("paper.page"), *lines, self.labelled("page.reviewers", self._review())],
            "notes": [self.say("paper.copy"), *self._notes()],
        }

    def _review(self) -> str:
        credits = self.article.front.credits
        return plain(", ".join(credits)) if credits else self.say("page.no_reviewer")

    def _notes(self) -> list[str]:
        keys = []
        if self.corpus.is_about_law(self.article):
            keys.append("law.advice")
        if self.article.front.translation and not self.corpus.is_edited(self.article):
            keys.append("notice.machine")
        return [note for key in (*keys, "notice.unreviewed") if (note := self.say(key))]

    def document(self, paper: str, *parts: Data, title: str = "") -> Data:
        """Return a whole document: its parts on one size of paper."""
        checked = self.article.front.reviewed or self.corpus.today
        return {
            "title": title or self.title,
            "site": self.say("site.name"),
            "lang": self.article.language,
            "paper": PAPERS[paper],
            "date": day(checked),
            "parts": parts,
        }


def day(when: date) -> Mapping[str, int]:
    """Return a day as a template takes it."""
    return {"year": when.year, "month": when.month, "day": when.day}


def short(address: str) -> str:
    """Return an address as people copy it from paper."""
    return address.removeprefix("https://").rstrip("/")


def code(address: str) -> str:
    """Return a QR code of an address as an SVG drawing: level M, with its quiet zone."""
    # Only what prints needs it.
    import segno

    drawing = io.BytesIO()
    segno.make(address, error="m", micro=False).save(
        drawing, kind="svg", border=4, xmldecl=False, nl=False, svgclass=None, lineclass=None, omitsize=True
    )
    return drawing.getvalue().decode()
