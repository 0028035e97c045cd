"""A source and what it found: one file of ``evidence/``."""

import hashlib
import re
from collections.abc import Mapping, Sequence
from datetime import MAXYEAR, MINYEAR, date
from fractions import Fraction
from typing import Annotated

from msgspec import Struct, field

from commonground.languages import FIRST
from commonground.model.csl import Item
from commonground.model.figure import Quantity
from commonground.model.passage import Passage
from commonground.model.position import FILE_START, Span
from commonground.model.schema.declared import BESIDE, FILLED, Beside, Given, Number, Text, keys_of
from commonground.model.schema.forms import ADDRESS, FINDING_KEY, SLUG, SOURCE_ID, TEXT
from commonground.model.schema.shapes import Either, ListOf, Named, OneOf, OneOrMore
from commonground.model.url import is_web_address

DESIGNS = (
    "systematic-review", "meta-analysis", "review", "modelling", "experiment", "natural-experiment", "cohort",
    "cross-sectional", "qualitative", "mixed-methods", "evaluation", "official-statistics", "inquiry", "statute",
    "court-decision", "guidance", "news-report", "position-statement",
)  # fmt: skip
"""Kinds of source, closed list, the order of the evidence line."""


_STATES = re.compile(r"findings\.[^.]+\.states(?:_\w+)?")

SECOND_HAND = "secondary"
"""A source that was read in another's account."""

HOW_CHECKED = ("full-text", "abstract", "official-page", SECOND_HAND)

DIRECTIONS = ("higher", "lower", "none")

SOURCE_TEXTS = ("population", "period", "limits", "contested", "unused")
"""Texts of a record that a reader sees, each in every language."""

FINDING_TEXTS = (
    ("states",),
    ("plain",),
    ("estimate", "label"),
    ("where",),
    ("caution",),
    ("withheld",),
    ("quotable", "heading"),
    ("quotable", "not"),
)
"""The same for a finding, as ways to the text."""


def in_language(text: Text, language: str) -> str:
    """Return a text in one language, else in the one that it has, else ""."""
    return text.get(language) or next(iter(text.values()), "")


class Estimate(Struct, frozen=True):
    """
    An estimate that can be drawn: ``measure`` in words, ``level`` of the interval in per cent, ``n`` people.

    ``label`` is the short name of the outcome beside its row in a chart.
    """

    measure: str
    value: Number
    low: Number | None = None
    high: Number | None = None
    level: Number | None = None
    n: int | None = None
    label: Beside[str] = field(default_factory=dict)


class Change(Struct, frozen=True):
    """A measure before and after something, without an estimate of its effect; ``label`` and ``n`` as for an estimate."""

    measure: str
    before: Number
    after: Number
    label: Beside[str] = field(default_factory=dict)
    n: int | None = None


_ESTIMATE = Either(frozenset({"before", "after"}), keys_of(Change), keys_of(Estimate))


class Quotable(Struct, frozen=True):
    """What newsrooms are told of a finding: a claim that stands alone, and the use that it does not allow."""

    unsafe: Beside[str] = field(name="not")
    heading: Beside[str] = field(default_factory=dict)


class Finding(Struct, frozen=True):
    """
    What a source found, in one sentence of ours.

    ``figures`` are the numbers an article may use for it, as recorded; ``plain`` its rounded renderings by language;
    ``levels`` are those of the intervals in its sentence, in per cent; ``values`` holds the quantities of each of ``figures``, ``plain_values`` those of each of ``plain``, by language.
    ``contested_by`` holds ``source#finding`` keys. ``must_say`` lists by language what a text must say of it, alternatives
    between bars ("14 or older|from age 14"). ``span`` is the place of its ``id``.
    """

    id: Annotated[str, SLUG]
    source: Given[str]
    states: Beside[str]
    figures: tuple[str, ...]
    where: Beside[str]
    plain: Beside[tuple[str, ...]] = field(default_factory=dict)
    values: Given[tuple[tuple[Quantity, ...], ...]] = ()
    plain_values: Given[Mapping[str, tuple[tuple[Quantity, ...], ...]]] = field(default_factory=dict)
    estimate: Annotated[Estimate | None, _ESTIMATE] = None
    direction: Annotated[str, OneOf(DIRECTIONS)] = ""
    caution: Beside[str] = field(default_factory=dict)
    withheld: Beside[str] = field(default_factory=dict)
    contested_by: Annotated[tuple[str, ...], ListOf(FINDING_KEY, once=True)] = ()
    must_say: Annotated[Mapping[str, tuple[str, ...]], BESIDE, ListOf(TEXT, filled=True, once=True)] = field(
        default_factory=dict
    )
    quotable: Quotable | None = None
    span: Given[Span] = FILE_START
    change: Given[Change | None] = None
    levels: Given[Sequence[Fraction]] = ()

    @property
    def key(self) -> str:
        """Return ``source#finding``."""
        return f"{self.source}#{self.id}"

    @property
    def quantities(self) -> tuple[Quantity, ...]:
        """Return every value of ``figures``."""
        return tuple(quantity for value in self.values for quantity in value)

    def sayable(self, language: str, *, in_words: bool = True) -> tuple[tuple[Quantity, ...], ...]:
        """
        Return what a text of one language may say: the values of each figure and of each plain rendering there.

        Args: in_words: False leaves out renderings without a digit: "about one in four" makes no "25%" true.
        """
        plain = zip(self.plain.get(language, ()), self.plain_values.get(language, ()), strict=False)
        renderings = (value for text, value in plain if in_words or any(map(str.isdigit, text)))
        return (*self.values, *renderings)

    @property
    def digest(self) -> str:
        """Return a short hash of all that a sentence may rest on: when it changes, each such sentence wants another look."""
        resting = (
            sorted(self.states.items()), self.figures, sorted(self.plain.items()), sorted(self.where.items()),
            sorted(self.caution.items()), sorted(self.withheld.items()), self.direction, sorted(self.contested_by),
        )  # fmt: skip
        return hashlib.sha256(repr(resting).encode()).hexdigest()[:12]


class Checked(Struct, frozen=True):
    """When, where and how the source was read."""

    date: date
    url: Annotated[str, ADDRESS]
    how: Annotated[str, OneOf(HOW_CHECKED)]
    note: str = ""


class KeptCopy(Struct, frozen=True):
    """A copy in an archive and the day it was taken; ``instead``: the original no longer answers, show this one."""

    url: Annotated[str, ADDRESS]
    date: date
    instead: bool = False


class Acknowledgement(Struct, frozen=True):
    """That an editor has read a notice about a source: the notice's DOI, the day, and why the record stands."""

    notice: str
    date: date
    why: str


class Source(Struct, frozen=True):
    """
    One record. ``csl`` is the work as CSL-JSON by language: as it is, and as its publisher calls and keeps it in another
    language. ``spans`` gives the place of each value by dotted key
    (``limits``, ``findings.violence-odds.states``); ``passages`` are its texts, one per field and language. ``figures`` are
    numbers that its texts give beside those of its findings, ``values`` the quantities of each. ``cohort`` names the groups of
    people that it studied, where other records study them too. ``unused`` says why no page cites it.
    """

    id: Annotated[str, SOURCE_ID]
    path: Given[str]
    csl: Beside[Item]
    design: Annotated[str, OneOf(DESIGNS)]
    peer_reviewed: bool
    findings: Annotated[tuple[Finding, ...], FILLED]
    limits: Beside[str]
    checked: Checked
    figures: tuple[str, ...] = ()
    values: Given[tuple[tuple[Quantity, ...], ...]] = ()
    open_access: bool | None = None
    places: Annotated[tuple[str, ...], ListOf(TEXT, once=True)] = ()
    period: Beside[str] = field(default_factory=dict)
    population: Beside[str] = field(default_factory=dict)
    cohort: Annotated[tuple[str, ...], OneOrMore(SLUG)] = ()
    contested: Beside[str] = field(default_factory=dict)
    contested_by: Annotated[tuple[str, ...], ListOf(SOURCE_ID, once=True)] = ()
    themes: Annotated[tuple[str, ...], ListOf(Named(lambda settings: settings.themes), once=True)] = ()
    archived: KeptCopy | None = None
    acknowledged: tuple[Acknowledgement, ...] = ()
    superseded_by: Annotated[tuple[str, ...], ListOf(SOURCE_ID, once=True)] = ()
    retracted: date | None = None
    unused: Beside[str] = field(default_factory=dict)
    spans: Given[Mapping[str, Span]] = field(default_factory=dict)
    passages: Given[tuple[Passage, ...]] = ()

    @property
    def item(self) -> Item:
        """Return the work in its own language."""
        return self.csl[FIRST]

    @property
    def title(self) -> str:
        """Return the title in the source's own language."""
        return self.item.title

    @property
    def year(self) -> int | None:
        """Return the year of publication, where the record has one."""
        issued = self.item.issued
        year = issued.date_parts[0][0] if issued and any(issued.date_parts[:1]) else 0
        return year if MINYEAR <= year <= MAXYEAR else None

    @property
    def kept_copy(self) -> KeptCopy | None:
        """Return the copy that stands in for an original that no longer answers, else None."""
        return self.archived if self.archived and self.archived.instead else None

    @property
    def original(self) -> str:
        """Return the address of the original, "" where the record has none on the web."""
        return self.item.url if is_web_address(self.item.url) else ""

    @property
    def address(self) -> str:
        """Return where a reader finds it: the original, or the copy that stands in for it."""
        return self.kept_copy.url if self.kept_copy else self.original

    @property
    def statements(self) -> tuple[Passage, ...]:
        """Return the sentences of its findings, in every language."""
        return tuple(passage for passage in self.passages if _STATES.fullmatch(passage.label))

    def reference(self, language: str) -> Item:
        """Return the work for readers of a language."""
        return self.csl.get(language, self.item)

    def address_in(self, language: str) -> str:
        """Return where a reader of a language finds it: that language's own page, where there is one."""
        url = self.reference(language).url
        return url if is_web_address(url) and not self.kept_copy else self.address

    def finding(self, id: str) -> Finding | None:
        """Return one finding by its id."""
        return next((finding for finding in self.findings if finding.id == id), None)
