"""What commands say of themselves, and what click says of wrong use: in the language of whoever asks."""

import ast
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import click
import pytest
from click.testing import CliRunner

from commonground.cli.explaining import Explained, ExplainedGroup, name_of
from commonground.cli.main import cli
from commonground.languages.catalogue import catalogues, section_texts

SHARED = {"root", "lang", "format", "help", "options", "commands"}
MODULES = ("core", "exceptions", "formatting", "parser", "types")
NEVER_TOLD = (
    "DeprecationWarning", "deprecated", "defined twice", "take exactly one parameter declaration", "Boolean option",
    "No options defined", "Could not determine name", "Aborted!", "env var", "(dynamic)", "Choice(", "must be an iterable",
    "Invalid start character", "UUID", "Missing {param_type}", "file", "directory", "path",
)  # fmt: skip
"""Texts of click that say something to programmers, or of what our commands do not have."""


def commands(group: click.Group, path: str = "") -> Iterator[tuple[str, click.Command]]:
    """Yield each command with how it is called after ``commonground``."""
    yield path, group
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if isinstance(command, click.Group):
            yield from commands(command, f"{path} {name}".strip())
        elif command:
            yield f"{path} {name}".strip(), command


COMMANDS = dict(commands(cli))


def sections(language: str) -> dict[str, set[str]]:
    found = {}
    for path in COMMANDS:
        section = f"help/{path or 'commonground'}"
        found[section] = set(section_texts(language, section))
    return found


@pytest.mark.parametrize("language", catalogues())
def test_every_command_and_option_explains_itself(language: str) -> None:
    """In every language; no text is left of an option that is gone."""
    there = sections(language)
    for path, command in COMMANDS.items():
        assert isinstance(command, Explained | ExplainedGroup), path
        options = {name_of(one) for one in command.params if isinstance(one, click.Option)}
        own = there[f"help/{path or 'commonground'}"] - {"command"}
        assert own <= options, path
        assert options <= own | SHARED, path
    assert set(section_texts(language, "help/any")) == SHARED


@pytest.mark.parametrize(
    ("words", "told"),
    [
        pytest.param(["--lang", "fr", "--help"], ["Usage\u00a0:", "COMMANDE", "Commandes:", "Vérifier tout le contenu", "Afficher ce message"], id="all"),
        pytest.param(["check", "--lang", "fr", "--help"], ["Hors d’un projet", "[par défaut\u00a0: error]"], id="own-option"),
        pytest.param(["rules", "--lang", "es", "--help"], ["Enumerar todas las reglas", "Opciones:"], id="spanish"),
        pytest.param(["--lang", "fr", "evidence", "--help"], ["Commencer la fiche", "Consulter, ajouter"], id="group"),
        pytest.param(["--lang", "fr", "evidence", "add", "--help"], ["library.ris", "hors ligne"], id="below-a-group"),
    ],
)  # fmt: skip
def test_help_is_in_the_language_asked_for(words: list[str], told: list[str]) -> None:
    """Before the command's name or after it."""
    result = CliRunner().invoke(cli, words)
    assert result.exit_code == 0
    for one in told:
        assert one in result.output
    assert "Show this message" not in result.output
    assert "default" not in result.output


@pytest.mark.parametrize(
    ("words", "told"),
    [
        pytest.param(["chekc"], "Il n’y a pas de commande 'chekc'.", id="command"),
        pytest.param(["check", "--onyl", "x"], "Il n’y a pas d’option '--onyl'. Vouliez-vous dire '--only'?", id="option"),
        pytest.param(["check", "--fail-on", "x"], "Valeur refusée pour '--fail-on'\u00a0: 'x' n’est aucun de 'error'", id="choice"),
        pytest.param(["check", "--root", "/nowhere"], "'/nowhere' n’existe pas.", id="folder"),
        pytest.param(["check", "--only"], "L’option '--only' demande un argument.", id="no-value"),
        pytest.param(["evidence", "show"], "Il manque l’argument 'ID'.", id="argument"),
        pytest.param(["audit", "sample", "--count", "0"], "n’est pas dans l’intervalle", id="range"),
        pytest.param(["translate", "status", "x"], "Argument inattendu\u00a0: x", id="extra"),
    ],
)  # fmt: skip
def test_wrong_use_is_told_in_the_language_asked_for(words: list[str], told: str) -> None:
    """By click itself, whose own texts are English."""
    result = CliRunner().invoke(cli, ["--lang", "fr", *words])
    assert result.exit_code == 2
    assert told in result.output
    assert "Usage:" not in result.output
    assert "Try" not in result.output
    assert "Erreur\u00a0: " in result.output
    english = CliRunner().invoke(cli, words).output
    assert "Error: " in english
    assert "Erreur" not in english


def forms(text: object) -> list[str]:
    return [text] if isinstance(text, str) else list(text.values())


def test_the_texts_of_click_are_those_of_the_installed_one() -> None:
    """Each that a reader can meet is in the catalogue as click has it, and the catalogue has no other."""
    theirs: set[str] = {"required"}
    for module in MODULES:
        code = (Path(click.__file__).parent / f"{module}.py").read_text(encoding="utf-8")
        for node in ast.walk(ast.parse(code)):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id in ("_", "ngettext")
            ):
                given = [arg.value for arg in node.args if isinstance(arg, ast.Constant)]
                theirs |= {text for text in given if isinstance(text, str)}
    ours = {form for text in section_texts("en", "click").values() for form in forms(text)}
    assert {text for text in theirs - ours if not any(word in text for word in NEVER_TOLD)} == set()
    assert ours - theirs == set()


@pytest.mark.parametrize("language", catalogues())
def test_nothing_is_filled_in_that_click_does_not_give(language: str) -> None:
    """A translation may leave a name in braces out, but adds none."""
    for name, text in section_texts(language, "click").items():
        model = section_texts("en", "click")[name]
        for form, theirs in zip(forms(text), forms(model), strict=True):
            given = {place for one in forms(model) for _, place, _, _ in Formatter().parse(one)}
            assert {place for _, place, _, _ in Formatter().parse(form)} <= given | {None}, (name, theirs)
