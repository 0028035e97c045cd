"""What ``mkdocs.yml`` may say to the plugin."""

from mkdocs.config import base
from mkdocs.config import config_options as option


class CommonGroundConfig(base.Config):  # type: ignore[no-untyped-call]
    """Options of the plugin; each may be empty, and what it stands for is then left out of the pages."""

    site_url = option.Type(str, default="")
    """Address of the site itself; not MkDocs' own option, which ends in a traceback where an address cannot be read."""

    report_url = option.Type(str, default="")
    """Address at which a reader reports a mistake."""

    edit_url = option.Type(str, default="")
    """Address to which a page's path is added to suggest a change."""
