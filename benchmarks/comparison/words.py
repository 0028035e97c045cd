"""
Shows what word checkers say of the labelled English sentences of tests/corpus/language/en.txt.

    .venv/bin/python -m benchmarks.comparison.words TOOLS            the table
    .venv/bin/python -m benchmarks.comparison.words TOOLS --show     each report as well

TOOLS is the folder in which benchmarks/README.md installs the other programs. A marked use is found by any report that
shares a character with it, whatever the report says; where the editor wanted none, a report counts against a tool only if it
covers half of the listed words or more. Several reports on the same words count once.
"""

import argparse
import re
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import yaml
from benchmarks.articles import FRONT, ROOT
from benchmarks.comparison.speed import ENV, ran
from benchmarks.comparison.tools import Report, Tool, prepare, tools
from msgspec import Struct, field
from tests.checks.language.labelled import Sentence, sentences

Place = tuple[int, int]


class Tally(Struct):
    """
    What became of one tool's reports.

    Attributes:
        wanted: Marked uses that were reported.
        quoted: Reports on a listed word, unmarked, in a sentence of the kind "quoted": somebody's words, or words about words.
        clean: Reports on a listed word, unmarked, in any other sentence: another sense, a name, the law's own word.
        others: Reports on words that our rules do not list, about which our labels say nothing.
        lines: Each report, to read.
    """

    wanted: int = 0
    quoted: int = 0
    clean: int = 0
    others: int = 0
    lines: list[str] = field(default_factory=list)


def listed_words() -> re.Pattern[str]:
    """Match any form of the English rules, and what follows its letters: a plural, a possessive."""
    rules = yaml.safe_load((ROOT / "language/en.yaml").read_bytes())
    forms = sorted({form for rule in rules for form in rule.get("avoid", ())}, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, forms))})\w*", re.IGNORECASE)


def write(folder: Path, labelled: Sequence[Sentence]) -> dict[int, Sentence]:
    """Write a project whose one page has a paragraph a sentence; return the sentences by line."""
    (folder / "language").mkdir()
    (folder / "language/en.yaml").write_bytes((ROOT / "language/en.yaml").read_bytes())
    (folder / "docs/en").mkdir(parents=True)
    front = FRONT.format(number=0)
    text = front + "\n\n".join(sentence.text for sentence in labelled) + "\n"
    (folder / "docs/en/page.md").write_text(text, encoding="utf-8")
    first = front.count("\n") + 1
    return {first + 2 * index: sentence for index, sentence in enumerate(labelled)}


def reports(tool: Tool, folder: Path) -> list[Report]:
    """Run a tool on the folder and read what it says, on either stream: alex reports on that for complaints."""
    done = subprocess.run(tool.command, cwd=folder, env=ENV, capture_output=True, text=True, check=False)
    if tool.read is None or not ran(tool, done.returncode):
        raise SystemExit(f"{tool.name} ended with {done.returncode}: {done.stderr[-2000:]}")
    return list(tool.read(done.stdout or done.stderr))


def tally(said: Iterable[Report], by_line: dict[int, Sentence], listed: re.Pattern[str]) -> Tally:
    """Count the reports of one tool; those on the front matter are left out."""
    result = Tally()
    by_sentence: dict[int, list[Report]] = {}
    for report in said:
        by_sentence.setdefault(report.line, []).append(report)
    for line in sorted(by_sentence.keys() & by_line.keys()):
        sentence = by_line[line]
        uses = [(start, end) for start, end, *_ in sentence.uses]
        words = [match.span() for match in listed.finditer(sentence.text)]
        places = list(merged(by_sentence[line]))
        result.wanted += sum(any(meets(use, place) for place, _ in places) for use in uses)
        for place, text in places:
            kind = judge(place, uses, words, sentence.kind)
            if kind != "wanted":
                setattr(result, kind, getattr(result, kind) + 1)
            result.lines.append(f"  {kind}: {sentence.text[slice(*place)]!r}: {text}\n    {sentence.text}")
    return result


def judge(place: Place, uses: Iterable[Place], words: Iterable[Place], kind: str) -> str:
    """Return the name of the tally's field that a report belongs to."""
    if any(meets(place, use) for use in uses):
        return "wanted"
    if not any(covers(place, word) for word in words):
        return "others"
    return "quoted" if kind == "quoted" else "clean"


def meets(one: Place, other: Place) -> bool:
    """Tell whether two places of a line share a character."""
    return one[0] < other[1] and other[0] < one[1]


def covers(one: Place, words: Place) -> bool:
    """Tell whether a place has half of the words or more: "women" alone is no report on "native women"."""
    return 2 * (min(one[1], words[1]) - max(one[0], words[0])) >= words[1] - words[0]


def merged(found: Iterable[Report]) -> Iterator[tuple[Place, str]]:
    """Yield the places that were reported, those that overlap as one."""
    place, said = (0, 0), ""
    for report in sorted(found, key=lambda report: (report.start, report.end)):
        if said and report.start < place[1]:
            place, said = (place[0], max(place[1], report.end)), f"{said} | {report.said}"
            continue
        if said:
            yield place, said
        place, said = (report.start, report.end), report.said
    if said:
        yield place, said


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description="Shows what word checkers say of the labelled sentences.")
    parser.add_argument("tools", type=Path)
    parser.add_argument("--show", action="store_true", help="print each report")
    return parser.parse_args()


def main() -> None:
    """Print the table."""
    chosen = arguments()
    labelled, listed = list(sentences("en")), listed_words()
    uses = sum(len(sentence.uses) for sentence in labelled)
    print(f"{len(labelled)} sentences, {uses} marked uses\n")
    print("| tool | marked uses found | listed words reported in quotations | elsewhere | other words |")
    print("| --- | --- | --- | --- | --- |")
    with tempfile.TemporaryDirectory() as name:
        prepare(Path(name), chosen.tools)
        by_line = write(Path(name), labelled)
        for tool in tools(chosen.tools):
            if tool.read is not None:
                result = tally(reports(tool, Path(name)), by_line, listed)
                share = f"{result.wanted} ({result.wanted / uses:.0%})"
                print(f"| {tool.name} | {share} | {result.quoted} | {result.clean} | {result.others} |")
                if chosen.show:
                    print("\n".join(result.lines))


if __name__ == "__main__":
    main()
