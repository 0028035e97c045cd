"""``commonground rules``: list and explain the rules."""

import json
from dataclasses import asdict
from difflib import get_close_matches
from pathlib import Path

import click

from commonground.checks import registry
from commonground.cli.reading import ROOT, read_rules
from commonground.model.rule import Rule


@click.command()
@click.argument("id", required=False)
@ROOT
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def rules(id: str | None, root: Path, form: str) -> None:
    """List every rule, or explain the one called ID."""
    known = registry.rules(read_rules(root))
    if id is None:
        click.echo(_as_json(known) if form == "json" else _as_list(known))
        return
    found = [rule for rule in known if rule.id == id]
    if not found:
        close = get_close_matches(id, [rule.id for rule in known], 3, 0.5)
        hint = f" Did you mean {' or '.join(close)}?" if close else " `commonground rules` lists them all."
        raise click.UsageError(f"there is no rule called {id!r}.{hint}")
    click.echo(_as_json(tuple(found)) if form == "json" else "\n\n".join(map(_explain, found)))


def _as_json(known: tuple[Rule, ...]) -> str:
    return json.dumps({"version": 1, "rules": [asdict(rule) for rule in known]}, ensure_ascii=False, indent=1)


def _as_list(known: tuple[Rule, ...]) -> str:
    width = max(len(rule.id) for rule in known)
    return "\n".join(f"{rule.id:{width}}  {rule.level:10}  {rule.summary}" for rule in known)


def _explain(rule: Rule) -> str:
    parts = [f"{rule.id} ({rule.level})", rule.summary, f"Why: {rule.why}", f"What to do: {rule.fix}"]
    if rule.wrong:
        parts += [f"Not: {rule.wrong}", f"But: {rule.right}"]
    return "\n".join(parts)
