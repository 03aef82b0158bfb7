"""Takes the place of a module of the standard library in which some names are ours."""

from __future__ import annotations

from types import ModuleType
from typing import Any


class Instead:
    """Has all that `module` has, but for the names in `ours`."""

    def __init__(self, module: ModuleType, **ours: Any) -> None:
        self._module = module
        vars(self).update(ours)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._module, name)
