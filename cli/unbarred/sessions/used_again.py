"""Which answers may be used again in another interview: `interviews/shared/used-again.yml`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from unbarred import content, located_yaml
from unbarred.errors import ContentError, Where
from unbarred.sessions.name_pattern import NamePattern

_SHARED = Path("shared") / "used-again.yml"


class Reach(StrEnum):
    """How far an answer reaches; also the keys in an interview's metadata: reasons by names of variables."""

    ANYWHERE = "used again"
    SAME_PLACE = "used again in the same place"
    IF_YES = "used again if yes"
    NEVER = "not used again"
    """For what an interview asks with another meaning than the others."""


class UsedAgain:
    """What one interview says of its answers; ours say together what stands in the shared list."""

    def __init__(self, metadata: Mapping[str, Any], interview: str, *, is_ours: bool) -> None:
        self._patterns = list(_patterns(metadata, interview))
        if is_ours:
            self._patterns += _patterns(_read(content.interviews() / _SHARED), _SHARED.as_posix())

    def reach(self, name: str) -> Reach | None:
        """Return how far the answer to `name` reaches; None if it is asked each time."""
        fitting = [(pattern, reach) for pattern, reach in self._patterns if pattern.fits(name, "")]
        if not fitting or any(reach is Reach.NEVER for _, reach in fitting):
            return None
        return max(fitting, key=lambda each: each[0].exactness)[1]


def _patterns(metadata: Mapping[str, Any], where: str) -> Iterator[tuple[NamePattern, Reach]]:
    for reach in Reach:
        said = metadata.get(reach, {})
        if not isinstance(said, Mapping):
            raise ContentError(f"{reach}: this is not a list of names with reasons.", where=Where(where))
        for written, reason in said.items():
            if not isinstance(reason, str) or not reason.strip():
                raise ContentError(
                    f"{reach}: {written}: the reason is missing.",
                    "Say behind the name why the answer is the same in another interview.",
                    Where(where),
                )
            yield NamePattern(str(written)), reach


@cache
def _read(path: Path) -> Mapping[str, Any]:
    data = located_yaml.read_quickly(path, _SHARED.as_posix())
    said = data.get("metadata") if isinstance(data, dict) else None
    return said if isinstance(said, dict) else {}
