"""The command ``commonground``."""

import sys

import click

from commonground.cli.check import check
from commonground.cli.evidence import evidence
from commonground.cli.export import export
from commonground.cli.new import new
from commonground.cli.rules import rules
from commonground.cli.translate import translate


@click.group(name="commonground", context_settings={"help_option_names": ["-h", "--help"]})
def cli() -> None:
    """Check Common Ground's articles, evidence and language rules."""


for command in (check, rules, new, translate, evidence, export):
    cli.add_command(command)


def main() -> None:
    """Run the command; wrong use and unreadable input end with a message and exit code 2."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    cli()
