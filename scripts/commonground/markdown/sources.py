"""The source list below a page: what each number stands for, in the page's language."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape

from msgspec import Struct, field

from commonground.languages import Language
from commonground.model.certainty import peer_review
from commonground.model.corpus import Corpus
from commonground.model.schema.declared import Text
from commonground.model.search import Search
from commonground.model.source import Finding, Source
from commonground.sources.names import search_name, who
from commonground.text.typography import typographic

FIRST_SHELF = 10
"""So many lines of a source list stand open on any screen."""

_WORTH_A_FOLD = 3


class Cited(Struct, frozen=True):
    """A cited source, or search: its ``number`` on the page, the findings cited, and locators by finding id ("" for the whole)."""

    source: Source | Search
    number: int
    findings: list[Finding] = field(default_factory=list)
    locators: dict[str, list[str]] = field(default_factory=dict)


def source_list(
    entries: Sequence[Cited],
    corpus: Corpus,
    language: str,
    *,
    references: Mapping[str, str],
    base: str = "./",
) -> str:
    """
    Return the section with every cited source, "" where there is none.

    Args: references: Safe inline HTML by source id. base: Relative address of the language's root.
    """
    if not entries:
        return ""
    writer = _Writer(corpus, language, references, base)
    items = ["".join(writer.item(entry)) for entry in entries]
    rest = items[FIRST_SHELF:]
    first = items if len(rest) < _WORTH_A_FOLD else items[:FIRST_SHELF]
    return (
        f'<section class="sources" id="sources"><h2>{writer.say("title")}</h2><p class="sources-how">{writer.say("how")}</p>'
        + f"<ol>\n{_lines(first)}\n</ol>{'' if first is items else _rest(rest, writer)}</section>"
    )


def _rest(items: Sequence[str], writer: "_Writer") -> str:
    """Return the lines that a narrow screen folds away."""
    more = escape(writer.count("rest", len(items)), quote=False)
    return (
        f'<details class="narrow-fold fold"><summary><span data-computed="{len(items)}">{more}</span></summary>'
        + f'<ol start="{FIRST_SHELF + 1}" data-computed="{FIRST_SHELF + 1}">\n{_lines(items)}\n</ol></details>'
    )


def _lines(items: Sequence[str]) -> str:
    return "\n".join(items)


class _Writer(Struct, frozen=True):
    """Writes one list; every text of a record is plain text and is escaped here."""

    corpus: Corpus
    language: str
    references: Mapping[str, str]
    base: str

    def item(self, entry: Cited) -> Iterator[str]:
        """Yield the pieces of one source's item."""
        if isinstance(entry.source, Search):
            yield from self._search(entry.source, entry.number)
        else:
            yield from self._source(entry, entry.source)

    def _search(self, search: Search, number: int) -> Iterator[str]:
        """Yield what a reader needs to judge a search, and to make it again."""
        yield from self._head(number, search.id, _text(search_name(search, self._locale)), "")
        yield self._said("states", search.question)
        yield self._said("limits", search.where, "search_where")
        words = ", ".join(f'<span lang="">{escape(word, quote=False)}</span>' for word in search.words)
        yield f'<p class="limits"><span class="key">{self.say("search_words")}</span> {words}</p>'
        yield self._said("limits", search.found, "search_found")
        yield self._said("limits", search.left_out, "search_left_out")
        yield self._records(search.sources) + "</div></details></li>"

    @staticmethod
    def _head(number: int, id: str, name: str, kind: str) -> Iterator[str]:
        """Yield the line that stands on the shelf; what it is about is folded away below it."""
        yield f'<li id="source-{number}" data-source="{escape(id)}"><details><summary><span class="source-title">{name}</span>'
        yield f' <span class="source-mark">{kind}</span>' if kind else ""
        yield '</summary><div class="source-said">'

    def _records(self, ids: Sequence[str]) -> str:
        """Link the records of what a search found."""
        sources = [self.corpus.sources[id] for id in ids if id in self.corpus.sources]
        links = "; ".join(self._link(source) for source in sources)
        return f'<p class="contested-by">{self.say("search_records")} {links}</p>' if links else ""

    def _link(self, source: Source) -> str:
        address = escape(f"{self.base}evidence/{source.id}/")
        return f'<a href="{address}">{escape(who(source, self._locale), quote=False)}</a>'

    def _source(self, entry: Cited, source: Source) -> Iterator[str]:
        name = escape(who(source, self._locale), quote=False)
        yield from self._head(entry.number, source.id, name, self._shelf_mark(source))
        yield f'<p class="source-kind">{self._kind(source)}</p>'
        yield f'<p class="reference" data-reference="{escape(source.id)}">{self.references.get(source.id) or _text(source.title)}</p>'
        if source.kept_copy:
            day = self._locale.day(source.kept_copy.date)
            yield f'<p class="kept-copy">{self.say("kept_copy", date=day)}</p>'
        shared = _shared_caution(entry.findings)
        if entry.findings:
            items = (self._finding(finding, entry, with_caution=not shared) for finding in entry.findings)
            yield f'<ul class="findings">{"".join(items)}</ul>'
        else:
            yield f'<p class="no-finding">{self.say("no_finding")}</p>'
        yield self._locator(entry.locators.get("", ()))
        yield self._said("caution", shared, "caution")
        yield self._said("limits", source.limits, "limits")
        yield self._said("contested", source.contested, "contested")
        address = escape(f"{self.base}evidence/{source.id}/")
        yield f'<p class="source-link"><a href="{address}">{self.say("more")}</a></p></div></details>'
        yield self._original(source) + "</li>"

    def _original(self, source: Source) -> str:
        """Link where the source can be read."""
        if not source.address:
            return ""
        label = escape(self.say("original_of", who=who(source, self._locale)))
        return f'<a class="source-original" href="{escape(source.address)}" rel="noreferrer" aria-label="{label}">{self.say("original")}</a>'

    def say(self, key: str, **values: object) -> str:
        """Return an escaped text of the locale's ``sources``."""
        return _text(self._locale.say(f"sources.{key}", **values))

    def count(self, key: str, number: int) -> str:
        """Return a counted phrase of the locale's ``sources``."""
        return self._locale.count(f"sources.{key}", number)

    @property
    def _locale(self) -> Language:
        return self.corpus.locale(self.language)

    def _shelf_mark(self, source: Source) -> str:
        """Return what kind of source it is, and what was read of it, in few words."""
        design = self._locale.say(f"designs.{source.design}.short")
        return f"{_text(design)} · {_text(self._locale.say(f'read_as.{source.checked.how}'))}"

    def _kind(self, source: Source) -> str:
        reviewed = peer_review(source)
        said = [
            _text(self._locale.say(f"designs.{source.design}.name")),
            *([self.say(reviewed)] if reviewed else []),
            self.say("read_as", how=self._locale.say(f"read_as.{source.checked.how}")),
        ]
        return " · ".join(said)

    def _finding(self, finding: Finding, entry: Cited, *, with_caution: bool) -> str:
        return (
            f'<li id="finding-{escape(finding.source)}-{escape(finding.id)}">'
            + self._said("states", finding.states)
            + self._said("where", finding.where, "where")
            + self._locator(entry.locators.get(finding.id, ()))
            + (self._said("caution", finding.caution, "caution") if with_caution else "")
            + self._contested_by(finding)
            + "</li>"
        )

    def _locator(self, places: Sequence[str]) -> str:
        if not places:
            return ""
        return f'<p class="locator"><span class="key">{self.say("locator")}</span> {_text("; ".join(places))}</p>'

    def _contested_by(self, finding: Finding) -> str:
        """Name the sources whose findings disagree, so that a page with one side still points to the other."""
        ids = dict.fromkeys(key.partition("#")[0] for key in finding.contested_by)
        others = [self.corpus.sources[id] for id in ids if id in self.corpus.sources]
        if not others:
            return ""
        links = "; ".join(self._link(other) for other in others)
        return f'<p class="contested-by">{self.say("contested_by")} {links}</p>'

    def _said(self, name: str, text: Text, key: str = "") -> str:
        """Return a paragraph of a record; a text missing in the page's language stands in the one it has, and says so."""
        language = (
            self.language if text.get(self.language) else next((code for code in text if text[code]), "")
        )
        if not language:
            return ""
        label = f'<span class="key">{self.say(key)}</span> ' if key else ""
        body = _text(text[language])
        if language != self.language:
            body = f'<span lang="{escape(language)}">{body}</span>'
        return f'<p class="{name}">{label}{body}</p>'


def _shared_caution(findings: Sequence[Finding]) -> Text:
    """Return the caution that several findings have in common: it is said once for all of them."""
    alike = len(findings) > 1 and all(finding.caution == findings[0].caution for finding in findings)
    return findings[0].caution if alike else {}


def _text(text: str) -> str:
    return escape(typographic(text), quote=False)
