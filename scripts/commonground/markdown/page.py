"""What one conversion needs to know, and what it learns: the options, and which findings a page cites."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cached_property
from pathlib import Path

from msgspec import Struct, field

from commonground.languages import Language
from commonground.markdown.sources import Cited, source_list
from commonground.model.anchor import Anchors
from commonground.model.corpus import Corpus
from commonground.model.source import Finding, Source
from commonground.sources.formatted import format_references


class Options(Struct, frozen=True):
    """
    Options of the extension.

    Attributes:
        corpus: What was read; None reads ``root`` when the first page is converted.
        root: Folder with ``docs/``, ``evidence/`` and ``language/``.
        lang: Language of the text; "" is the corpus' default language.
        base: Relative address of the language's root, with a slash at its end.
        references: Formatted references by source id; None formats them when a source list is asked for.
        charts: Relative address of the folder with the numbers of charts, without a slash at its end; with "" none is drawn.
        glossary: Address of the glossary's entry for each form of a term that is to be linked to it.
        generated: Whether the text holds parts that the program made: they use classes and ids that writers may not.
        sums_up: Whether the page sums up rather than answers what people say, so that its first fact is called so.
        append_sources: Whether the source list follows the text.
        today: The day that a corpus read from ``root`` counts from.
        on_done: Called with the page after each conversion, for engines that do not hand out their Markdown instance.
    """

    corpus: Corpus | None = None
    root: str | Path = "."
    lang: str = ""
    base: str = "./"
    references: Mapping[str, str] | None = None
    charts: str = "data/charts"
    glossary: Mapping[str, str] = field(default_factory=dict)
    generated: bool = False
    sums_up: bool = False
    append_sources: bool = True
    today: date = field(default_factory=date.today)  # noqa: TID251 - a bare engine has no command line above it
    on_done: Callable[["Page"], None] | None = None


class Page:
    """
    The state of one conversion, on the Markdown instance as ``md.commonground``.

    It is of use after ``convert``; the next ``reset`` empties it. ``marks`` is then what the citation marks say, in the
    order of the page.
    """

    def __init__(self, options: Options) -> None:
        self.options = options
        self.entries: dict[str, Cited] = {}
        self.marks: list[str] = []
        self.anchors = Anchors()
        self.count = 0
        self.done = False

    @cached_property
    def corpus(self) -> Corpus:
        """Everything that was read; asked for late, since an engine tries the extension out before there is a corpus."""
        if self.options.corpus:
            return self.options.corpus
        # Not needed where the engine hands the corpus over, and heavy to load.
        from commonground.read.corpus import read_corpus

        return read_corpus(Path(self.options.root), self.options.today)

    @property
    def language(self) -> str:
        return self.options.lang or self.corpus.default_language

    @property
    def locale(self) -> Language:
        return self.corpus.locale(self.language)

    def say(self, key: str, **values: object) -> str:
        """Return a text of the site in the page's language. Raises: KeyError: There is none."""
        return self.locale.say(key, **values)

    @property
    def cited(self) -> list[tuple[Source, list[Finding]]]:
        """Sources in the order of their numbers, each with the findings cited, in order of first citation."""
        entries = self.entries.values()
        return [(one.source, list(one.findings)) for one in entries if isinstance(one.source, Source)]

    @property
    def sources_html(self) -> str:
        """The source list as HTML, "" where nothing is cited. Raises: ReferencesError: Pandoc is missing or refuses."""
        if not self.entries:
            return ""
        references = self.options.references
        if references is None:
            references = format_references(self.corpus.sources.values(), self.locale)
        return source_list(
            tuple(self.entries.values()),
            self.corpus,
            self.language,
            references=references,
            base=self.options.base,
        )

    def reset(self) -> None:
        """Forget the last conversion."""
        self.entries.clear()
        self.marks.clear()
        self.anchors = Anchors()
        self.count = 0
        self.done = False
