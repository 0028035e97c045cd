"""A self-check asks one question and explains each of its choices; one of them is right."""

import re
from collections.abc import Iterator
from itertools import pairwise

from commonground.checks.making import maker
from commonground.languages import Language
from commonground.languages.message import texts_of
from commonground.model.article import Article, Block
from commonground.model.corpus import Corpus
from commonground.model.marks import SELF_CHECK
from commonground.model.passage import Kind
from commonground.model.problem import Level, Problem

LEVEL = Level.ERROR
MAY_WAIT_IN_DRAFT = True
_problem = maker(__name__, LEVEL)
_text = texts_of(__name__)
_FEWEST = 2
_CHOICE = re.compile(r"[-*+] +\*\*(?P<choice>[^*]+)\*\* +(?P<why>\S.*)")


def check(corpus: Corpus) -> Iterator[Problem]:
    """Yield a problem for each self-check without its question, and for each choice that is not explained."""
    for article in corpus.articles:
        for block in article.blocks:
            if block.name == SELF_CHECK and block.closed:
                yield from _faults(article, block, corpus.locale(article.language))


def _faults(article: Article, block: Block, locale: Language) -> Iterator[Problem]:
    inside = article.within(block)
    kinds = [passage.kind for passage in inside]
    if kinds[:1] != [Kind.PARAGRAPH] or set(kinds[1:]) != {Kind.ITEM}:
        yield _problem(article.path, block.span, _text("shape", example=_example(locale)))
        return
    starts = [p.whole().line for p in inside[1:]]
    texts = (_lines(article, start, end) for start, end in pairwise([*starts, block.end_line]))
    choices = [(p, _CHOICE.match(text)) for p, text in zip(inside[1:], texts, strict=True)]
    for passage, found in choices:
        if found is None:
            yield _problem(article.path, passage.whole(), _text("choice", example=_example(locale)))
    verdicts = [(p, _verdict(found["why"], locale)) for p, found in choices if found]
    for passage, verdict in verdicts:
        if not verdict:
            right, wrong = locale.say("lesson.right"), locale.say("lesson.wrong")
            yield _problem(article.path, passage.whole(), _text("verdict", right=right, wrong=wrong))
    count = sum(verdict == "right" for _, verdict in verdicts)
    are_judged = all(found for _, found in choices) and all(verdict for _, verdict in verdicts)
    if are_judged and (len(choices) < _FEWEST or count != 1):
        message = _text("count", choices=len(choices), right=count, word=locale.say("lesson.right"))
        yield _problem(article.path, block.span, message)


def _lines(article: Article, start: int, end: int) -> str:
    """Return some lines of the file as one."""
    lines = article.body.split("\n")[start - article.body_line : end - article.body_line]
    return " ".join(" ".join(lines).split())


def _verdict(why: str, locale: Language) -> str:
    return next((key for key in ("right", "wrong") if why.startswith(locale.say(f"lesson.{key}"))), "")


def _example(locale: Language) -> str:
    return locale.skeleton[SELF_CHECK].split("\n")[-1]
