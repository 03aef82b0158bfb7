"""Loads the CEL library without its command line tool.

The package imports that tool when it starts, and the tool brings typer, rich and
prompt_toolkit: three quarters of the time, none of the use.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any

_TOOL = "cel.cli"


def load() -> Any:
    """Return the module `cel`; the first call takes about 20 ms."""
    if "cel" not in sys.modules:
        sys.modules.setdefault(_TOOL, ModuleType(_TOOL))
    import cel

    return cel
