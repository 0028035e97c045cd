"""The cards of our own law page against the law's own text: a fault planted in one is found at its line."""

from collections.abc import Mapping

import pytest
from msgspec.structs import replace

from commonground.checks.evidence import law_card
from commonground.model.corpus import Corpus
from commonground.pages.pieces import words
from commonground.read.data import read_reference

from .conftest import ROOT

PATH = "data/law-timeline.yaml"

# What a card must say of its sections, element by element: our words in a field, and the law's words for the same.
ELEMENTS: Mapping[str, Mapping[str, tuple[tuple[str, str, str, str, str], ...]]] = {
    "cc213-1": {
        "who": (("who_can_be_charged", "Anyone", "Everyone is guilty", "Toute personne", "quiconque"),),
        "acts": (
            ("covers", "stopping or trying to stop a motor vehicle", "stops or attempts to stop any motor vehicle", "arrêter ou tenter d'arrêter", "arrête ou tente d’arrêter"),
            ("covers", "impeding pedestrians, vehicles", "pedestrian or vehicular traffic", "la circulation des piétons ou des véhicules", "la circulation des piétons ou des véhicules"),
            ("covers", "the way into or out of premises", "ingress to or egress from premises adjacent", "l'entrée ou la sortie d'un lieu contigu", "l’entrée ou la sortie d’un lieu contigu"),
        ),
        "where": (
            ("covers", "any place open to public view", "any place open to public view", "situé à la vue du public", "situé à la vue du public"),
            ("covers", "is itself a public place", "any motor vehicle located in a public place", "est lui-même un endroit public", "y est assimilé tout véhicule à moteur"),
        ),
        "penalty": (("penalty.kind", "Summary conviction only", "punishable on summary conviction", "Procédure sommaire seulement", "par procédure sommaire"),),
    },
    "cc213-1-1": {
        "acts": (("covers", "Communicating with anyone", "communicates with any person", "Communiquer avec quiconque", "communique avec quiconque"),),
        "where": (("covers", "next to a school ground, playground or daycare centre", "next to a school ground, playground or daycare centre", "une garderie, un terrain d'école ou un terrain de jeu", "une garderie, un terrain d’école ou un terrain de jeu"),),
    },
    "cc286-1-1": {
        "acts": (("covers", "communicating with anyone to do so", "communicates with anyone for the purpose of obtaining", "communiquer avec quiconque", "communique avec quiconque"),),
        "where": (
            ("covers", "in any place", "in any place", "en quelque endroit que ce soit", "en quelque endroit que ce soit"),
            ("penalty.minimum", "religious institution", "religious institution", "établissement religieux", "établissement religieux"),
        ),
    },
    "cc286-2": {
        "acts": (
            ("covers", "directly or indirectly", "directly or indirectly", "directement ou indirectement", "directement ou indirectement"),
            ("covers", "habitually in their company", "habitually in the company", "habituellement en sa compagnie", "habituellement en compagnie"),
        ),
        "exceptions": (
            ("does_not_cover", "legitimate living arrangement", "legitimate living arrangement", "entente de cohabitation légitime", "entente de cohabitation légitime"),
            ("does_not_cover", "legal or moral obligation", "legal or moral obligation", "obligation morale ou légale", "obligation morale ou légale"),
            ("does_not_cover", "on the same terms", "on the same terms and conditions", "aux mêmes conditions", "aux mêmes conditions"),
            ("does_not_cover", "did not counsel or encourage", "did not counsel or encourage", "ni ne l'y encourage", "ni ne l’y encourage"),
            ("does_not_cover", "proportionate to its value", "proportionate to the value", "proportionnel à leur valeur", "proportionnel à la valeur"),
        ),
        "exceptions lost": (
            ("does_not_cover", "violence, intimidation or coercion", "violence, intimidation or coercion", "d'intimidation ou de contrainte", "l’a intimidée ou l’a contrainte"),
            ("does_not_cover", "trust, power or authority", "trust, power or authority", "de son pouvoir ou de la confiance", "de son pouvoir sur cette personne ou de la confiance"),
            ("does_not_cover", "intoxicant", "any other intoxicating substance", "substance intoxicante", "substances intoxicantes"),
            ("does_not_cover", "by procuring anyone", "that would constitute an offence under section 286.3", "proxénétisme à l'égard de quiconque", "une infraction à l’article 286.3"),
            ("does_not_cover", "commercial enterprise that offers sexual services", "commercial enterprise that offers sexual services", "entreprise commerciale qui offre des services sexuels", "entreprise commerciale qui offre des services sexuels"),
        ),
        "penalty": (("penalty.minimum", "aggravating", "aggravating factor", "circonstance aggravante", "circonstance aggravante"),),
    },
    "cc286-3": {
        "acts": (
            ("covers", "recruiting, holding, concealing or harbouring", "recruits, holds, conceals or harbours", "recruter, détenir, cacher ou héberger", "recrute, détient, cache ou héberge"),
            ("covers", "control, direction or influence over their movements", "control, direction or influence over the movements", "un contrôle, une direction ou une influence sur ses mouvements", "un contrôle, une direction ou une influence sur les mouvements"),
        ),
    },
    "cc286-4": {"acts": (("covers", "Advertising, knowingly,", "knowingly advertises", "sciemment de la publicité", "sciemment de la publicité"),)},
    "cc286-5": {
        "acts": (
            ("covers", "accessory after the fact", "accessory after the fact", "complicité après le fait", "complice après le fait"),
            ("covers", "one's own services", "their own sexual services", "ses propres services", "ses propres services sexuels"),
        ),
    },
    "cc279": {
        "acts": (
            ("covers", "transporting, transferring, receiving, holding, concealing or harbouring", "transports, transfers, receives, holds, conceals or harbours", "transporter, transférer, recevoir, détenir, cacher ou héberger", "transporte, transfère, reçoit, détient, cache ou héberge"),
            ("covers", "No consent to the activity", "No consent to the activity", "Le consentement aux actes à l'origine de l'accusation", "le consentement aux actes à l’origine de l’accusation"),
        ),
    },
    "irpr183": {
        "who": (("who_can_be_charged", "neither citizens nor permanent residents", "not a Canadian citizen or a permanent resident", "ni la citoyenneté canadienne ni la résidence permanente", "autre qu’un citoyen canadien ou un résident permanent"),),
        "acts": (("covers", "with an employer who, on a regular basis", "with an employer who, on a regular basis", "sur une base régulière, des activités de danse nue ou érotique", "sur une base régulière, des activités de danse nue ou érotique"),),
    },
}  # fmt: skip


@pytest.mark.parametrize("id", ELEMENTS)
def test_a_card_says_each_element_of_its_sections(project: Corpus, id: str) -> None:
    """The acts, who, where, the penalty and the exceptions: in our words on the card, in the law's in its texts."""
    card = next(card for card in project.reference.provisions if card.id == id)
    texts = [project.law.provisions[name].text for name in card.texts]
    for element, pairs in ELEMENTS[id].items():
        for field, english, law, french, loi in pairs:
            for language, ours, theirs in (("en", english, law), ("fr", french, loi)):
                assert ours in " ".join(words(card, field, language).split()), (element, language, ours)
                assert any(theirs in text[language] for text in texts), (element, language, theirs)


@pytest.mark.parametrize(
    ("found", "instead"),
    [
        ("Indictable: five years in prison. [@criminalcode1985#buying", "Indictable: two years in prison. [@criminalcode1985#buying"),
        ("10 years in prison. [@criminalcode1985#buying-from-minor]", "14 years in prison. [@criminalcode1985#buying-from-minor]"),
        ("14 ans de prison, quel que soit", "10 ans de prison, quel que soit"),
        ("Six mois la première fois", "Un mois la première fois"),
        ("a fine of $500 for a first offence", "a fine of $1,500 for a first offence"),
        ("et une amende de 5 000 $, ou l'une", "et une amende de 500 $, ou l'une"),
        ("five years in prison where they are under 18.", "four years in prison where they are under 18."),
        ("sexual services of a person under 18, or", "sexual services of a person under 16, or"),
        ("quand cette personne a moins de 18 ans.", "quand cette personne a moins de 16 ans."),
        ("next to a school ground, playground or daycare centre. [@c", "next to a hospital, playground or daycare centre. [@c"),
        ("qui est une garderie, un terrain d'école", "qui est une église, un terrain d'école"),
        ("a fine of $50,000, two years", "a fine of $5,000, two years"),
        ("quatre ans, ou cinq dans ces", "trois ans, ou cinq dans ces"),
    ],
)  # fmt: skip
def test_a_fault_planted_in_a_card_is_told_at_its_line(project: Corpus, found: str, instead: str) -> None:
    """A maximum, a minimum, an age and a place, in either language."""
    text = (ROOT / PATH).read_text(encoding="utf-8")
    start = text.index("\nprovisions:\n")
    place = text.index(found, start)
    changed = text[:place] + instead + text[place + len(found) :]
    reference, problems = read_reference({PATH: changed.encode()}, project.languages, project.locales)
    assert problems == []
    lines = {problem.span.line for problem in law_card.check(replace(project, reference=reference))}
    first = text.count("\n", 0, place) + 1
    assert any(first - 3 <= line <= first for line in lines), lines


def test_no_card_says_what_its_sections_do_not(project: Corpus) -> None:
    """As they stand."""
    assert list(law_card.check(project)) == []
