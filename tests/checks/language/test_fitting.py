"""A replacement fits its sentence: capitals, the small word before it, the possessive after it."""

import pytest

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
    ("The addict's coat.", "The person who uses drugs' coat."),
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
    ("Son toxicomane de frère.", "Sa personne qui consomme des drogues de frère."),
    ("Les effeuilleuses dansent.", "Les danseuses érotiques dansent."),
    ("L'effeuilleuse danse.", "La danseuse érotique danse."),
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


def test_message_shows_what_fits(reported):
    """The message and the suggestions say what the sentence will say."""
    (problem,) = reported("en", "She is an addict.")
    assert problem.suggestions == ("a person who uses drugs",)
    assert 'Write "a person who uses drugs"' in problem.message
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
            assert [p.message for p in reported(language, ". ".join(rule.prefer))] == [], rule.id
