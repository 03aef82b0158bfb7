"""What every page of a paper has: its size and margins, the lines at its head and foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from unbarred.documents.composing.blocks import Inline
from unbarred.documents.composing.build import INCH, document_xml, element
from unbarred.documents.composing.runs import styled
from unbarred.documents.composing.style import FOOTER_FROM_EDGE, MARGINS, PAPER
from unbarred.documents.word.wordml import R

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


_ROOTS = {"header": "hdr", "footer": "ftr"}


def running_part(name: str, inline: Inline) -> bytes:
    """Return the part that stands at the head or foot of every page; `name` is `header` or `footer`."""
    return document_xml(element(_ROOTS[name], styled(name.capitalize(), inline)))


def section(paper: str, *, header_id: str, footer_id: str) -> Element:
    """Return the properties of a paper's one section; the ids are of relationships, "" for none."""
    width, height = PAPER[paper]
    margins = {side: round(inches * INCH) for side, inches in MARGINS.items()}
    edge = round(FOOTER_FROM_EDGE * INCH)
    return element(
        "sectPr",
        _reference("headerReference", header_id),
        _reference("footerReference", footer_id),
        element("pgSz", w=width, h=height),
        element("pgMar", **margins, header=edge, footer=edge, gutter=0),
    )


def _reference(name: str, identifier: str) -> Element | None:
    if not identifier:
        return None
    made = element(name, type="default")
    made.set(f"{{{R}}}id", identifier)
    return made
