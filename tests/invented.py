"""Invented pages and a law that nothing is wrong with, but for what a test puts into them."""

LAW_HEAD = """\
document: {en: Lamp Act, fr: Loi sur les lampes}
citation: {en: "S.C. 1999, c. 1", fr: "L.C. 1999, ch. 1"}
source:
  repository: example/laws
  file: {en: eng/acts/L-1.xml, fr: fra/lois/L-1.xml}
  page: {en: "https://law.example/en", fr: "https://law.example/fr"}
  commit: 0a1b2c
  current_to: 2026-06-17
  read: 2026-11-29
provisions:
"""
"""What a file of `data/law/` tells before its first provision."""


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
