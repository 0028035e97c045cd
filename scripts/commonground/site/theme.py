"""Templates, styles and scripts: those of the package, and those that a site has of its own in their place."""

from pathlib import Path

from commonground.languages.own_files import PACKAGE


class Theme:
    """
    Folders of templates and assets, the site's own before the package's.

    Attributes:
        folders: Where a file is looked for, in this order.
    """

    def __init__(self, own: str | None) -> None:
        """Args: own: The site's folder, None where it has none."""
        folders = {folder.resolve(): folder for folder in (packaged(), *([Path(own)] if own else []))}
        self.folders = tuple(reversed(folders.values()))

    def find(self, path: str) -> Path | None:
        """Return the file that stands for a path, None where there is none."""
        return next((folder / path for folder in self.folders if (folder / path).is_file()), None)

    def has_asset(self, path: Path) -> bool:
        """Tell whether a file is one of the assets, which are published."""
        return any(path.is_relative_to(folder / "assets") for folder in self.folders)


def packaged() -> Path:
    """Return the package's own folder: inside an installed package, at the top of a checkout."""
    inside = PACKAGE / "theme"
    return inside if inside.is_dir() else PACKAGE.parents[1] / "overrides"
