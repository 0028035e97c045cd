"""A replacement fits its sentence: capitals, the small word before it, the possessive after it."""

import pytest

from commonground.languages import read_languages
from commonground.matching.compiled import compile_terms

from ...said import said
from .replacements import outcome, sentences
from .test_conformance import found_in

NO_NOUNS = frozenset(
    [
        "faire",
        "fais",
        "fait",
        "font",
        "faisons",
        "faites",
        "faisais",
        "faisait",
        "faisaient",
        "fit",
        "firent",
        "fera",
        "feront",
        "ferait",
        "feraient",
        "faisant",
        "ai",
        "as",
        "a",
        "ont",
        "avait",
        "avaient",
        "avoir",
        "ayant",
        "se",
        "me",
        "te",
        "nous",
        "vous",
        "s'est",
        "s'était",
        "s'étaient",
        "s'être",
        "s'étant",
        "t'es",
        "est",
        "sont",
        "était",
        "étaient",
        "travailler",
        "travaille",
        "travaillait",
        "travaillaient",
        "arpenter",
        "payer",
        "paie",
        "paient",
        "payé",
        "acheter",
        "achète",
        "achètent",
        "acheté",
        "vendre",
        "vend",
        "vendait",
        "vendent",
        "vendaient",
        "vendu",
        "vendant",
        "vendra",
        "vendrait",
        "vendais",
        "agresser",
        "coucher",
        "commencer",
        "commence",
        "tomber",
        "tombe",
        "sombrer",
        "sombre",
        "sombré",
        "commencé",
        "cesser",
        "cesse",
        "sortir",
        "sort",
        "quitter",
        "fuir",
        "mourir",
        "meurt",
        "commettre",
        "commet",
        "ne",
        "trans",
        "transgenré",
        "transgenrée",
        "changé",
        "changer",
        "vends",
        "travaillent",
        "monnayer",
        "monnaie",
        "monnayait",
        "monnayaient",
        "monnayent",
        "louer",
        "louait",
        "arpentait",
        "arpentent",
        "arpentaient",
    ]
)
"""Verbs and adjectives with which options and their forms begin."""

ENGLISH = [
    ("She met a streetwalker.", "She met a street-based sex worker."),
    ("She is an addict.", "She is a person who uses drugs."),
    ("An addict wrote.", "A person who uses drugs wrote."),
    ("AN ADDICT WROTE.", "A PERSON WHO USES DRUGS WROTE."),
    ("It was an AIDS test.", "It was an HIV test."),
    ("A native woman spoke.", "An Indigenous woman spoke."),
    ("Hookers stayed.", "Sex workers stayed."),
    ("HOOKERS STAYED.", "SEX WORKERS STAYED."),
    ("The Life of a Street Prostitute", "The Life of a Street-Based Sex Worker"),
    ("A Guide to Prostitutes in Film", "A Guide to Sex Workers in Film"),
    ("The hooker's coat.", "The sex worker's coat."),
    ("The hookers' union.", "The sex workers' union."),
    ("The child prostitutes' names.", "The sexually exploited children's names."),
    ("He saw the street\u00a0prostitutes.", "He saw the street-based sex workers."),
]
FRENCH = [
    ("Un toxicomane attend.", "Une personne qui consomme des drogues attend."),
    ("Le frère du toxicomane.", "Le frère de la personne qui consomme des drogues."),
    ("On parle au toxicomane.", "On parle à la personne qui consomme des drogues."),
    ("L'itinérant dort.", "La personne en situation d'itinérance dort."),
    ("La tente de l’itinérante.", "La tente de la personne en situation d'itinérance."),
    ("Elle parle d'itinérants.", "Elle parle de personnes en situation d'itinérance."),
    ("Ce toxicomane dort.", "Cette personne qui consomme des drogues dort."),
    ("Les danseuses nues dansent.", "Les danseuses érotiques dansent."),
    ("L'actrice porno danse.", "L'interprète de films pour adultes danse."),
    ("PROSTITUÉES ET PROSTITUEES", "TRAVAILLEUSES DU SEXE ET TRAVAILLEUSES DU SEXE"),
]


def rewritten(text, problems):
    """Return a text of one line with the first edit of each problem made."""
    for problem in sorted(problems, key=lambda one: one.span, reverse=True):
        edit = problem.edits[0]
        start, end = edit.span.column - 1, edit.span.end_column - 1
        text = text[:start] + edit.text + text[end:]
    return text


@pytest.mark.parametrize(("written", "fitting"), ENGLISH)
def test_english_replacement_fits(written, fitting, reported):
    """What a program would write reads as a sentence."""
    assert rewritten(written, reported("en", written)) == fitting


@pytest.mark.parametrize(("written", "fitting"), FRENCH)
def test_french_replacement_fits(written, fitting, reported):
    """Déterminant, élision et majuscules suivent le remplacement."""
    assert rewritten(written, reported("fr", written)) == fitting


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_sentence_says_what_it_should(language):
    """Each sentence of the file, by kind: replaced and right, told to be looked at, or left to its writer."""
    listed = list(sentences(language))
    assert len(listed) >= 150
    assert [outcome(one, found_in(language, one.text)) for one in listed] == listed
    assert all(found_in(language, one.text) for one in listed)


def test_every_noun_that_a_rule_offers_has_its_gender(term_rules):
    """What begins an option, or a form for which there is one, is a noun with its gender, or known to be none."""
    locale = read_languages()["fr"]
    compiled = compile_terms(term_rules["fr"], locale)
    offering = [form for form in compiled.forms if any(option.straight for option in form.options)]
    nouns = {option.text for form in offering for option in form.options if option.gender}
    assert len(nouns) > 60
    options = {option.text for form in offering for option in form.options if option.straight}
    assert {first_word(text, locale) for text in options - nouns} <= NO_NOUNS
    assert {first_word(form.written, locale) for form in offering if not form.gender} <= NO_NOUNS


def first_word(text, locale):
    """Return the first word of a text but for small ones."""
    return next(word for word in text.lower().split() if word not in locale.words.grammar.small_words)


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        pytest.param(
            "fr", "La prostitution est visée.", "see that the words around it agree", id="agreement"
        ),
        pytest.param("fr", "Cet ancien proxénète a fui.", 'Reword it with "tierce partie"', id="before"),
        pytest.param("en", "The addict's coat.", 'Reword it with "person who uses drugs"', id="possessive"),
        pytest.param(
            "en", "She was infected with HIV.", "Instead: after a noun: living with HIV", id="advice"
        ),
    ],
)
def test_message_says_what_to_look_at(language, text, words, reported):
    """Where words around may have to change, the message says so; where they must, it offers nothing, but says what to write."""
    (problem,) = reported(language, text)
    assert words in said(problem)
    assert [edit.check_after for edit in problem.edits] == [True] * len(problem.suggestions)


def test_message_shows_what_fits(reported):
    """The message and the suggestions say what the sentence will say."""
    (problem,) = reported("en", "She is an addict.")
    assert problem.suggestions == ("a person who uses drugs",)
    assert 'Write "a person who uses drugs"' in said(problem)
    assert problem.span.end_column - problem.span.column == len("addict")


def test_inclusive_spelling_has_no_replacement(reported):
    """«prostitué·e·s» goes on in another gender: it is reported, and nothing is put in its place."""
    (problem,) = reported("fr", "Les prostitué·e·s parlent.")
    assert problem.edits == ()


@pytest.mark.parametrize("language", ["en", "fr"])
def test_safe_swaps_break_no_rule(language, reported, term_rules):
    """What --fix writes is never itself reported, not even as a suggestion."""
    for rule in term_rules[language]:
        if rule.safe:
            assert [said(p) for p in reported(language, ". ".join(rule.prefer))] == [], rule.id
