"""The law page: provisions, timeline, legal models and open questions from ``data/law-timeline.yaml``."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial

from commonground.languages import Language
from commonground.model.corpus import Corpus
from commonground.model.law import named_texts
from commonground.model.reference import Entry
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
    locale = corpus.locale(language)
    parts: dict[str, Callable[[Entry, Language], str]] = {
        "provisions": partial(_provision, corpus),
        "timeline": _event,
        "models": _model,
        "open_questions": _question,
    }
    blocks: list[str] = []
    for name, draw in parts.items():
        entries = corpus.reference.entries(name)
        if entries:
            blocks.append(heading(2, locale.say(f"law.{name}"), name.replace("_", "-")))
            if name == "models":
                blocks += [locale.say("law.models_note"), _models_table(entries, locale)]
            blocks += [draw(entry, locale) for entry in entries]
    return joined(blocks)


def _provision(corpus: Corpus, entry: Entry, locale: Language) -> str:
    language = locale.code
    section = unbroken(words(entry, "section", language), locale.law)
    pairs = [
        *_fields(entry, ("who_can_be_charged", "covers"), locale),
        (locale.say("law.penalty"), _penalty(entry, locale)),
        *_fields(entry, ("does_not_cover", "exceptions"), locale),
        (locale.say("law.rulings"), " ".join(_texts(entry, "rulings", language))),
        (locale.say("law.official_text"), "" if named_texts(entry) else _text_read(entry, locale)),
    ]
    return joined([
        heading(3, f"{section} – {words(entry, 'title', language)}", entry.id, "law-provision"),
        _act(entry, locale),
        facts(pairs, locale),
        own_words([one for id in named_texts(entry) if (one := corpus.law.provisions.get(id))], locale),
        _confirm(entry, locale),
        _verified(entry, locale),
    ]).rstrip("\n")  # fmt: skip


def _act(entry: Entry, locale: Language) -> str:
    """Return the act and whether it is an offence, in one line with the sign's class."""
    act, offence = words(entry, "act", locale.code), str(entry.values.get("offence", ""))
    if not act:
        return ""
    said = f"{act}. {locale.say(f'offence.{offence}')}" if offence else act
    return f"{said}\n{{.law-act{f' .offence-{offence}' if offence else ''}}}"


def _penalty(entry: Entry, locale: Language) -> str:
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


def _texts(entry: Entry, key: str, language: str) -> list[str]:
    value = entry.values.get(key)
    return [text_of(item, language) for item in value] if isinstance(value, list | tuple) else []


def _text_read(entry: Entry, locale: Language) -> str:
    """Return what was read; only an official page is linked, since another's account may be anybody's."""
    checked = entry.values.get("checked")
    if not isinstance(checked, Mapping) or checked.get("how") not in ("official-page", "secondary"):
        return ""
    how = locale.say(f"read_as.{checked['how']}")
    url = str(checked.get("url", ""))
    parts = split_address(url)
    host = parts.host if parts else ""
    return f"[{host}](<{url}>) ({how})" if checked["how"] == "official-page" and host else how


def _confirm(entry: Entry, locale: Language) -> str:
    if entry.values.get("confirm") is not True:
        return ""
    why = words(entry, "confirm_why", locale.code)
    return f"{one_line(locale.say('law.confirm', why=why))}\n{{.to-confirm}}"


def _verified(entry: Entry, locale: Language) -> str:
    verified = entry.day("last_verified")
    return f"{locale.say('law.last_verified', date=day(verified, locale))}\n{{.verified}}" if verified else ""


def _event(entry: Entry, locale: Language) -> str:
    language = locale.code
    status = str(entry.values.get("status", ""))
    sections = ", ".join(unbroken(text, locale.law) for text in _texts(entry, "sections", language))
    line = [
        locale.say(f"law_status.{status}") if status else "",
        *(words(entry, key, language) for key in ("area", "court", "number")),
        sections,
    ]
    when = partial_day(entry.values.get("date"), locale)
    return joined([
        heading(3, f"{when} – {words(entry, 'title', language)}", entry.id, "law-event"),
        one_line(words(entry, "what_changed", language)),
        " · ".join(plain(text) if text in line[3:4] else text for text in line if text) + "\n{.law-line}",
        _confirm(entry, locale),
    ]).rstrip("\n")  # fmt: skip


def _model(entry: Entry, locale: Language) -> str:
    language = locale.code
    places = entry.values.get("places")
    lines = (
        [_place(place, locale) for place in places if isinstance(place, Mapping)]
        if isinstance(places, list | tuple)
        else []
    )
    return joined([
        heading(3, words(entry, "name", language), entry.id, "law-model"),
        one_line(words(entry, "what_it_does", language)),
        "\n".join(lines),
        _confirm(entry, locale),
    ]).rstrip("\n")  # fmt: skip


def _models_table(models: Sequence[Entry], locale: Language) -> str:
    """Return the models side by side: each with the places on record, and the year since when where it is known."""
    heads = (locale.say("law.model"), locale.say("law.places"))
    rows = [heads, ("---", "---")]
    for model in models:
        name = _cell(words(model, "name", locale.code))
        places = model.values.get("places")
        listed = places if isinstance(places, list | tuple) else ()
        texts = [_dated(place, locale) for place in listed if isinstance(place, Mapping)]
        rows.append((f"[{name}](#{model.id})", "; ".join(texts)))
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _dated(place: Mapping[str, object], locale: Language) -> str:
    since = place.get("since")
    name = _cell(text_of(place.get("place"), locale.code))
    return f"{name},{NO_BREAK_SPACE}{str(since)[:4]}" if since else name


def _cell(text: str) -> str:
    return one_line(text).replace("|", "&#124;")


def _place(place: Mapping[str, object], locale: Language) -> str:
    since = place.get("since")
    when = f" ({partial_day(since, locale)})" if isinstance(since, str | int | date) else ""
    note = text_of(place.get("note"), locale.code)
    return f"- **{text_of(place.get('place'), locale.code)}**{when}" + (f". {one_line(note)}" if note else "")


def _question(entry: Entry, locale: Language) -> str:
    return joined([
        heading(3, words(entry, "question", locale.code), entry.id, "law-question"),
        one_line(words(entry, "seen", locale.code)),
    ]).rstrip("\n")  # fmt: skip
