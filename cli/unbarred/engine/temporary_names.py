"""Names for the papers that docassemble believes to put into temporary files.

It makes such a file for each paper, tells us its name, and has it taken away again. Ours stay in
memory (`files.hand_over`), so nothing but the name is needed.
"""

from __future__ import annotations

import itertools
import tempfile
from types import ModuleType
from typing import Any

_IN_MEMORY = ".docx"
"""The ending of the papers that we make."""

_numbers = itertools.count(1)


class _Named:
    """What has the name of a temporary file, and none."""

    def __init__(self) -> None:
        self.name = f"{tempfile.gettempdir()}/unbarred-in-memory-{next(_numbers)}{_IN_MEMORY}"

    def __enter__(self) -> _Named:
        return self

    def __exit__(self, *error: object) -> None:
        """There is nothing to close."""


class Temporary:
    """Takes the place of the module `tempfile` where docassemble makes papers."""

    def __getattr__(self, name: str) -> Any:
        return getattr(_TEMPFILE, name)

    def NamedTemporaryFile(self, *arguments: Any, **named: Any) -> Any:  # noqa: N802
        """Return a name only, for a paper of ours that outlives it; a file of that name for all else."""
        if named.get("suffix") == _IN_MEMORY and not arguments and not named.get("delete", True):
            return _Named()
        return tempfile.NamedTemporaryFile(*arguments, **named)


_TEMPFILE: ModuleType = tempfile
