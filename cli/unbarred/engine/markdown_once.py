"""The converter of Markdown that docassemble makes anew for each request of a server: made once, when needed.

Each use of it begins with `reset()`, after which it is as new. Most screens never use one,
and making it takes longer than the rest of a screen.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any

_EXTENSIONS = "markdown.extensions."

_made = threading.local()


class _Converter:
    def __init__(self, library: Any, extensions: Sequence[str], **options: object) -> None:
        self._library = library
        # Under its short name each would be looked up in the metadata of every installed package.
        full = [name if "." in name else f"{_EXTENSIONS}{name}" for name in extensions]
        self._options = {**options, "extensions": full}

    def reset(self) -> Any:
        """Return the thread's converter with these options, as new."""
        held = vars(_made)
        if held.get("options") != self._options:
            held["converter"] = self._library.Markdown(**self._options)
            held["options"] = self._options
        return held["converter"].reset()


def made_once(library: Any) -> SimpleNamespace:
    """Return what takes the place of the Markdown `library` where docassemble makes a converter."""

    def converter(**options: Any) -> _Converter:
        return _Converter(library, **options)

    return SimpleNamespace(Markdown=converter)
