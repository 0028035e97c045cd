"""JSON that the program writes for itself: held against a schema, since anybody may change a file."""

import json

from commonground.languages.message import Message, texts_of
from commonground.languages.terminal import Spoken
from commonground.model.problem import Problem
from commonground.model.schema.report import Report
from commonground.model.schema.shapes import Shape
from commonground.read import yaml_file
from commonground.read.text import Lines
from commonground.read.yaml_file import Node

_text = texts_of(__name__)


class Misshapen(Spoken):
    """A file is not as the program writes it; the message is the place (``12:3``) and what is wrong there."""


def read_json(text: str, shape: Shape) -> object:
    """
    Return the value of a JSON text.

    Raises: Misshapen: It is no JSON, or of another shape.
    """
    try:
        value = json.loads(text)
    except json.JSONDecodeError as error:
        raise Misshapen(_text("no-json", line=error.lineno, column=error.colno)) from None
    except (ValueError, RecursionError):
        raise Misshapen(_text("too-deep")) from None
    if _faults(Node("", value, "", Lines(""), {}, {}), shape):
        raise Misshapen(_first_fault(text, shape))
    return value


def _faults(node: Node, shape: Shape) -> list[Problem]:
    report = Report(node, "", (), ())
    shape.compare(node.value, (), report)
    return report.problems


def _first_fault(text: str, shape: Shape) -> Message:
    """Return the first fault with its place, which only the slower reader of YAML knows: JSON is a part of YAML."""
    node, problems = yaml_file.load_text("", text)
    faults = _faults(node, shape) if node else problems
    found = min(faults, key=lambda problem: problem.span, default=None)
    if found is None:
        return _text("other-shape")
    return _text("fault", line=found.span.line, column=found.span.column, fault=found.message)
