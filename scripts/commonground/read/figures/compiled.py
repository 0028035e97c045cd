"""From a language's numbers.toml to plain tables and regular expressions, which Python and the browser both read with."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from msgspec import Struct, to_builtins

from commonground.languages.message import Message, listed, texts_of
from commonground.languages.own_files import BrokenOwnFile, refuse
from commonground.read.figures.notation import NEVER, UnknownPartError, is_plain, literal, one_of, pattern

_text = texts_of(__name__)

Data = Mapping[str, Any]
Table = Mapping[str, str]

GLYPHS = "¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
"""Fractions of one character."""

_POWER = (
    r"[0-9]+(?:[.,][0-9]+)?\s?[×x·]\s?10(?:\^[-−]?[0-9]{1,2}|⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,2})(?![0-9⁰¹²³⁴⁵⁶⁷⁸⁹])"
    r"|10(?:\^[0-9]{1,2}|[⁴⁵⁶⁷⁸⁹]|[¹²³][⁰¹²³⁴⁵⁶⁷⁸⁹])(?![0-9⁰¹²³⁴⁵⁶⁷⁸⁹])"
)
"""Powers of ten; the low ones alone ("10²") may have a note."""

_BEFORE = r"(?<!\w)(?<![0-9][.,])(?:(?<![^\W0-9_]-)|(?<=-to-)|(?=[0-9]+(?:[.,][0-9]+)?(?:{percent})))"
"""A number does not begin inside a word, another number or a name such as COVID-19; "5-to-10-year" and "near-50%" are none."""

_LETTER = r"[^\W0-9_]"
_TABLES = (
    "words",
    "scales",
    "letters",
    "rounds",
    "added",
    "implied",
    "time",
    "measures",
    "whole",
    "fractions",
    "multiples",
)
_PLAIN_PATTERNS = (
    "decimal", "about", "and_a_half", "changes", "changed_by", "change_after", "odds_after", "scores", "from",
    "ordinal_or_fraction", "person_or_fraction", "shared_after", "person_shared_after", "hedges", "between",
)  # fmt: skip


_NEEDED = (
    "numerals", "decimal", "words", "linked", "scales", "letters", "short", "capitals", "large", "rounds", "before_rounds", "and_a_half",
    "added", "implied", "before_implied", "openers", "percent", "per_mille", "points", "basis_points", "loose_points", "changes",
    "changed_by", "change_after", "currencies", "currency_before", "currency_after", "times", "glued", "multiples", "multiple",
    "multiplied", "divided", "time", "before_time", "less_a_day", "measures", "share", "odds", "odds_after", "scores", "from", "rate",
    "bases", "whole", "fractions", "of", "scaled_fraction", "half", "ordinal_or_fraction", "shared_after", "range",
    "range_after_between", "range_of_a_bare_number", "interval", "between", "hedges", "parts", "rules",
)  # fmt: skip
_OPTIONAL = (
    "short_after_a_currency", "after_rounds", "vague", "about", "after_time", "ratio", "fractions_after_tens", "person_or_fraction",
    "person_shared_before", "person_shared_after", "articles", "spoken_decimal",
)  # fmt: skip
_RULE_NEEDS = ("id", "reason", "match", "why", "none", "figure")
_RULE_MAY = (
    "of",
    "after",
    "not_after",
    "after_cased",
    "then",
    "not_then",
    "unless",
    "cased",
    "in",
    "follows",
    "joint",
)
_REASONS = ("date", "year", "numbered", "telephone", "clock", "level", "phrase", "name", "figure")
_KINDS = ("form", "number", "words", "percent", "share", "hours", "list")


class Words(Struct, frozen=True, kw_only=True):
    """What stands before a number: ``plain`` phrases, and a pattern for others, "" where there are none."""

    plain: tuple[str, ...] = ()
    pattern: str = ""


class Rule(Struct, frozen=True, kw_only=True):
    """A rule for numbers that are no figures; the head of ``languages/numbers.toml`` says what each part means."""

    id: str
    reason: str
    of: str
    match: str
    after: Words | None
    not_after: Words | None
    after_cased: str
    cased: bool
    prose_only: bool
    follows: str
    joint: str
    unless: tuple[str, ...]


class Compiled(Struct, frozen=True, kw_only=True):
    """
    All that is known of a language's numbers: plain values, so that it may be written as JSON.

    Attributes:
        tables: By name: values ("1000", "1/2", "year") by words.
        lists: By name: words.
        patterns: By name: regular expressions over lower-case text.
        units: What may follow a number, in the order in which they are tried.
    """

    language: str
    tables: Mapping[str, Table]
    lists: Mapping[str, tuple[str, ...]]
    patterns: Table
    units: Mapping[str, str]
    rules: tuple[Rule, ...]

    def as_json(self) -> dict[str, object]:
        """Return it as values that JSON knows."""
        return dict(to_builtins(self))


def compile_numbers(language: str, shared_path: str, shared: Data, path: str, own: Data) -> Compiled:
    """
    Compile the data of a language together with what holds for all of them; the paths are for messages.

    Raises: BrokenOwnFile: Something is missing, or is not as the head of ``languages/numbers.toml`` says.
    """
    refuse([*_faults(shared_path, shared, ("parts", "rules"), ()), *_faults(path, own, _NEEDED, _OPTIONAL)])
    try:
        compiler = _Compiler(shared, own)
        return _compiled(language, compiler)
    except UnknownPartError as error:
        raise BrokenOwnFile(_text("no-part", path=path, name=f"{{{error}}}")) from None


def _faults(path: str, data: Data, needed: Sequence[str], optional: Sequence[str]) -> Iterator[Message]:
    """Yield what a file lacks, and what it has that nobody reads."""
    yield from (_text("lacks", path=path, key=key) for key in needed if key not in data)
    known = (*needed, *optional)
    yield from (_text("unknown", path=path, key=key, known=listed(known)) for key in data if key not in known)
    for rule in data.get("rules", ()):
        name = rule.get("id", "a_rule_without_id")
        place, known = f"{path}: {name}", (*_RULE_NEEDS, *_RULE_MAY)
        yield from (_text("lacks", path=place, key=key) for key in _RULE_NEEDS if key not in rule)
        yield from (
            _text("unknown", path=place, key=key, known=listed(known)) for key in rule if key not in known
        )
        if rule.get("reason") not in _REASONS:
            yield _text(
                "one-of", path=place, key="reason", value=str(rule.get("reason")), known=listed(_REASONS)
            )
        if rule.get("of", "form") not in _KINDS:
            yield _text("one-of", path=place, key="of", value=str(rule["of"]), known=listed(_KINDS))


def _compiled(language: str, compiler: "_Compiler") -> Compiled:
    return Compiled(
        language=language,
        tables=compiler.tables,
        lists={"vague": tuple(compiler.words("vague")), "bases": tuple(compiler.words("bases"))},
        patterns=compiler.patterns(),
        units=compiler.units(),
        rules=tuple(compiler.rules()),
    )


class _Compiler:
    def __init__(self, shared: Data, own: Data) -> None:
        self._shared, self._own = shared, own
        self.tables = {name: _inverted(own.get(name, {})) for name in _TABLES}
        self.tables["currencies"] = dict(own["currencies"])
        self.tables["fractions"] |= self._compound_fractions()
        self._parts = {
            "letter": _LETTER,
            "words": one_of(self.tables["words"]),
            "time_word": one_of(self.tables["time"]),
        }
        for name, written in chain(shared["parts"].items(), own["parts"].items()):
            self._parts[name] = self._pattern(written)

    def _compound_fractions(self) -> dict[str, str]:
        tens = {word: int(value) for word, value in self.tables["words"].items() if 20 <= int(value) < 100}
        after = _inverted(self._own.get("fractions_after_tens", {}))
        return {
            f"{ten}-{part}": str(value + int(added))
            for ten, value in tens.items()
            for part, added in after.items()
        }

    def words(self, name: str) -> list[str]:
        return list(self._own.get(name, ()))

    def _pattern(self, written: Any) -> str:
        """Return one expression of a pattern or of a list of them."""
        if isinstance(written, str):
            return pattern(written, self._parts)
        return "|".join(pattern(str(one), self._parts) for one in written)

    def _get(self, name: str) -> str:
        return self._pattern(self._own[name]) if name in self._own else NEVER

    def patterns(self) -> dict[str, str]:
        own = {name: self._get(name) for name in _PLAIN_PATTERNS}
        hedged = f"(?:(?:{own['hedges']})\\s?)?"
        joins = self._get("range")
        digits, after_currency, spelled, _ = self._number()
        own |= {
            "begins": _BEFORE.replace("{percent}", self._get("percent")),
            "first_words": self._first_words(),
            "capitals": self._get("capitals"),
            "fraction": self._fraction(),
            "multiple": self._get("multiple"),
            "prefix": f"(?P<money>{self._get('currency_before')})|(?P<multiplied>{self._get('multiplied')})|(?P<divided>{self._get('divided')})",
            "digits": digits,
            "digits_after_a_currency": after_currency,
            "spelled": spelled,
            "range": f"(?:{joins}){hedged}",
            "range_after_between": f"(?:{self._get('range_after_between')}){hedged}",
            "range_of_a_bare_number": f"(?:{self._get('range_of_a_bare_number')}){hedged}",
            "opens_interval": rf"(?:[(\[]|\b(?:{self._get('interval')})\b[^()\[\],;]{{0,12}})\Z",
            "between": rf"\b(?:{own['between']})\s?{hedged}\Z",
            "hedge": rf"\b(?:{own['hedges']}|{own['between']})\s?\Z",
            "person_shared_before": f"(?:{self._get('person_shared_before')})\\Z",
            "changes": rf"\b(?:{own['changes']})\b",
            "changed_by": rf"\b(?:{own['changes']})\s(?:{own['changed_by']})?\Z",
            "other_part": rf"\b{one_of(self.tables['fractions'])}\s(?:{self._get('of')})\b[^.;:]*\Z",
            "odds_after": rf"\b(?:{own['odds_after']})\s(?:{_LETTER}+\s){{0,2}}\Z",
            "scores": rf"\b(?:{own['scores']})\b",
            "from": rf"\b(?:{own['from']})\Z",
            "range_open": rf"(?:[0-9]|\b{one_of(self.tables['words'])})(?:{joins})\Z",
            "number_words": rf"(?P<part>{own['and_a_half']})|(?<!\w){one_of((*self.tables['words'], *self.tables['rounds']))}(?!\w)",
            "scale_words": rf"(?<!{_LETTER}){one_of((*self.tables['scales'], *self.tables['letters']))}(?!\w)",
            "spoken_decimal": rf"\s(?:{self._get('spoken_decimal')})\s",
            "articles": self._get("articles"),
        }
        del own["hedges"]
        return own

    def _first_words(self) -> str:
        """Return a pattern of the beginnings of words, grouped by their first letter for speed."""
        beginnings: dict[str, set[str]] = {}
        for word in (*self.tables["words"], *(word for word in self.tables["multiples"] if " " not in word)):
            beginnings.setdefault(word[0], set()).add(word[1:4])
        grouped = [f"{first}(?:{'|'.join(sorted(rest))})" for first, rest in sorted(beginnings.items())]
        return rf"\b(?:{'|'.join(grouped)}|{self._get('openers')})"

    def _number(self) -> tuple[str, str, str, str]:
        """Return the patterns of a number in digits, of one after a currency, of one in words, and of the whole of a ratio."""
        word = rf"{one_of(self.tables['words'])}(?!\w)"
        implied = rf"{one_of(self.tables['implied'])}(?={self._get('before_implied')})"
        scales = one_of(self.tables["scales"])
        rounds = rf"(?:{self._get('before_rounds')})\s{one_of(self.tables['rounds'])}\b(?:{self._get('after_rounds')})?|"
        more = rf"(?:(?:{self._get('linked')}){word})*"
        large = self._pattern(self._own["large"])
        decimals = rf"(?:\s(?:{self._get('spoken_decimal')})\s{word}(?:\s{word}|{more})*)?"
        rest = rf"\s(?=[^.,;:()0-9]{{0,40}}?\b(?:{large})\b){word}{more}(?:[\s-]{scales}\b)?"
        spelled = (
            rf"{rounds if self.tables['rounds'] else ''}(?:{implied}|{word}){more}{decimals}(?:{self._get('and_a_half')}(?=[\s-]{scales}\b))?"
            rf"(?:[\s-]{scales}\b(?:{rest})?)?"
        )
        glued = one_of(self.words("glued"))
        numeral = self._get("numerals")
        mixed = rf"[0-9]{{1,3}}\s(?:[1-9]\/(?:[2-9]|1[0-6])(?![0-9/])|[{GLYPHS}])"
        end = rf"(?!(?!x\b|{scales}\b|(?:{glued})(?!\w))\w|[.,][0-9])"
        signed = rf"(?:(?<![0-9%+])[-−+])?(?:{mixed}|{_POWER}|{numeral}|[0-9]+[{GLYPHS}])"
        scaled = rf"{end}(?:[\s-]?{scales}\b)?"
        short = self._get("short")
        digits = f"{signed}(?:{short}|{scaled})"
        after_currency = f"{signed}(?:{self._get('short_after_a_currency')}|{short}|{scaled})"
        whole = rf"(?:{numeral}){scaled}|(?:{implied}|{word}){more}(?:[\s-]{scales}\b)?"
        return digits, after_currency, spelled, whole

    def _fraction(self) -> str:
        return (
            rf"(?P<whole>{one_of(self.tables['whole'])})[\s-](?P<part>{one_of(self.tables['fractions'])})\b"
            rf"(?!-{_LETTER}|{self._get('scaled_fraction')})|(?P<half>{self._get('half')})(?![\w-])"
            rf"|(?P<low>[0-9])[/⁄](?P<high>[0-9]|100?)(?![0-9/]|[.,\s][0-9]{{3}})|(?P<sign>[{GLYPHS}])"
        )

    def units(self) -> dict[str, str]:
        *_, whole = self._number()
        # Not to be tried again with less of it: "one_in_five_thousand_years" is no "one_in_five".
        number = f"(?=(?P<other>{whole}))(?P=other)"
        time, scales = one_of(self.tables["time"]), one_of(self.tables["scales"])
        before = self._get("before_time")
        no_time = rf"(?!(?:{before}){time}\b|-{_LETTER})"
        percent, money, times, rate = (
            self._get(name) for name in ("percent", "currency_after", "times", "rate")
        )
        no_unit = rf"(?!{percent}|{money}|{times}|\s{scales}\b|{rate}|[-:])"
        half = self._get("and_a_half")
        bases = "|".join(map(literal, self.words("bases")))
        ratio = f"(?:{self._get('ratio')}){number}{no_time}" if "ratio" in self._own else NEVER
        return {
            "ratio": ratio,
            "share": f"(?:{self._get('share')}){number}{no_time}",
            "rate": rf"(?:{rate})(?P<base>(?:10{{0,2}}(?:[,.\s]000)+|10{{2,}}|{bases}))(?!\w|[,.][0-9])",
            "basis_points": self._get("basis_points"),
            "points": self._get("points"),
            "loose_points": self._get("loose_points"),
            "percent": percent,
            "per_mille": self._get("per_mille"),
            "money": money,
            "times": f"(?:{times})(?P<half>{half})?",
            "time": rf"(?:{before})(?P<word>{time})\b(?P<half>{half})?(?:{self._get('after_time')})?(?P<less>{self._get('less_a_day')})?",
            "measure": rf"(?:\s?|-(?={_LETTER}{{4}}))(?P<word>{one_of(self.tables['measures'])})(?!\w|['’]\w)",
            "odds": f"(?:{self._get('odds')}){number}{no_time}{no_unit}",
        }

    def rules(self) -> Iterable[Rule]:
        for data in chain(self._shared["rules"], self._own["rules"]):
            yield self._rule(data)

    def _rule(self, data: Data) -> Rule:
        follow = f"(?={self._pattern(data['then'])})" if "then" in data else ""
        follow += f"(?!{self._pattern(data['not_then'])})" if "not_then" in data else ""
        match = self._pattern(data["match"])
        return Rule(
            id=str(data["id"]),
            reason=str(data["reason"]),
            of=str(data.get("of", "form")),
            match=f"(?:{match}){follow}" if follow else match,
            after=self._words(data.get("after")),
            not_after=self._words(data.get("not_after")),
            after_cased=f"(?<!\\w)(?:{self._pattern(data['after_cased'])})\\Z"
            if "after_cased" in data
            else "",
            cased=bool(data.get("cased")),
            prose_only=data.get("in") == "prose",
            follows=str(data.get("follows", "")),
            joint=self._pattern(data["joint"]) if "joint" in data else "",
            unless=tuple(data.get("unless", ())),
        )

    def _words(self, written: Any) -> Words | None:
        if written is None:
            return None
        words: Sequence[str] = [str(one) for one in written]
        others = [one for one in words if not is_plain(one)]
        return Words(
            plain=tuple(one for one in words if is_plain(one)),
            pattern=f"(?<!\\w)(?:{self._pattern(others)})\\Z" if others else "",
        )


def _inverted(table: Mapping[object, Iterable[object]]) -> dict[str, str]:
    """Return the values by their words."""
    return {str(word): str(value) for value, words in table.items() for word in words}
