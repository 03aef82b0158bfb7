"""Names of variables as a list of an interview's metadata writes them: `supporters[i].address on SCREEN`."""

from __future__ import annotations

import re

_INDEX = re.compile(r"\[[^\]]*\]")


class NamePattern:
    """One name of such a list: `[i]` is any item of a list, `*` any part of a name.

    With ` on SCREEN` it fits on that screen alone, whose question has this id.
    """

    def __init__(self, written: str) -> None:
        name, _, screen = written.partition(" on ")
        self._screen = screen.strip()
        parts = map(re.escape, _INDEX.sub("[i]", name.strip()).split("*"))
        self._name = re.compile(".*".join(parts))
        self.exactness = (bool(screen), "*" not in name, len(name))
        """Of several that fit, the one with the largest counts."""

    def fits(self, name: str, screen: str) -> bool:
        """Say whether the variable `name`, asked on the screen of this id, is meant."""
        is_there = self._screen in ("", screen.partition(" ")[0])
        return is_there and self._name.fullmatch(_INDEX.sub("[i]", name)) is not None
