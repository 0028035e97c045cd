"""The rendered list of services, each in a frame of its own, so that a reader can narrow the list down."""

import re

_FIRST = re.compile(r'<h2[^>]*class="service-kind"')
_ENTRY = re.compile(r'<h3 class="service".*?(?=<h[23]|\Z)', re.DOTALL)


def framed(content: str) -> tuple[str, str]:
    """Return what stands above the list, and the list with a frame around each entry."""
    found = _FIRST.search(content)
    start = found.start() if found else len(content)
    entries = _ENTRY.sub(r'<section class="service-entry">\g<0></section>', content[start:])
    return content[:start], entries
