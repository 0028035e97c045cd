"""Finds the checks, runs them over a corpus, and applies what writers set aside in place."""

import importlib
import pkgutil
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from fnmatch import fnmatchcase
from functools import cache, partial
from types import ModuleType

from msgspec import Struct, field
from msgspec.structs import replace

from commonground import checks
from commonground.languages.catalogue import unspoken
from commonground.languages.message import Message, texts_of
from commonground.model.article import Override
from commonground.model.corpus import Corpus
from commonground.model.problem import Level, Problem
from commonground.model.rule import Rule

Check = Callable[[Corpus], Iterable[Problem]]
OVERRIDE_RULE = "input/override"
SHARED = "shared"
"""The folder of ``checks/`` that holds no rules, but what they share."""

_text = texts_of(__name__)


class Report(Struct, frozen=True):
    """
    The outcome of one run.

    Attributes:
        problems: In order.
        overrides: Those that were used, with the path of their page.
        counts: What was read.
        rules: What the rules that were broken say of themselves, by id.
        known: Problems left out because a baseline names them.
        languages: That of each page, by path.
        default: The language of what belongs to no page.
        asked: The language that the reader asked for, "" for that of each page.
    """

    problems: tuple[Problem, ...]
    overrides: tuple[tuple[str, Override], ...]
    counts: Mapping[str, int]
    rules: tuple[Rule, ...] = ()
    known: int = 0
    languages: Mapping[str, str] = field(default_factory=dict)
    default: str = ""
    asked: str = ""

    @property
    def language(self) -> str:
        """The language of what is said of all problems: that of all pages with any, where they have but one."""
        found = {self.language_of(problem.path) for problem in self.problems}
        return found.pop() if len(found) == 1 else self.asked or self.default

    def with_more(self, other: "Report") -> "Report":
        """Return this report with the problems of another, whose pages and records were read for its sake alone."""
        problems = tuple(sorted((*self.problems, *other.problems), key=Problem.sort_key))
        return replace(self, problems=problems, rules=(*self.rules, *other.rules))

    def language_of(self, path: str) -> str:
        """Return the language in which a problem of a file is told."""
        return self.asked or self.languages.get(path) or self.default

    @property
    def unspoken(self) -> list[str]:
        """The languages in which something should have been said, and for which there are no messages."""
        return unspoken({self.language, *(self.language_of(problem.path) for problem in self.problems)})

    def reaches(self, lowest: Level | None) -> bool:
        """Tell whether any problem is of a level or above; None is above all."""
        levels = list(Level)
        return lowest is not None and any(
            levels.index(problem.level) <= levels.index(lowest) for problem in self.problems
        )


@cache
def _modules(families: tuple[str, ...]) -> Mapping[str, ModuleType]:
    """Return the check modules (of some families, or with some ids) by id: the path below ``checks/`` with hyphens for underscores."""
    found = {}
    for info in pkgutil.walk_packages(checks.__path__, f"{checks.__name__}."):
        family, name = info.name.split(".")[-2:]
        is_rule = (
            not info.ispkg and info.name.count(".") > checks.__name__.count(".") + 1 and family != SHARED
        )
        id = f"{family}/{name}".replace("_", "-")
        if is_rule and (not families or family in families or id in families):
            found[id] = importlib.import_module(info.name)
    return dict(sorted(found.items()))


def ids() -> tuple[str, ...]:
    """Return the ids of all checks."""
    return tuple(_modules(()))


def rule_of(id: str, module: ModuleType) -> Rule:
    """Return what a check says of itself: three texts of the catalogue."""
    return Rule(id, module.LEVEL, Message(f"{id}.rule"), Message(f"{id}.why"), Message(f"{id}.fix"))


def rules(corpus: Corpus) -> tuple[Rule, ...]:
    """Return every rule: the checks, and one for each entry of the rule files of the corpus."""
    return _rules(corpus, _modules(()))


def _rules(corpus: Corpus, modules: Mapping[str, ModuleType]) -> tuple[Rule, ...]:
    fixed = [rule_of(id, module) for id, module in modules.items() if not hasattr(module, "rules")]
    listed = [
        rule for module in modules.values() if hasattr(module, "rules") for rule in module.rules(corpus)
    ]
    return tuple(sorted([*fixed, *listed], key=lambda rule: rule.id))


def run(corpus: Corpus, families: tuple[str, ...] = ()) -> Report:
    """
    Run every check (or those of some families and ids), and drop what writers set aside with a reason.

    A check whose problems may only echo an error elsewhere names the rules in ``ECHOES`` (globs): it is not heard on
    a page while one of them, at error level, is broken there or in the same page of another language; for those in
    ``ECHOES_BESIDE``, on a line while one of them is broken there.

    What breaks the site itself cannot be set aside: the family ``input``, and checks with ``MAY_BE_SET_ASIDE = False``.
    Overrides that are idle, without a reason or of such a rule are reported with the family ``input``.

    Checks run side by side as the corpus was read; what several need is made before, by ``NEEDS``.
    """
    modules = _modules(families)
    for make in {module.NEEDS for module in modules.values() if hasattr(module, "NEEDS")}:
        make(corpus)
    found = corpus.memory.each([partial(_found, module, corpus) for module in modules.values()])
    problems = {problem for some in found for problem in some}
    final = {id for id, module in modules.items() if _is_final(id, module)}
    kept, used = _apply_overrides(problems, corpus, final)
    kept = list(_without_echoes(kept, modules))
    if OVERRIDE_RULE in modules:
        kept += _override_problems(
            corpus, modules[OVERRIDE_RULE].LEVEL, {id(override) for _, override in used}, final
        )
    ordered = tuple(sorted(kept, key=Problem.sort_key))
    broken = {problem.rule for problem in ordered}
    told = tuple(rule for rule in _rules(corpus, modules) if rule.id in broken) if broken else ()
    return Report(
        ordered,
        tuple(used),
        _counts(corpus),
        told,
        languages=_languages(corpus),
        default=corpus.default_language,
    )


def _languages(corpus: Corpus) -> dict[str, str]:
    """Return the language of each page by its path, also of those that could not be read."""
    found = {article.path: article.language for article in corpus.articles}
    for problem in corpus.problems:
        folder, *rest = problem.path.split("/")
        if folder == "docs" and rest and rest[0] in corpus.languages:
            found.setdefault(problem.path, rest[0])
    return found


def _found(module: ModuleType, corpus: Corpus) -> list[Problem]:
    """Return what a check finds; what may wait until a draft is published only reminds its writer."""
    waits = getattr(module, "MAY_WAIT_IN_DRAFT", False)
    drafts = {article.path for article in corpus.articles if article.front.draft} if waits else ()
    return [
        replace(problem, level=Level.SUGGESTION) if problem.path in drafts else problem
        for problem in module.check(corpus)
    ]


def _is_final(id: str, module: ModuleType) -> bool:
    return id.startswith("input/") or not getattr(module, "MAY_BE_SET_ASIDE", True)


def _apply_overrides(
    problems: Iterable[Problem], corpus: Corpus, final: Collection[str]
) -> tuple[list[Problem], list[tuple[str, Override]]]:
    by_path = {article.path: article.overrides for article in corpus.articles if article.overrides}
    kept = []
    used: dict[int, tuple[str, Override]] = {}
    for problem in problems:
        override = next((o for o in by_path.get(problem.path, ()) if o.reason and _covers(o, problem)), None)
        if override is None or problem.rule in final:
            kept.append(problem)
        else:
            used[id(override)] = (problem.path, override)
    return kept, sorted(used.values(), key=lambda item: (item[0], item[1].span))


def _without_echoes(problems: Sequence[Problem], modules: Mapping[str, ModuleType]) -> Iterator[Problem]:
    on_page: dict[object, set[str]] = {}
    on_line: dict[object, set[str]] = {}
    for problem in problems:
        if problem.level is Level.ERROR:
            on_page.setdefault(_page(problem.path), set()).add(problem.rule)
            on_line.setdefault((problem.path, problem.span.line), set()).add(problem.rule)
    for problem in problems:
        module = modules.get(problem.rule)
        line = (problem.path, problem.span.line)
        if not (
            _is_echo(problem, getattr(module, "ECHOES", ()), on_page.get(_page(problem.path), set()))
            or _is_echo(problem, getattr(module, "ECHOES_BESIDE", ()), on_line.get(line, set()))
        ):
            yield problem


def _is_echo(problem: Problem, globs: tuple[str, ...], broken: set[str]) -> bool:
    return any(fnmatchcase(rule, glob) for glob in globs for rule in broken if rule != problem.rule)


def _page(path: str) -> str:
    """Return what a page and its translations have in common: the path inside ``docs/<language>/``."""
    parts = path.split("/", 2)
    return parts[2] if parts[0] == "docs" and len(parts) > 2 else path


def _covers(override: Override, problem: Problem) -> bool:
    return override.rule == problem.rule and override.first_line <= problem.span.line <= override.last_line


def _override_problems(
    corpus: Corpus, level: Level, used: set[int], final: Collection[str]
) -> Iterator[Problem]:
    for article in corpus.articles:
        for override in article.overrides:
            if override.rule in final:
                message = _text("final", rule=override.rule)
            elif not override.reason:
                message = _text("no-reason", rule=override.rule)
            elif id(override) not in used:
                message = _text("idle", rule=override.rule)
            else:
                continue
            yield Problem(article.path, override.span, OVERRIDE_RULE, level, message)


def _counts(corpus: Corpus) -> dict[str, int]:
    return {
        "articles": len(corpus.articles),
        "words": sum(article.words for article in corpus.articles),
        "citations": sum(len(article.citations) for article in corpus.articles),
        "figures": sum(len(passage.figures) for article in corpus.articles for passage in article.passages),
        "numbers_left_alone": sum(
            len(passage.left_alone) for article in corpus.articles for passage in article.passages
        ),
        "sources": len(corpus.sources),
        "findings": len(corpus.findings),
    }
