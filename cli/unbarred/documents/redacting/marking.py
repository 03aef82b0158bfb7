"""The mark of a public copy, at the head of every page."""

from __future__ import annotations

from collections.abc import Container, Iterator
from itertools import count
from typing import TYPE_CHECKING

from unbarred.documents.redacting.parts import RELATIONSHIPS
from unbarred.documents.word.wordml import BODY, PARAGRAPH, PARAGRAPH_FORMAT, RUN, SECTION, TEXT, VALUE, R, w

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

MARK = "Public copy, redacted"

HEADER_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
HEADER_RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/header"
RELATIONSHIP_ID = "rIdPublicCopy"

_HEADER = w("hdr")
_REFERENCE = w("headerReference")
_ID = f"{{{R}}}id"


def mark(header: Element) -> None:
    """Put the mark above what the header says."""
    header.insert(0, _paragraph(header))


def new_header() -> Element:
    """Return a header with the mark alone."""
    from lxml import etree

    header = etree.Element(_HEADER, nsmap={"w": w("")[1:-1]})
    mark(header)
    return header


def free_part(parts: Container[str]) -> str:
    """Return a name for the new header that no part has."""
    return next(name for number in count(1) if (name := f"word/header{number}.xml") not in parts)


def refer_to_new_header(document: Element) -> bool:
    """Let the pages of `document` that have no header show the new one; say whether there are such pages.

    A section without a header of its own has that of the section before.
    """
    sections = list(document.iter(SECTION))
    if not sections:
        body = document.find(BODY)
        if body is None:
            return False
        sections = [_added(body, SECTION)]
    first = sections[0]
    missing = [kind for kind in _kinds(sections) if kind not in _own_kinds(first)]
    for kind in reversed(missing):
        reference = first.makeelement(_REFERENCE, {w("type"): kind, _ID: RELATIONSHIP_ID})
        first.insert(0, reference)
    return bool(missing)


def no_links() -> Element:
    """Return an empty list of links to other parts."""
    from lxml import etree

    return etree.Element(f"{RELATIONSHIPS}Relationships", nsmap={None: RELATIONSHIPS[1:-1]})


def link_new_header(links: Element, part: str) -> None:
    """Add the new header, the part of this name, to the document's links."""
    target = part.rpartition("/")[2]
    link = {"Id": RELATIONSHIP_ID, "Type": HEADER_RELATIONSHIP, "Target": target}
    links.append(links.makeelement(f"{RELATIONSHIPS}Relationship", link))


def _kinds(sections: list[Element]) -> Iterator[str]:
    """Yield the kinds of headers the pages can have: of all, of even and of first pages."""
    yield "default"
    own = {kind for each in sections for kind in _own_kinds(each)}
    if "even" in own:
        yield "even"
    if "first" in own or any(each.find(w("titlePg")) is not None for each in sections):
        yield "first"


def _own_kinds(section: Element) -> set[str | None]:
    return {each.get(w("type")) for each in section.findall(_REFERENCE)}


def _paragraph(near: Element) -> Element:
    paragraph = near.makeelement(PARAGRAPH)
    form = _added(paragraph, PARAGRAPH_FORMAT)
    _added(form, w("spacing")).set(w("after"), "120")
    _added(form, w("jc")).set(VALUE, "center")
    run = _added(paragraph, RUN)
    _added(_added(run, w("rPr")), w("b"))
    _added(run, TEXT).text = MARK
    return paragraph


def _added(parent: Element, name: str) -> Element:
    child = parent.makeelement(name)
    parent.append(child)
    return child
