"""How two processes hand each other a file: a line of JSON that says what it is, then its bytes."""

from __future__ import annotations

import json
from typing import IO


def send(pipe: IO[bytes], said: dict[str, object], content: bytes) -> None:
    """Write one file."""
    pipe.write(json.dumps({**said, "length": len(content)}).encode() + b"\n")
    pipe.write(content)
    pipe.flush()


def receive(pipe: IO[bytes]) -> tuple[dict[str, object], bytes] | None:
    """Read one file; None if the other side has gone."""
    line = pipe.readline()
    if not line.endswith(b"\n"):
        return None
    said = json.loads(line)
    content = pipe.read(said["length"])
    return (said, content) if len(content) == said["length"] else None
