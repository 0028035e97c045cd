"""The manuals say what is there: every command and option, every make target, every folder."""

import re

import click
import pytest

from commonground.cli.main import cli

from .conftest import ROOT

MANUAL = "\n".join((ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "CONTRIBUTING.md"))


def subcommands(group: click.Group) -> dict[str, click.Command]:
    """Return the commands of a group by name."""
    context = click.Context(group)
    return {name: group.get_command(context, name) for name in group.list_commands(context)}


def commands(group: click.Group, path: str = "commonground") -> list[str]:
    """Return every command below a group, as typed."""
    found = []
    for name, command in subcommands(group).items():
        if isinstance(command, click.Group):
            found += commands(command, f"{path} {name}")
        else:
            found.append(f"{path} {name}")
    return found


@pytest.mark.parametrize("command", commands(cli))
def test_command_stands_in_the_manual(command: str) -> None:
    """A command nobody can read about is not there."""
    assert command in MANUAL


def test_make_targets_of_the_manual_exist() -> None:
    """Each `make x` of the manuals is a target."""
    targets = set(re.findall(r"(?m)^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8")))
    assert set(re.findall(r"(?m)(?:`|^|&& )make ([a-z]+)", MANUAL)) <= targets


def test_places_of_the_manual_exist() -> None:
    """Each file or folder that the manuals name in backquotes is there."""
    for place in re.findall(
        r"`((?:docs|evidence|language|data|overrides|scripts|tests|benchmarks)/[\w./-]*)`", MANUAL
    ):
        assert (ROOT / place).exists(), place


def test_pictures_of_the_manual_exist() -> None:
    """The README shows a picture that is there."""
    for place in re.findall(r"!\[[^\]]+\]\(([^)]+)\)", MANUAL):
        assert (ROOT / place).is_file(), place
