"""The language guide: an entry a rule, by subject, made from the rules that the checks use."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from commonground.languages import Language
from commonground.model.corpus import Corpus
from commonground.model.problem import Level
from commonground.model.term import TermRule
from commonground.pages.pieces import fold, heading, joined, listed, plain, quoted
from commonground.sources.names import who

_ID = r"[a-z]+(?:\d{4}|nd)[a-z]*"
_SEE = re.compile(rf"\s*\((?:(?:see|voir)[ \u00a0])?(?P<ids>{_ID}(?:, {_ID})*)\)")

_BARE_ID = re.compile(rf"(?<![@\w]){_ID}(?!\w)")


def guide_page(corpus: Corpus, language: str) -> str:
    """Return the entries of one language's rules by subject, in each the strictest first."""
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
            blocks += [_entry(rule, usual, corpus, locale) for rule in alike]
    return joined(blocks)


def _usual_exceptions(rules: Sequence[TermRule]) -> frozenset[str]:
    """Return the exceptions that hold for a quarter of the rules or more: the page's own text says them once."""
    counts = Counter(_bare(text) for rule in rules for text in rule.exceptions)
    return frozenset(text for text, count in counts.items() if count * 4 >= len(rules))


def _bare(exception: str) -> str:
    return exception.partition(" (")[0]


def _entry(rule: TermRule, usual: frozenset[str], corpus: Corpus, locale: Language) -> str:
    """Return the first word to avoid and the first to write; opened, all of them, why, when the word may stay, and an example."""
    line = [
        f"**{quoted(rule.avoid[0], locale)}**{{#{rule.id} .entry-name}}",
        f"*{_labelled('guide.write', plain(rule.prefer[0]), locale)}*{{.entry-more}}" if rule.prefer else "",
        f"*{locale.say(f'levels.{rule.level}')}*{{.entry-level .guide-{rule.level}}}",
    ]
    blocks = [*_words(rule, locale), *_because(rule, usual, corpus, locale)]
    return fold(" ".join(filter(None, line)), blocks)


def _words(rule: TermRule, locale: Language) -> Iterator[str]:
    """Yield all words to avoid and all to write, where there are more than the line has."""
    avoid, write = rule.avoid, tuple(dict.fromkeys(rule.prefer))
    if len(avoid) > 1 or len(write) > 1:
        yield _bold("guide.rather", listed(quoted(form, locale) for form in avoid), locale)
        if write:
            yield _bold("guide.write", listed(map(plain, write)), locale)


def _labelled(key: str, text: str, locale: Language) -> str:
    return f"{locale.say(key)}{locale.typography.colon} {text}"


def _bold(key: str, text: str, locale: Language) -> str:
    return f"**{locale.say(key)}{locale.typography.colon}** {text}"


def _because(rule: TermRule, usual: frozenset[str], corpus: Corpus, locale: Language) -> Iterator[str]:
    known = [id for id in rule.sources if id in corpus.sources]
    cited = f"[{'; '.join(f'@{id}' for id in known)}]" if known else f"*{locale.say('guide.own')}*"
    yield f"{plain(rule.why)} {cited}"
    special = [text for text in rule.exceptions if _bare(text) not in usual]
    for key, texts in (("guide.stays", special), ("guide.notes", rule.contexts)):
        if texts:
            said = "; ".join(with_citations(plain(text), corpus, locale) for text in texts)
            yield _bold(key, f"{said.rstrip('.')}.", locale)
    if rule.wrong and rule.right:
        yield _bold("guide.example", f"{quoted(rule.wrong, locale)} → {quoted(rule.right, locale)}", locale)


def with_citations(text: str, corpus: Corpus, locale: Language) -> str:
    """Return a note whose "(see id, id)" is a citation; where an id is part of the sentence, its name stands there."""

    def cite(match: re.Match[str]) -> str:
        ids = match["ids"].split(", ")
        return f" [{'; '.join(f'@{id}' for id in ids)}]" if set(ids) <= corpus.sources.keys() else match[0]

    def name(match: re.Match[str]) -> str:
        source = corpus.sources.get(match[0])
        return f"{plain(who(source, locale))} [@{source.id}]" if source else match[0]

    return _BARE_ID.sub(name, _SEE.sub(cite, text))
