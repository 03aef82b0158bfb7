"""The other process: makes pages of one file after the other, until its input ends."""

from __future__ import annotations

import contextlib
import sys

from unbarred.documents.pdf.exhibits.frames import receive, send
from unbarred.documents.pdf.exhibits.kinds import Kind
from unbarred.documents.pdf.exhibits.making import made
from unbarred.documents.pdf.paper import sheet
from unbarred.documents.pdf.refusals import ExhibitRefused

MOST_MEMORY = 6 * 1024**3
"""Bytes of address space."""


def serve() -> None:
    """Answer what `apart` asks, on standard input and output."""
    _limit_memory()
    while (asked := receive(sys.stdin.buffer)) is not None:
        said, content = asked
        try:
            pages = made(content, Kind[str(said["kind"])], sheet(str(said["paper"])))
        except ExhibitRefused as refusal:
            send(sys.stdout.buffer, {"message": refusal.message, "hint": refusal.hint}, b"")
        else:
            send(sys.stdout.buffer, {"message": ""}, pages)


def _limit_memory() -> None:
    """Keep a hostile file from taking all memory, where the system can."""
    with contextlib.suppress(ImportError):
        import resource

        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
