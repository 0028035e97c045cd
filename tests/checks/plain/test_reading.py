"""The counters behind the reading grade: syllables of known words, and the formulas on counts worked out by hand."""

import pytest

from commonground.checks.shared.reading import Counts, counts, words
from commonground.languages import read_languages

READING = {code: language.reading for code, language in read_languages().items()}

ENGLISH = {
    1: "work used asked charged changed makes law years the eye through whole health found more odds moved source where there aged voice",
    2: "worker workers people police wanted changes places houses little table settled safely careful homeless statement being doing science quiet social nation million client clients create people's women safety stigma every business someone something outside therefore city study studied studies saying neighbours needed offence police landlord research buying selling minor council figure figures sources measure because before likely movement useful access cases courses judges quoted voices",
    3: "violence sexual services criminal illegal evidence government media decision area idea created Canada trafficking journalist family actual carrying reported neighbourhood arrested offences researchers interviews example everyone radio violent period studying racism theory",
    4: "reality exploitation prostitution usually situation immigration feminism",
    5: "capitalism",
    7: "decriminalization",
}
FRENCH = {
    1: "sexe loi sont parlent disent femme femmes qui guide guerre elle une le les vie rue d'une œuvre peuvent vendre ville lieu droit août fois",
    2: "travail personne personnes police violence client clients moment souvent services sexuels question réel théâtre nation payer maïs année années l'étude crier pays santé données étude était étaient achat argent enfant mineure quelqu'un milieu première voisin",
    3: "travailleuse travailleuses criminel société situation Canada aujourd'hui journaliste évidence avocate",
    4: "sécurité gouvernement",
    7: "décriminalisation",
}
SPANISH = {
    1: "ley y muy que yo sol bien",
    2: "mujer ciudad guerra veinte mayo salud ciencia baúl quiero país leer sexual guía",
    3: "ahora estigma poeta oía pingüino cuidado teatro héroe estudio",
    4: "policía aéreo",
    5: "trabajadora",
    6: "despenalización",
}
"""Words by their number of spoken syllables, as an ordinary dictionary gives them."""


@pytest.mark.parametrize(("language", "listed"), [("en", ENGLISH), ("fr", FRENCH), ("es", SPANISH)])
def test_syllables_of_known_words(language, listed):
    """Each word has its known number."""
    wrong = {
        word: (count, READING[language].syllables.count(word))
        for count, of_count in listed.items()
        for word in of_count.split()
        if READING[language].syllables.count(word) != count
    }
    assert wrong == {}


def test_formulas_on_counts_worked_out_by_hand():
    """100 words, 10 sentences, 150 syllables: 3.9 + 17.7 - 15.59, and 207 - 10.15 - 110.4, and 206.835 - 10 - 93.45."""
    assert READING["en"].formula.value(words=100, sentences=10, syllables=150) == pytest.approx(6.01)
    assert READING["fr"].formula.value(words=100, sentences=10, syllables=150) == pytest.approx(86.45)
    assert READING["es"].formula.value(words=100, sentences=10, syllables=150) == pytest.approx(103.385)


def test_counts_of_a_short_text():
    """Figures are no words, a line without words is no sentence, and a hyphen joins."""
    assert words("In 2014, 45% of the well-known workers' clients left.") == [
        "In", "of", "the", "well-known", "workers", "clients", "left",
    ]  # fmt: skip
    assert counts(["The cat sat.", "2014.", "It ran."], READING["en"].syllables) == Counts(5, 2, 5)
    assert counts(["2014."], READING["en"].syllables) is None
