"""``commonground.toml``: all that is about one site alone, with what the environment sets instead."""

import os
import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path as FilePath

from msgspec.structs import asdict, replace

from commonground.files.reading import Unreadable, read_bytes
from commonground.languages import FOLDER, Language, Texts
from commonground.languages.message import Message, texts_of
from commonground.languages.words import is_words
from commonground.model.contrast import contrast
from commonground.model.position import Path, Span
from commonground.model.problem import Problem
from commonground.model.schema.declared import Text, made
from commonground.model.schema.report import Report
from commonground.model.settings import TEXT_ON, Settings
from commonground.read import toml_file
from commonground.read.figures.grammar import knows_numbers
from commonground.read.figures.scan import find_figures
from commonground.read.settings_file import NO_MARKUP, SHAPE, Organization, SettingsFile
from commonground.read.yaml_file import MAX_BYTES, Node

PATH = "commonground.toml"
RULE = "input/invalid-settings"

_text = texts_of(__name__)

_LEAST_CONTRAST = 4.5
"""Of text on its ground: WCAG 2.2, 1.4.3 (AA)."""

_OPEN = ("places", "sections", "skeleton", "blocks", "types")
"""Tables of texts to which a site may add; of all others it may only change what is there."""

_FIGURES = "own_figures"


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
        return _settings(made(SettingsFile, {}), found_languages), problems
    value = node.value if isinstance(node.value, dict) else {}
    named = value.get("languages")
    is_named = isinstance(named, list) and bool(named) and all(isinstance(code, str) for code in named)
    languages = tuple(named) if isinstance(named, list) and is_named else found_languages
    report = Report(node, RULE, languages, ())
    SHAPE.compare(value, (), report)
    table = SHAPE.fitting(value, node, languages)
    file = made(SettingsFile, table)
    spoken = {code: known[code] for code in languages if code in known}
    wrong = list(_word_faults(file, spoken))
    file = replace(file, own_words={}) if wrong else file
    settings = _settings(file, found_languages, languages, node)
    for path, message in (
        *_text_faults(file, spoken),
        *wrong,
        *_contrasts(settings),
        *(_figures(table, settings) if with_figures else ()),
    ):
        report.wrong(path, message)
    return settings, [*problems, *report.problems]


def environment() -> dict[str, str]:
    """Return what the environment sets instead of the file, "" where it does not."""
    return {name: os.environ.get(name, "") for name in ("SITE_URL", "EDIT_URL", "REPORT_URL")}


NEAR = "http://localhost:8000/"
"""Where a site is looked at before it has an address: a page's own address is written into it whole."""


def read_address(root: FilePath) -> str:
    """Return where the site will be, for the engine, which asks before anything is read; where nobody says, ``NEAR``."""
    try:
        data = read_bytes(root, PATH, MAX_BYTES)
    except (Unreadable, OSError):
        data = None
    return read_settings(data, (), {}, with_figures=False)[0].address or NEAR


def _settings(
    file: SettingsFile,
    found: tuple[str, ...],
    languages: tuple[str, ...] = (),
    node: Node | None = None,
) -> Settings:
    """Args: found: The languages of a site without settings. languages: Those that it has, where there are any."""
    contact, addresses = file.contact, file.addresses
    outside = environment()
    tracker = outside["REPORT_URL"] or contact.tracker
    by_mail = tracker.startswith("mailto:")
    colours = {"light": file.colours.light, "dark": file.colours.dark}
    return Settings(
        found=node is not None,
        languages=languages,
        name=file.name.get(languages[0], "") if languages else "",
        address=outside["SITE_URL"] or addresses.site,
        edit=outside["EDIT_URL"] or addresses.edit,
        organization=file.organization.address if file.organization else "",
        tracker="" if by_mail else tracker,
        form=contact.form,
        mail=tracker.removeprefix("mailto:") if by_mail else contact.mail,
        themes=tuple(file.themes),
        areas=tuple(file.areas),
        subjects=tuple(file.subjects),
        licence=file.licence,
        colours={scheme: tokens for scheme, tokens in colours.items() if tokens},
        law_theme=file.law_theme,
        service_kinds=tuple(file.service_kinds),
        menu={id: entry.page for id, entry in file.menu.items()},
        asked_first=file.asked_first,
        pages=file.pages,
        texts={language: _texts(file, language) for language in dict.fromkeys((*languages, *found))},
        own_words={language: asdict(own) for language, own in file.own_words.items()},
        places=dict(_places(file, node)) if node else {},
    )


def _places(file: SettingsFile, node: Node) -> Iterator[tuple[str, Span]]:
    for id, entry in file.menu.items():
        yield entry.page, node.span(("menu", id, "page"))
    for part, page in file.pages.items():
        yield page, node.span(("pages", part))
    for at, key in enumerate(file.asked_first):
        yield key, node.span(("asked_first", at))


def _texts(file: SettingsFile, language: str) -> Texts:
    """Return what the settings say in a language, by table as ``site.toml`` has them."""

    def said(texts: Mapping[str, Text]) -> Mapping[str, str]:
        return {id: text.get(language, "") for id, text in texts.items()}

    who = file.organization or made(Organization, {})
    texts: dict[str, Mapping[str, object]] = {
        "site": said({"name": file.name, "tagline": file.tagline}),
        "organization": said({"name": who.name, "about": who.about, "money": who.money}),
        "leave": said({"address": file.addresses.leave}),
        "themes": said(file.themes),
        "subjects": said(file.subjects),
        "areas": said({id: area.name for id, area in file.areas.items()}),
        "areas_short": said({id: {**area.name, **area.short} for id, area in file.areas.items()}),
        "areas_about": said({id: {**area.name, **area.about} for id, area in file.areas.items()}),
        "areas_lines": said({id: {**area.name, **area.lines} for id, area in file.areas.items()}),
        "areas_about_lines": said(
            {id: {**area.about, **area.about_lines} for id, area in file.areas.items()}
        ),
        "doors": said({id: entry.name for id, entry in file.menu.items()}),
        "doors_about": said({id: entry.about for id, entry in file.menu.items()}),
        "services": {
            "kinds": said({id: kind.name for id, kind in file.service_kinds.items()}),
            "asked": said({id: kind.asked for id, kind in file.service_kinds.items()}),
        },
    }
    for name, table in file.texts.get(language, {}).items():
        if isinstance(table, Mapping):
            texts[name] = {**texts.get(name, {}), **table}
    return texts


def _text_faults(file: SettingsFile, spoken: Mapping[str, Language]) -> Iterator[tuple[Path, Message]]:
    """Yield what is wrong with the site's own texts: one that nobody shows, or that is none."""
    for language, tables in file.texts.items():
        if language not in spoken:
            yield ("texts", language), _text("no-language", language=language)
            continue
        for path, text in _leaves(tables):
            message = None if path[0] == _FIGURES else _fault(".".join(path), path[0], text, spoken[language])
            if message:
                yield ("texts", language, *path), message


def _word_faults(file: SettingsFile, spoken: Mapping[str, Language]) -> Iterator[tuple[Path, Message]]:
    """Yield what is wrong with the site's own words: they are added to a list, or a table of texts, that the language has."""
    for language, own in file.own_words.items():
        if language not in spoken:
            yield ("own_words", language), _text("no-language", language=language)
            continue
        for part, table in asdict(own).items():
            there = spoken[language].part(part) if spoken[language].has_part(part) else {}
            for path, message in _unlike(table, there, f"{FOLDER}/{language}/{part}.toml"):
                yield ("own_words", language, part, *path), message


def _unlike(
    own: Mapping[str, object], there: Mapping[str, object], file: str
) -> Iterator[tuple[Path, Message]]:
    for key, value in own.items():
        given = there.get(key)
        is_text = isinstance(value, str) and all(isinstance(text, str) for text in there.values())
        if isinstance(value, dict) and isinstance(given, dict):
            yield from (((key, *path), message) for path, message in _unlike(value, given, file))
        elif given is None and not is_text:
            near = get_close_matches(key, there, 1)
            yield (
                (key,),
                _text("no-words-near", key=key, file=file, near=near[0])
                if near
                else _text("no-words", key=key, file=file),
            )
        elif not is_text and not (is_words(value) and is_words(given)):
            yield (key,), _text("unlike-words", key=key, file=file)


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
    is_plain = re.fullmatch(NO_MARKUP, text) or not re.fullmatch(NO_MARKUP, _given(key, locale))
    return None if is_plain else _text("markup", key=key)


def _given(key: str, locale: Language) -> str:
    return locale.say(key) if locale.has(key) else ""


def _figures(table: Mapping[str, object], settings: Settings) -> Iterator[tuple[Path, Message]]:
    """Yield the figures in the texts that no source carries, and that are not listed as the site's own."""
    for language in filter(knows_numbers, settings.languages):
        own = settings.texts[language].get(_FIGURES, {})
        for path, text in _leaves(table):
            if isinstance(text, str) and language in path and not {_FIGURES, "own_words"} & set(path):
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
