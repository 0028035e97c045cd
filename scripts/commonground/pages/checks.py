"""The list of checks, made from what each check says of itself."""

from collections.abc import Iterable
from itertools import groupby
from posixpath import dirname, relpath

from commonground.checks.registry import rules
from commonground.languages import Language
from commonground.languages.catalogue import say
from commonground.model.corpus import Corpus
from commonground.model.rule import Rule
from commonground.pages.accuracy import accuracy
from commonground.pages.audit import last_audit
from commonground.pages.pieces import facts, has_layout, heading, joined, plain


def checks_page(corpus: Corpus, language: str) -> str:
    """Return the last audit, then every rule with its level, reason and way to mend it; the language rules are a page of their own."""
    locale = corpus.locale(language)
    blocks = [*last_audit(corpus, locale), heading(2, locale.say("checks.title"), "checks")]
    for family, of_family in groupby(rules(corpus), key=lambda rule: rule.id.split("/")[0]):
        blocks.append(heading(3, locale.say(f"checks.families.{family}"), f"family-{family}", "check-family"))
        blocks += _family(family, tuple(of_family), corpus, locale)
    return joined(blocks)


def _family(family: str, of_family: tuple[Rule, ...], corpus: Corpus, locale: Language) -> Iterable[str]:
    if family != "language":
        return [_rule(rule, locale) for rule in of_family]
    text = language_rules_line(corpus, locale)
    places = {name: _place(name, corpus, locale.code) for name in ("checks", "language-guide")}
    if all(places.values()):
        text = f"[{text}]({relpath(places['language-guide'], dirname(places['checks']))})"
    return [text, *accuracy(corpus.measured, locale)]


def language_rules_line(corpus: Corpus, locale: Language) -> str:
    """Return what stands for all word rules, and how many there are."""
    count = sum(rule.id.startswith("language/") for rule in rules(corpus))
    return f"{locale.say('checks.language')} ({locale.count('checks.count', count)})"


def _place(layout: str, corpus: Corpus, language: str) -> str:
    """Return the path of the page with this layout, "" where there is none."""
    return next((a.path for a in corpus.articles if a.language == language and has_layout(a, layout)), "")


def _rule(rule: Rule, locale: Language) -> str:
    pairs = [
        (locale.say("checks.level"), locale.say(f"checks.levels.{rule.level}")),
        (locale.say("checks.why"), plain(say(rule.why, locale.code))),
        (locale.say("checks.fix"), plain(say(rule.fix, locale.code))),
    ]
    return joined([
        heading(4, f"`{rule.id}`", rule.id.replace("/", "-"), "check"),
        plain(say(rule.summary, locale.code)),
        facts(pairs, locale),
    ]).rstrip("\n")  # fmt: skip
