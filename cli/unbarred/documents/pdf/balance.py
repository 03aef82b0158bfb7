"""How often a page's content saves its graphics state without restoring it, or the other way round."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pikepdf import Page


@dataclass(frozen=True)
class Wrapping:
    """What has to stand before and after a page's content so that what follows starts afresh."""

    before: bytes
    after: bytes


def wrapping(page: Page) -> Wrapping:
    """Return what shuts a page's content in, whatever it leaves open or closes too often."""
    import pikepdf

    depth = lowest = 0
    for instruction in pikepdf.parse_content_stream(page, operators="q Q"):
        depth += 1 if str(instruction.operator) == "q" else -1
        lowest = min(lowest, depth)
    missing = -lowest
    return Wrapping(b"q\n" * (1 + missing), b"\nQ" * (1 + missing + depth) + b"\n")
