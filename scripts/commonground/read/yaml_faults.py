"""What libyaml's errors mean, in words for people who write texts."""

import re

import yaml

_KEY_OF_LINE = re.compile(r"^[ \t]*(?:-[ \t]+)*(?P<key>[^\s:#][^:\n]*?):(?:[ \t]|$)")
_ONLY_A_KEY = re.compile(r"[ \t]*(?:-[ \t]+)*[\w-]+[ \t]*")
_CLOSED = re.compile(r"""["'][ \t]*$""")

Fault = tuple[int, int, str]
"""Start and end offset, and the message."""

_WHAT_HELPS = {
    "found unknown escape character": "A backslash inside double quotation marks starts a code. "
    "Write it twice, or use single quotation marks around the text.",
    "did not find expected hexdecimal number": "A backslash inside double quotation marks starts a code. "
    "Write it twice, or use single quotation marks around the text.",
    "did not find expected comment or line break": 'After "|" or ">" the text starts on the next line. '
    "Move it there, or put it in quotation marks.",
    "found a tab character": "A tab stands here. Use spaces, two for each step to the right.",
    "block sequence entries are not allowed": 'A "- " cannot stand here. '
    "Put the list on the lines below its key.",
    "did not find expected node content": "A list or mapping in brackets is not finished. Close it, "
    "or put the whole text in quotation marks.",
    "found undefined tag handle": 'A text cannot begin with "!". Put the whole text in quotation marks.',
    "exceeded": "Lists and mappings lie too deep here. Make the file flatter.",
}
"""Part of libyaml's message, and what to say instead; the first that fits."""


def explain(error: Exception, text: str) -> Fault:
    """Return the range of the text that an error is about, and what to tell the writer."""
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return 0, 0, "The file cannot be read as YAML. Compare it with one that works, line by line."
    at = min(error.problem_mark.index, len(text))
    opened = error.context_mark.index if error.context_mark is not None else at
    problem = error.problem or ""
    context = error.context or ""
    if "mapping values are not allowed" in problem:
        return _colon(text, at)
    if "could not find expected ':'" in problem:
        return _line_without_key(text, opened)
    if "end of stream" in problem and "quoted" in context:
        return (
            opened,
            opened + 1,
            "The quotation mark that opens here is never closed. Close it at the end of the text.",
        )
    if "cannot start any token" in problem:
        return at, at + 1, special_character(text[at : at + 1])
    if "expected ',' or" in problem:
        return _open_bracket(text, opened, at, "}" if "mapping" in context else "]")
    if "document start" in problem:
        return at, at + 1, 'The file goes on after its end ("..." or "---"). Keep one document in a file.'
    if "expected key" in problem or "block end" in problem or "'-' indicator" in problem:
        return _misfit(text, at)
    return next(((at, at, told) for part, told in _WHAT_HELPS.items() if part in problem), _unknown(at))


def special_character(character: str) -> str:
    """Say that a text may not begin with a character that means something to YAML."""
    if character == "\t":
        return _WHAT_HELPS["found a tab character"]
    return f'A text cannot begin with "{character}". Put the whole text in quotation marks.'


def _unknown(at: int) -> Fault:
    return at, at, "This line cannot be read as YAML. Check its spaces, its colon and its quotation marks."


def _line(text: str, at: int) -> tuple[int, str]:
    """Return the start of the line of an offset, and the line up to it."""
    start = text.rfind("\n", 0, at) + 1
    return start, text[start:at]


def _key_above(text: str, at: int) -> str:
    """Return the nearest key at or above a place, in words."""
    for line in reversed(text[:at].split("\n")):
        if found := _KEY_OF_LINE.match(line):
            return f'after "{found["key"].strip()}" '
    return ""


def _colon(text: str, at: int) -> Fault:
    start, before = _line(text, at)
    if start and _ONLY_A_KEY.fullmatch(before):
        key = before.strip(" \t-")
        begin = start + before.index(key)
        message = (
            f'"{key}:" does not fit the line above it. Start it in the same column as the other keys, '
            "and look whether the line above lacks its colon or the space after it."
        )
        return begin, at + 1, message
    message = (
        f"a colon inside the text {_key_above(text, at)}ends it early. Put the whole text in quotation marks."
    )
    return at, at + 1, message


def _open_bracket(text: str, opened: int, at: int, bracket: str) -> Fault:
    if _CLOSED.search(_line(text, at)[1]):
        return _misfit(text, at)
    message = f'What is opened here is never closed, or a text in it needs quotation marks. Add "{bracket}".'
    return opened, opened + 1, message


def _line_without_key(text: str, at: int) -> Fault:
    end = text.find("\n", at)
    end = len(text) if end < 0 else end
    words = text[at:end].strip()
    message = (
        "This line has no key, or no space after its colon. Write key: text, or indent the line so that it "
        "belongs to the text above."
    )
    return at, at + len(words), message


def _misfit(text: str, at: int) -> Fault:
    _, before = _line(text, at)
    if _CLOSED.search(before):
        message = (
            f"The text {_key_above(text, at)}goes on after its closing quotation mark. Put the whole text in "
            "quotation marks, and write a mark of the same kind inside it twice ('') or as \\\"."
        )
        return at, at + 1, message
    message = (
        "This line does not fit the lines above it. Start keys that belong together in the same column, "
        'and give every item of a list its "- ".'
    )
    return at, at + 1, message
