"""
Holds the exported Vale styles, run by Vale itself, against the labelled sentences of tests/corpus/language.

    .venv/bin/python -m benchmarks.vale_accuracy            needs `vale` on the PATH

Two rows a language: the style alone, and with everything in quotation marks left alone, as the package's README offers.
Precision and recall as in benchmarks/language_accuracy.py, but for looseness, of which Vale knows nothing.
"""

import shutil
import sys
import tempfile
from pathlib import Path

from tests.checks.language.labelled import ROOT, sentences
from tests.export.vale_styles import QUOTATIONS, STYLES, run_vale, score

from commonground.cli.reading import read
from commonground.export.vale_package import PATH
from commonground.export.vale_package import files as vale_files


def main() -> None:
    """Print both languages."""
    vale = shutil.which("vale")
    if vale is None:
        sys.exit("Vale is not installed. Install it (https://vale.sh/docs/install), then run this again.")
    package = dict(vale_files(read(ROOT), ""))[PATH]
    ignored = f"TokenIgnores = {', '.join(f'({pattern})' for pattern in QUOTATIONS)}"
    for language, style in STYLES.items():
        texts = [sentence.text for sentence in sentences(language)]
        for name, settings in (("style alone", []), ("quotations left alone", [ignored])):
            with tempfile.TemporaryDirectory() as folder:
                reported = run_vale(vale, package, style, texts, Path(folder), settings)
            total = score(language, reported)
            print(
                f"{language}  {name:22} precision {total.precision:6.1%}  recall {total.recall:6.1%}"
                f"  ({total.right} right, {total.false} false, {total.missed} missed)"
            )


if __name__ == "__main__":
    main()
