"""``commonground rules``: list and explain the rules."""

import json
from difflib import get_close_matches
from pathlib import Path

import click
from msgspec import Struct
from msgspec.structs import asdict

from commonground.checks import registry
from commonground.cli.explaining import Explained
from commonground.cli.reading import ROOT, read_rules
from commonground.cli.speaking import LANG, WrongUse, reader_language
from commonground.files.reading import visible
from commonground.languages.catalogue import say
from commonground.languages.message import listed, texts_of
from commonground.model.problem import Level
from commonground.model.rule import Rule
from commonground.report.as_text import LEVELS
from commonground.verify.faults import RULES

_text = texts_of(__name__)


@click.command(cls=Explained)
@click.argument("id", required=False)
@ROOT
@LANG
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def rules(id: str | None, root: Path, form: str) -> None:
    """List every rule, or explain the one called ID."""
    language = reader_language()
    of_content = registry.rules(read_rules(root))
    known = tuple(_in_words(rule, language) for rule in (*of_content, *RULES))
    if id is None:
        click.echo(_as_json(known) if form == "json" else _as_list(known, language))
        return
    found = [rule for rule in known if rule.id == id]
    if not found:
        close = get_close_matches(id, [rule.id for rule in known], 3, 0.5)
        if close:
            raise WrongUse(_text("no-rule-near", id=visible(id), near=listed(close, "or")))
        raise WrongUse(_text("no-rule", id=visible(id)))
    click.echo(
        _as_json(tuple(found)) if form == "json" else "\n\n".join(_explain(rule, language) for rule in found)
    )


class _Told(Struct, frozen=True):
    """A rule in the words of one language."""

    id: str
    level: str
    summary: str
    why: str
    fix: str
    wrong: str
    right: str


def _in_words(rule: Rule, language: str) -> _Told:
    language = rule.language or language
    summary, why, fix = (say(text, language) for text in (rule.summary, rule.why, rule.fix))
    return _Told(rule.id, rule.level, summary, why, fix, rule.wrong, rule.right)


def _as_json(known: tuple[_Told, ...]) -> str:
    return json.dumps({"version": 1, "rules": [asdict(rule) for rule in known]}, ensure_ascii=False, indent=1)


def _as_list(known: tuple[_Told, ...], language: str) -> str:
    width = max(len(rule.id) for rule in known)
    levels = {level: say(text, language) for level, text in LEVELS.items()}
    room = max(map(len, levels.values()))
    return "\n".join(
        f"{rule.id:{width}}  {levels[Level(rule.level)]:{room}}  {rule.summary}" for rule in known
    )


def _explain(rule: _Told, language: str) -> str:
    level = say(LEVELS[Level(rule.level)], language)
    parts = [f"{rule.id} ({level})", rule.summary]
    parts += [say(text, language) for text in (_text("why", why=rule.why), _text("fix", fix=rule.fix))]
    if rule.wrong:
        parts += [
            say(_text("wrong", text=rule.wrong), language),
            say(_text("right", text=rule.right), language),
        ]
    return "\n".join(parts)
