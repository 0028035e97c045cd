"""The head of a rule file: lists of words, and situations in which words for adults who agree are not offered."""

import re
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from commonground.languages import FIRST, Language
from commonground.languages.message import Message, texts_of
from commonground.model.passage import Passage
from commonground.model.position import Path
from commonground.model.rule_file import HEAD, HeadEntry
from commonground.model.schema.declared import made
from commonground.model.schema.report import Report
from commonground.model.term import Situation
from commonground.read.fields import plain_passage
from commonground.read.values import values_of
from commonground.read.yaml_file import Node, as_list, as_text

_text = texts_of(__name__)
_NAME = re.compile(r"\{([^{}]*)\}")
_BROKEN_GROUP = re.compile(r"\([^()]*[\s'’][^()]*\)")


class Head(Struct, frozen=True):
    """
    What all rules of a file share.

    ``lists``: words by the name under which phrases use them (``{age}``). A rule about one of ``subjects``, or that offers
    one of ``words``, speaks of adults who agree: in none of the ``situations`` are its replacements offered.
    """

    lists: Mapping[str, tuple[str, ...]]
    situations: tuple[Situation, ...] = ()
    subjects: tuple[str, ...] = ()
    words: tuple[str, ...] = ()

    def phrases(self, phrases: Iterable[str]) -> tuple[str, ...]:
        """Return phrases with each ``{name}`` as one of the words of that list; an unknown name stays."""
        return tuple(_NAME.sub(self._listed, phrase) for phrase in phrases)

    def _listed(self, found: re.Match[str]) -> str:
        words = self.lists.get(found[1])
        return f"({'|'.join(words)})" if words else found[0]


def read_head(
    node: Node, entries: Iterable[tuple[int, object]], report: Report, locale: Language | None = None
) -> Head:
    """Read the head of a rule file, given as its entries with their places; an empty one where there is none."""
    head = Head({})
    for index, entry in entries:
        if not isinstance(entry, dict):
            continue
        written = made(HeadEntry, without_empty(entry))
        lists = {one.id: one.words for one in written.lists}
        head = Head(lists)
        situations = []
        for at, one in enumerate(written.situations):
            for key in ("any", "but"):
                check_phrases(head, node.at((index, HEAD, at, key)), (index, HEAD, at, key), report)
            situations.append(
                Situation(
                    one.id,
                    head.phrases(one.any),
                    head.phrases(one.but),
                    one.why,
                    one.instead,
                    values_of(one.figures, FIRST) if locale else (),
                    tuple(shown_texts(node, (index, HEAD, at), ("why", "instead"), locale)),
                )
            )
        head = Head(lists, tuple(situations), written.adults.subjects, written.adults.words)
    return head


def check_phrases(head: Head, value: object, path: Path, report: Report) -> None:
    """Say which phrases are not written as ``model/phrases.py`` reads them."""
    for at, phrase in enumerate(as_list(value)):
        if isinstance(phrase, str) and (fault := _fault(head, phrase)):
            report.wrong((*path, at), fault)


def _fault(head: Head, phrase: str) -> Message | None:
    for found in _NAME.finditer(phrase):
        if found[1] not in head.lists:
            return _text("no-list", name=found[1])
    return _text("group", phrase=phrase) if _BROKEN_GROUP.search(phrase) else None


def as_texts(value: object) -> tuple[str, ...]:
    """Return the texts of a list, without those that are empty."""
    return tuple(item for item in as_list(value) if isinstance(item, str) and item)


def without_empty(value: object) -> object:
    """Return values without the empty texts in their lists, which have their problem."""
    if isinstance(value, dict):
        return {key: without_empty(part) for key, part in value.items()}
    return [without_empty(part) for part in value if part != ""] if isinstance(value, list) else value


def shown_texts(node: Node, path: Path, keys: Iterable[str], locale: Language | None) -> Iterator[Passage]:
    """Yield the texts of a rule or situation that readers see, those of a list one by one; without a locale none."""
    if locale is None:
        return
    for key in keys:
        value = node.at((*path, key))
        places: list[Path] = [(*path, key)]
        if isinstance(value, list):
            places = [(*path, key, at) for at in range(len(value))]
        for place in places:
            if as_text(node.at(place)).strip():
                yield plain_passage(node, place, language=locale.code, locale=locale, label=key)
