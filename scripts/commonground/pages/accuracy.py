"""How often checks that go by words are right: what the benchmarks measured, in words and as a table by subject."""

from collections.abc import Iterator, Mapping
from typing import Any, TypedDict

from commonground.languages import Language
from commonground.pages.pieces import table, whole

Count = Mapping[str, int]


class OfLanguage(TypedDict):
    """
    What was counted on the labelled sentences of one language.

    ``all`` and ``subjects`` hold numbers of reports that are ``right`` or ``false`` and of marked words ``missed``.
    """

    sentences: int
    all: Count
    subjects: Mapping[str, Count]


class Measured(TypedDict):
    """
    The whole file, by language: the labelled sentences, ``words`` read and ``alarms`` given in other texts, and ``claims``:
    labelled ``sentences``, and those of them that ``evidence/uncited-claim`` gets ``right``, ``false`` or ``missed``.

    ``first_readings`` were counted once, by hand, on sentences that no rule was made from: ``published`` by newspapers and
    sites, and ``invented`` to be hard. ``ordinary`` texts are news, web pages and talk: public collections.
    ``repeated`` counts remarks of the draft checker on claims and figures in sentences that were held out;
    ``repeated_published`` those in sentences of newspapers and sites, counted once, by hand.
    """

    labelled: Mapping[str, OfLanguage]
    first_readings: Mapping[str, Mapping[str, Count]]
    ordinary: Mapping[str, Count]
    elsewhere: Mapping[str, Count]
    claims: Mapping[str, Count]
    repeated: Mapping[str, Count]
    repeated_published: Mapping[str, Count]


def accuracy(measured: Measured | Mapping[str, Any], locale: Language) -> Iterator[str]:
    """
    Yield the blocks of the page: both languages in a sentence, the page's own by subject, other texts, uncited claims.

    Args: measured: What benchmarks counted of the site's own rules; nothing is said where it is empty.
    """
    if not measured:
        return
    labelled = {
        language: {"sentences": found["sentences"], **found["all"]}
        for language, found in measured["labelled"].items()
    }
    yield locale.say("checks.accuracy", **_shares(labelled, locale))
    if locale.code in measured["labelled"]:
        yield locale.say("checks.by_subject")
        heads = (locale.say(f"checks.measured.{key}") for key in ("subject", "right", "found"))
        yield table(heads, _rows(measured, locale))
    yield locale.say("checks.first_readings", **_first_readings(measured, locale))
    yield locale.say("checks.ordinary", **_read(measured["ordinary"], locale))
    yield locale.say("checks.elsewhere", **_read(measured["elsewhere"], locale))
    claims = measured["claims"]
    yield locale.say("checks.claims", **_shares(claims, locale))
    yield locale.say(
        "checks.repeated", **_shares(measured["repeated"], locale), **_published(measured, locale)
    )


def _shares(counted: Mapping[str, Count], locale: Language) -> dict[str, object]:
    """Return what a sentence says of what was counted in each language: whole percents, rounded down."""
    said: dict[str, object] = {}
    for language, counts in counted.items():
        right, given, wanted = _parts(counts)
        said[f"{language}_sentences"] = whole(counts["sentences"], locale)
        said[f"{language}_right"] = 100 * right // given
        said[f"{language}_found"] = 100 * right // wanted
    return said


def _published(measured: Measured | Mapping[str, Any], locale: Language) -> dict[str, object]:
    """Return what a sentence says of remarks on sentences that somebody had published."""
    said: dict[str, object] = {}
    for language, counts in measured["repeated_published"].items():
        right, given, wanted = _parts(counts)
        said[f"published_{language}_sentences"] = counts["sentences"]
        said[f"published_{language}_right"] = locale.say("checks.measured.of", part=right, whole=given)
        said[f"published_{language}_found"] = locale.say("checks.measured.of", part=right, whole=wanted)
    return said


def _rows(measured: Measured | Mapping[str, Any], locale: Language) -> Iterator[list[str]]:
    of_language = measured["labelled"][locale.code]
    for subject, counted in of_language["subjects"].items():
        yield _counted(_subject(subject, locale), counted, locale)
    yield _counted(locale.say("checks.measured.all"), of_language["all"], locale)


def _subject(name: str, locale: Language) -> str:
    """Return what a subject of word rules is called, its id where the site does not say."""
    return locale.say(f"subjects.{name}") if locale.has(f"subjects.{name}") else name


def _counted(name: str, counted: Count, locale: Language) -> list[str]:
    right, given, wanted = _parts(counted)
    of = [locale.say("checks.measured.of", part=right, whole=whole) for whole in (given, wanted)]
    return [name, *of]


def _parts(counted: Count) -> tuple[int, int, int]:
    """Return how many reports are right, how many were given, how many words were marked."""
    right = counted["right"]
    return right, right + counted["false"], right + counted["missed"]


def _first_readings(measured: Measured | Mapping[str, Any], locale: Language) -> dict[str, str]:
    """Return, by kind of sentence and language, how many reports were right of those given, and found of those wanted."""
    filled = {}
    for kind, by_language in measured["first_readings"].items():
        for language, counted in by_language.items():
            right, given, wanted = _parts(counted)
            name = f"{kind}_{language}"
            filled[f"{name}_sentences"] = str(counted["sentences"])
            filled[f"{name}_right"] = locale.say("checks.measured.of", part=right, whole=given)
            filled[f"{name}_found"] = locale.say("checks.measured.of", part=right, whole=wanted)
    return filled


def _read(texts: Mapping[str, Count], locale: Language) -> dict[str, str]:
    """Return words read and alarms given in each language's texts of a kind, as this language writes numbers."""
    return {
        f"{language}_{key}": whole(number, locale)
        for language, counts in texts.items()
        for key, number in counts.items()
    }
