"""What ``commonground.toml`` may hold, declared."""

from collections.abc import Mapping
from typing import Annotated

from msgspec import Struct, field

from commonground.languages.message import texts_of
from commonground.model import marks
from commonground.model.schema.declared import Text, keys_of
from commonground.model.schema.forms import ADDRESS, EMAIL, SLUG
from commonground.model.schema.shapes import ByLanguage, Keys, Kind, ListOf, MapOf, TextShape
from commonground.model.settings import COLOURS, PAGES

_text = texts_of(__name__)

NO_MARKUP = r"(?:[^<>\"&]|&(?![#\w]))*"
"""Texts are shown as they stand, in attributes too."""

_ID = marks.FINDING_ID
_CODE = r"[a-z]{2,3}"
_LANGUAGE = TextShape(_text("language-code"), _CODE)
_SAID = ByLanguage(TextShape(_text("no-markup"), NO_MARKUP))
_PAGE = TextShape(_text("page-key"), r"[A-Za-z0-9](?:[A-Za-z0-9._/-]*[A-Za-z0-9])?")
_TABLE = Kind((dict,), _text("table"))

_Said = Annotated[Mapping[str, str], _SAID]
_Address = Annotated[str, ADDRESS]
_Page = Annotated[str, _PAGE]
_Colours = Annotated[
    Mapping[str, str],
    Keys(optional=dict.fromkeys(COLOURS, TextShape(_text("colour"), r"#[0-9A-Fa-f]{6}"))),
]
_Table = Annotated[Mapping[str, object], _TABLE]


class Addresses(Struct, frozen=True):
    """Where the site will be, where a page's source is changed, and where "Leave this page" leads."""

    site: _Address = ""
    edit: _Address = ""
    leave: Annotated[Mapping[str, str], ByLanguage(ADDRESS)] = field(default_factory=dict)


class Organization(Struct, frozen=True):
    """Who runs the site, and who pays for it."""

    name: _Said
    about: _Said = field(default_factory=dict)
    money: _Said = field(default_factory=dict)
    address: _Address = ""


class Contact(Struct, frozen=True):
    """Ways to report a mistake."""

    tracker: _Address = ""
    form: _Address = ""
    mail: Annotated[str, EMAIL] = ""


class Area(Struct, frozen=True):
    """An area of the model; ``lines`` and ``about_lines`` are broken for its diagram."""

    name: _Said
    short: _Said = field(default_factory=dict)
    about: _Said = field(default_factory=dict)
    lines: _Said = field(default_factory=dict)
    about_lines: _Said = field(default_factory=dict)


class Entry(Struct, frozen=True):
    """An entry of the header."""

    name: _Said
    page: _Page
    about: _Said = field(default_factory=dict)


class ServiceKind(Struct, frozen=True):
    """A kind of support services; ``asked``: what people type who look for one."""

    name: _Said
    asked: _Said = field(default_factory=dict)


class Colours(Struct, frozen=True):
    """Colours for light and for dark screens."""

    light: _Colours = field(default_factory=dict)
    dark: _Colours = field(default_factory=dict)


class OwnWords(Struct, frozen=True):
    """What a site adds to the lists of a language, by its files."""

    words: _Table = field(default_factory=dict)
    law: _Table = field(default_factory=dict)
    search: _Table = field(default_factory=dict)


class SettingsFile(Struct, frozen=True):
    """What the file may hold; ``Settings`` says what each part is."""

    languages: Annotated[tuple[str, ...], ListOf(_LANGUAGE, filled=True, once=True)]
    name: _Said
    tagline: _Said = field(default_factory=dict)
    addresses: Addresses = field(default_factory=Addresses)
    organization: Organization | None = None
    contact: Contact = field(default_factory=Contact)
    themes: Annotated[Mapping[str, Text], MapOf(_SAID, _ID)] = field(default_factory=dict)
    areas: Annotated[Mapping[str, Area], MapOf(keys_of(Area), _ID)] = field(default_factory=dict)
    licence: _Address = ""
    colours: Colours = field(default_factory=Colours)
    menu: Annotated[Mapping[str, Entry], MapOf(keys_of(Entry), _ID)] = field(default_factory=dict)
    asked_first: Annotated[tuple[str, ...], ListOf(_PAGE, once=True)] = ()
    pages: Annotated[Mapping[str, str], Keys(optional=dict.fromkeys(PAGES, _PAGE))] = field(
        default_factory=dict
    )
    law_theme: Annotated[str, SLUG] = ""
    subjects: Annotated[Mapping[str, Text], MapOf(_SAID, _ID)] = field(default_factory=dict)
    service_kinds: Annotated[Mapping[str, ServiceKind], MapOf(keys_of(ServiceKind), _ID)] = field(
        default_factory=dict
    )
    texts: Annotated[Mapping[str, Mapping[str, object]], MapOf(_TABLE, _CODE)] = field(default_factory=dict)
    own_words: Annotated[Mapping[str, OwnWords], MapOf(keys_of(OwnWords), _CODE)] = field(
        default_factory=dict
    )


SHAPE = keys_of(SettingsFile)
