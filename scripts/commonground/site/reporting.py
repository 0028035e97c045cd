"""Where a reader says that a page is wrong: the address that the site has for it, filled in with the page."""

from urllib.parse import quote, urlencode

from commonground.model.settings import Settings


def ways(settings: Settings, subject: str, text: str) -> list[tuple[str, str]]:
    """Return name and filled-in address of each way that the site has: tracker, form, mail."""
    mail = f"mailto:{settings.mail}" if settings.mail else ""
    found = (("tracker", settings.tracker), ("form", settings.form), ("mail", mail))
    return [(name, _filled(address, subject, text)) for name, address in found if address]


def _filled(address: str, subject: str, text: str) -> str:
    """Return an address with a title and a text; programs that know neither leave them alone."""
    if address.startswith("mailto:"):
        return f"{address}?{urlencode({'subject': subject, 'body': text}, quote_via=quote)}"
    page, _, anchor = address.partition("#")
    joint = "&" if "?" in page else "?"
    filled = f"{page}{joint}{urlencode({'title': subject, 'body': text})}"
    return f"{filled}#{anchor}" if anchor else filled
