"""A search that somebody made: what "we found no study" rests on. One file of ``evidence/searches/``."""

from collections.abc import Mapping
from datetime import date

from msgspec import Struct, field

from commonground.model.figure import Quantity
from commonground.model.passage import Passage
from commonground.model.position import Span
from commonground.model.schema.declared import Text


class Search(Struct, frozen=True):
    """
    One search: the ``question``, when and ``where`` somebody looked, the ``words`` typed, what was ``found``, and what was
    ``left_out`` or could not be read. ``sources`` are the records of what it found, ``values`` the quantities of each figure that its
    texts give; ``spans`` gives the place of each value by key.
    """

    id: str
    path: str
    question: Text
    date: date
    where: Text
    words: tuple[str, ...]
    found: Text
    left_out: Text
    sources: tuple[str, ...] = ()
    values: tuple[tuple[Quantity, ...], ...] = ()
    spans: Mapping[str, Span] = field(default_factory=dict)
    passages: tuple[Passage, ...] = ()
