"""The list of support services from ``data/services.yaml``; a detail nobody has confirmed lately is not shown."""

import re
from collections.abc import Iterator

from commonground.languages import Language
from commonground.model.corpus import Corpus
from commonground.model.reference import Service
from commonground.pages.pieces import bare, day, facts, heading, joined, listed, plain, words

_NUMBER = re.compile(r"\d[\d() .\u00a0-]{5,}\d")
_DIALLED = re.compile(r"\+?[\d() .\u00a0-]+")
_GONE_WITH_TIME = ("phone", "text", "chat", "email", "address", "hours")
_PLACES = "services-by-place"
_LASTING = ("serves", "area", "languages", "led_by", "notes")


def services_page(corpus: Corpus, language: str) -> str:
    """
    Return the services by kind, in the order in which somebody in trouble needs them, between lists by need and by place.

    In a kind, those led by the people they are for come first. One without a way in is left out: see ``Service.way_in``.
    """
    locale = corpus.locale(language)
    services = listed_services(corpus)
    if not services:
        return joined([])
    kinds = [kind for kind in corpus.settings.service_kinds if any(one.kind == kind for one in services)]
    blocks = _by_need(kinds, locale)
    for kind in kinds:
        blocks.append(heading(2, locale.say(f"services.kinds.{kind}"), f"kind-{kind}", "service-kind"))
        blocks += [_service(entry, locale) for entry in services if entry.kind == kind]
    return joined([*blocks, *_by_place(services, locale)])


def listed_services(corpus: Corpus) -> list[Service]:
    """Return the services that readers can reach, those led by the people they are for first."""
    return sorted((one for one in corpus.reference.services if one.way_in), key=lambda one: not one.led_by)


def _by_need(kinds: list[str], locale: Language) -> list[str]:
    places = {f"kind-{kind}": locale.say(f"services.kinds.{kind}") for kind in kinds} | {
        _PLACES: locale.say("services.by_place")
    }
    links = (f"- [{plain(name)}](#{anchor})" for anchor, name in places.items())
    return [heading(2, locale.say("services.by_need"), "services-by-need", "service-index"), "\n".join(links)]


def _by_place(services: list[Service], locale: Language) -> list[str]:
    places: dict[str, list[str]] = {}
    for entry in services:
        link = f"[{plain(bare(words(entry, 'name', locale.code)))}](#{entry.id})"
        places.setdefault(words(entry, "area", locale.code), []).append(link)
    lines = facts(((place, listed(places[place])) for place in sorted(places, key=locale.sort_key)), locale)
    return [heading(2, locale.say("services.by_place"), _PLACES, "service-index"), lines]


def _service(entry: Service, locale: Language) -> str:
    shown = dict(details(entry, locale.code))
    number = shown.get("phone", "")
    told = (
        (locale.say(f"services.{key}"), _linked(key, text)) for key, text in shown.items() if key != "phone"
    )
    official = () if entry.url or number else ((locale.say("services.read_on"), _web(entry.way_in)),)
    return joined([
        heading(3, words(entry, "name", locale.code), entry.id, "service"),
        f"{_contact('phone', number)}\n{{.service-number}}" if number else "",
        facts((*official, *told), locale),
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
