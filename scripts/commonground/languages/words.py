"""The words by which the texts of a language are read: ``languages/<code>/words.toml``."""

from collections.abc import Iterator, Mapping

from msgspec import Struct, field

from commonground.languages.message import Message, texts_of
from commonground.languages.own_files import Table, no_lists, no_texts, no_words, pairs, refuse, strings
from commonground.text.folding import fold

_text = texts_of(__name__)

_LISTS = (
    "abbreviations", "months", "articles", "vowels", "vowel_names", "one_letter_words", "example_words", "link_texts", "mention_words", "mention_lists", "list_joints", "elisions", "speaking_words", "quotation_words", "explaining_words", "small_words",
    "consonant_sounds", "masculine", "feminine", "either", "postmodifiers", "function_words", "agreeing_words", "frequent_words", "locators",
)  # fmt: skip


class Grammar(Struct, frozen=True):
    """
    What a replacement needs to fit its sentence.

    ``determiners``: rows of one small word before a consonant (masculine, feminine) and before a vowel (masculine,
    feminine). ``consonant_sounds``: words that begin with a vowel letter and are spoken with a consonant, or a spoken h
    ("*" for any ending). ``genders``: ``m``, ``f`` or ``mf`` (either) by noun, singular or plural. ``possessives``: whether
    ``'s`` marks one. ``small_words`` stay small in a title; ``title_case``: the others are capitals there.
    ``postmodifiers``: words that begin what follows a noun as part of it. ``function_words`` agree with no noun beside them;
    before one of them ``agreeing_words`` may ("tous les"). A form or a name may begin with one of the ``articles``, which end
    in an apostrophe where they are elided. A word that begins with one of the ``vowels`` is spoken with a vowel first, and so is
    the name of a letter of ``vowel_names``.
    """

    determiners: tuple[tuple[str, str, str, str], ...] = ()
    consonant_sounds: tuple[str, ...] = ()
    genders: Mapping[str, str] = field(default_factory=dict)
    possessives: bool = False
    small_words: tuple[str, ...] = ()
    title_case: bool = False
    postmodifiers: frozenset[str] = frozenset()
    function_words: frozenset[str] = frozenset()
    agreeing_words: frozenset[str] = frozenset()
    articles: tuple[str, ...] = ()
    vowels: frozenset[str] = frozenset()
    vowel_names: frozenset[str] = frozenset()


class NameWords(Struct, frozen=True):
    """
    What tells a name, in small letters.

    Attributes:
        bodies: Words for bodies and places that stand in their names with a capital: collective, street.
        kinds: Words that stand before a name: film, group, called.
        works: Words for works and what becomes of them: a quotation beside one is a title.
        joints: Small words within names: of, the, and. ``of``: those that join a noun. ``conjunctions``: those that add.
        adjectives: Words that stand between a body's first word and the rest without a capital.
        before: Small words after which a capital alone is a name.
        small: Words without a capital in a headline, the joints among them.
        singular_verbs: Verbs of the third person singular: right after a bare plural that opens a sentence, they show a name.
        acts: Verbs for what bodies and works alone do: they show one where a bare singular opens a sentence.
        explains: Small words that open what a name is: "Brothel, a one-act play".
        title_case: Headlines have capitals, and so may common nouns.
    """

    bodies: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    works: tuple[str, ...] = ()
    joints: frozenset[str] = frozenset()
    of: frozenset[str] = frozenset()
    conjunctions: frozenset[str] = frozenset()
    adjectives: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()
    small: frozenset[str] = frozenset()
    singular_verbs: frozenset[str] = frozenset()
    acts: frozenset[str] = frozenset()
    explains: frozenset[str] = frozenset()
    title_case: bool = False


class Words(Struct, frozen=True):
    """
    The words by which one language is read.

    Attributes:
        abbreviations: A full stop after one ends no sentence.
        one_letter_words: Capital letters that are words; any other with a full stop is an initial.
        example_words: What stands before examples: for example.
        months: Their names, from January.
        link_texts: Texts of links that do not say where they lead, in small letters.
        mention_words: A word after one of them is mentioned, not used.
        mention_lists: After one of these several words are mentioned, with ``list_joints`` between them.
        elisions: Words before which an apostrophe is no quotation mark.
        quotation_words: A quotation with one of them in a sentence around it is somebody's, or is shown as wording.
        speaking_words: Those of them that may stand within it, after a comma.
        names: What tells a name. ``grammar``: What a replacement needs to fit.
        claims: Words by what they claim: ``higher``, ``lower``, ``causal`` … (see the file).
        jargon: Terms of the trade, each with plain words for it.
        explaining_words: A sentence with one of them explains what it names.
        frequent_words: A text with several of them is in this language.
        locators: Words for a place in a source.
    """

    abbreviations: tuple[str, ...] = ()
    one_letter_words: tuple[str, ...] = ()
    example_words: tuple[str, ...] = ()
    months: tuple[str, ...] = ()
    link_texts: tuple[str, ...] = ()
    mention_words: tuple[str, ...] = ()
    mention_lists: tuple[str, ...] = ()
    list_joints: tuple[str, ...] = ()
    elisions: tuple[str, ...] = ()
    quotation_words: tuple[str, ...] = ()
    speaking_words: tuple[str, ...] = ()
    names: NameWords = field(default_factory=NameWords)
    grammar: Grammar = field(default_factory=Grammar)
    claims: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    jargon: Mapping[str, str] = field(default_factory=dict)
    explaining_words: tuple[str, ...] = ()
    frequent_words: tuple[str, ...] = ()
    locators: tuple[str, ...] = ()


def words_of(path: str, table: Table) -> Words:
    """
    Return the words of a table.

    Raises: BrokenOwnFile: Something in it is not what belongs there; the message names ``path``.
    """
    refuse(_faults(path, table))
    speaking = strings(table.get("speaking_words"))
    return Words(
        abbreviations=strings(table.get("abbreviations")),
        one_letter_words=strings(table.get("one_letter_words")),
        example_words=strings(table.get("example_words")),
        months=strings(table.get("months")),
        link_texts=strings(table.get("link_texts")),
        mention_words=strings(table.get("mention_words")),
        mention_lists=strings(table.get("mention_lists")),
        list_joints=strings(table.get("list_joints")),
        elisions=strings(table.get("elisions")),
        quotation_words=(*speaking, *strings(table.get("quotation_words"))),
        speaking_words=speaking,
        names=_names(table),
        grammar=_grammar(table),
        claims=lists_of(table.get("claims")),
        jargon=pairs(table.get("jargon")),
        explaining_words=strings(table.get("explaining_words")),
        frequent_words=strings(table.get("frequent_words")),
        locators=strings(table.get("locators")),
    )


def lists_of(value: object) -> dict[str, tuple[str, ...]]:
    """Return a table of lists of texts; whatever is none is empty."""
    return {key: strings(listed) for key, listed in value.items()} if isinstance(value, dict) else {}


def is_words(value: object) -> bool:
    """Tell whether this is a list of texts."""
    return isinstance(value, list) and all(isinstance(word, str) for word in value)


def _faults(path: str, table: Table) -> Iterator[Message]:
    for key in _LISTS:
        if not is_words(table.get(key, [])):
            yield no_words(path, key)
    jargon = table.get("jargon", {})
    if not isinstance(jargon, dict) or not all(isinstance(text, str) for text in jargon.values()):
        yield no_texts(path, "jargon")
    claims = table.get("claims", {})
    if not isinstance(claims, dict) or not all(map(is_words, claims.values())):
        yield no_lists(path, "claims")
    names = table.get("names", {})
    if not isinstance(names, dict) or not all(is_words(v) for k, v in names.items() if k != "title_case"):
        yield no_lists(path, "names")
    rows = table.get("determiners", [])
    if not isinstance(rows, list) or not all(is_words(row) and len(row) == 4 for row in rows):
        yield _text("determiners", path=path)


def _grammar(words: Table) -> Grammar:
    rows = words.get("determiners")
    genders = {
        noun: gender
        for gender, key in (("m", "masculine"), ("f", "feminine"), ("mf", "either"))
        for noun in strings(words.get(key))
    }
    return Grammar(
        tuple((row[0], row[1], row[2], row[3]) for row in rows) if isinstance(rows, list) else (),
        strings(words.get("consonant_sounds")),
        genders,
        bool(words.get("possessives")),
        strings(words.get("small_words")),
        bool(words.get("title_case")),
        frozenset(strings(words.get("postmodifiers"))),
        frozenset(strings(words.get("function_words"))),
        frozenset(strings(words.get("agreeing_words"))),
        strings(words.get("articles")),
        frozenset(strings(words.get("vowels"))),
        frozenset(strings(words.get("vowel_names"))),
    )


def _names(words: Table) -> NameWords:
    section = words.get("names")
    named = section if isinstance(section, dict) else {}

    def folded(key: str) -> frozenset[str]:
        return frozenset(fold(word).text for word in strings(named.get(key)))

    return NameWords(
        folded("bodies"),
        folded("kinds"),
        strings(named.get("works")),
        folded("joints"),
        folded("of"),
        folded("conjunctions"),
        folded("adjectives"),
        folded("before"),
        folded("joints") | folded("small"),
        folded("singular_verbs"),
        folded("acts"),
        folded("explains"),
        bool(named.get("title_case")),
    )
