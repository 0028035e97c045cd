"""The list of support services from ``data/services.yaml``; a detail nobody has confirmed lately is not shown."""

import re
from collections.abc import Iterator

from commonground.languages import Language
from commonground.model.corpus import Corpus
from commonground.model.reference import Service
from commonground.pages.pieces import day, facts, heading, joined, plain, words

_NUMBER = re.compile(r"\d[\d() .\u00a0-]{5,}\d")
_DIALLED = re.compile(r"\+?[\d() .\u00a0-]+")
_GONE_WITH_TIME = ("phone", "text", "chat", "email", "address", "hours")
_LASTING = ("serves", "area", "languages", "led_by", "notes")


def services_page(corpus: Corpus, language: str) -> str:
    """Return the services by kind, in the order in which somebody in trouble needs them."""
    locale = corpus.locale(language)
    blocks: list[str] = []
    for kind in corpus.settings.service_kinds:
        of_kind = [entry for entry in corpus.reference.services if entry.kind == kind]
        if of_kind:
            blocks.append(heading(2, locale.say(f"services.kinds.{kind}"), f"kind-{kind}", "service-kind"))
            blocks += [_service(entry, locale) for entry in of_kind]
    return joined(blocks)


def _service(entry: Service, locale: Language) -> str:
    told = ((locale.say(f"services.{key}"), _linked(key, text)) for key, text in details(entry, locale.code))
    return joined([
        heading(3, words(entry, "name", locale.code), entry.id, "service"),
        facts(told, locale),
        _checked(entry, locale),
    ]).rstrip("\n")  # fmt: skip


def details(entry: Service, language: str) -> Iterator[tuple[str, str]]:
    """Yield the key and the text of each detail that may be shown: what nobody has confirmed lately is left out."""
    for key in (*_GONE_WITH_TIME, "web", *_LASTING):
        text = words(entry, "url" if key == "web" else key, language)
        # A note may repeat a number: then it goes with the number.
        gone = key in _GONE_WITH_TIME or (key in _LASTING and _NUMBER.search(text))
        if text and not (entry.confirm and gone):
            yield key, text


def _linked(key: str, text: str) -> str:
    return _web(text) if key == "web" else _contact(key, text)


def _contact(key: str, text: str) -> str:
    if key == "phone" and _DIALLED.fullmatch(text):
        return f"[{plain(text)}](tel:{re.sub(r'[^0-9+]', '', text)})"
    if key == "email" and text:
        return f"[{plain(text)}](mailto:{text})"
    return text


def _web(url: str) -> str:
    return f"[{plain(bare_address(url))}](<{url}>)"


def bare_address(url: str) -> str:
    """Return an address as people say it."""
    return url.removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")


def _checked(entry: Service, locale: Language) -> str:
    when = entry.checked.date
    if entry.confirm:
        return f"{locale.say('services.not_rechecked', date=day(when, locale))}\n{{.to-confirm}}"
    return f"{locale.say('services.checked', date=day(when, locale))}\n{{.verified}}"
