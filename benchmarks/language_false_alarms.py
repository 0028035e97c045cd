"""
Runs the word rules over long clean texts of other kinds, and prints how many alarms they give per 10,000 words.

    .venv/bin/python benchmarks/language_false_alarms.py           the count, and the rules that gave most
    .venv/bin/python benchmarks/language_false_alarms.py --show    each alarm with the words around it

The texts are the manuals that ship with the installed packages: technical English about anything but our subject, so
that nearly every alarm is a false one. There is no such body of French at hand; the project's own French pages and the
labelled sentences (language_accuracy.py) stand for it.
"""

import sys
import sysconfig
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from commonground.checks.language.compiled import compile_terms
from commonground.checks.language.engine import Engine
from commonground.read.article import read_article
from commonground.read.locales import read_locales
from commonground.read.terms import read_terms

ROOT = Path(__file__).parent.parent
LANGUAGE = "en"


def manuals() -> Iterator[tuple[Path, bytes]]:
    """Yield the Markdown of installed packages: their descriptions and the pages beside their code."""
    packages = Path(sysconfig.get_paths()["purelib"])
    for path in sorted((*packages.glob("*.dist-info/METADATA"), *packages.rglob("*.md"))):
        data = path.read_bytes()
        yield path.relative_to(packages), data.partition(b"\n\n")[2] if path.name == "METADATA" else data


def main() -> None:
    """Print the rate, then the rules that gave alarms."""
    locale = read_locales()[LANGUAGE]
    path = f"language/{LANGUAGE}.yaml"
    engine = Engine(compile_terms(read_terms(path, (ROOT / path).read_bytes(), LANGUAGE)[0], locale))
    files = words = 0
    levels: Counter[str] = Counter()
    rules: Counter[str] = Counter()
    for name, data in manuals():
        article, _ = read_article(str(name), LANGUAGE, "", data, locale)
        if article is None or article.words < 50:
            continue
        files += 1
        words += article.words
        for passage in article.passages:
            for found in engine.find(passage):
                levels[found.level] += 1
                rules[found.rule.id] += 1
                if "--show" in sys.argv:
                    around = passage.text[max(0, found.start - 40) : found.end + 40]
                    print(f"{name}: {found.rule.id}: … {around} …")
    rate = 10_000 * sum(levels.values()) / words
    print(f"{files} files, {words} words: {sum(levels.values())} alarms, {rate:.2f} per 10,000 words")
    print(", ".join(f"{count} {level}" for level, count in levels.most_common()) or "none")
    print(", ".join(f"{rule} {count}" for rule, count in rules.most_common(12)))


if __name__ == "__main__":
    main()
