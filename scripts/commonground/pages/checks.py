"""The list of checks, made from what each check says of itself."""

from collections.abc import Iterator
from itertools import groupby
from posixpath import dirname, relpath

from commonground.checks.registry import rules
from commonground.languages import Language
from commonground.languages.catalogue import say
from commonground.model.corpus import Corpus
from commonground.model.rule import Rule
from commonground.pages.accuracy import accuracy
from commonground.pages.audit import last_audit
from commonground.pages.pieces import facts, fold, heading, joined, plain


def checks_page(corpus: Corpus, language: str) -> str:
    """Return the last audit, and the rules where they have no page of their own."""
    locale = corpus.locale(language)
    blocks = list(last_audit(corpus, locale))
    if corpus.page_of("rules", language) is None:
        blocks += [heading(2, locale.say("checks.title"), "checks"), *_rules("checks", 3, corpus, locale)]
    return joined(blocks)


def rules_page(corpus: Corpus, language: str) -> str:
    """Return every rule by family; the language rules are a page of their own."""
    return joined(_rules("rules", 2, corpus, corpus.locale(language)))


def _rules(layout: str, level: int, corpus: Corpus, locale: Language) -> Iterator[str]:
    """Yield the rules, each with its level, reason and way to mend it. Args: layout: That of the page that shows them."""
    for family, of_family in groupby(rules(corpus), key=lambda rule: rule.id.split("/")[0]):
        yield heading(level, locale.say(f"checks.families.{family}"), f"family-{family}", "check-family")
        if family == "language":
            yield _guide_link(layout, corpus, locale)
            yield from accuracy(corpus.measured, locale)
        else:
            yield from (_rule(rule, locale) for rule in of_family)


def _guide_link(layout: str, corpus: Corpus, locale: Language) -> str:
    text = language_rules_line(corpus, locale)
    here, guide = (corpus.page_of(name, locale.code) for name in (layout, "language-guide"))
    return f"[{text}]({relpath(guide.path, dirname(here.path))})" if here and guide else text


def language_rules_line(corpus: Corpus, locale: Language) -> str:
    """Return what stands for all word rules, and how many there are."""
    count = sum(rule.id.startswith("language/") for rule in rules(corpus))
    return f"{locale.say('checks.language')} ({locale.count('checks.count', count)})"


def _rule(rule: Rule, locale: Language) -> str:
    """Return what a rule asks and how strict it is; opened, why, and how to mend what it reports."""
    pairs = [
        (locale.say("checks.why"), plain(say(rule.why, locale.code))),
        (locale.say("checks.fix"), plain(say(rule.fix, locale.code))),
    ]
    line = (
        f"`{rule.id}`{{#{rule.id.replace('/', '-')} .entry-name}} *{plain(say(rule.summary, locale.code))}*{{.entry-more}}"
        f" *{locale.say(f'checks.levels.{rule.level}')}*{{.entry-level .guide-{rule.level}}}"
    )
    return fold(line, [facts(pairs, locale)])
