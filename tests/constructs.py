"""Markdown of every construct, of ours and of other programs, well written and not: for tests of who reads it how."""

from hypothesis import strategies as st

WORDS = st.sampled_from(
    [
        "lamp",
        "the",
        "Oil",
        "l'huile",
        "naïve",
        "one",
        "well-lit",
        "(dim)",
        "“bright”",
        "67%",
        "three.",
        "a_b",
        "n.b.",
    ]
)

_MARKS = (
    "*{}*", "**{}**", "_{}_", "__{}__", "***{}***", "`{}`", "``{}``", "[{}](case.md)", "[{}](https://example.org \"A title\")",
    "![{}](lamp.png)", "[![{}](lamp.png)](case.md)", "{} [@example2020#count]", "{} [@example2020#count, p. 3; @sample2019]",
    "*{}*{{.in-fr}}", "\\*{}\\*", "{}&nbsp;", "&eacute;{}", "{} <https://example.org/a_b?c=d>", "<press@example.org> {}", "{} <!-- a note -->",
)  # fmt: skip
_NESTED = (
    "**the *{}* oil**",
    "*the **{}** oil*",
    "[*{}*](case.md)",
    "**[{}](case.md)**",
    "*`{}`*",
    "[{} [@example2020#count]](case.md)",
)
_STRAY = (
    "~~{}~~", "=={}==", "^{}^", "~{}~", "{}[^1]", "[^1]: {}", "[[{}]]", "[{}][nowhere]", "[{}]", "[{}] (case.md)", "[{}](a case.md)",
    "*{}", "{}**", "**{}", "_{}", "`{}", "<b>{}</b>", "<{}>", "[@example2020 {}", "@example2020 {}", "[see @example2020, {}]",
    "[@example2020, {}]", "[@example2020, @sample2019, {}]", "[@{}](https://example.org)", "{}{{.leave}}", "{}{{#card}}", ":{}:",
    "$${}$$", "{{{{ {} }}}}", "{}\\", "\\{}", "&{};", "{}<!--", "-- {}", "[{}]: case.md", "*[{}]: lamp", "![{}", "]({})", "[ ] {}", "+ {}",
)  # fmt: skip

_TEXT = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)


def _marked(marks: tuple[str, ...], inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds(lambda mark, text: mark.format(text), st.sampled_from(marks), inner)


def inline(*, stray: bool) -> st.SearchStrategy[str]:
    """Return words with marks among them, nested; with ``stray``, also such as we do not know or that are broken."""
    one = (
        st.recursive(_TEXT, lambda inner: _marked(_MARKS + _STRAY, inner), max_leaves=3)
        if stray
        else st.one_of(_TEXT, _marked(_MARKS + _NESTED, _TEXT))
    )
    return st.lists(one, min_size=1, max_size=3).map(" ".join)


def _indented(text: str, first: str, rest: str) -> str:
    lines = text.split("\n")
    return "\n".join([first + lines[0], *(rest + line if line else line for line in lines[1:])])


def _listed(items: list[str], marker: str, indent: int, gap: str) -> str:
    first = [marker.format(number) + " " for number in range(1, len(items) + 1)]
    return gap.join(_indented(item, sign, " " * indent) for item, sign in zip(items, first, strict=True))


def _table(rows: list[list[str]], dashes: str, bar: str) -> str:
    lines = [f"{bar} {' | '.join(row)} {bar}".strip() for row in rows]
    return "\n".join([lines[0], *filter(None, [dashes]), *lines[1:]])


def _leaves(text: st.SearchStrategy[str], *, stray: bool) -> st.SearchStrategy[str]:
    """Return blocks that hold no others."""
    heads = ["## {}", "### {}", "## {} {{#an-anchor}}"]
    heads += (
        ["#{}", " ## {}", "## {} ##", "{}\n---", "{}\n===", "## {} {{#card}}", "####### {}"] if stray else []
    )
    codes = ["```\n{}\n```", "~~~ text\n{}\n~~~", "    {}"]
    codes += ["````\n{}\n```", " ```\n{}\n ```", "```\n{}", "``` two words\n{}\n```"] if stray else []
    lines = ["{}", "{}\n{}", "{}  \n{}", "{}\n{{.in-fr}}"]
    lines += [
        "{}\n- {}", "{}\n1. {}", "{}\n• {}", "a) {}\nb) {}", "{}\n| {} |", "1984. {}", "> [!NOTE]\n> {}", "=== \"{}\"\n\n    {}", "::: box\n{}\n:::",
        "!!! note\n    {}", "<div>\n{}\n</div>", "{}\n:   {}", "<!-- a note\n{}\n-->", "///\n{}", "/// fact\n{}", "/// unknown\n{}\n///", "---\n{}\n---", "-\n{}", "[TOC]\n{}",
    ] if stray else []  # fmt: skip
    shapes = st.sampled_from(heads + codes + lines)
    rows = st.lists(
        st.lists(text, min_size=1 if stray else 2, max_size=3 if stray else 2), min_size=2, max_size=3
    )
    tables = st.builds(
        _table,
        rows,
        st.sampled_from(["| --- | --- |", *(["", "---|---", "| -- |"] if stray else [])]),
        st.sampled_from(["|", *([""] if stray else [])]),
    )
    filled = st.builds(lambda shape, one, two: shape.format(one, two), shapes, text, text)
    return st.one_of(filled, filled, tables, st.sampled_from(["---", "* * *"]))


def _good_items(text: st.SearchStrategy[str], inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Return lists as they should be: indented by four spaces, with empty lines between items that hold more than words."""
    short = st.lists(text, min_size=1, max_size=3)
    long = st.lists(st.tuples(text, inner).map("\n\n".join), min_size=1, max_size=3)
    markers = st.sampled_from(["-", "{}."])
    return st.one_of(
        st.builds(_listed, short, markers, st.just(4), st.just("\n")),
        st.builds(_listed, long, markers, st.just(4), st.just("\n\n")),
    )


def _quoted(blocks: list[str]) -> str:
    return _indented("\n\n".join(blocks).replace("\n\n", "\n>\n"), "> ", "> ").replace("> >\n", ">\n")


def well_written() -> st.SearchStrategy[str]:
    """Return a page's body of nothing but what the site knows, written as it should be."""
    text = inline(stray=False)
    within = st.recursive(text, lambda inner: _good_items(text, inner), max_leaves=3)
    box = st.sampled_from(["/// fact\n{}\n///", "/// details | More\n{}\n///"])
    choices = st.lists(st.tuples(WORDS, text).map("**{0[0]}.** {0[1]}".format), min_size=1, max_size=3)
    asked = st.builds(_listed, choices, st.just("-"), st.just(4), st.sampled_from(["\n", "\n\n"]))
    block = st.one_of(
        _leaves(text, stray=False),
        within,
        asked.map("/// self-check\nWhat burns?\n\n{}\n///".format),
        st.lists(within, min_size=1, max_size=2).map(_quoted),
        st.builds(lambda shape, body: shape.format(body), box, within),
    )
    # Two lists, or two quotations, need words between them; an anchor is chosen once.
    bodies = st.lists(block, min_size=1, max_size=4).map("\n\nWords between.\n\n".join)
    return bodies.filter(lambda body: body.count("{#") < 2)


def any_blocks() -> st.SearchStrategy[str]:
    """Return a page's body of all constructs, nested, well written or not."""
    text = inline(stray=True)

    def within(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
        several = st.lists(inner, min_size=1, max_size=2).map("\n\n".join)
        return st.one_of(
            st.builds(
                _listed,
                st.lists(inner, min_size=1, max_size=3),
                st.sampled_from(["-", "{}.", "*", "+", "{})", "1.", "7."]),
                st.sampled_from([2, 3, 4]),
                st.sampled_from(["\n", "\n\n"]),
            ),
            several.map(lambda body: _indented(body, "> ", "> ")),
            several.map(lambda body: f"/// fact\n{body}\n///"),
            several.map(lambda body: f"/// details | More\n{body}\n///"),
        )

    block = st.recursive(_leaves(text, stray=True), within, max_leaves=4)
    between = st.sampled_from(["\n\n", "\n\n", "\n"])
    return st.lists(st.tuples(block, between).map("".join), min_size=1, max_size=4).map("".join)
