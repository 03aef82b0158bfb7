"""What kind of private thing each answer is, by its variable's name: `interviews/shared/private.yml`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from unbarred import content, located_yaml
from unbarred.errors import ContentError, Where, nearest
from unbarred.law.redaction import KINDS
from unbarred.sessions.name_pattern import NamePattern

KEY = "private answers"
"""In an interview's metadata: kinds by names of variables."""

ADDRESS_IN_TEXT = "home address in a text"
STAYS = "name that stays"
PUBLIC = "public"

_SHARED = Path("shared") / "private.yml"
_ALL: tuple[str, ...] = (*KINDS, ADDRESS_IN_TEXT, STAYS, PUBLIC)


class PrivateNames:
    """The kinds of an interview's answers: what it says itself, and else what all interviews say."""

    def __init__(self, own: Mapping[str, Any], interview: str) -> None:
        self._levels = [_patterns(own, interview), _patterns(_shared(), _SHARED.as_posix())]

    def kind(self, name: str, screen: str) -> str:
        """Return the kind of the variable `name`, asked on the screen of this id; "" if nothing says it."""
        for patterns in self._levels:
            fitting = [(pattern, kind) for pattern, kind in patterns if pattern.fits(name, screen)]
            if fitting:
                return max(fitting, key=lambda each: each[0].exactness)[1]
        return ""


def _patterns(said: Mapping[str, Any], where: str) -> list[tuple[NamePattern, str]]:
    for written, kind in said.items():
        if kind not in _ALL:
            raise ContentError(
                f"{KEY}: {written}: there is no kind of private answer called {kind}.",
                nearest(str(kind), list(_ALL)) or f"The kinds are {', '.join(_ALL)}.",
                Where(where),
            )
    return [(NamePattern(str(written)), str(kind)) for written, kind in said.items()]


def _shared() -> Mapping[str, Any]:
    return _read(content.interviews() / _SHARED)


@cache
def _read(path: Path) -> Mapping[str, Any]:
    data = located_yaml.read_quickly(path, _SHARED.as_posix())
    said = data.get("metadata", {}).get(KEY) if isinstance(data, dict) else None
    return said if isinstance(said, dict) else {}
