"""One provision of the law, from its card in ``data/law-timeline.yaml`` and the law's own words that the card names."""

from collections.abc import Iterator, Sequence

from commonground.languages import Language
from commonground.model.corpus import Corpus
from commonground.model.law import Provision
from commonground.model.reference import LawCard
from commonground.model.url import split_address
from commonground.pages.law_words import own_words
from commonground.pages.pieces import day, heading, joined, one_line, text_of, to_confirm, unbroken, words


def provisions(corpus: Corpus) -> list[LawCard]:
    """Return the cards of the law, those of acts that are no offence first, else in the order of the file."""
    return sorted(corpus.reference.provisions, key=lambda card: card.offence != "never")


def listed_acts(corpus: Corpus, language: str) -> str:
    """Return what the page of the law says of each card, a line a card."""
    return "\n".join(
        f"{words(card, 'act', language)} {card.offence} {words(card, 'section', language)} {card.last_verified}"
        for card in provisions(corpus)
    )


def own_texts(card: LawCard, corpus: Corpus) -> list[Provision]:
    """Return the law's own texts that a card names."""
    return [one for id in card.texts if (one := corpus.law.provisions.get(id))]


def provision_page(card: LawCard, corpus: Corpus, language: str) -> str:
    """Return the page of a card: a heading a part, in the order in which people ask; a part without text is left out."""
    locale = corpus.locale(language)
    parts = {
        **{key: [words(card, key, language)] for key in ("covers", "who_can_be_charged", "does_not_cover")},
        **_penalty(card, locale),
        "rulings": [text_of(text, language) for text in card.rulings],
    }
    said = {name: [unbroken(text, locale.law) for text in texts] for name, texts in parts.items()}
    said["text_read"] = list(_text_read(card, own_texts(card, corpus), locale))
    blocks: list[str] = []
    for name, texts in said.items():
        if any(texts):
            blocks += [heading(2, locale.say(f"law.{name}"), name.replace("_", "-")), *texts]
    return joined(blocks)


def _penalty(card: LawCard, locale: Language) -> dict[str, list[str]]:
    """Return the most severe and the least penalty; where there is none at all, that alone."""
    kind, maximum, minimum = (
        one_line(words(card, f"penalty.{key}", locale.code)) for key in ("kind", "maximum", "minimum")
    )
    kind = f"{kind.rstrip('.')}."
    if kind == f"{maximum.rstrip('.')}.":
        return {"penalty": [kind, to_confirm(card, locale)]}
    return {"maximum": [f"{kind} {maximum}"], "minimum": [minimum, to_confirm(card, locale)]}


def _text_read(card: LawCard, texts: Sequence[Provision], locale: Language) -> Iterator[str]:
    """Yield when the text was read and the law's own words; of a card that names none, what was read."""
    yield locale.say("law.last_verified", date=day(card.last_verified, locale))
    yield own_words(texts, locale) if texts else _page_read(card, locale)


def _page_read(card: LawCard, locale: Language) -> str:
    """Return what was read; only an official page is linked, since another's account may be anybody's."""
    checked = card.checked
    if checked.how not in ("official-page", "secondary"):
        return ""
    how = locale.say(f"read_as.{checked.how}")
    parts = split_address(checked.url)
    host = parts.host if parts else ""
    return f"[{host}](<{checked.url}>) ({how})" if checked.how == "official-page" and host else how
