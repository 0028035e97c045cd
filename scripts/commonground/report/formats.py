"""
The formats of reports: a format is a module ``as_<name>`` of this package with ``render(report)`` and ``FOR_PAGES``.

``FOR_PAGES`` tells whether it is read beside the pages, and told in their languages unless another is asked for.
"""

import importlib
import pkgutil
from collections.abc import Mapping
from functools import cache
from types import ModuleType

from commonground import report

_PREFIX = "as_"


@cache
def formats() -> Mapping[str, ModuleType]:
    """Return the formats by name."""
    names = (info.name for info in pkgutil.iter_modules(report.__path__))
    modules = {
        name.removeprefix(_PREFIX): importlib.import_module(f"{report.__name__}.{name}")
        for name in sorted(names)
        if name.startswith(_PREFIX)
    }
    return {name: module for name, module in modules.items() if hasattr(module, "FOR_PAGES")}
