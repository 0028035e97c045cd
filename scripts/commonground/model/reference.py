"""
Reference data: the law, support services, the glossary and what pages are held against (``data/*.yaml``).

Each list of a file holds entries of one kind, declared here: which keys it may have, and the values that they yield.
"""

from collections.abc import Mapping
from datetime import date
from typing import Annotated

from msgspec import Struct, field

from commonground.model.article import Link, RawHtml
from commonground.model.passage import Passage
from commonground.model.position import Span
from commonground.model.schema.declared import FILLED, Given, Text
from commonground.model.schema.forms import ADDRESS, EMAIL, PARTIAL_DAY, SLUG, SOURCE_ID, TEXT
from commonground.model.schema.shapes import ListOf, Named, OneOf, OrNothing
from commonground.model.source import HOW_CHECKED

Sources = Annotated[tuple[str, ...], ListOf(SOURCE_ID, once=True)]
Addresses = Annotated[tuple[str, ...], ListOf(ADDRESS)]

STATUSES = ("in force", "struck down", "upheld", "superseded", "pending", "unknown", "policy", "report")
OFFENCE = ("never", "sometimes", "always")
_OFFICIAL = "official-page"


class Check(Struct, frozen=True, kw_only=True):
    """When and how an entry was compared with what it rests on; ``note`` and ``age_of_page`` are for editors."""

    date: date
    how: Annotated[str, OneOf((*HOW_CHECKED, "evidence-record"))]
    url: Annotated[str, ADDRESS] = ""
    also: Addresses = ()
    note: str = ""
    age_of_page: str = ""


class Entry(Struct, frozen=True, kw_only=True):
    """
    One entry of a list in a data file.

    A ``Text`` is inline Markdown that a reader sees, in each language. An entry without an id is known by its number.
    """

    id: Annotated[str, SLUG]
    path: Given[str]
    span: Given[Span]


class Confirmed(Entry, Struct, frozen=True, kw_only=True):
    """An entry that somebody may have to look up again: ``confirm``; ``confirm_why`` says why, to readers."""

    checked: Check
    confirm: bool = False
    confirm_why: Text = field(default_factory=dict)


class Event(Confirmed, Struct, frozen=True, kw_only=True):
    """An event of the law's history. ``date``: a year, a month or a day; ``status``: what became of it since."""

    date: Annotated[str, PARTIAL_DAY]
    title: Text
    area: Text
    what_changed: Text
    status: Annotated[str, OneOf(STATUSES)]
    sections: tuple[Text, ...] = ()
    number: str = ""
    court: Text = field(default_factory=dict)
    asked_as: Text = field(default_factory=dict)
    sources: Sources = ()


class ModelPlace(Struct, frozen=True, kw_only=True):
    """Where a legal model is the law; ``since`` is None where nobody knows."""

    place: Text
    since: Annotated[str | None, OrNothing(PARTIAL_DAY)] = None
    note: Text = field(default_factory=dict)
    url: Annotated[str, ADDRESS] = ""
    source: Annotated[str, SOURCE_ID] = ""


class ModelNames(Struct, frozen=True, kw_only=True):
    """What a legal model is called by those for and against it, and by others."""

    supporters: tuple[Text, ...]
    critics: tuple[Text, ...]
    neutral: tuple[Text, ...]

    @property
    def all(self) -> tuple[Text, ...]:
        """Return every name."""
        return (*self.supporters, *self.critics, *self.neutral)


class LegalModel(Confirmed, Struct, frozen=True, kw_only=True):
    """A way in which the law may treat the subject."""

    name: Text
    what_it_does: Text
    places: tuple[ModelPlace, ...]
    terms: ModelNames
    sources: Sources = ()


class Penalty(Struct, frozen=True, kw_only=True):
    """The kind of a penalty, its maximum and its minimum, in words."""

    kind: Text
    maximum: Text
    minimum: Text


class LawCard(Confirmed, Struct, frozen=True, kw_only=True):
    """
    A provision in our words. ``offence``: whether ``act`` is one; "" where the rule is no matter of offences.

    ``texts`` are the provisions of ``data/law/`` that it sums up.
    """

    section: Text
    act: Text
    title: Text
    who_can_be_charged: Text
    covers: Text
    penalty: Penalty
    does_not_cover: Text
    rulings: tuple[Text, ...]
    last_verified: date
    offence: Annotated[str, OneOf(OFFENCE)] = ""
    texts: Annotated[tuple[str, ...], ListOf(TEXT, filled=True, once=True)] = ()
    asked_as: Text = field(default_factory=dict)
    sources: Sources = ()


class OpenQuestion(Entry, Struct, frozen=True, kw_only=True):
    """What we looked for and did not find; ``do`` is for editors."""

    question: Text
    seen: Text
    do: Text
    urls: Addresses = ()


class Service(Confirmed, Struct, frozen=True, kw_only=True):
    """A support service."""

    name: Text
    kind: Annotated[str, Named(lambda settings: settings.service_kinds)]
    serves: Text
    area: Text
    languages: Text
    phone: str = ""
    text: str = ""
    phone_to_confirm: str = ""
    chat: str = ""
    address: str = ""
    email: Annotated[str, EMAIL] = ""
    url: Annotated[str, ADDRESS] = ""
    hours: Text = field(default_factory=dict)
    notes: Text = field(default_factory=dict)
    led_by: Text = field(default_factory=dict)
    asked_as: Text = field(default_factory=dict)

    @property
    def way_in(self) -> str:
        """
        What leads into it, "" where nothing does: its web address, a number or address that somebody confirmed, or the official
        page on which its details stand.
        """
        confirmed = "" if self.confirm else self.phone or self.text or self.chat or self.email or self.address
        official = self.checked.url if self.checked.how == _OFFICIAL else ""
        return self.url or confirmed or official


class ClosedService(Entry, Struct, frozen=True, kw_only=True):
    """A service that is no more."""

    name: Text
    area: Text
    notes: Text
    checked: Check
    closed_on: date | None = None


class UnlistedService(Entry, Struct, frozen=True, kw_only=True):
    """A service that we leave out, and why."""

    id: Given[str]
    name: Text
    why: Text


class Term(Entry, Struct, frozen=True, kw_only=True):
    """An entry of the glossary; ``mark``: pages lead to it, in its forms (``term``, ``also``)."""

    term: Text
    definition: Text
    also: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    see: Annotated[tuple[str, ...], ListOf(SLUG, once=True)] = ()
    caution: Text = field(default_factory=dict)
    mark: bool = False
    sources: Sources = ()


class Cohort(Entry, Struct, frozen=True, kw_only=True):
    """
    People whom several studies asked. ``must_say`` lists what a page must say where it first tells of them, alternatives
    joined by "|"; the records ``must_say_except`` asked others, or some of them alone.
    """

    name: Text
    must_say: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    must_say_except: Annotated[tuple[str, ...], ListOf(SOURCE_ID, once=True)] = ()


class Side(Struct, frozen=True, kw_only=True):
    """A side of a contested question, and the records that it cites most."""

    name: Text
    cites_most: Annotated[tuple[str, ...], ListOf(SOURCE_ID, filled=True, once=True)]


class Contested(Entry, Struct, frozen=True, kw_only=True):
    """A question on which sources disagree. ``search``: the one that tells why a page cites nothing of one side."""

    question: Text
    pages: Annotated[tuple[str, ...], ListOf(TEXT, filled=True, once=True)]
    sides: Annotated[tuple[Side, ...], FILLED]
    search: Annotated[str, SOURCE_ID] = ""


class Fault(Struct, frozen=True, kw_only=True):
    """A kind of fault, and how many an audit found."""

    kind: Text
    found: int


class Audit(Entry, Struct, frozen=True, kw_only=True):
    """An audit: how many cited sentences somebody read beside their findings, and what was found."""

    date: date
    about: Text
    by: Text
    sentences: int
    faults: Annotated[tuple[Fault, ...], FILLED]
    mended: Text


class Wanted(Entry, Struct, frozen=True, kw_only=True):
    """A page that somebody asked for and nobody has written; ``sources`` are records that it could begin from."""

    question: Text
    why: Text
    sources: Sources = ()


FILES: Mapping[str, Mapping[str, type[Entry]]] = {
    "law-timeline": {
        "timeline": Event,
        "models": LegalModel,
        "provisions": LawCard,
        "open_questions": OpenQuestion,
    },
    "services": {"services": Service, "closed": ClosedService, "not_listed": UnlistedService},
    "glossary": {"terms": Term},
    "cohorts": {"cohorts": Cohort},
    "contested": {"contested": Contested},
    "audits": {"audits": Audit},
    "wanted": {"wanted": Wanted},
}
"""The lists of each file of ``data/`` by name; each file may be missing, and each of its lists."""


class Reference(Struct, frozen=True):
    """
    The lists of ``data/`` by name, and their passages; the links, the HTML and the ids of sources in them, each with the
    path of its file.
    """

    timeline: tuple[Event, ...] = ()
    models: tuple[LegalModel, ...] = ()
    provisions: tuple[LawCard, ...] = ()
    open_questions: tuple[OpenQuestion, ...] = ()
    services: tuple[Service, ...] = ()
    closed: tuple[ClosedService, ...] = ()
    not_listed: tuple[UnlistedService, ...] = ()
    terms: tuple[Term, ...] = ()
    cohorts: tuple[Cohort, ...] = ()
    contested: tuple[Contested, ...] = ()
    audits: tuple[Audit, ...] = ()
    wanted: tuple[Wanted, ...] = ()
    passages: tuple[Passage, ...] = ()
    links: tuple[tuple[str, Link], ...] = ()
    html: tuple[tuple[str, RawHtml], ...] = ()
    sources: tuple[tuple[str, Span, str], ...] = ()

    def entries(self, name: str = "") -> tuple[Entry, ...]:
        """Return the list of a name, or without one the entries of all lists."""
        names = [name] if name else [one for lists in FILES.values() for one in lists]
        return tuple(entry for one in names for entry in getattr(self, one))
