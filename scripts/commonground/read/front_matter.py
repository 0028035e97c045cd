"""The front matter of an article, with the place of every key and value."""

from commonground.model.article import FrontMatter
from commonground.model.position import FILE_START
from commonground.model.problem import Level, Problem
from commonground.read import yaml_file

_FENCE = "---"
EMPTY = FrontMatter({}, {}, {})


def split(text: str) -> tuple[str | None, str, int]:
    """
    Part a file's text into front matter and body.

    Returns:
        The YAML (None where there is none) with one empty line before it, so that its lines are the file's; the
        body; and the line on which the body starts.
    """
    lines = text.split("\n")
    if lines[0].rstrip() != _FENCE:
        return None, text, 1
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() == _FENCE:
            return "\n" + "\n".join(lines[1:number]), "\n".join(lines[number + 1 :]), number + 2
    return None, text, 1


def read_front_matter(path: str, yaml: str | None) -> tuple[FrontMatter, list[Problem]]:
    """Read the YAML part; what is not parsed at all is an ``input/`` problem."""
    if yaml is None:
        message = (
            "the page has no front matter. Start it with a line of three dashes, then title, type, description, "
            "reviewed and review_by, then three dashes again (`commonground new` writes them for you)."
        )
        return EMPTY, [Problem(path, FILE_START, "structure/front-matter", Level.ERROR, message)]
    document, problems = yaml_file.load_text(path, yaml)
    if document is None:
        return EMPTY, problems
    if not isinstance(document.value, dict):
        message = (
            "the front matter is not a list of `key: value` lines. Write one key a line, as in other pages."
        )
        return EMPTY, [*problems, Problem(path, FILE_START, "structure/front-matter", Level.ERROR, message)]
    keys = [str(key) for key in document.value]
    spans = {key: document.span((key,)) for key in keys}
    places = {key: document.key_span((key,)) for key in keys}
    return FrontMatter(document.value, spans, places), problems
