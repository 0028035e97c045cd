"""``commonground.toml``: all that is about one site alone, with what the environment sets instead."""

import os
import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path as FilePath

from msgspec import Struct

from commonground.files.reading import Unreadable, read_bytes
from commonground.languages import Language
from commonground.languages.message import Message, texts_of
from commonground.model import marks
from commonground.model.contrast import contrast
from commonground.model.position import Path, Span
from commonground.model.problem import Problem
from commonground.model.schema.forms import ADDRESS, EMAIL, SLUG
from commonground.model.schema.report import Report
from commonground.model.schema.shapes import ByLanguage, Keys, Kind, ListOf, MapOf, Text
from commonground.model.settings import COLOURS, PAGES, TEXT_ON, Settings
from commonground.read import toml_file
from commonground.read.figures.grammar import knows_numbers
from commonground.read.figures.scan import find_figures
from commonground.read.yaml_file import MAX_BYTES, Node

PATH = "commonground.toml"
RULE = "input/invalid-settings"

_text = texts_of(__name__)

_ID = marks.FINDING_ID
_CODE = r"[a-z]{2,3}"
_NO_MARKUP = r"(?:[^<>\"&]|&(?![#\w]))*"
"""Texts are shown as they stand, in attributes too."""

_LANGUAGE = Text(_text("language-code"), _CODE)
_SAID = ByLanguage(Text(_text("no-markup"), _NO_MARKUP))
_SCHEMES = ("light", "dark")
_COLOUR = Text(_text("colour"), r"#[0-9A-Fa-f]{6}")
_LEAST_CONTRAST = 4.5
"""Of text on its ground: WCAG 2.2, 1.4.3 (AA)."""

_PAGE = Text(_text("page-key"), r"[A-Za-z0-9](?:[A-Za-z0-9._/-]*[A-Za-z0-9])?")
_TABLE = Kind((dict,), _text("table"))

SCHEMA = Keys(
    required={"languages": ListOf(_LANGUAGE, filled=True, once=True), "name": _SAID},
    optional={
        "tagline": _SAID,
        "addresses": Keys(optional={"site": ADDRESS, "edit": ADDRESS, "leave": ByLanguage(ADDRESS)}),
        "organization": Keys({"name": _SAID}, {"about": _SAID, "money": _SAID, "address": ADDRESS}),
        "contact": Keys(optional={"tracker": ADDRESS, "form": ADDRESS, "mail": EMAIL}),
        "themes": MapOf(_SAID, _ID),
        "areas": MapOf(
            Keys({"name": _SAID}, dict.fromkeys(("short", "about", "lines", "about_lines"), _SAID)), _ID
        ),
        "licence": ADDRESS,
        "colours": Keys(
            optional={scheme: Keys(optional=dict.fromkeys(COLOURS, _COLOUR)) for scheme in _SCHEMES}
        ),
        "menu": MapOf(Keys({"name": _SAID, "page": _PAGE}, {"about": _SAID}), _ID),
        "asked_first": ListOf(_PAGE, once=True),
        "pages": Keys(optional=dict.fromkeys(PAGES, _PAGE)),
        "law_theme": SLUG,
        "subjects": MapOf(_SAID, _ID),
        "service_kinds": MapOf(Keys({"name": _SAID}, {"asked": _SAID}), _ID),
        "texts": MapOf(_TABLE, _CODE),
    },
)

_OPEN = ("places", "sections", "skeleton", "blocks", "types", "types_plural")
"""Tables of texts to which a site may add; of all others it may only change what is there."""

_FIGURES = "own_figures"

_VARIABLES = {
    ("addresses", "site"): "SITE_URL",
    ("addresses", "edit"): "EDIT_URL",
    ("contact", "tracker"): "REPORT_URL",
}


def read_settings(
    data: bytes | None,
    found_languages: tuple[str, ...],
    known: Mapping[str, Language],
    *,
    with_figures: bool = True,
) -> tuple[Settings, list[Problem]]:
    """
    Read the settings of a site; without a file, only what the environment sets.

    Args: found_languages: Those that a site without settings has. known: What is known of each language, by code.
        with_figures: False leaves the figures in texts unread.
    """
    node, problems = toml_file.load(PATH, data, RULE) if data is not None else (None, [])
    if node is None:
        return _settings(_Values({}, found_languages, found_languages, known)), problems
    value = node.value if isinstance(node.value, dict) else {}
    named = value.get("languages")
    is_named = isinstance(named, list) and bool(named) and all(isinstance(code, str) for code in named)
    languages = tuple(named) if isinstance(named, list) and is_named else found_languages
    report = Report(node, RULE, languages, ())
    SCHEMA.compare(value, (), report)
    values = _Values(SCHEMA.fitting(value, node, languages), languages, found_languages, known)
    settings = _settings(values, node)
    for path, message in (
        *_faults(values),
        *_contrasts(settings),
        *(_figures(values, settings.texts) if with_figures else ()),
    ):
        report.wrong(path, message)
    return settings, [*problems, *report.problems]


NEAR = "http://localhost:8000/"
"""Where a site is looked at before it has an address: a page's own address is written into it whole."""


def read_address(root: FilePath) -> str:
    """Return where the site will be, for the engine, which asks before anything is read; where nobody says, ``NEAR``."""
    try:
        data = read_bytes(root, PATH, MAX_BYTES)
    except (Unreadable, OSError):
        data = None
    return read_settings(data, (), {}, with_figures=False)[0].address or NEAR


class _Values(Struct, frozen=True):
    """What the file holds, as far as it fits."""

    table: Mapping[str, object]
    languages: tuple[str, ...]
    found: tuple[str, ...]
    known: Mapping[str, Language]

    def at(self, *path: str) -> object:
        value: object = self.table
        for key in path:
            value = value.get(key) if isinstance(value, Mapping) else None
        return value

    def text(self, *path: str) -> str:
        """Return a text, that of the environment where it sets one."""
        return os.environ.get(_VARIABLES.get((path[0], path[-1]), ""), "") or str(self.at(*path) or "")

    def names(self, key: str) -> tuple[str, ...]:
        table = self.at(key)
        return tuple(map(str, table)) if isinstance(table, Mapping) else ()

    def table_at(self, *path: str) -> Mapping[str, str]:
        table = self.at(*path)
        return {key: str(text) for key, text in table.items()} if isinstance(table, Mapping) else {}

    def listed(self, key: str) -> tuple[str, ...]:
        items = self.at(key)
        return tuple(map(str, items)) if isinstance(items, list | tuple) else ()

    def said(self, language: str, *path: str) -> str:
        return str(self.at(*path, language) or "")


def _settings(values: _Values, node: Node | None = None) -> Settings:
    tracker = values.text("contact", "tracker")
    by_mail = tracker.startswith("mailto:")
    return Settings(
        found=node is not None,
        languages=values.languages if node else (),
        name=values.said(values.languages[0], "name") if values.languages else "",
        address=values.text("addresses", "site"),
        edit=values.text("addresses", "edit"),
        organization=values.text("organization", "address"),
        tracker="" if by_mail else tracker,
        form=values.text("contact", "form"),
        mail=tracker.removeprefix("mailto:") if by_mail else values.text("contact", "mail"),
        themes=values.names("themes"),
        areas=values.names("areas"),
        subjects=values.names("subjects"),
        licence=values.text("licence"),
        colours={scheme: tokens for scheme in _SCHEMES if (tokens := values.table_at("colours", scheme))},
        law_theme=values.text("law_theme"),
        service_kinds=values.names("service_kinds"),
        menu={id: values.text("menu", id, "page") for id in values.names("menu")},
        asked_first=values.listed("asked_first"),
        pages={part: values.text("pages", part) for part in values.names("pages")},
        texts={
            language: _texts(values, language)
            for language in dict.fromkeys((*values.languages, *values.found))
        },
        places=dict(_places(values, node)) if node else {},
    )


def _places(values: _Values, node: Node) -> Iterator[tuple[str, Span]]:
    for id in values.names("menu"):
        yield values.text("menu", id, "page"), node.span(("menu", id, "page"))
    for part in values.names("pages"):
        yield values.text("pages", part), node.span(("pages", part))
    for at, key in enumerate(values.listed("asked_first")):
        yield key, node.span(("asked_first", at))


def _texts(values: _Values, language: str) -> dict[str, dict[str, object]]:
    """Return what the settings say in a language, by table as ``site.toml`` has them."""
    areas = values.names("areas")
    menu, kinds = values.names("menu"), values.names("service_kinds")

    def of_areas(key: str, instead: str) -> dict[str, object]:
        return {
            id: values.said(language, "areas", id, key) or values.said(language, "areas", id, instead)
            for id in areas
        }

    made: dict[str, dict[str, object]] = {
        "site": {key: values.said(language, key) for key in ("name", "tagline")},
        "organization": {
            key: values.said(language, "organization", key) for key in ("name", "about", "money")
        },
        "leave": {"address": values.said(language, "addresses", "leave")},
        "themes": {id: values.said(language, "themes", id) for id in values.names("themes")},
        "subjects": {id: values.said(language, "subjects", id) for id in values.names("subjects")},
        "areas": of_areas("name", "name"),
        "areas_short": of_areas("short", "name"),
        "areas_about": of_areas("about", "name"),
        "areas_lines": of_areas("lines", "name"),
        "areas_about_lines": of_areas("about_lines", "about"),
        "doors": {id: values.said(language, "menu", id, "name") for id in menu},
        "doors_about": {id: values.said(language, "menu", id, "about") for id in menu},
        "services": {
            "kinds": {id: values.said(language, "service_kinds", id, "name") for id in kinds},
            "asked": {id: values.said(language, "service_kinds", id, "asked") for id in kinds},
        },
    }
    own = values.at("texts", language)
    for name, table in own.items() if isinstance(own, Mapping) else ():
        if isinstance(table, Mapping):
            made[name] = {**made.get(name, {}), **table}
    return made


def _faults(values: _Values) -> Iterator[tuple[Path, Message]]:
    """Yield what is wrong with the site's own texts: one that nobody shows, or that is none."""
    for language in values.names("texts"):
        locale = values.known.get(language)
        if locale is None or language not in values.languages:
            yield ("texts", language), _text("no-language", language=language)
            continue
        for path, text in _leaves(values.at("texts", language)):
            message = None if path[0] == _FIGURES else _fault(".".join(path), path[0], text, locale)
            if message:
                yield ("texts", language, *path), message


def _contrasts(settings: Settings) -> Iterator[tuple[Path, Message]]:
    """Yield each pair of colours that the site sets, and of which the text can hardly be read on the other."""
    for scheme, tokens in settings.colours.items():
        for text, ground in TEXT_ON:
            if text in tokens and ground in tokens:
                ratio = contrast(tokens[text], tokens[ground])
                if ratio < _LEAST_CONTRAST:
                    yield (
                        ("colours", scheme, text),
                        _text("contrast", text=text, ground=ground, ratio=f"{ratio:.1f}"),
                    )


def _fault(key: str, table: str, text: object, locale: Language) -> Message | None:
    if not isinstance(text, str):
        return _text("no-text", key=key)
    if not locale.has(key) and table not in _OPEN:
        near = get_close_matches(key, [known for known, _ in locale.texts()], 1)
        return _text("unknown-text-near", key=key, near=near[0]) if near else _text("unknown-text", key=key)
    is_plain = re.fullmatch(_NO_MARKUP, text) or not re.fullmatch(_NO_MARKUP, _given(key, locale))
    return None if is_plain else _text("markup", key=key)


def _given(key: str, locale: Language) -> str:
    return locale.say(key) if locale.has(key) else ""


def _figures(
    values: _Values, texts: Mapping[str, Mapping[str, Mapping[str, object]]]
) -> Iterator[tuple[Path, Message]]:
    """Yield the figures in the texts that no source carries, and that are not listed as the site's own."""
    for language in filter(knows_numbers, values.languages):
        own = texts[language].get(_FIGURES, {})
        for path, text in _leaves(values.table):
            if isinstance(text, str) and language in path and _FIGURES not in path:
                listed = own.get(".".join(path[2:]), ()) if path[0] == "texts" else ()
                figures = tuple(figure.text for figure in find_figures(text, language))
                if figures != tuple(listed if isinstance(listed, list) else ()):
                    yield path, _text("figure", figure=figures[0] if figures else "", key=".".join(path[2:]))


def _leaves(value: object, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], object]]:
    if isinstance(value, Mapping):
        for key, item in value.items():
            yield from _leaves(item, (*path, key))
    elif path:
        yield path, value
