"""Where pages lie below the site's root: addresses are permanent, whatever builds the site."""


def page_path(language: str, key: str, default: str) -> str:
    """Return a page's path, with a slash at its end; the home page of the default language is ""."""
    parts = ("" if language == default else language, key)
    return "".join(f"{part}/" for part in parts if part)


def source_key(id: str) -> str:
    """Return the key of a source's page."""
    return f"evidence/{id}"
