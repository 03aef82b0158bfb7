"""How the processes of a batch talk: eight bytes that say how long it is, then something pickled.

Both ends are this very program, and a pipe between them is all that carries it: nothing that a
person gave is unpickled.
"""

from __future__ import annotations

import pickle
import struct
from typing import IO, Any

_LENGTH = struct.Struct(">Q")


def send(pipe: IO[bytes], said: object) -> None:
    """Write one message; raises `OSError` if the other end has gone."""
    data = pickle.dumps(said, pickle.HIGHEST_PROTOCOL)
    pipe.write(_LENGTH.pack(len(data)))
    pipe.write(data)
    pipe.flush()


def receive(pipe: IO[bytes]) -> bytes | None:
    """Read one message as it was pickled; None if the other end has gone, also in the middle of it."""
    head = pipe.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    data = pipe.read(length)
    return data if len(data) == length else None


def opened(data: bytes) -> Any:
    """Return what was sent."""
    return pickle.loads(data)  # noqa: S301  (from a process of ours: see above)
