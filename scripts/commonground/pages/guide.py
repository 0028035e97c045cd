"""The language guide: one table a subject, made from the rules that the checks use."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from commonground.languages import Language
from commonground.model.corpus import Corpus
from commonground.model.problem import Level
from commonground.model.term import TermRule
from commonground.pages.pieces import heading, joined, listed, plain, quoted
from commonground.sources.names import who

_ID = r"[a-z]+(?:\d{4}|nd)[a-z]*"
_SEE = re.compile(rf"\s*\((?:(?:see|voir)[ \u00a0])?(?P<ids>{_ID}(?:, {_ID})*)\)")

_BARE_ID = re.compile(rf"(?<![@\w]){_ID}(?!\w)")


def guide_page(corpus: Corpus, language: str) -> str:
    """Return the tables of one language's rules by subject, in each the strictest first."""
    locale = corpus.locale(language)
    rules = corpus.terms.get(language, ())
    usual = _usual_exceptions(rules)
    blocks: list[str] = []
    for subject in dict.fromkeys(
        (*corpus.settings.subjects, *(rule.subject for rule in rules if rule.subject), "")
    ):
        alike = [rule for level in Level for rule in rules if rule.subject == subject and rule.level is level]
        if alike:
            name = (
                locale.say(f"subjects.{subject}")
                if locale.has(f"subjects.{subject}")
                else locale.say("guide.other")
            )
            blocks.append(heading(2, name, f"subject-{subject or 'other'}", "guide-subject"))
            blocks.append(_table(alike, usual, corpus, locale))
    return joined(blocks)


def _usual_exceptions(rules: Sequence[TermRule]) -> frozenset[str]:
    """Return the exceptions that hold for a quarter of the rules or more: the page's own text says them once."""
    counts = Counter(_bare(text) for rule in rules for text in rule.exceptions)
    return frozenset(text for text, count in counts.items() if count * 4 >= len(rules))


def _bare(exception: str) -> str:
    return exception.partition(" (")[0]


def _table(rules: Iterable[TermRule], usual: frozenset[str], corpus: Corpus, locale: Language) -> str:
    titles = [locale.say(f"guide.{key}") for key in ("rather", "write", "because", "example")]
    head = [_row(titles), _row(["---"] * len(titles))]
    return "\n".join(head + [_row(_cells(rule, usual, corpus, locale)) for rule in rules])


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cells(rule: TermRule, usual: frozenset[str], corpus: Corpus, locale: Language) -> list[str]:
    avoid = listed(quoted(form, locale) for form in rule.avoid)
    prefer = listed(plain(text) for text in dict.fromkeys(rule.prefer))
    arrow = (
        f"{quoted(rule.wrong, locale)} → {quoted(rule.right, locale)}" if rule.wrong and rule.right else ""
    )
    level = locale.say(f"levels.{rule.level}")
    return [
        f"{avoid} *{level}* {{#{rule.id} .guide-{rule.level}}}",
        prefer or "–",
        _because(rule, usual, corpus, locale),
        arrow or "–",
    ]


def _because(rule: TermRule, usual: frozenset[str], corpus: Corpus, locale: Language) -> str:
    known = [id for id in rule.sources if id in corpus.sources]
    cited = f"[{'; '.join(f'@{id}' for id in known)}]" if known else f"*{locale.say('guide.own')}*"
    parts = [f"{plain(rule.why)} {cited}"]
    special = [text for text in rule.exceptions if _bare(text) not in usual]
    if special:
        parts.append(_labelled("guide.stays", special, corpus, locale))
    if rule.contexts:
        parts.append(_labelled("guide.notes", rule.contexts, corpus, locale))
    return " ".join(parts)


def _labelled(key: str, texts: Iterable[str], corpus: Corpus, locale: Language) -> str:
    said = "; ".join(with_citations(plain(text), corpus, locale) for text in texts)
    return f"**{locale.say(key)}{locale.typography.colon}** {said.rstrip('.')}."


def with_citations(text: str, corpus: Corpus, locale: Language) -> str:
    """Return a note whose "(see id, id)" is a citation; where an id is part of the sentence, its name stands there."""

    def cite(match: re.Match[str]) -> str:
        ids = match["ids"].split(", ")
        return f" [{'; '.join(f'@{id}' for id in ids)}]" if set(ids) <= corpus.sources.keys() else match[0]

    def name(match: re.Match[str]) -> str:
        source = corpus.sources.get(match[0])
        return f"{plain(who(source, locale))} [@{source.id}]" if source else match[0]

    return _BARE_ID.sub(name, _SEE.sub(cite, text))
