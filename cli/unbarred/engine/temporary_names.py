"""Names for the papers that docassemble believes to put into temporary files.

It makes such a file for each paper, tells us its name, and has it taken away again. Ours stay in
memory (`files.hand_over`), so nothing but the name is needed.
"""

from __future__ import annotations

import itertools
import tempfile
from typing import Any

from unbarred.engine.instead import Instead

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


def _named_temporary_file(*arguments: Any, **named: Any) -> Any:
    """Return a name only, for a paper of ours that outlives it; a file of that name for all else."""
    if named.get("suffix") == _IN_MEMORY and not arguments and not named.get("delete", True):
        return _Named()
    return tempfile.NamedTemporaryFile(*arguments, **named)


TEMPFILE = Instead(tempfile, NamedTemporaryFile=_named_temporary_file)
"""Takes the place of `tempfile` where docassemble makes papers."""
