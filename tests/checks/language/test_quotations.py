"""Whose words stand in quotation marks: those of the speaker, over as many paragraphs as they go, and no word of ours."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

SPOKEN = {
    "curly": ("en", "Ana Roy wrote: “They took my name.\n\n“A prostitute has no name, they said.\n\n“I have two.”"),
    "straight": ("en", 'Ana Roy wrote: "They took my name.\n\n"A prostitute has no name, they said.\n\n"I have two."'),
    "single": ("en", "Ana Roy wrote: ‘They took my name.\n\n‘A prostitute hasn’t a name, they said.\n\n‘I have two.’"),
    "single-straight": ("en", "Ana Roy wrote: 'They took it.\n\n'A prostitute has no name, they said.\n\n'I have two.'"),
    "speaker-last": ("en", "“I was a prostitute when the mill closed.\n\n“The whores on my street knew the mayor,” she said."),
    "no-speaker": ("en", "“I was a prostitute when the mill closed.\n\n“The whores on my street knew the mayor.”"),
    "opened-once": ("en", "Ana Roy wrote: “They took my name.\n\nA prostitute has no name.\n\nI have two.”"),
    "nested": ("en", "Ana Roy wrote: “They said, ‘You are new.\n\n“‘A prostitute, then,’ and that was that.”"),
    "nested-inside": ("en", "Ana Roy wrote: “They took it.\n\n“A “good” prostitute has no name.\n\n“I have two.”"),
    "lines": ("en", "Ana Roy wrote: “They took my name.\n“A prostitute has no name.\n“I have two.”"),
    "markup": ("en", "Ana Roy wrote: “They took *my* name.\n\n“A **prostitute** has no name.\n\n“I have [two](a.md).”"),
    "long-single": ("en", "‘The whores of my street paid more tax than the mayor’s own brothers did,’ she told the court."),
    "long-single-possessive": ("en", "'The whores' union had eleven members and a piano in the hall,' she told the court."),
    "long-single-note": ("en", "The note reads: 'Known prostitute, seen again by the mill at nine in a red coat'."),
    "angled": ("en", "The poster said ‹ no whores ›, according to the tenants."),
    "mixed-marks": ("en", "“The whores of my street paid tax,\" she said."),
    "opens-with-the-word": ("en", "“Whores,” she said, “is what they wrote.”"),
    "guillemets": ("fr", "Ana Roy écrit : « On m'a pris mon nom.\n\n« Une prostituée n'a pas de nom.\n\n« J'en ai deux. »"),
    "guillemets-closing": ("fr", "Ana Roy écrit : « On m'a pris mon nom.\n\n» Une prostituée n'a pas de nom.\n\n» J'en ai deux. »"),
    "guillemets-lines": ("fr", "Ana Roy écrit : « On m'a pris mon nom,\n» car une prostituée n'en\n» a pas, dit-on. »"),
    "guillemets-once": ("fr", "Ana Roy écrit : « On m'a pris mon nom.\n\nUne prostituée n'a pas de nom. »"),
    "guillemets-nested": ("fr", "« On m'a dit « Voilà une pute » et on a ri », raconte-t-elle."),
    "guillemets-opening": ("fr", "« « Prostituée » était le mot du curé », dit-elle."),
    "curly-in-french": ("fr", "“Les putes de ma rue payaient l'impôt”, dit-elle."),
    "angled-in-french": ("fr", "« On m'a dit : ‹ va-t'en, pute › », raconte-t-elle. L'affiche disait ‹ pas de putes ›."),
}  # fmt: skip

OURS = {
    "never-closed": ("en", "“The mill closed early. A prostitute sat by the gate, she said."),
    "closed-for-another": ("en", "“The mill closed early. A prostitute sat by the gate, and “nobody” left, she said."),
    "closed-for-another-straight": ("en", '"The mill closed early. A prostitute sat by the gate, and "nobody" left, she said.'),
    "closed-for-another-single": ("en", "‘The mill closed early. A prostitute sat by the gate, and ‘nobody’ left, she said."),
    "next-paragraph": ("en", "“The mill closed early, she said.\n\nA prostitute sat by the gate.\n\n“Nobody” left."),
    "next-line": ("en", "“The mill closed early, she said.\nA prostitute sat by the gate.\n“Nobody” left."),
    "heading-between": ("en", "“The mill closed early, she said.\n\n## Later\n\n“A” prostitute sat by the gate.”"),
    "list-between": ("en", "“The mill closed early, she said.\n\n- one\n\nA prostitute sat by the gate.”"),
    "straight-in-the-next": ("en", 'He said "the mill closed.\n\nA prostitute sat by the 12" pipe.'),
    "after-the-quotation": ("en", "She said: “The mill closed.\n\n“It did.” A prostitute sat by the gate."),
    "between-two": ("en", "“The mill closed,” said the “prostitute” of the sign. “A” prostitute sat there."),
    "decade": ("en", "In the '90s a prostitute sat by the gate of the workers' hall, she said."),
    "elision": ("en", "He let 'em in, and a prostitute sat by the gate in the workers' hall, she said."),
    "possessive": ("en", "The sign said 'closed. A prostitute sat by the gate of the workers' hall for hours."),
    "inches": ("en", 'A prostitute sat on the 12" pipe and the 6" pipe, she said.'),
    "guillemets": ("fr", "« L'usine a fermé tôt. Une prostituée attendait, dit-elle, et « personne » n'est parti."),
    "two-open-before-another": ("en", "“The mill closed. A prostitute sat there, and “no” left.\n\n“No” he said."),
    "guillemets-next": ("fr", "« L'usine a fermé tôt, dit-elle.\n\nUne prostituée attendait.\n\n« Personne » n'est parti."),
    "angled": ("fr", "‹ L'usine a fermé tôt. Une prostituée attendait, dit-elle, et ‹ personne › n'est parti."),
    "closing-alone": ("fr", "L'usine a fermé tôt », dit-elle. Une prostituée attendait."),
}  # fmt: skip


@pytest.mark.parametrize(
    ("language", "markdown"), [pytest.param(*case, id=id) for id, case in SPOKEN.items()]
)
def test_words_of_a_speaker_are_left_alone(language, markdown, reported):
    """Whatever the marks and however many the paragraphs, what somebody says is theirs."""
    assert reported(language, markdown) == []


@pytest.mark.parametrize(("language", "markdown"), [pytest.param(*case, id=id) for id, case in OURS.items()])
def test_unclosed_mark_hides_no_word_of_ours(language, markdown, reported):
    """A mark that nothing closes, and an apostrophe, put our own words into nobody's mouth."""
    rules = {"language/prostitute-as-noun", "language/prostituee-nom"}
    assert [problem.rule for problem in reported(language, markdown) if problem.level == "error"] != []
    assert {problem.rule for problem in reported(language, markdown)} <= rules


@settings(max_examples=60)
@given(
    st.sampled_from(["“", '"', "‘", "'"]),
    st.lists(
        st.sampled_from(["It rained", "“no”", "« non »", "‹ oui ›", "‘no’", "she said", "(late)"]), max_size=4
    ),
    st.sampled_from([" ", "\n", "\n\n"]),
)
def test_mark_that_nothing_closes_opens_nothing(reported, mark, pieces, gap):
    """After an opening mark alone, whatever pairs of marks stand around, our word is heard."""
    text = f"{mark}The mill closed, {gap.join(pieces)} and a hooker sat there{gap}{' and '.join(pieces)}."
    assert [problem.rule for problem in reported("en", text)] == ["language/hooker"]
