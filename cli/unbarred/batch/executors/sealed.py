"""What travels to a cluster and back: it shows nothing of itself, in a log or on a dashboard."""

from __future__ import annotations

import pickle
from typing import Any


class Sealed:
    """Something pickled, between two copies of this program."""

    __slots__ = ("_data",)

    def __init__(self, content: object) -> None:
        """Hold `content`."""
        self._data = pickle.dumps(content, pickle.HIGHEST_PROTOCOL)

    def opened(self) -> Any:
        """Return what is in it."""
        return pickle.loads(self._data)  # noqa: S301  (packed by another copy of this program: see above)

    def __repr__(self) -> str:
        """Say nothing."""
        return "<sealed>"

    def __sizeof__(self) -> int:
        """Return its size in bytes, by which Dask sees how much a worker holds."""
        return len(self._data)

    def __getstate__(self) -> bytes:
        """Return what is carried."""
        return self._data

    def __setstate__(self, data: bytes) -> None:
        """Take what was carried."""
        self._data = data
