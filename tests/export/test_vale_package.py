"""The Vale package: a file a rule, patterns that find what our rules find, the same bytes each time."""

import io
import re
import shutil
import zipfile

import pytest

from commonground.export.vale_package import files as vale_files
from commonground.model.corpus import Corpus

from ..checks.language.labelled import sentences
from ..checks.language.situations import FORCE, MINOR, NEITHER, WORD
from .vale_styles import FOLDER, QUOTATIONS, STYLES, Style, run_vale, score

SITE = "https://example.org/site/"
VALE = shutil.which("vale")
with_vale = pytest.mark.skipif(
    VALE is None,
    reason="Vale is not installed: see https://vale.sh/docs/install, then run these tests again",
)


@pytest.fixture(scope="module")
def package(project: Corpus) -> bytes:
    return dict(vale_files(project, SITE))["data/language/CommonGround.zip"]


@pytest.fixture(scope="module")
def styles(package: bytes) -> dict[str, Style]:
    return {language: Style(package, name) for language, name in STYLES.items()}


def test_package_holds_a_style_a_language_and_a_file_a_rule(project, package):
    """Vale installs what lies in ``styles``; each style brings along what it cannot do."""
    expected = {
        f"{FOLDER}/{name}/{file}"
        for language, name in STYLES.items()
        for file in ("README.md", *(f"{rule.id}.yml" for rule in project.terms[language]))
    }
    assert set(zipfile.ZipFile(io.BytesIO(package)).namelist()) == expected


def test_package_is_the_same_each_time(project, package):
    """The same rules give the same bytes, on any day and machine: nothing is compressed, no time is kept."""
    assert dict(vale_files(project, SITE))["data/language/CommonGround.zip"] == package
    for entry in zipfile.ZipFile(io.BytesIO(package)).infolist():
        assert (entry.date_time, entry.compress_type) == ((1980, 1, 1, 0, 0, 0), zipfile.ZIP_STORED)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_rule_files_say_what_their_rules_say(language, project, styles):
    """Level and reason are the rule's, the link leads to its entry in the language guide, and no key is unknown to Vale."""
    home = SITE if language == "en" else f"{SITE}fr/"
    for rule in project.terms[language]:
        written = styles[language].rules[rule.id]
        assert written["level"] == rule.level
        assert rule.why in written["message"].replace("%%", "%")
        assert written["link"] == f"{home}media/language-guide/#{rule.id}"
        words = {"substitution": "swap", "existence": "tokens"}[written["extends"]]
        assert set(written) == {"extends", "message", "link", "level", "scope", "ignorecase", words}
        assert written["message"].count("%s") == (2 if words == "swap" else 1)
        assert len(written[words]) >= len(rule.avoid)


def test_messages_have_no_links_where_the_site_is_not_known(project):
    """An export without an address promises no page."""
    package = dict(vale_files(project, ""))["data/language/CommonGround.zip"]
    for name in STYLES.values():
        assert all("link" not in rule for rule in Style(package, name).rules.values())


def test_swap_says_what_to_write(styles):
    """The message is whole: what to write, the words found, the reason."""
    rule = styles["en"].rules["prostitute-as-noun"]
    assert {"Write “sex worker”", "Write “sex workers”"} < set(rule["swap"].values())
    assert rule["message"].startswith("%s instead of “%s”. The noun turns a person into an act")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_patterns_hold_for_the_examples_of_every_rule(language, project, styles):
    """Each wrong sentence is found by its rule, each right one is not."""
    for rule in project.terms[language]:
        for example in rule.examples:
            found = styles[language].has(rule.id, example.passage.text)
            assert found is example.wrong, (rule.id, example.passage.text)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_nothing_is_offered_for_minors_or_for_force(language, styles):
    """Vale says what else to write; of adults it says what our own checks say."""
    word, offered = WORD[language]
    for text in MINOR[language] + FORCE[language]:
        told = [
            advice
            for id, advice in styles[language].advice(text.format(word))
            if id.startswith("prostitution-a")
        ]
        assert told, text
        assert [advice for advice in told if offered in advice] == [], text
    for text in NEITHER[language]:
        told = [
            advice
            for id, advice in styles[language].advice(text.format(word))
            if id.startswith("prostitution-a")
        ]
        assert [advice for advice in told if offered not in advice] == [], text


@pytest.mark.parametrize(
    ("language", "sentence", "found"),
    [
        pytest.param("en", "She called him the john.", [("john", "the john")], id="form-with-article"),
        pytest.param("en", "The English Collective of Prostitutes wrote to us.", [], id="name"),
        pytest.param(
            "en",
            "The English collective of prostitutes wrote.",
            [("prostitute-as-noun", "prostitutes")],
            id="no-name",
        ),
        pytest.param(
            "en", "They wrote of a child prostitute.", [("child-prostitute", "child prostitute")], id="longer"
        ),
        pytest.param(
            "en",
            "The sex\u00a0trade came up.",
            [("sex-trade", "The sex\u00a0trade")],
            id="no-break-space",
        ),
        pytest.param("en", "He prostituted his talent.", [], id="inside-a-word"),
        pytest.param("fr", "DEUX PROSTITUEES ARRETEES", [("prostituee-nom", "PROSTITUEES")], id="capitals"),
        pytest.param("fr", "Deux prostituees ont parlé.", [], id="accents-count-in-small-letters"),
    ],
)
def test_patterns_follow_the_engine(language, sentence, found, styles):
    """Names, longer forms, capital letters and spaces count as in our own checks."""
    assert [(id, words) for id, words, _ in styles[language].find(sentence)] == found


@pytest.mark.parametrize("language", ["en", "fr"])
def test_readme_says_how_often_the_style_is_right(language, package, styles):
    """Precision and recall, alone and with quotations left alone, are those of today, rounded down."""
    readme = zipfile.ZipFile(io.BytesIO(package)).read(f"{FOLDER}/{STYLES[language]}/README.md").decode()
    said = [int(number) for number in re.findall(r"(\d+)\s?%", readme)]
    measured = []
    for hidden in ((), QUOTATIONS):
        texts = [_without(sentence.text, hidden) for sentence in sentences(language)]
        total = score(language, [styles[language].find(text) for text in texts])
        measured += [int(100 * total.precision), int(100 * total.recall)]
    assert said == measured


def _without(text: str, hidden: tuple[str, ...]) -> str:
    for pattern in hidden:
        text = re.sub(pattern, lambda found: "*" * len(found.group()), text)
    return text


@with_vale
@pytest.mark.parametrize("language", ["en", "fr"])
def test_vale_agrees_on_the_examples_of_every_rule(language, project, package, tmp_path):
    """Vale itself reports each wrong sentence under its rule, and no right one."""
    examples = [(rule.id, example) for rule in project.terms[language] for example in rule.examples]
    texts = [example.passage.text for _, example in examples]
    reported = run_vale(str(VALE), package, STYLES[language], texts, tmp_path)
    for (id, example), alerts in zip(examples, reported, strict=True):
        assert (id in {rule for rule, _, _ in alerts}) is example.wrong, (id, example.passage.text)


@with_vale
@pytest.mark.parametrize("language", ["en", "fr"])
def test_vale_finds_what_the_patterns_find(language, package, styles, tmp_path):
    """On the labelled sentences the tests that need no Vale stand for it: rule by rule, use by use."""
    texts = [sentence.text for sentence in sentences(language)]
    reported = run_vale(str(VALE), package, STYLES[language], texts, tmp_path)
    for text, alerts in zip(texts, reported, strict=True):
        found = styles[language].find(text)
        assert sorted(alert[:2] for alert in alerts) == sorted(alert[:2] for alert in found), text
