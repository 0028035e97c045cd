"""A search that somebody made: what "we found no study" rests on. One file of ``evidence/searches/``."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated

from msgspec import Struct, field

from commonground.model.figure import Quantity
from commonground.model.passage import Passage
from commonground.model.position import Span
from commonground.model.schema.declared import Beside, Given
from commonground.model.schema.forms import SOURCE_ID, TEXT
from commonground.model.schema.shapes import ListOf


class Search(Struct, frozen=True):
    """
    One search: the ``question``, when and ``where`` somebody looked, the ``words`` typed, what was ``found``, and what was
    ``left_out`` or could not be read. ``sources`` are the records of what it found, ``values`` the quantities of each of the ``figures``
    that its texts give; ``spans`` gives the place of each value by key.
    """

    id: Annotated[str, SOURCE_ID]
    path: Given[str]
    question: Beside[str]
    date: date
    where: Beside[str]
    words: Annotated[tuple[str, ...], ListOf(TEXT, filled=True, once=True)]
    found: Beside[str]
    left_out: Beside[str]
    figures: tuple[str, ...] = ()
    sources: Annotated[tuple[str, ...], ListOf(SOURCE_ID, once=True)] = ()
    values: Given[tuple[tuple[Quantity, ...], ...]] = ()
    spans: Given[Mapping[str, Span]] = field(default_factory=dict)
    passages: Given[tuple[Passage, ...]] = ()
