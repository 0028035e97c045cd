"""
The exported Vale styles, read and run: by Vale itself where it is installed, else by its published semantics.

Vale puts word boundaries around the forms of a rule, ignores case, and looks for them from the left
(https://vale.sh/docs/checks/substitution, https://vale.sh/docs/checks/existence). Its patterns may look behind by any length
(https://vale.sh/docs/guides/regex), as the package ``regex`` may and ``re`` may not.
"""

import io
import json
import subprocess
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path

import regex
import yaml

from ..checks.language.labelled import Score, sentences

FOLDER = "CommonGround/styles"
STYLES = {"en": "CommonGround", "fr": "CommonGroundFR"}

QUOTATIONS = ("«[^»]+»", "“[^”]+”", '"[^"]+"')
"""What the package's README offers as ``TokenIgnores``, in any order: all that stands in quotation marks."""

Alert = tuple[str, str, int]
"""Rule, words, column from 1."""


class Style:
    """One style of a package: its rule files by name, and what they find."""

    def __init__(self, package: bytes, name: str) -> None:
        with zipfile.ZipFile(io.BytesIO(package)) as archive:
            paths = [
                path
                for path in archive.namelist()
                if path.startswith(f"{FOLDER}/{name}/") and path.endswith(".yml")
            ]
            self.rules = {Path(path).stem: yaml.safe_load(archive.read(path)) for path in paths}

    @cached_property
    def _patterns(self) -> Mapping[str, "regex.Pattern[str]"]:
        found = {}
        for id, rule in self.rules.items():
            # Vale sorts the forms of a substitution, longest pattern first; those of an existence check stay in order.
            forms = sorted(rule["swap"], key=len, reverse=True) if "swap" in rule else rule["tokens"]
            found[id] = regex.compile(rf"(?im)\b(?:{'|'.join(forms)})\b")
        return found

    def advice(self, sentence: str) -> Iterator[tuple[str, str]]:
        """Yield each use in one sentence as (rule, what Vale says to write); "" where it says nothing of the kind."""
        for id, pattern in sorted(self._patterns.items()):
            swap = self.rules[id].get("swap", {})
            for found in pattern.finditer(sentence):
                forms = sorted(swap, key=len, reverse=True)
                here = (
                    form
                    for form in forms
                    if regex.compile(rf"(?im)\b(?:{form})\b").match(sentence, found.start())
                )
                yield id, swap.get(next(here, ""), "")

    def has(self, id: str, sentence: str) -> bool:
        """Tell whether one rule finds anything in a sentence."""
        return id in self._patterns and bool(self._patterns[id].search(sentence))

    def find(self, sentence: str) -> list[Alert]:
        """Return each use that the style finds in one sentence, rules in order of their names."""
        return [
            (id, found.group(), found.start() + 1)
            for id, pattern in sorted(self._patterns.items())
            for found in pattern.finditer(sentence)
        ]


def run_vale(
    vale: str, package: bytes, style: str, texts: Sequence[str], folder: Path, settings: Iterable[str] = ()
) -> list[list[Alert]]:
    """
    Return the alerts of Vale itself for each text.

    Args: settings: Further lines of the ``.vale.ini`` for Markdown.
    """
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        archive.extractall(folder)
    lines = [
        f"StylesPath = {FOLDER}",
        "MinAlertLevel = suggestion",
        "[*.md]",
        f"BasedOnStyles = {style}",
        *settings,
    ]
    config = folder / ".vale.ini"
    config.write_text("\n".join(lines) + "\n", encoding="utf-8")
    (folder / "texts").mkdir()
    paths = [folder / "texts" / f"{number:05}.md" for number in range(len(texts))]
    for path, text in zip(paths, texts, strict=True):
        path.write_text(f"{text}\n", encoding="utf-8")
    command = [vale, f"--config={config}", "--output=JSON", "--no-exit", str(folder / "texts")]
    done = subprocess.run(command, capture_output=True, check=False, encoding="utf-8")
    assert done.returncode == 0, done.stderr or done.stdout
    alerts = {Path(path).name: listed for path, listed in json.loads(done.stdout).items()}
    return [
        [
            (alert["Check"].removeprefix(f"{style}."), alert["Match"], alert["Span"][0])
            for alert in alerts.get(path.name, [])
        ]
        for path in paths
    ]


def score(language: str, reported: Iterable[Sequence[Alert]]) -> Score:
    """Hold what was reported for each labelled sentence of a language against its labels: place and rule must agree."""
    total = Score()
    for sentence, alerts in zip(sentences(language), reported, strict=True):
        wanted = [(start + 1, end, rule) for start, end, rule, _ in sentence.uses]
        found = [(column, column + len(words) - 1, rule) for rule, words, column in alerts]
        right = [use for use in wanted if any(_same(use, other) for other in found)]
        total.right += len(right)
        total.missed += len(wanted) - len(right)
        total.false += sum(not any(_same(use, other) for other in wanted) for use in found)
    return total


def _same(one: tuple[int, int, str], other: tuple[int, int, str]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1] and one[2] == other[2]
