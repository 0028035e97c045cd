"""One HTML file as a browser reads it: its texts with what they stand in, its addresses, and what runs in it."""

from bisect import bisect_right
from collections.abc import Hashable, Iterator, Mapping
from typing import NamedTuple

from msgspec import Struct, field
from selectolax.lexbor import LexborHTMLParser, LexborNode

from commonground.model.passage import CELL_GAP
from commonground.verify.attributes import Use, use_of
from commonground.verify.tokens import digits, tokens

DATA_TYPES = ("application/json", "application/ld+json")
"""Types of script elements that hold data and are never run."""

_INLINE = frozenset((
    "a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "data", "del", "dfn", "em", "i", "img", "ins", "kbd", "mark",
    "q", "s", "samp", "small", "span", "strong", "sub", "sup", "td", "th", "time", "tspan", "u", "var", "wbr",
))  # fmt: skip
"""Elements in which text runs on from before to after; a cell is part of its row."""

_CODE = frozenset(("code", "kbd", "pre", "samp"))
_SCOPED = frozenset(("lang", "data-computed", "data-reference", "data-values"))


class Scope(NamedTuple):
    """
    What holds for a stretch of text because of the elements around it.

    ``computed`` are the tokens of the numbers that the generator worked out and wrote there, ``reference`` the id of
    the source whose reference it is, ``values`` the finding (``source#finding``) whose numbers are written out there.
    """

    language: str = ""
    is_code: bool = False
    computed: tuple[str, ...] = ()
    reference: str = ""
    values: str = ""


class Cite(Struct, frozen=True):
    """
    The number of a citation.

    ``offset`` is its place in its block's text, ``label`` what is said of it aloud, ``target`` where it leads, ``findings``
    the ids of the findings that it names, as the source list has them.
    """

    offset: int
    text: str
    label: str
    target: str
    findings: tuple[str, ...]


class Block(Struct):
    """
    A text that runs on without a break: a paragraph, a row, a button, or the value of an attribute.

    ``runs`` gives the scope of each stretch by the offset at which it begins; ``tag`` is the element that the text
    stands in, or began in; ``attribute`` names the attribute, "" for text.
    """

    text: str = ""
    runs: list[tuple[int, Scope]] = field(default_factory=list)
    cites: list[Cite] = field(default_factory=list)
    tag: str = ""
    attribute: str = ""

    def add(self, text: str, scope: Scope) -> None:
        """Append a piece of text."""
        if text:
            if not self.runs or self.runs[-1][1] is not scope:
                self.runs.append((len(self.text), scope))
            self.text += text

    @property
    def key(self) -> Hashable:
        """What is the same in two blocks that say the same, in the same scopes."""
        return self.text, tuple(self.runs)

    def scope_at(self, offset: int) -> Scope:
        """Return what holds for a character."""
        return self.runs[bisect_right(self.runs, offset, key=lambda run: run[0]) - 1][1]

    def pieces(self) -> Iterator[tuple[str, Scope]]:
        """Yield each stretch with its scope."""
        edges = [*(start for start, _ in self.runs), len(self.text)]
        for (start, scope), end in zip(self.runs, edges[1:], strict=True):
            yield self.text[start:end], scope


class Address(NamedTuple):
    """An address in a page: the element's name, the attribute's, and its value."""

    tag: str
    attribute: str
    value: str


class Page(Struct):
    """
    One HTML file.

    Attributes:
        path: Below the site's root.
        raw: The file's text.
        links: Where a reader, or a script of ours, may go.
        loads: What a browser fetches by itself.
        data: Type and text of each script element that holds data.
        inline: Scripts, styles and handlers that stand in the page itself.
        policy: What the page's own content policy says, and whether anything that may run or load stands before it.
        numbers: Every run of digits that a reader may see in it.
        cited: The id of the source by the id of its entry in the source list.
    """

    path: str
    raw: str
    language: str = ""
    canonical: str = ""
    policy: str | None = None
    policy_is_late: bool = False
    blocks: list[Block] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    links: list[Address] = field(default_factory=list)
    loads: list[Address] = field(default_factory=list)
    data: list[tuple[str, str]] = field(default_factory=list)
    inline: list[str] = field(default_factory=list)
    cited: dict[str, str] = field(default_factory=dict)
    numbers: frozenset[str] = frozenset()


def read_page(path: str, data: bytes) -> Page:
    """Read one HTML file; a browser reads any bytes, and so does this."""
    page = Page(path, raw_text(data))
    reader = _Reader(page)
    if root := LexborHTMLParser(data).root:
        reader.read(root, Scope())
    shown = (text for block in page.blocks for text in (block.text, *(cite.text for cite in block.cites)))
    page.numbers = frozenset(number for text in shown for number in digits(text))
    return page


def raw_text(data: bytes) -> str:
    """Return the text of a file, whatever its bytes are."""
    return data.decode("utf-8", "replace")


class _Reader:
    """Walks the tree of one file; a template's content is a tree of its own."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._flow = Block()

    def read(self, root: LexborNode, scope: Scope) -> None:
        """Read a tree, without recursion: depth is the file's to choose."""
        stack: list[tuple[LexborNode, Scope, bool]] = [(root, scope, True)]
        while stack:
            node, around, enters = stack.pop()
            tag = node.tag or ""
            if not enters:
                self._break(tag)
                continue
            if (sibling := node.next) is not None and node is not root:
                stack.append((sibling, around, True))
            if tag == "-text":
                self._flow.add(node.text_content or "", around)
            if tag.startswith("-"):
                continue
            inside = self._open(node, tag, around)
            child = node.first_child if inside is not None else None
            stack.append((node, around, False))
            if inside is not None and child is not None:
                stack.append((child, inside, True))
        self._flush()

    def _open(self, node: LexborNode, tag: str, around: Scope) -> Scope | None:
        """Take in an element; return what holds inside it, None where its content is no text of the page."""
        attributes = {name.lower(): value or "" for name, value in node.attributes.items()}
        self._break(tag, opens=True)
        scope = _scope(tag, attributes, around)
        is_cite = tag == "a" and "cite" in attributes.get("class", "").split()
        label = attributes.pop("aria-label", "") if is_cite else ""
        self._element(tag, attributes, scope)
        if tag == "script":
            self._script(node, attributes)
            return None
        if tag == "style":
            self.page.inline.append("<style>")
            return None
        if tag == "template":
            self._template(node, scope)
            return None
        if is_cite:
            findings = tuple(attributes.get("data-finding", "").split())
            number = " ".join(node.text(deep=True).split())
            self._flow.cites.append(
                Cite(len(self._flow.text), number, label, attributes.get("href", ""), findings)
            )
            return None
        return scope

    def _element(self, tag: str, attributes: Mapping[str, str], scope: Scope) -> None:
        page = self.page
        if tag == "html":
            page.language = attributes.get("lang", "")
        if tag == "meta" and attributes.get("http-equiv", "").lower() == "content-security-policy":
            page.policy, page.policy_is_late = attributes.get("content", ""), bool(page.loads or page.inline)
        if tag == "link" and attributes.get("rel") == "canonical":
            page.canonical = attributes.get("href", "")
        if tag == "li" and attributes.get("data-source"):
            page.cited[attributes.get("id", "")] = attributes["data-source"]
        relation = _relation(tag, attributes)
        for name, value in attributes.items():
            if name == "id":
                page.ids.append(value)
            elif name.startswith("on") or name in ("style", "srcdoc"):
                page.inline.append(f"<{tag} {name}>")
            elif use := use_of(tag, name, relation):
                self._attribute(Address(tag, name, value), use, scope)

    def _attribute(self, found: Address, use: Use, scope: Scope) -> None:
        page = self.page
        if Use.LOAD in use:
            page.loads.append(found)
        if Use.LINK in use:
            page.links.append(found)
        if Use.TEXT in use and found.value:
            block = Block(tag=found.tag, attribute=found.attribute)
            block.add(found.value, scope)
            page.blocks.append(block)

    def _script(self, node: LexborNode, attributes: Mapping[str, str]) -> None:
        kind = attributes.get("type", "")
        if kind in DATA_TYPES:
            self.page.data.append((kind, node.text(deep=True)))
        elif "src" not in attributes or node.text(deep=True).strip():
            self.page.inline.append("<script>")

    def _template(self, node: LexborNode, scope: Scope) -> None:
        inner = (node.html or "").partition(">")[2].rpartition("</template>")[0]
        root = LexborHTMLParser(inner, is_fragment=True).root
        if root is not None:
            self._flush()
            self.read(root, scope)

    def _break(self, tag: str, *, opens: bool = False) -> None:
        """End the running text at the edge of a block; cells of a row stay together."""
        if tag not in _INLINE:
            self._flush()
            self._flow.tag = tag
        elif opens and tag in ("td", "th") and self._flow.text.strip():
            self._flow.add(CELL_GAP, self._flow.runs[-1][1])
        elif opens and tag == "br" and self._flow.text:
            self._flow.add(" ", self._flow.runs[-1][1])

    def _flush(self) -> None:
        """Keep what has run on until here."""
        flow = self._flow
        if flow.text or flow.cites:
            self._flow = Block()
            if flow.cites or not flow.text.isspace():
                self.page.blocks.append(flow)


def _relation(tag: str, attributes: Mapping[str, str]) -> str:
    """Return what decides the use of an element's attributes: the relation of a link, the name of a piece of metadata."""
    if tag == "link":
        return attributes.get("rel", "").lower()
    if tag == "meta":
        return next(
            (attributes[key].lower() for key in ("http-equiv", "name", "property") if key in attributes), ""
        )
    return ""


def _scope(tag: str, attributes: Mapping[str, str], around: Scope) -> Scope:
    if tag not in _CODE and _SCOPED.isdisjoint(attributes):
        return around
    return Scope(
        attributes.get("lang", around.language),
        around.is_code or tag in _CODE,
        (*around.computed, *tokens(attributes.get("data-computed", "")).words),
        attributes.get("data-reference", around.reference),
        attributes.get("data-values", around.values),
    )
