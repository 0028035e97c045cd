"""Invented pages that nothing is wrong with, but for what a test puts into them."""


def invented_front(title: str = "A page", description: str = "What it says.", more: str = "") -> str:
    """Return front matter, with ``more`` lines at its end, and the empty line after it."""
    return (
        f'---\ntitle: "{title}"\ntype: page\ndescription: "{description}"\n'
        f"reviewed: 2026-11-01\nreview_by: 2027-11-01\ncredits: []\n{more}---\n\n"
    )


def invented_page(
    body: str = "Text.", title: str = "A page", description: str = "What it says.", more: str = ""
) -> str:
    """Return a whole page."""
    return f"{invented_front(title, description, more)}{body}\n"
