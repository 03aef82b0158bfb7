"""All papers of a packet as one Word file, to go on working on them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from unbarred.documents.composing.style import LANGUAGE
from unbarred.documents.packets import made_pages, places
from unbarred.documents.packets.arranging import said
from unbarred.documents.packets.assembling import Pages
from unbarred.documents.packets.plan import Exhibit, Paper, Part, Plan
from unbarred.documents.packets.uniting import Piece, united
from unbarred.errors import UserError


def merged(folder: Path, plan: Plan, pages: Pages | None) -> bytes:
    """Return one DOCX of the packet in `folder`: what is made, her papers, and the exhibits' cover sheets.

    An exhibit that is a Word file stands behind its sheet; one that is a
    picture or a PDF is only in the packet's own PDF. Without `pages` there are
    no page numbers, and no lists of them.
    """
    pieces = list(_pieces(folder, plan, pages))
    if not pieces:
        raise UserError("No part of the packet is a Word file.", "Make it without --docx.")
    return united(pieces, plan.title, LANGUAGE[plan.paper.lower()])


def _pieces(folder: Path, plan: Plan, pages: Pages | None) -> Iterator[Piece]:
    counts = {id(each.part): each.pages - each.sheet for each in pages.placed} if pages else {}
    for part in filter(plan.is_in, plan.parts):
        if isinstance(part, Exhibit) and pages and part.label in pages.sheets:
            yield Piece(part.heading, pages.sheets[part.label], 1)
        content = _content(folder, plan, part, pages)
        if content:
            yield Piece(said(part), content, counts.get(id(part)))


def _content(folder: Path, plan: Plan, part: Part, pages: Pages | None) -> bytes:
    """Return the Word file of a part, whatever its name ends in; empty if it has none."""
    from unbarred.documents.pdf.exhibits.kinds import Kind, kind_of

    if isinstance(part, Paper | Exhibit):
        content = places.read(places.inside(folder, part.file))
        return content if kind_of(content) is Kind.WORD else b""
    if pages:
        return pages.made[part.kind]
    makers = {"cover": made_pages.cover, "certificate of service": made_pages.certificate_of_service}
    return makers[part.kind](plan) if part.kind in makers else b""
