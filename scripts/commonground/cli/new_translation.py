"""The skeleton of a translation: each paragraph of the original as a comment, what it cites in its place."""

import re
from collections.abc import Iterator

from commonground.languages import Language
from commonground.model import marks
from commonground.model.article import Article
from commonground.model.corpus import Corpus

_GAP = re.compile(r"\n[ \t]*\n")
_COMMENT = re.compile(r"<!--.*?-->\n?", re.DOTALL)
_HEADING = re.compile(r"(?P<signs>#{1,6})\s+(?P<text>.*?)(?P<rest>\s*\{[^{}]*\})?\s*")
_START = re.compile(r"(?P<sign>\s*(?:[-*+]|\d+[.)]|>)\s+)?(?P<text>.*)", re.DOTALL)
_ITEM = re.compile(r"\s*(?:[-*+]|\d+[.)])\s")
_TO_COME = "TODO"
"""What stands for a heading: every language knows it as a word that may not be published."""


def translated_body(original: Article, corpus: Corpus, language: str) -> str:
    """Return the body of a translation that is still to be written."""
    body = _COMMENT.sub("", original.body).strip("\n")
    paragraphs = (paragraph.strip("\n") for paragraph in _GAP.split(body))
    skeleton = _Skeleton(original, corpus, language)
    return "\n\n".join("\n".join(skeleton.lines(paragraph)) for paragraph in paragraphs if paragraph) + "\n"


class _Skeleton:
    def __init__(self, original: Article, corpus: Corpus, language: str) -> None:
        self._from = original.language
        self._corpus = corpus
        self._language = language
        self._prompt = corpus.locale(language).say("skeleton.paragraph")
        self._headings = _headings(corpus.locale(original.language), corpus.locale(language))
        self._shown: set[str] = set()
        self._open = 0

    def lines(self, paragraph: str) -> Iterator[str]:
        """Yield what stands in the place of a paragraph: the signs of blocks and headings, notes, and lines to fill in."""
        lines = paragraph.split("\n")
        start = 0
        for at, line in enumerate([*lines, None]):
            if line is None or marks.BLOCK_OPEN.match(line) or marks.BLOCK_CLOSE.match(line):
                yield from self._texts(lines[start:at])
                start = at + 1
                if line is not None:
                    yield line

    def _texts(self, lines: list[str]) -> Iterator[str]:
        if not lines:
            return
        if len(lines) == 1 and (heading := _HEADING.fullmatch(lines[0])):
            yield from self._heading(heading)
            return
        parts = _items(lines)
        for part in parts:
            yield _comment(self._from, " ".join(line.strip() for line in part))
        yield from self._recorded(" ".join(lines))
        for part in parts:
            sign = (_START.fullmatch(part[0]) or {"sign": ""})["sign"] or ""
            cited = (found[0] for found in marks.CITATION.finditer(" ".join(part)))
            yield f"{sign}{' '.join([self._prompt, *dict.fromkeys(cited)])}"

    def _heading(self, heading: re.Match[str]) -> Iterator[str]:
        known = self._headings.get(heading["text"])
        if known is None:
            yield _comment(self._from, heading["text"])
            self._open += 1  # two headings alike would share an anchor
        yield f"{heading['signs']} {known or f'{_TO_COME} {self._open}'}{heading['rest'] or ''}"

    def _recorded(self, text: str) -> Iterator[str]:
        """Yield, once a finding, the record's own sentence in the language of the translation."""
        for part in marks.CITATION_PART.finditer(" ".join(marks.CITATION.findall(text))):
            key = f"{part['source']}#{part['finding']}"
            finding = self._corpus.findings.get(key)
            if finding and key not in self._shown and (states := finding.states.get(self._language)):
                self._shown.add(key)
                yield _comment(self._language, f"{states} [@{key}]")


def _headings(original: Language, translation: Language) -> dict[str, str]:
    """Return the headings of sections in one language by those in another."""
    there = translation.sections
    return {text: there[key] for key, text in original.sections.items() if key in there}


def _items(lines: list[str]) -> list[list[str]]:
    """Return the lines of each item of a list, or all lines of what is none."""
    parts: list[list[str]] = []
    for line in lines:
        if not parts or _ITEM.match(line):
            parts.append([])
        parts[-1].append(line)
    return parts


def _comment(language: str, text: str) -> str:
    """Return a note that no reader sees."""
    return f"<!-- {language}: {text.replace('--', '- -')} -->"
