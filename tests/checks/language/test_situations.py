"""Nobody under 18 and nobody who was forced is ever called a sex worker by a replacement; of adults, years say nothing."""

from itertools import cycle

import pytest

from commonground.languages import read_languages
from commonground.matching.compiled import compile_terms
from commonground.model.phrases import Words, stand_in
from commonground.model.problem import Level

from ...said import said
from .situations import FORCE, MINOR, NEITHER, WORD
from .test_conformance import found_in

LANGUAGES = ("en", "fr")
ABOUT = [
    pytest.param(language, situation, text, id=f"{language}-{situation}-{number}")
    for situation, listed in (("minor", MINOR), ("force", FORCE))
    for language in LANGUAGES
    for number, text in enumerate(listed[language])
]


@pytest.mark.parametrize(("language", "situation", "text"), ABOUT)
def test_a_word_for_adults_is_not_offered(language, situation, text, reported):
    """The word is told, nothing is offered for it, and the message says what to write instead."""
    word, offered = WORD[language]
    (problem,) = (
        one for one in reported(language, text.format(word)) if one.rule.startswith("language/prostitution-a")
    )
    assert (problem.suggestions, problem.edits) == ((), ())
    assert offered not in said(problem)
    assert {"en": "sexually exploited", "fr": "exploitation sexuelle"}[language] in said(problem)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_holds_for_every_form_of_every_such_rule(language, term_rules):
    """Each form of a rule that speaks of adults, in one context after the other."""
    contexts = cycle(MINOR[language] + FORCE[language])
    guarded = {rule.rule_id for rule in term_rules[language] if rule.situations}
    forms = [form for rule in term_rules[language] if rule.situations for form in rule.avoid]
    assert len(forms) > 150
    for form in forms * 3:
        text = next(contexts).format(form)
        assert [
            one["edits"] for one in found_in(language, text) if one["rule"] in guarded and one["edits"]
        ] == [], text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rule_that_offers_our_words_is_guarded(language, term_rules):
    """A new rule cannot forget it: what it offers decides, not a mark of its own."""
    ours = {
        "en": ("sex work*", "sexual services", "clients", "client", "escort*", "exotic dancer*"),
        "fr": (
            "travail du sexe",
            "(travailleuse|travailleuses|travailleur|travailleurs) du sexe",
            "services sexuels",
            "client*",
        ),
    }
    for rule in term_rules[language]:
        offers = [option for form in rule.avoid for option in rule.preferred(form)]
        assert rule.situations or not any(stand_in(ours[language], option) for option in offers), rule.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_listed_form_is_a_situation_by_itself(language, term_rules):
    """ "call girl" is no girl: else the rule's own form would take its replacement away."""
    compiled = compile_terms(term_rules[language], read_languages()[language])
    for form in compiled.forms:
        for situation in compiled.rules[form.rule].situations:
            assert not situation.holds(Words.of(form.find)), (form.written, situation.id)


@pytest.mark.parametrize(
    ("language", "text"), [(language, text) for language in LANGUAGES for text in NEITHER[language]]
)
def test_of_adults_the_word_is_offered(language, text, reported):
    """A number of years, a mother's children, an ordinary word: none of them makes a minor."""
    word, offered = WORD[language]
    (problem,) = (
        one for one in reported(language, text.format(word)) if one.rule.startswith("language/prostitution-a")
    )
    assert any(offered in suggestion for suggestion in problem.suggestions), said(problem)


OURS = {
    "en": [
        "A 16-year-old sex worker was found.", "The sex worker, 15, was taken home.", "She did sex work at 14.",
        "He forced her to do sex work.", "She was trafficked into sex work.", "Sex workers under 18 were asked.",
        "She was 16 when she became a sex worker.", "Girls were doing sex work in the motel.", "At 15, she began sex work.",
        "The sex worker, who was in Grade 11, was taken home.", "A sex worker who had yet to turn 17 was found.",
        "The sex worker was an eighth grader.", "The sex workers had been trafficked from abroad.",
        "At thirteen she became a sex worker.",
    ],
    "fr": [
        "Une travailleuse du sexe de 16 ans a parlé.", "La travailleuse du sexe, 17 ans, a été retrouvée.",
        "Elle faisait du travail du sexe à 14 ans.", "Elle a été contrainte au travail du sexe.",
        "Une adolescente de 15 ans faisait du travail du sexe.", "Il l'obligeait à faire du travail du sexe.",
        "Le travail du sexe des mineures inquiète.", "Des travailleuses du sexe mineures ont parlé.",
        "La travailleuse du sexe, qui était en secondaire 5, a parlé.", "La travailleuse du sexe était une écolière.",
        "Les travailleuses du sexe étaient victimes de traite.", "Il l'a vendue pour du travail du sexe.",
        "Elles ont été attirées vers le travail du sexe.",
    ],
}  # fmt: skip
CLEAN = {
    "en": [
        "A sex worker of 34 spoke.", "Sex workers and their children came.", "The law forced sex workers out of the park.",
        "Her 16-year-old daughter knows that she is a sex worker.", "He has done sex work for 15 years.",
        "Sex work is not the exploitation of children.", "Students in Grade 9 heard a nurse speak of sex work.",
        "The sex worker's son is in Grade 4.", "Nobody forced her: she chose sex work, she says.",
        "An 18-year-old sex worker spoke.",
    ],
    "fr": [
        "Une travailleuse du sexe de 42 ans a parlé.", "Elle fait du travail du sexe depuis 16 ans.",
        "Les travailleuses du sexe et leurs enfants sont venus.", "La loi oblige les travailleuses du sexe à se cacher.",
        "Les élèves ont parlé du travail du sexe.", "Le travail du sexe n'est pas l'exploitation d'enfants.",
        "Le fils de la travailleuse du sexe est en quatrième année.", "Une travailleuse du sexe de 18 ans a parlé.",
        "Tout juste majeure, elle a commencé le travail du sexe.",
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text"), [(language, text) for language in LANGUAGES for text in OURS[language]]
)
def test_our_own_words_of_a_minor_or_of_force_are_an_error(language, text, reported):
    """What we prefer elsewhere is wrong here, and nothing that would keep it is offered."""
    problems = reported(language, text)
    assert Level.ERROR in {problem.level for problem in problems}
    assert [
        s
        for problem in problems
        for s in problem.suggestions
        if stand_in(("sex work*", "travail du sexe"), s)
    ] == []


@pytest.mark.parametrize(
    ("language", "text"), [(language, text) for language in LANGUAGES for text in CLEAN[language]]
)
def test_our_own_words_of_adults_are_no_error(language, text, reported):
    """A child, an age or force that is somebody else's does not count."""
    assert reported(language, text) == []
