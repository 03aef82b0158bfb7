"""Puts something around what a page draws, whatever that leaves open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from unbarred.documents.pdf.rewriting import unmark

if TYPE_CHECKING:
    from pikepdf import Page, Pdf


def shut_in(pdf: Pdf, page: Page, before: bytes, after: bytes) -> None:
    """Draw `before`, then what the page draws, then `after`, in the state that a page begins with."""
    import pikepdf

    depth = lowest = 0
    for instruction in pikepdf.parse_content_stream(page, operators="q Q"):
        depth += 1 if str(instruction.operator) == "q" else -1
        lowest = min(lowest, depth)
    missing = -lowest
    page.contents_add(pdf.make_stream(before + b"q\n" * (1 + missing)), prepend=True)
    page.contents_add(pdf.make_stream(b"\nQ" * (1 + missing + depth) + after))


def tag(pdf: Pdf, page: Page, kind: str) -> None:
    """Make all that a page draws one piece of marked content of `kind`, such as `/P`, numbered 0."""
    unmark(pdf, page)
    shut_in(pdf, page, f"{kind} <</MCID 0>> BDC\n".encode(), b"\nEMC\n")
