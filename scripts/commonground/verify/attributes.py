"""What the attributes of HTML mean: which a reader sees, which lead somewhere, which a browser loads by itself."""

from collections.abc import Mapping

_TECHNICAL = frozenset((
    "accept", "action", "aria-controls", "aria-current", "aria-describedby", "aria-expanded", "aria-hidden",
    "aria-labelledby", "aria-live", "aria-modal", "as", "async", "autocapitalize", "autocomplete", "autocorrect",
    "autofocus", "charset", "checked", "cite", "class", "colspan", "crossorigin", "cx", "cy", "d", "data-address",
    "data-chart", "data-computed", "data-draft", "data-engine", "data-finding", "data-index", "data-kind",
    "data-leave", "data-module", "data-opens", "data-opens-search", "data-pagefind", "data-pagefind-body",
    "data-pagefind-filter", "data-pagefind-ignore", "data-pagefind-meta", "data-pagefind-sort",
    "data-pagefind-weight", "data-place", "data-reference", "data-rules", "data-share", "data-source", "data-theme", "data-values",
    "data-vocabulary", "data-year", "data-zoom", "decoding", "defer", "dir", "disabled", "dx", "dy",
    "enterkeyhint", "fetchpriority", "fill", "focusable", "for", "headers", "height", "hidden", "href", "hreflang",
    "http-equiv", "id", "integrity", "itemprop", "lang", "loading", "max", "maxlength", "media", "method", "min",
    "multiple", "name", "open", "points", "poster", "preserveaspectratio", "property", "r", "readonly", "rel",
    "required", "role", "rows", "rowspan", "rx", "ry", "scope", "selected", "sizes", "spellcheck", "src", "srcset",
    "step", "stroke", "stroke-width", "tabindex", "target", "text-anchor", "transform", "translate", "type",
    "viewbox", "width", "writingsuggestions", "x", "x1", "x2", "xmlns", "y", "y1", "y2",
))  # fmt: skip
"""Attributes that no reader sees. Any other is read as text, so that a new one is never left out."""

_TECHNICAL_META = frozenset((
    "viewport", "theme-color", "color-scheme", "referrer", "robots", "generator", "og:type", "og:url", "og:image",
    "citation_language", "citation_public_url", "dc.type",
))  # fmt: skip


_TECHNICAL_OF = frozenset(
    (("option", "value"), ("data", "value"), ("time", "datetime"), ("html", "xmlns:xhtml"))
)


def is_technical(tag: str, name: str, attributes: Mapping[str, str]) -> bool:
    """Tell whether the value of an attribute is for programs alone."""
    if tag == "meta" and name == "content":
        called = attributes.get("name", attributes.get("property", "")).lower()
        return "http-equiv" in attributes or called in _TECHNICAL_META
    return name in _TECHNICAL or (tag, name) in _TECHNICAL_OF


class _Addresses:
    """Attributes that hold an address, by element; "" stands for any element."""

    def __init__(self, attributes: Mapping[str, frozenset[str]], rels: frozenset[str]) -> None:
        self._attributes, self._rels = attributes, rels

    def has(self, tag: str, name: str, attributes: Mapping[str, str]) -> bool:
        """Tell whether an attribute of an element is one of them; of <link> that depends on its relation."""
        if tag == "link" and name == "href":
            return not self._rels.isdisjoint(attributes.get("rel", "").lower().split())
        return name in self._attributes.get(tag, ()) or name in self._attributes[""]


LINKS = _Addresses(
    {
        "a": frozenset(("href", "xlink:href")),
        "area": frozenset(("href",)),
        "form": frozenset(("action",)),
        "": frozenset((
            "cite", "data-engine", "data-index", "data-module", "data-pagefind", "data-rules", "formaction", "poster", "src",
        )),
    },
    frozenset(("alternate", "canonical", "icon", "license", "manifest", "modulepreload", "next", "preload", "prev", "stylesheet")),
)  # fmt: skip
"""What must lead somewhere, when it leads into this site."""

LOADS = _Addresses(
    {
        "image": frozenset(("href", "xlink:href")),
        "use": frozenset(("href", "xlink:href")),
        "a": frozenset(("ping",)),
        "object": frozenset(("data",)),
        "": frozenset((
            "action", "background", "data-engine", "data-module", "data-pagefind", "data-rules", "formaction", "poster",
            "src", "srcset",
        )),
    },
    frozenset((
        "apple-touch-icon", "dns-prefetch", "icon", "manifest", "mask-icon", "modulepreload", "preconnect", "prefetch",
        "preload", "prerender", "stylesheet",
    )),
)  # fmt: skip
"""What a browser, or a script of ours, asks for without a reader's wish, or sends what a reader typed."""
