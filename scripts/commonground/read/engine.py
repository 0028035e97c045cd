"""``mkdocs.yml``: what the engine must know too, the name and the languages, held against the settings of the site."""

from collections.abc import Iterator

import yaml

from commonground.languages.message import Message, listed, texts_of
from commonground.model.position import FILE_START, Span
from commonground.model.problem import Level, Problem
from commonground.model.settings import Settings

PATH = "mkdocs.yml"

_text = texts_of(__name__)
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def compare_engine(data: bytes, settings: Settings, rule: str) -> Iterator[Problem]:
    """
    Yield where the engine's settings and the site's own say two things; a site of another engine has nothing to compare.

    Only the nodes are read: what tags such as ``!ENV`` stand for is the engine's business.
    """
    try:
        root = yaml.compose(data.decode("utf-8-sig"), Loader=_LOADER)
    except (UnicodeDecodeError, yaml.YAMLError, RecursionError):
        return  # the engine says so itself
    plugins = _named(_get(root, "plugins"))
    if root is None or "commonground" not in plugins:
        return
    if not settings.found:
        yield Problem(PATH, FILE_START, rule, Level.ERROR, _text("no-settings"))
        return

    def differs(node: yaml.Node | None, message: Message) -> Problem:
        return Problem(PATH, _span(node or root), rule, Level.ERROR, message)

    name = _get(root, "site_name")
    if settings.name and not (isinstance(name, yaml.ScalarNode) and name.value == settings.name):
        yield differs(name, _text("name", name=settings.name))
    languages = _get(plugins.get("i18n"), "languages")
    codes = [_scalar(_get(entry, "locale")) for entry in _items(languages)]
    if settings.languages and tuple(codes) != settings.languages:
        yield differs(languages, _text("languages", languages=listed(settings.languages)))
    for entry in _items(languages):
        is_default = _scalar(_get(entry, "default")) == "true"
        if is_default != (_scalar(_get(entry, "locale")) == settings.languages[0]):
            yield differs(entry, _text("default", language=settings.languages[0]))


def _get(node: yaml.Node | None, key: str) -> yaml.Node | None:
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    return next((value for name, value in pairs if _scalar(name) == key), None)


def _items(node: yaml.Node | None) -> list[yaml.Node]:
    return list(node.value) if isinstance(node, yaml.SequenceNode) else []


def _named(node: yaml.Node | None) -> dict[str, yaml.Node]:
    """Return the options of each plugin by name: an entry is a name, or a name with options; or all are one mapping."""
    found: dict[str, yaml.Node] = {}
    for entry in _items(node) or ([node] if node else []):
        if isinstance(entry, yaml.ScalarNode):
            found[entry.value] = entry
        elif isinstance(entry, yaml.MappingNode):
            found.update({_scalar(name): options for name, options in entry.value})
    return found


def _scalar(node: yaml.Node | None) -> str:
    return str(node.value) if isinstance(node, yaml.ScalarNode) else ""


def _span(node: yaml.Node) -> Span:
    start, end = node.start_mark, node.end_mark
    one_line = end.line == start.line
    return Span(
        start.line + 1, start.column + 1, start.line + 1, (end.column if one_line else start.column + 1) + 1
    )
