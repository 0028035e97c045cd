"""
Everything that a program may want: what ``commonground export`` writes and what lies beside the pages.

An export is a module of this package with ``FIELDS``, which numbers in its files it works out itself, and
``files(corpus, site)``, which yields them; nothing else names it.
"""

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase
from functools import cache
from types import ModuleType

from commonground import export
from commonground.export.fields import Fields
from commonground.model.corpus import Corpus


@cache
def exports() -> Mapping[str, ModuleType]:
    """Return the exports by name."""
    names = (info.name for info in pkgutil.iter_modules(export.__path__))
    modules = {name: importlib.import_module(f"{export.__name__}.{name}") for name in sorted(names)}
    return {name: module for name, module in modules.items() if hasattr(module, "FIELDS")}


def export_files(corpus: Corpus, site: str) -> Iterator[tuple[str, bytes]]:
    """
    Yield (path below the site's root, content) of each file.

    Args: site: Address of the site, ending in a slash, for files that link to its pages; "" where it is not known.
    """
    for module in exports().values():
        yield from module.files(corpus, site)


def fields_of(path: str) -> Fields | None:
    """Return what is declared of a file's numbers, by its path below the site's root; None for a file of no export."""
    declared = ((pattern, found) for module in exports().values() for pattern, found in module.FIELDS.items())
    return next((found for pattern, found in declared if fnmatchcase(path, pattern)), None)
