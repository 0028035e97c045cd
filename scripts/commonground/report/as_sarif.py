"""The report as SARIF 2.1.0, which code hosts and editors show beside the lines."""

import json
from collections.abc import Mapping
from urllib.parse import quote

from commonground.checks.registry import Report
from commonground.languages.catalogue import say, spoken
from commonground.languages.message import texts_of
from commonground.model.position import Span
from commonground.model.problem import Edit, Level, Problem
from commonground.model.rule import Rule

FOR_PAGES = True

_text = texts_of(__name__)
_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Level.ERROR: "error", Level.WARNING: "warning", Level.SUGGESTION: "note"}


def render(report: Report) -> str:
    """Return the report as one SARIF run; a suggestion is a ``note``."""
    places = {rule.id: place for place, rule in enumerate(report.rules)}
    run = {
        "tool": {
            "driver": {
                "name": "commonground",
                "language": spoken(report.language),
                "rules": [_rule(rule, report.language) for rule in report.rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(problem, places, report.language_of(problem.path)) for problem in report.problems
        ],
    }
    whole = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _rule(rule: Rule, language: str) -> Mapping[str, object]:
    language = rule.language or language
    return {
        "id": rule.id,
        "shortDescription": {"text": say(rule.summary, language)},
        "fullDescription": {"text": say(rule.why, language)},
        "help": {"text": say(rule.fix, language)},
        "defaultConfiguration": {"level": _LEVELS[rule.level]},
    }


def _result(problem: Problem, places: Mapping[str, int], language: str) -> Mapping[str, object]:
    result: dict[str, object] = {
        "ruleId": problem.rule,
        "level": _LEVELS[problem.level],
        "message": {"text": say(problem.message, language)},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": _uri(problem.path)},
                    "region": _region(problem.span),
                }
            }
        ],
    }
    if problem.rule in places:
        result["ruleIndex"] = places[problem.rule]
    if problem.edits:
        result["fixes"] = [_fix(problem.path, edit, language) for edit in problem.edits]
    return result


def _fix(path: str, edit: Edit, language: str) -> Mapping[str, object]:
    replacement = {"deletedRegion": _region(edit.span), "insertedContent": {"text": edit.text}}
    change = {"artifactLocation": {"uri": _uri(path)}, "replacements": [replacement]}
    description = _text("write-check", text=edit.text) if edit.check_after else _text("write", text=edit.text)
    fix: dict[str, object] = {
        "description": {"text": say(description, language)},
        "artifactChanges": [change],
    }
    return fix | ({"properties": {"checkAfter": True}} if edit.check_after else {})


def _uri(path: str) -> str:
    """Return a path as a relative address; standard input has a name of its own."""
    return "stdin" if path == "-" else quote(path)


def _region(span: Span) -> Mapping[str, int]:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }
