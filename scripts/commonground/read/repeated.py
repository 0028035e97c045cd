"""The patterns of claims and figures that texts repeat: ``language/repeated/<lang>.yaml``."""

from msgspec.structs import replace

from commonground.languages import FIRST
from commonground.languages.message import texts_of
from commonground.model.problem import Problem
from commonground.model.repeated import RepeatedClaim, RepeatedClaims
from commonground.model.schema.declared import keys_of, made
from commonground.model.schema.report import Report
from commonground.model.settings import Settings
from commonground.read import yaml_file
from commonground.read.situations import Head, check_phrases
from commonground.read.values import values_of
from commonground.read.yaml_file import Node, as_list, as_mapping

_text = texts_of(__name__)

RULE = "input/invalid-rules"
SHAPE = keys_of(RepeatedClaims)
_SHARED = ("silent", "denials", "after")


def read_repeated(
    path: str, data: bytes, language: str, settings: Settings | None = None
) -> tuple[RepeatedClaims, list[Problem]]:
    """Read the file of one language; bad input never raises."""
    node, problems = yaml_file.load(path, data)
    if node is None or node.value is None:
        return made(RepeatedClaims, {}, path=path), problems
    report = Report(node, RULE, (language,), (language,), settings or Settings())
    SHAPE.compare(node.value, (), report)
    whole = made(RepeatedClaims, node.value, path=path)
    head = Head({one.id: one.words for one in whole.lists})
    for key in _SHARED:
        check_phrases(head, node.at((key,)), (key,), report)
    listed = as_list(node.at(("claims",)))
    places = [at for at, one in enumerate(listed) if isinstance(one, dict)]
    claims = []
    for at, claim in zip(places, whole.claims, strict=True):
        _check(node, at, claim, head, report)
        claims.append(_claim(node, at, claim, language))
    return replace(whole, claims=tuple(claims)), [*problems, *report.problems]


def _claim(node: Node, at: int, claim: RepeatedClaim, language: str) -> RepeatedClaim:
    span = node.span(("claims", at))
    return replace(
        claim,
        values=values_of(claim.figures, FIRST),
        plain_values=values_of(claim.plain, language),
        span=span,
    )


def _check(node: Node, at: int, claim: RepeatedClaim, head: Head, report: Report) -> None:
    """Say where an entry leads nowhere or to two places, has a figure without a finding, or phrases that cannot be read."""
    if bool(claim.page) == bool(claim.finding):
        report.wrong(("claims", at), _text("one-answer"))
    elif bool(claim.finding) != bool(claim.figures):
        report.wrong(("claims", at), _text("figures"))
    entry = as_mapping(node.at(("claims", at)))
    for place in range(len(as_list(entry.get("all")))):
        path = ("claims", at, "all", place)
        check_phrases(head, node.at(path), path, report)
    check_phrases(head, entry.get("none"), ("claims", at, "none"), report)
