"""
The language rules as JSON, ready to run: one file a language, and the schema that explains each key.

A program that follows ``matching/engine.py`` with these files finds what our own checks find; the cases of
``tests/corpus/language/conformance.json`` show whether it does.
"""

import json
from collections.abc import Iterator, Mapping
from importlib import resources

from msgspec.structs import asdict

from commonground.export.fields import fields
from commonground.languages import Language
from commonground.matching.compiled import Compiled, Form, Option, compile_terms
from commonground.model.corpus import Corpus
from commonground.model.term import Near, Situation, TermRule, situations_of

FOLDER = "data/language"
SCHEMA = "language_rules.schema.json"
FIELDS = {
    f"{FOLDER}/schema.json": fields(computed="*"),
    f"{FOLDER}/*.json": fields(computed="version rule any none but function_words agreeing_words"),
}


def files(corpus: Corpus, site: str) -> Iterator[tuple[str, bytes]]:
    """Yield (path below the site's root, content) of the schema and of each language's rules."""
    yield f"{FOLDER}/schema.json", (resources.files("commonground.export") / SCHEMA).read_bytes()
    for language, rules in corpus.terms.items():
        whole = language_rules(compile_terms(rules, corpus.locale(language)), corpus.locale(language))
        text = json.dumps(whole, ensure_ascii=False, separators=(",", ":"))
        yield f"{FOLDER}/{language}.json", f"{text}\n".encode()


def language_rules(compiled: Compiled, locale: Language) -> Mapping[str, object]:
    """Return the rules of one language as the schema describes them."""
    grammar = compiled.grammar
    return {
        "$schema": "schema.json",
        "version": 1,
        "language": compiled.language,
        "rules": [_rule(rule) for rule in compiled.rules],
        "forms": [_form(form) for form in compiled.forms],
        "names": compiled.names,
        "situations": [_situation(one) for one in situations_of(compiled.rules)],
        "grammar": {
            "abbreviations": locale.words.abbreviations,
            "one_letter_words": locale.words.one_letter_words,
            "mention_words": locale.words.mention_words,
            "mention_lists": locale.words.mention_lists,
            "list_joints": locale.words.list_joints,
            "elisions": locale.words.elisions,
            "quotation_words": locale.words.quotation_words,
            "speaking_words": locale.words.speaking_words,
            "names": {
                key: sorted(value) if isinstance(value, frozenset) else value
                for key, value in asdict(locale.words.names).items()
            },
            "articles": grammar.articles,
            "determiners": grammar.determiners,
            "genders": bool(grammar.genders),
            "possessives": grammar.possessives,
            "small_words": grammar.small_words,
            "title_case": grammar.title_case,
            "function_words": sorted(grammar.function_words),
            "agreeing_words": sorted(grammar.agreeing_words),
        },
    }


def _rule(rule: TermRule) -> Mapping[str, object]:
    return {
        "id": rule.rule_id,
        "level": rule.level,
        "subject": rule.subject,
        "why": rule.why,
        "prefer": rule.prefer,
        "except": rule.exceptions,
        "contexts": rule.contexts,
        "sources": rule.sources,
        "examples": {"wrong": rule.wrong, "right": rule.right},
        "replaces": [f"language/{id}" for id in rule.replaces],
        "safe": rule.safe,
        "adults": bool(rule.situations),
    }


def _situation(situation: Situation) -> Mapping[str, object]:
    return {
        "id": situation.id,
        "any": situation.any,
        "but": situation.but,
        "why": situation.why,
        "instead": situation.instead,
    }


def _form(form: Form) -> Mapping[str, object]:
    """Return a form without what is usual: no condition, no capital letters asked for."""
    whole = {
        "find": form.find,
        "written": form.written,
        "rule": form.rule,
        "options": [_option(option) for option in form.options],
        "exact": form.exact,
        "capitals": form.capitals,
        "near": _near(form.near) if form.near else None,
        "fits": {"before": _near(form.fits.before), "after": _near(form.fits.after)} if form.fits else None,
        "gender": form.gender or None,
        "advice": form.advice or None,
    }
    return {key: value for key, value in whole.items() if value is not None and value is not False}


def _near(near: Near) -> Mapping[str, object]:
    return {"any": near.any, "none": near.none}


def _option(option: Option) -> Mapping[str, object]:
    whole = {
        "text": option.text,
        "straight": option.straight,
        "gender": option.gender,
        "vowel": option.vowel,
        "open": option.is_open,
    }
    return {key: value for key, value in whole.items() if value or key == "straight"}
