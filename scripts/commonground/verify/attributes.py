"""What the attributes of HTML are for: which a reader sees, which lead somewhere, which a browser loads by itself."""

from enum import Flag, auto
from functools import cache


class Use(Flag):
    """What an attribute is for; of several uses, all."""

    NONE = 0
    TEXT = auto()
    """A reader sees or hears its value."""
    LINK = auto()
    """Its value must lead somewhere, when it leads into the site."""
    LOAD = auto()
    """A browser, or a script of ours, asks for it without a reader's wish, or sends there what a reader typed."""


_ASKED_FOR = frozenset((
    "data-answers", "data-engine", "data-entries", "data-later", "data-module", "data-pagefind", "data-repeated",
    "data-repeats", "data-rules", "data-sources",
))  # fmt: skip
"""Where a template tells a script which file to ask for."""

_TECHNICAL = _ASKED_FOR | frozenset((
    "accept", "action", "aria-controls", "aria-current", "aria-describedby", "aria-expanded", "aria-hidden",
    "aria-labelledby", "aria-live", "aria-modal", "as", "async", "autocapitalize", "autocomplete", "autocorrect",
    "autofocus", "charset", "checked", "cite", "class", "colspan", "crossorigin", "cx", "cy", "d", "data-address",
    "data-chart", "data-computed", "data-draft", "data-finding", "data-kind",
    "data-leave", "data-opens", "data-opens-search", "data-pagefind-body",
    "data-pagefind-filter", "data-pagefind-ignore", "data-pagefind-meta", "data-pagefind-sort",
    "data-pagefind-weight", "data-place", "data-reference", "data-root", "data-share", "data-source", "data-theme", "data-values",
    "data-year", "data-zoom", "decoding", "defer", "dir", "disabled", "dx", "dy",
    "enterkeyhint", "fetchpriority", "fill", "focusable", "for", "headers", "height", "hidden", "href", "hreflang",
    "http-equiv", "id", "integrity", "itemprop", "lang", "loading", "max", "maxlength", "media", "method", "min",
    "multiple", "name", "open", "points", "poster", "preserveaspectratio", "property", "r", "readonly", "rel",
    "required", "role", "rows", "rowspan", "rx", "ry", "scope", "selected", "sizes", "spellcheck", "src", "srcset",
    "step", "stroke", "stroke-width", "tabindex", "target", "text-anchor", "transform", "translate", "type",
    "viewbox", "width", "writingsuggestions", "x", "x1", "x2", "xmlns", "y", "y1", "y2",
))  # fmt: skip
"""Attributes that no reader sees. Any other is read as text, so that a new one is never left out."""

# How a list goes on with the one before is read by the checks (structure/list-numbers).
_TECHNICAL_OF = frozenset((("data", "value"), ("ol", "start"), ("option", "value"), ("time", "datetime")))
_TECHNICAL_META = frozenset((
    "citation_language", "citation_public_url", "color-scheme", "content-security-policy", "content-type", "dc.type",
    "generator", "og:image", "og:type", "og:url", "referrer", "robots", "theme-color", "viewport",
))  # fmt: skip

_LINKS = _ASKED_FOR | frozenset(("cite", "formaction", "poster", "src"))
_LINKS_OF = frozenset((("a", "href"), ("a", "xlink:href"), ("area", "href"), ("form", "action")))
_LINKED = frozenset((
    "alternate", "canonical", "icon", "license", "manifest", "modulepreload", "next", "preload", "prev", "stylesheet",
))  # fmt: skip

_LOADS = _ASKED_FOR | frozenset(("action", "background", "formaction", "poster", "src", "srcset"))
_LOADS_OF = frozenset((
    ("a", "ping"), ("image", "href"), ("image", "xlink:href"), ("object", "data"), ("use", "href"), ("use", "xlink:href"),
))  # fmt: skip
_LOADED = frozenset((
    "apple-touch-icon", "dns-prefetch", "icon", "manifest", "mask-icon", "modulepreload", "preconnect", "prefetch",
    "preload", "prerender", "stylesheet",
))  # fmt: skip


@cache
def use_of(tag: str, name: str, relation: str) -> Use:
    """
    Return what an attribute is for.

    Args: relation: Of <link> its ``rel``; of <meta> its ``name``, ``property`` or ``http-equiv``.
    """
    if tag == "link" and name == "href":
        rels = set(relation.split())
        return (Use.LINK if rels & _LINKED else Use.NONE) | (Use.LOAD if rels & _LOADED else Use.NONE)
    if tag == "meta" and name == "content":
        if relation == "refresh":
            return Use.LOAD
        return Use.NONE if relation in _TECHNICAL_META else Use.TEXT
    use = Use.NONE if name in _TECHNICAL or (tag, name) in _TECHNICAL_OF else Use.TEXT
    if name in _LINKS or (tag, name) in _LINKS_OF:
        use |= Use.LINK
    if name in _LOADS or (tag, name) in _LOADS_OF:
        use |= Use.LOAD
    return use
