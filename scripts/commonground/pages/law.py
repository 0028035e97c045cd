"""The pages of the law from ``data/law-timeline.yaml``: its timeline, legal models and open questions."""

from collections.abc import Callable, Sequence

from commonground.languages import Language
from commonground.model.corpus import Corpus
from commonground.model.reference import Event, LegalModel, ModelPlace, OpenQuestion
from commonground.pages.pieces import (
    NO_BREAK_SPACE,
    fold,
    heading,
    joined,
    one_line,
    partial_day,
    plain,
    table,
    text_of,
    to_confirm,
    unbroken,
    words,
)  # fmt: skip

PAGES = {"timeline": "law-timeline", "models": "law-models", "open_questions": "law-questions"}
"""The lists that may have a page of their own, and its layout."""


def law_page(corpus: Corpus, language: str) -> str:
    """Return the lists that have no page of their own, each under its heading; a list without entries is left out."""
    locale = corpus.locale(language)
    blocks: list[str] = []
    for name, layout in PAGES.items():
        if corpus.page_of(layout, language) is None and (part := _part(name, 3, corpus, locale)):
            blocks += [heading(2, locale.say(f"law.{name}"), name.replace("_", "-")), *part]
    return joined(blocks)


def part_of_its_own(name: str) -> Callable[[Corpus, str], str]:
    """Return what writes the page of one list."""
    return lambda corpus, language: joined(_part(name, 2, corpus, corpus.locale(language)))


def _part(name: str, level: int, corpus: Corpus, locale: Language) -> list[str]:
    data = corpus.reference
    if name == "timeline":
        return [_event(one, locale) for one in data.timeline]
    if name == "open_questions":
        return [_question(level, one, locale) for one in data.open_questions]
    if not data.models:
        return []
    models = (_model(level, one, locale) for one in data.models)
    return [locale.say("law.models_note"), _models_table(data.models, locale), *models]


def _event(entry: Event, locale: Language) -> str:
    """Return the date and what happened, and what became of it; opened, what changed."""
    language = locale.code
    line = [
        f"**{partial_day(entry.date, locale)} – {words(entry, 'title', language)}**{{#{entry.id} .entry-name}}",
        f"*{locale.say(f'law_status.{entry.status}')}*{{.entry-level}}" if entry.status else "",
    ]
    sections = ", ".join(unbroken(text_of(text, language), locale.law) for text in entry.sections)
    where = [words(entry, "area", language), words(entry, "court", language), plain(entry.number), sections]
    return fold(" ".join(filter(None, line)), [
        one_line(words(entry, "what_changed", language)),
        " · ".join(filter(None, where)) + "\n{.law-line}",
        to_confirm(entry, locale),
    ])  # fmt: skip


def _model(level: int, entry: LegalModel, locale: Language) -> str:
    language = locale.code
    return joined([
        heading(level, words(entry, "name", language), entry.id, "law-model"),
        one_line(words(entry, "what_it_does", language)),
        "\n".join(_place(place, locale) for place in entry.places),
        to_confirm(entry, locale),
    ]).rstrip("\n")  # fmt: skip


def _models_table(models: Sequence[LegalModel], locale: Language) -> str:
    """Return the models side by side: each with the places on record, and the year since when where it is known."""
    heads = (locale.say("law.model"), locale.say("law.places"))
    rows = []
    for model in models:
        name = _cell(words(model, "name", locale.code))
        texts = [_dated(place, locale) for place in model.places]
        rows.append((f"[{name}](#{model.id})", "; ".join(texts)))
    return table(heads, rows)


def _dated(place: ModelPlace, locale: Language) -> str:
    name = _cell(text_of(place.place, locale.code))
    return f"{name},{NO_BREAK_SPACE}{place.since[:4]}" if place.since else name


def _cell(text: str) -> str:
    return one_line(text).replace("|", "&#124;")


def _place(place: ModelPlace, locale: Language) -> str:
    when = f" ({partial_day(place.since, locale)})" if place.since else ""
    note = text_of(place.note, locale.code)
    return f"- **{text_of(place.place, locale.code)}**{when}" + (f". {one_line(note)}" if note else "")


def _question(level: int, entry: OpenQuestion, locale: Language) -> str:
    return joined([
        heading(level, words(entry, "question", locale.code), entry.id, "law-question"),
        one_line(words(entry, "seen", locale.code)),
    ]).rstrip("\n")  # fmt: skip
