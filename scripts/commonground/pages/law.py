"""The law page: provisions, timeline, legal models and open questions from ``data/law-timeline.yaml``."""

from collections.abc import Iterator, Sequence

from commonground.languages import Language
from commonground.model.corpus import Corpus
from commonground.model.reference import (
    Confirmed,
    Entry,
    Event,
    LawCard,
    LegalModel,
    ModelPlace,
    OpenQuestion,
)
from commonground.model.url import split_address
from commonground.pages.law_words import own_words
from commonground.pages.pieces import (
    NO_BREAK_SPACE,
    day,
    facts,
    heading,
    joined,
    one_line,
    partial_day,
    plain,
    text_of,
    unbroken,
    words,
)  # fmt: skip

_PENALTY = ("kind", "maximum", "minimum")


def law_page(corpus: Corpus, language: str) -> str:
    """Return the generated part of the law page; a part without entries is left out."""
    locale, data = corpus.locale(language), corpus.reference
    blocks: list[str] = []
    if data.provisions:
        blocks += [
            _title("provisions", locale),
            *(_provision(corpus, one, locale) for one in data.provisions),
        ]
    if data.timeline:
        blocks += [_title("timeline", locale), *(_event(one, locale) for one in data.timeline)]
    if data.models:
        blocks += [
            _title("models", locale),
            locale.say("law.models_note"),
            _models_table(data.models, locale),
        ]
        blocks += [_model(one, locale) for one in data.models]
    if data.open_questions:
        blocks += [_title("open_questions", locale), *(_question(one, locale) for one in data.open_questions)]
    return joined(blocks)


def _title(name: str, locale: Language) -> str:
    return heading(2, locale.say(f"law.{name}"), name.replace("_", "-"))


def _provision(corpus: Corpus, entry: LawCard, locale: Language) -> str:
    language = locale.code
    section = unbroken(words(entry, "section", language), locale.law)
    pairs = [
        *_fields(entry, ("who_can_be_charged", "covers"), locale),
        (locale.say("law.penalty"), _penalty(entry, locale)),
        *_fields(entry, ("does_not_cover",), locale),
        (locale.say("law.rulings"), " ".join(text_of(text, language) for text in entry.rulings)),
        (locale.say("law.official_text"), "" if entry.texts else _text_read(entry, locale)),
    ]
    return joined([
        heading(3, f"{section} – {words(entry, 'title', language)}", entry.id, "law-provision"),
        _act(entry, locale),
        facts(pairs, locale),
        own_words([one for id in entry.texts if (one := corpus.law.provisions.get(id))], locale),
        _confirm(entry, locale),
        _verified(entry, locale),
    ]).rstrip("\n")  # fmt: skip


def _act(entry: LawCard, locale: Language) -> str:
    """Return the act and whether it is an offence, in one line with the sign's class."""
    act, offence = words(entry, "act", locale.code), entry.offence
    if not act:
        return ""
    said = f"{act}. {locale.say(f'offence.{offence}')}" if offence else act
    return f"{said}\n{{.law-act{f' .offence-{offence}' if offence else ''}}}"


def _penalty(entry: LawCard, locale: Language) -> str:
    """Return kind, maximum and minimum in one text; a penalty of the kind alone needs no more words."""
    kind, *bounds = (words(entry, f"penalty.{key}", locale.code) for key in _PENALTY)
    if bounds[0] == bounds[1]:
        return kind
    labelled = (
        f"{locale.say(f'law.{key}')}{locale.typography.colon} {text[:1].lower()}{text[1:]}"
        for key, text in zip(_PENALTY[1:], bounds, strict=True)
        if text
    )
    return " ".join(
        [f"{kind.rstrip('.')}.", *(text if text.endswith((".", "]")) else f"{text}." for text in labelled)]
    )


def _fields(entry: Entry, keys: tuple[str, ...], locale: Language) -> Iterator[tuple[str, str]]:
    for key in keys:
        yield locale.say(f"law.{key}"), words(entry, key, locale.code)


def _text_read(entry: LawCard, locale: Language) -> str:
    """Return what was read; only an official page is linked, since another's account may be anybody's."""
    checked = entry.checked
    if checked.how not in ("official-page", "secondary"):
        return ""
    how = locale.say(f"read_as.{checked.how}")
    parts = split_address(checked.url)
    host = parts.host if parts else ""
    return f"[{host}](<{checked.url}>) ({how})" if checked.how == "official-page" and host else how


def _confirm(entry: Confirmed, locale: Language) -> str:
    if not entry.confirm:
        return ""
    why = words(entry, "confirm_why", locale.code)
    return f"{one_line(locale.say('law.confirm', why=why))}\n{{.to-confirm}}"


def _verified(entry: LawCard, locale: Language) -> str:
    return f"{locale.say('law.last_verified', date=day(entry.last_verified, locale))}\n{{.verified}}"


def _event(entry: Event, locale: Language) -> str:
    language = locale.code
    sections = ", ".join(unbroken(text_of(text, language), locale.law) for text in entry.sections)
    line = [
        locale.say(f"law_status.{entry.status}") if entry.status else "",
        *(words(entry, key, language) for key in ("area", "court", "number")),
        sections,
    ]
    when = partial_day(entry.date, locale)
    return joined([
        heading(3, f"{when} – {words(entry, 'title', language)}", entry.id, "law-event"),
        one_line(words(entry, "what_changed", language)),
        " · ".join(plain(text) if text in line[3:4] else text for text in line if text) + "\n{.law-line}",
        _confirm(entry, locale),
    ]).rstrip("\n")  # fmt: skip


def _model(entry: LegalModel, locale: Language) -> str:
    language = locale.code
    return joined([
        heading(3, words(entry, "name", language), entry.id, "law-model"),
        one_line(words(entry, "what_it_does", language)),
        "\n".join(_place(place, locale) for place in entry.places),
        _confirm(entry, locale),
    ]).rstrip("\n")  # fmt: skip


def _models_table(models: Sequence[LegalModel], locale: Language) -> str:
    """Return the models side by side: each with the places on record, and the year since when where it is known."""
    heads = (locale.say("law.model"), locale.say("law.places"))
    rows = [heads, ("---", "---")]
    for model in models:
        name = _cell(words(model, "name", locale.code))
        texts = [_dated(place, locale) for place in model.places]
        rows.append((f"[{name}](#{model.id})", "; ".join(texts)))
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _dated(place: ModelPlace, locale: Language) -> str:
    name = _cell(text_of(place.place, locale.code))
    return f"{name},{NO_BREAK_SPACE}{place.since[:4]}" if place.since else name


def _cell(text: str) -> str:
    return one_line(text).replace("|", "&#124;")


def _place(place: ModelPlace, locale: Language) -> str:
    when = f" ({partial_day(place.since, locale)})" if place.since else ""
    note = text_of(place.note, locale.code)
    return f"- **{text_of(place.place, locale.code)}**{when}" + (f". {one_line(note)}" if note else "")


def _question(entry: OpenQuestion, locale: Language) -> str:
    return joined([
        heading(3, words(entry, "question", locale.code), entry.id, "law-question"),
        one_line(words(entry, "seen", locale.code)),
    ]).rstrip("\n")  # fmt: skip
