"""
The language rules as a package for Vale (https://vale.sh), a program that checks texts by rules in files.

One archive, as ``Packages`` in a ``.vale.ini`` takes it: a folder ``styles`` with a style a language, and in it a file a
rule. What Vale cannot do as our own checks do stands in the ``README.md`` of each style.
"""

import re
import unicodedata
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

import yaml

from commonground.export.archive import packed
from commonground.export.fields import fields
from commonground.export.language_rules import FOLDER
from commonground.export.vale_pattern import Pattern, patterns, situation
from commonground.languages import Language
from commonground.matching.compiled import compile_terms
from commonground.model.address import page_path
from commonground.model.corpus import Corpus
from commonground.model.term import TermRule

FIELDS = {f"{FOLDER}/*.zip": fields(computed="tokens")}
_GUIDE = "language-guide"
_MOST_OPTIONS = 3
_ANYWHERE = ("text & ~blockquote",)
_SENTENCES = ("sentence", "heading", "list", "table", "alt")
"""Vale splits paragraphs alone into sentences; elsewhere an item, a cell or a heading is the nearest thing to one."""


def files(corpus: Corpus, site: str) -> Iterator[tuple[str, bytes]]:
    """
    Yield (path below the site's root, content) of the package; nothing where there are no rules.

    Args: site: Address of the site, ending in a slash, to which messages link; "" for messages without links.
    """
    name = package_name(corpus)
    files = {
        f"{name}/styles/{path}": content
        for language, rules in corpus.terms.items()
        if rules
        for path, content in _style(corpus, language, site)
    }
    if files:
        content = ((path, text.encode()) for path, text in sorted(files.items()))
        yield package_path(corpus), packed(content, zipfile.ZIP_STORED)


def package_name(corpus: Corpus) -> str:
    """Return what the package is called: the words of the site's name in the default language, as one."""
    name = corpus.locale(corpus.default_language).say("site.name") or "Site"
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return "".join(word[:1].upper() + word[1:] for word in re.findall(r"[A-Za-z0-9]+", plain)) or "Site"


def package_path(corpus: Corpus) -> str:
    """Return where the package lies below the site's root."""
    return f"{FOLDER}/{package_name(corpus)}.zip"


def style_name(language: str, corpus: Corpus) -> str:
    """Return what the style of a language is called in a ``.vale.ini``: ``LampFacts``, and in capitals the language if it is no first."""
    name = package_name(corpus)
    return name if language == corpus.default_language else f"{name}{language.upper()}"


def _style(corpus: Corpus, language: str, site: str) -> Iterator[tuple[str, str]]:
    """Yield (path in ``styles``, text) of each file of one language."""
    locale, name = corpus.locale(language), style_name(language, corpus)
    guide, site_name = _guide(corpus, language, site), locale.say("site.name")
    compiled = compile_terms(corpus.terms[language], locale)
    for place, found in groupby(patterns(compiled), lambda pattern: pattern.form.rule):
        rule = compiled.rules[place]
        whole = _rule(rule, list(found), locale, f"{guide}#{rule.id}" if guide else "")
        text = yaml.dump(whole, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=10_000)
        yield f"{name}/{rule.id}.yml", text
    path = package_path(corpus)
    address = site + path if site else path.rpartition("/")[2]
    yield (
        f"{name}/README.md",
        locale.say(
            "vale.readme",
            address=address,
            style=name,
            site=site_name,
            guide=guide or locale.say("vale.guide", site=site_name),
            tested=locale.say("vale.tested") if corpus.measured else "",
        ),
    )


def _guide(corpus: Corpus, language: str, site: str) -> str:
    """Return the whole address of the page that explains each rule, "" where there is none."""
    for article in corpus.articles:
        if site and article.language == language and article.front.layout == _GUIDE:
            return site + page_path(language, article.key, corpus.default_language)
    return ""


def _rule(rule: TermRule, found: Sequence[Pattern], locale: Language, link: str) -> Mapping[str, object]:
    """Return one rule file: a substitution where there are words to write instead, else an existence check."""
    swaps = any(pattern.form.options for pattern in found)
    why = rule.why.replace("%", "%%")
    if swaps:
        message = locale.say("vale.instead", form="%s", options="%s", why=why)
    else:
        message = locale.say("vale.avoid", form="%s", advice=_advice(rule.prefer, locale), why=why)
    head: dict[str, object] = {
        "extends": "substitution" if swaps else "existence",
        "message": message,
        "link": link,
        "level": str(rule.level),
        "scope": list(_SENTENCES if any(pattern.conditional for pattern in found) else _ANYWHERE),
        "ignorecase": True,
    }
    body: dict[str, object] = {"tokens": [pattern.text for pattern in found]}
    if swaps:
        body = {
            "swap": _in_situations(rule, found)
            | {pattern.text: _instead(rule, pattern, locale) for pattern in found}
        }
    return {key: value for key, value in head.items() if value} | body


def _in_situations(rule: TermRule, found: Sequence[Pattern]) -> dict[str, str]:
    """
    Return what to do about any form of a rule in each situation, in which its replacements are not offered.

    Vale takes the longest pattern first: these, which hold the others.
    """
    forms = f"(?:{'|'.join(pattern.text for pattern in found)})"
    return {forms + situation(one): _sentence(one.instead) for one in rule.situations}


def _instead(rule: TermRule, pattern: Pattern, locale: Language) -> str:
    """Return what to do about one form: words to write, else the advice of its rule."""
    options = [locale.typography.quote(option.text) for option in pattern.form.options]
    if options:
        return locale.say("vale.write", options=locale.say("vale.or").join(options[:_MOST_OPTIONS]))
    parallel = len(rule.prefer) == len(rule.avoid)
    own = rule.prefer[rule.avoid.index(pattern.form.written)] if parallel else ""
    return _advice([own] if own else rule.prefer, locale)


def _advice(prefer: Iterable[str], locale: Language) -> str:
    """Return the advice in parentheses among what a rule prefers, as a sentence without its full stop."""
    texts = [text.strip("()") for text in dict.fromkeys(prefer) if text.startswith("(")]
    return _sentence("; ".join(texts) or locale.say("vale.reword"))


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
