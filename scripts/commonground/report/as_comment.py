"""What a set of changes means, as one comment on a pull request: what must change first, the rest folded."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from commonground.languages.catalogue import say
from commonground.languages.message import Message, texts_of
from commonground.model.problem import Level
from commonground.report.as_markdown import escaped
from commonground.report.changes import Changes, Claim, Told

_text = texts_of(__name__)
T = TypeVar("T")

MARK = "<!-- commonground: changes -->"
"""The first line, by which the one comment is found again."""

_MOST = (40, 20, 10, 5, 2)
"""Entries of one list that are shown: as many as one comment can hold."""

_LONGEST_COMMENT = 60_000
_MOST_FINDINGS = 5

_LONGEST = 600
"""Characters of somebody's text that are shown."""

_CALLS = re.compile(r"@|:(?=//)|(?<=www)\.|(?<=mailto):")
"""What would call a person or become an address, in a text that anybody may have written."""


def render(changes: Changes, preview: str = "") -> str:
    """
    Return Markdown in the language of the pages; no text in it calls anybody or links anywhere but those named as reviewers.

    Args: preview: The address where the site as it would be can be had, "" for none.
    """
    for most in _MOST:
        text = "\n\n".join(_Comment(changes, preview, most).blocks()) + "\n"
        if len(text) <= _LONGEST_COMMENT:
            break
    return text


class _Comment:
    def __init__(self, changes: Changes, preview: str, most: int) -> None:
        self._changes = changes
        self._most = most
        self._preview = preview

    def blocks(self) -> Iterator[str]:
        """Yield what stands between empty lines."""
        errors = [one for one in self._changes.problems if one.level is Level.ERROR]
        advice = [one for one in self._changes.problems if one.level is not Level.ERROR]
        yield MARK
        yield f"## {self._say(_text('title'))}"
        yield self._say(_text("must", n=len(errors)) if errors else _text("nothing-must"))
        if errors:
            yield self._list(errors, self._problem)
        if advice:
            yield from self._folded(_text("advice", n=len(advice)), self._list(advice, self._problem))
        yield from self._pages()
        claims = self._changes.claims
        if claims:
            yield from self._folded(_text("claims", n=len(claims)), self._list(claims, self._claim))
        if self._changes.behind:
            yield f"### {self._say(_text('behind'))}"
            yield self._list(self._changes.behind, lambda path: self._say(_text("behind-one", path=path)))
        owners = self._changes.reviewers
        yield self._say(_text("reviewers", names=", ".join(owners)) if owners else _text("no-reviewers"))
        if self._changes.before:
            yield self._say(_text("before", n=self._changes.before))

    def _pages(self) -> Iterator[str]:
        if self._changes.pages:
            yield f"### {self._say(_text('pages'))}"
            yield self._list(self._changes.pages, lambda path: f"`{path}`")
        if self._preview:
            yield self._say(_text("preview", address=self._preview))

    def _problem(self, problem: Told) -> str:
        message = _shown(problem.message)
        line = _text("problem", path=problem.path, line=problem.line, message=message, rule=problem.rule)
        return self._say(line)

    def _claim(self, claim: Claim) -> str:
        text, was = _shown(claim.text), _shown(claim.was)
        head = _text("changed", path=claim.path, line=claim.line, text=text, was=was)
        if not was:
            head = _text("added", path=claim.path, line=claim.line, text=text)
        elif was == text:
            head = _text("cites", path=claim.path, line=claim.line, text=text)
        below = (
            f"  - `{one.finding}`: {_shown(one.states) or self._say(_text('unknown'))}"
            for one in claim.findings[:_MOST_FINDINGS]
        )
        return "\n".join([self._say(head), *below])

    def _list(self, entries: Sequence[T], line: Callable[[T], str]) -> str:
        lines = [f"- {line(entry)}" for entry in entries[: self._most]]
        if len(entries) > self._most:
            lines.append(f"- {self._say(_text('more', n=len(entries) - self._most))}")
        return "\n".join(lines)

    def _folded(self, summary: Message, inside: str) -> Iterable[str]:
        return f"<details><summary>{self._say(summary)}</summary>", inside, "</details>"

    def _say(self, message: Message) -> str:
        return say(message, self._changes.language)


def _shown(text: str) -> str:
    """Return somebody's text as it can be shown: as it stands, on one line, not longer than anybody reads."""
    short = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
    return _CALLS.sub(lambda sign: f"&#{ord(sign[0])};", escaped(" ".join(short.split())))
