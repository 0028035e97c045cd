"""All that is about one site alone: ``commonground.toml``."""

from collections.abc import Mapping

from msgspec import Struct, field

from commonground.languages import Texts
from commonground.model.position import Span


class Settings(Struct, frozen=True, eq=False):
    """
    What ``commonground.toml`` says of one site; what it does not say is empty.

    ``found``: whether there is such a file; without one, nothing is held against lists of names. ``languages``: their codes, the default one first. ``themes``, ``areas``, ``service_kinds``, ``subjects`` (of word rules): ids in the order in which
    they are shown; their names are texts. ``law_theme``: that of pages which show where the law stands. ``licence``: the address of the one that its texts are under. ``colours``: those of the theme's tokens that the site sets, for
    light and for dark screens. ``menu``: the key of the page that each entry of the header opens, by id.
    ``organization``: the address of who runs the site; its name is a text. ``asked_first``: the keys of the questions that
    are asked most, in that order.
    ``pages``: the key of the page of each part that the templates know (``PAGES``). ``texts``: what the site says in its
    own words, by language, as ``site.toml`` and ``articles.toml`` have it. ``own_words``: what it adds to the lists by which a
    language is read, by language and file. ``places``: where keys of pages stand in the file.
    """

    found: bool = False
    languages: tuple[str, ...] = ()
    name: str = ""
    address: str = ""
    edit: str = ""
    organization: str = ""
    tracker: str = ""
    form: str = ""
    mail: str = ""
    themes: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    service_kinds: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    law_theme: str = ""
    licence: str = ""
    colours: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    menu: Mapping[str, str] = field(default_factory=dict)
    asked_first: tuple[str, ...] = ()
    pages: Mapping[str, str] = field(default_factory=dict)
    texts: Mapping[str, Texts] = field(default_factory=dict)
    own_words: Mapping[str, Texts] = field(default_factory=dict)
    places: Mapping[str, Span] = field(default_factory=dict)

    @property
    def report(self) -> str:
        """Return the address at which a reader reports a mistake: the public list, else the form, else mail."""
        return self.tracker or self.form or (f"mailto:{self.mail}" if self.mail else "")


PAGES = (
    "questions",
    "journalists",
    "evidence",
    "areas",
    "areas-full",
    "search",
    "law",
    "glossary",
    "language-guide",
    "draft",
    "figures",
    "how-we-check",
    "who",
    "report",
    "work",
    "corrections",
    "unanswered",
    "contribute",
    "write",
    "help",
    "accessibility",
    "privacy",
    "licence",
    "print",
)
"""The parts that the package's templates know; each is shown where the site has a page for it."""

COLOURS = (
    "paper", "sheet", "sage", "sage-2", "ink", "ink-2", "link", "ground", "on-ground", "ground-edge", "button", "on-button",
    "marigold", "on-marigold", "marigold-ink", "clay", "clay-tint", "line", "line-strong", "mark-start", "overlap", "focus",
    "current", "lens-edge", "field", "on-field", "field-hint", "ask", "on-ask",
)  # fmt: skip
"""The theme's colours, each a token of its style sheet."""

TEXT_ON = (
    ("ink", "paper"), ("ink", "sheet"), ("ink-2", "paper"), ("ink-2", "sheet"), ("link", "paper"), ("link", "sheet"),
    ("on-ground", "ground"), ("on-button", "button"), ("on-marigold", "marigold"), ("marigold-ink", "paper"), ("clay", "paper"),
    ("on-field", "field"), ("field-hint", "field"), ("on-ask", "ask"),
)  # fmt: skip
"""Colours of text, and what it stands on."""
