"""The term rules: one entry of ``language/<lang>.yaml`` each."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from commonground.files.reading import Tree
from commonground.languages import FIRST, Language, language_of
from commonground.languages.message import texts_of
from commonground.languages.words import Words
from commonground.model.passage import Kind
from commonground.model.phrases import stand_in
from commonground.model.position import Path, Span
from commonground.model.problem import Level, Problem
from commonground.model.repeated import FOLDER as REPEATED
from commonground.model.rule_file import HEAD, SHAPE, Condition, Examples, Fitting, RuleEntry, Saved
from commonground.model.schema.declared import made
from commonground.model.schema.report import Report
from commonground.model.settings import Settings
from commonground.model.term import Example, Fits, Near, TermRule
from commonground.read import yaml_file
from commonground.read.prose import inline_passage
from commonground.read.situations import Head, as_texts, check_phrases, read_head, shown_texts, without_empty
from commonground.read.values import values_of
from commonground.read.yaml_file import Node, as_list, as_mapping
from commonground.text.folding import fold

_text = texts_of(__name__)

RULE = "input/invalid-rules"

_SHOWN = ("avoid", "prefer", "why", "except", "contexts", "names")
"""What readers see of a rule, but for its examples, which are invented."""

_RULES = re.compile(rf"(?:language/(?:style-)?|{REPEATED}/)(?P<code>[a-z]{{2,3}})\.yaml")
_BRACKETS = re.compile(r"\(([^()]+)\)")


def read_terms(
    path: str,
    data: bytes,
    language: str,
    locale: Language | None = None,
    settings: Settings | None = None,
) -> tuple[tuple[TermRule, ...], list[Problem]]:
    """
    Read one rule file.

    Args: locale: How the language's sentences are read; without it the examples are not.
    Returns: The rules that can be used, in the file's order, and the problems; bad input never raises.
    """
    node, problems = yaml_file.load(path, data)
    if node is None or node.value is None:
        return (), problems
    report = Report(node, RULE, (language,), (language,), settings or Settings())
    SHAPE.compare(node.value, (), report)
    listed = enumerate(as_list(node.value))
    entries = [(index, entry) for index, entry in listed if isinstance(entry, dict)]
    head = read_head(node, [(index, entry) for index, entry in entries if HEAD in entry], report, locale)
    rules: dict[str, TermRule] = {}
    owners: dict[str, TermRule] = {}
    for index, entry in entries:
        rule = _rule(node, index, entry, language, locale, head)
        if rule is None:
            continue
        if rule.id in rules:
            line = rules[rule.id].span.line
            report.wrong((index, "id"), _text("twice", id=rule.id, line=line))
            continue
        _check_forms(rule, index, entry, report)
        _check_conditions(entry, index, head, report)
        _check_shared(rule, index, entry, owners, report)
        _check_safe(rule, index, report)
        rules[rule.id] = rule
    _check_replaced(node, rules, report)
    return tuple(rules.values()), [*problems, *report.problems]


def _places(node: Node, path: Path) -> Iterator[Span]:
    """Yield where each text of a list stands."""
    value = node.at(path)
    for index, item in enumerate(as_list(value)):
        if isinstance(item, str) and item:
            yield node.span((*path, index))


def _rule(
    node: Node, index: int, entry: Mapping[str, object], language: str, locale: Language | None, head: Head
) -> TermRule | None:
    """Build a rule; None where it has no id or no forms."""
    written = made(RuleEntry, without_empty(entry))
    if not isinstance(entry.get("id"), str) or not written.avoid:
        return None
    names = (
        *written.names,
        *(name for text in written.exceptions for name in _names(text, language_of(language).words)),
    )
    return TermRule(
        id=written.id,
        language=language,
        avoid=written.avoid,
        prefer=written.prefer,
        why=written.why,
        level=Level(written.level or Level.WARNING),
        exceptions=written.exceptions,
        wrong=written.examples.wrong,
        right=written.examples.right,
        contexts=written.contexts,
        sources=written.sources,
        sources_at=tuple(_places(node, (index, "sources"))),
        near=_near(written.near, head),
        fits=_fits(written.fits, head),
        cased=written.cased,
        names=tuple(dict.fromkeys(names)),
        replaces=written.replaces,
        examples=tuple(_examples(node, index, written, locale)) if locale else (),
        safe=written.safe,
        subject=written.subject,
        values=values_of(written.figures, FIRST) if locale else (),
        passages=tuple(shown_texts(node, (index,), _SHOWN, locale)),
        situations=head.situations if _speaks_of_adults(written, head) else (),
        path=node.path,
        span=node.span((index, "id")),
    )


def _speaks_of_adults(rule: RuleEntry, head: Head) -> bool:
    """Tell whether what a rule says of people is meant for adults who agree alone."""
    offered = (fold(option).text for option in rule.prefer)
    return rule.subject in head.subjects or any(stand_in(head.words, option) for option in offered)


def _examples(node: Node, index: int, rule: RuleEntry, locale: Language) -> Iterator[Example]:
    conditions = [at for at, one in enumerate(as_list(node.at((index, "near")))) if isinstance(one, dict)]
    holders: list[tuple[Path, Examples | Saved]] = [((index, "examples"), rule.examples)]
    for at, condition in zip(conditions, rule.near, strict=True):
        holders.append(((index, "near", at, "examples"), condition.examples))
    for path, shown in holders:
        for key, text in (("wrong", shown.wrong), ("right", shown.right)):
            if text:
                passage = inline_passage(
                    text,
                    path=node.path,
                    language=locale.code,
                    locale=locale,
                    place=node.text_map((*path, key)),
                    kind=Kind.PARAGRAPH,
                )
                yield Example(passage, key == "wrong")


def _near(conditions: Iterable[Condition], head: Head) -> dict[str, Near]:
    """Return the conditions by form; those of one form that stand in two places hold together."""
    found: dict[str, Near] = {}
    for one in conditions:
        for form in one.forms or ("",):
            before = found.get(form, Near())
            found[form] = Near((*before.any, *head.phrases(one.any)), (*before.none, *head.phrases(one.none)))
    return found


def _fits(fittings: Iterable[Fitting], head: Head) -> dict[str, Fits]:
    """Return where replacements fit, by form; the last that names a form holds for it."""
    found: dict[str, Fits] = {}
    for one in fittings:
        before, after = (
            Near(head.phrases(side.any), head.phrases(side.none)) for side in (one.before, one.after)
        )
        found.update(dict.fromkeys(one.forms or ("",), Fits(before, after)))
    return found


def _names(exception: str, words: Words) -> Iterator[str]:
    """Yield the names in "(for example A, B)"; a description such as "a bad date list" is none."""
    articles = [word if word.endswith("'") else f"{word} " for word in words.grammar.articles]
    for brackets in _BRACKETS.findall(exception):
        opening = next((one for one in words.example_words if brackets.startswith(f"{one} ")), None)
        listed = brackets.removeprefix(opening).split(",") if opening else ()
        for part in (part.strip() for one in listed for part in one.split("; ")):
            name = part.removeprefix(next((one for one in articles if part.startswith(one)), ""))
            if name[:1].isupper():
                yield name


def _check_forms(rule: TermRule, index: int, entry: Mapping[str, object], report: Report) -> None:
    """Say where ``cased``, ``near`` or ``fits`` names a form that the rule does not avoid."""
    for at, form in enumerate(rule.cased):
        if form not in rule.avoid:
            report.wrong((index, "cased", at), _text("not-avoided", form=form))
    for key in ("near", "fits"):
        listed = entry.get(key)
        for at, condition in enumerate(as_list(listed)):
            for place, form in enumerate(as_texts(as_mapping(condition).get("forms"))):
                if form not in rule.avoid:
                    report.wrong((index, key, at, "forms", place), _text("not-avoided", form=form))


def _check_shared(
    rule: TermRule, index: int, entry: Mapping[str, object], owners: dict[str, TermRule], report: Report
) -> None:
    """Say where an earlier rule has a form already: only one of the two would ever be heard."""
    avoid = entry.get("avoid")
    for at, form in enumerate(as_list(avoid)):
        if not isinstance(form, str):
            continue
        owner = owners.setdefault(fold(form).text, rule)
        if owner is not rule and owner.id not in rule.replaces:
            message = _text("shared", form=form, rule=owner.id, line=owner.span.line)
            report.wrong((index, "avoid", at), message)


def _check_conditions(entry: Mapping[str, object], index: int, head: Head, report: Report) -> None:
    """Say where a condition has no words, or phrases that cannot be read."""
    for key, sides in (("near", ("",)), ("fits", ("before", "after"))):
        listed = entry.get(key)
        for at, condition in enumerate(as_list(listed)):
            words = 0
            for side in sides:
                holder = as_mapping(as_mapping(condition).get(side) if side else condition)
                for list_key in ("any", "none"):
                    words += len(as_texts(holder.get(list_key)))
                    path = (index, key, at, *((side,) if side else ()), list_key)
                    check_phrases(head, holder.get(list_key), path, report)
            if not words and isinstance(condition, dict):
                report.wrong((index, key, at), _text("no-words"))


def _check_safe(rule: TermRule, index: int, report: Report) -> None:
    """Say where a swap is called safe that is no swap of one form for one text."""
    if rule.safe and (len(rule.prefer) != len(rule.avoid) or any("(" in text for text in rule.prefer)):
        report.wrong((index, "safe"), _text("unsafe"))


def _check_replaced(node: Node, rules: Mapping[str, TermRule], report: Report) -> None:
    for index, entry in enumerate(as_list(node.value)):
        replaced: Iterable[str] = as_texts(entry.get("replaces")) if isinstance(entry, dict) else ()
        for at, id in enumerate(replaced):
            if id not in rules:
                report.wrong((index, "replaces", at), _text("no-rule", id=id))


def tell_unread_rules(tree: Tree, languages: Collection[str], *others: str) -> None:
    """Tell the files of ``language/`` that hold no rules of one of the languages, and are none of ``others``."""
    for path in tree.files("language"):
        rules = _RULES.fullmatch(path)
        if path not in others and (rules is None or rules["code"] not in languages):
            tree.leave_out(path, _text("not-read", path=path))
