"""The colours that a site sets in place of the theme's, as a style sheet that follows the theme's own."""

from commonground.model.settings import Settings

PATH = "assets/css/colours.css"


def colours_file(settings: Settings) -> bytes:
    """Return the style sheet; empty where the site sets no colour."""
    sheets = []
    for scheme, tokens in settings.colours.items():
        rule = ":root { " + " ".join(f"--{name}: {value};" for name, value in tokens.items()) + " }"
        sheets.append(rule if scheme == "light" else f"@media (prefers-color-scheme: {scheme}) {{ {rule} }}")
    return "".join(f"{sheet}\n" for sheet in sheets).encode()
