"""What is measured of the word rules and shown on the site: one JSON file, written by the benchmarks that measure it."""

import json
from collections.abc import Mapping
from pathlib import Path

PUBLISHED = Path(__file__).parent.parent / "language/accuracy.json"


def publish(part: Mapping[str, object]) -> None:
    """Put some of the file's keys in place of those that stand there."""
    whole = json.loads(PUBLISHED.read_text(encoding="utf-8")) if PUBLISHED.exists() else {}
    PUBLISHED.write_text(json.dumps(whole | dict(part), indent=1) + "\n", encoding="utf-8")
