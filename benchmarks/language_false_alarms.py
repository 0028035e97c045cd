"""
Runs the word rules over long clean texts of other kinds, and prints how many alarms they give per 10,000 words.

    .venv/bin/python -m benchmarks.language_false_alarms                   English: the count, and the rules that gave most
    .venv/bin/python -m benchmarks.language_false_alarms --french FOLDER   French as well: benchmarks/README.md fills FOLDER
    .venv/bin/python -m benchmarks.language_false_alarms --ordinary en FOLDER --ordinary fr FOLDER   treebanks instead
    .venv/bin/python -m benchmarks.language_false_alarms --show            each alarm with the words around it
    .venv/bin/python -m benchmarks.language_false_alarms --write           and put the figures on the site

The English texts are the manuals that ship with the installed packages, the French ones two manuals of Debian: technical
prose about anything but our subject, so that nearly every alarm is a false one. Parts of the French manuals are not
translated; a paragraph that has none of a few French words is left out. Ordinary texts come from treebanks: news, web pages,
reviews, talk (benchmarks/README.md names them); of their files only the lines with a whole sentence are read.
"""

import argparse
import html
import re
import sysconfig
from collections import Counter
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from pathlib import Path

from benchmarks.articles import ROOT
from benchmarks.published import publish
from msgspec import Struct, field

from commonground.languages import read_languages
from commonground.matching.compiled import compile_terms
from commonground.matching.engine import Engine
from commonground.read.article import read_article
from commonground.read.terms import read_terms

Text = tuple[str, bytes]
"""A name and Markdown."""

_SENTENCE = "# text = "
_PROSE = frozenset({"p", "dd", "td"})
_FRENCH = re.compile(r"\b(?:le|la|les|des|une?|est|pour|dans|qui|avec)\b|\b[ld]['’]", re.IGNORECASE)


class Alarms(Struct):
    """What was read and found: files, words, alarms by level and by rule, each as a line to read."""

    files: int = 0
    words: int = 0
    levels: Counter[str] = field(default_factory=Counter)
    rules: Counter[str] = field(default_factory=Counter)
    lines: list[str] = field(default_factory=list)

    @property
    def rate(self) -> float:
        """Return the alarms per 10,000 words."""
        return 10_000 * sum(self.levels.values()) / self.words if self.words else 0.0


class Prose(HTMLParser):
    """Gathers the paragraphs of a page, each once, in its order."""

    def __init__(self) -> None:
        super().__init__()
        self.paragraphs: dict[str, None] = {}
        self._open: list[str] = []
        self._text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _PROSE:
            self._open.append(tag)
            self._text = ""

    def handle_endtag(self, tag: str) -> None:
        if self._open and tag == self._open[-1]:
            self._open.pop()
            self.paragraphs[" ".join(self._text.split())] = None
            self._text = ""

    def handle_data(self, data: str) -> None:
        if self._open:
            self._text += data


def manuals() -> Iterator[Text]:
    """Yield the Markdown of installed packages: their descriptions and the pages beside their code."""
    packages = Path(sysconfig.get_paths()["purelib"])
    for path in sorted((*packages.glob("*.dist-info/METADATA"), *packages.rglob("*.md"))):
        data = path.read_bytes()
        name = str(path.relative_to(packages))
        yield name, data.partition(b"\n\n")[2] if path.name == "METADATA" else data


def french_manuals(folder: Path) -> Iterator[Text]:
    """Yield the French paragraphs of the HTML pages in a folder, as Markdown; no paragraph twice."""
    seen: set[str] = set()
    for path in sorted(folder.rglob("*.html")):
        page = Prose()
        page.feed(path.read_text(encoding="utf-8"))
        new = [text for text in page.paragraphs if text not in seen and len(_FRENCH.findall(text)) > 1]
        seen.update(new)
        yield str(path.relative_to(folder)), "\n\n".join(html.escape(text) for text in new).encode()


def treebank(folder: Path) -> Iterator[Text]:
    """Yield the sentences of the CoNLL-U files in a folder, each once, as Markdown: a paragraph a sentence."""
    seen: set[str] = set()
    for path in sorted(folder.rglob("*.conllu")):
        lines = path.read_text(encoding="utf-8").splitlines()
        new = [line for line in map(_sentence, lines) if line and line not in seen]
        seen.update(new)
        yield str(path.relative_to(folder)), "\n\n".join(new).encode()


def _sentence(line: str) -> str:
    return html.escape(line.removeprefix(_SENTENCE), quote=False) if line.startswith(_SENTENCE) else ""


def alarms(texts: Iterable[Text], language: str) -> Alarms:
    """Run the rules of a language over texts; those of fewer than 50 words are left out."""
    locale = read_languages()[language]
    path = f"language/{language}.yaml"
    engine = Engine(compile_terms(read_terms(path, (ROOT / path).read_bytes(), language)[0], locale))
    result = Alarms()
    for name, data in texts:
        article, _ = read_article(name, language, "", data, locale)
        if article is None or article.words < 50:
            continue
        result.files += 1
        result.words += article.words
        for passage in article.passages:
            for found in engine.find(passage):
                result.levels[found.level] += 1
                result.rules[found.rule.id] += 1
                around = passage.text[max(0, found.start - 40) : found.end + 40]
                result.lines.append(f"{name}: {found.rule.id}: … {around} …")
    return result


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(
        description="Counts the alarms of the word rules on texts of other kinds."
    )
    parser.add_argument("--french", type=Path, metavar="FOLDER", help="a folder of French pages in HTML")
    parser.add_argument(
        "--ordinary",
        nargs=2,
        action="append",
        metavar=("LANGUAGE", "FOLDER"),
        default=[],
        help="treebanks instead",
    )
    parser.add_argument("--show", action="store_true", help="print each alarm")
    parser.add_argument("--write", action="store_true", help="put the figures on the site")
    return parser.parse_args()


def main() -> None:
    """Print the rate of each language, then the rules that gave alarms."""
    chosen = arguments()
    ordinary = {language: treebank(Path(folder)) for language, folder in chosen.ordinary}
    texts = ordinary or {"en": manuals()} | ({"fr": french_manuals(chosen.french)} if chosen.french else {})
    measured = {language: alarms(read, language) for language, read in texts.items()}
    for language, result in measured.items():
        if chosen.show:
            print("\n".join(result.lines))
        total = sum(result.levels.values())
        print(
            f"{language}: {result.files} files, {result.words} words: {total} alarms, {result.rate:.2f} per 10,000 words"
        )
        print(", ".join(f"{count} {level}" for level, count in result.levels.most_common()) or "none")
        print(", ".join(f"{rule} {count}" for rule, count in result.rules.most_common(12)))
    if chosen.write:
        publish({"ordinary" if ordinary else "elsewhere": {
            language: {"words": result.words, "alarms": sum(result.levels.values())}
            for language, result in measured.items()
        }})  # fmt: skip


if __name__ == "__main__":
    main()
