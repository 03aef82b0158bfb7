"""What LibreOffice is let see: whole Word files only, so that it never has to guess."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from unbarred.documents.errors import TemplateFault
from unbarred.documents.word.opening import open_container
from unbarred.errors import UserError, Where

_SAVE_AGAIN = "Open it in Word, and save it as a Word document (DOCX) again."
_PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"


def check_document(content: bytes, name: str) -> None:
    """Raise `UserError` that says `name` if `content` is no whole DOCX, or does not hold all it shows."""
    try:
        parts = open_container(content, name)
    except TemplateFault as fault:
        # It is nobody's template here; the person can mend it.
        raise UserError(fault.message, fault.hint, fault.where) from fault
    if b"wordprocessingml" not in parts.get("[Content_Types].xml", b""):
        raise UserError("This is not a Word document (DOCX).", _SAVE_AGAIN, Where(name))
    for part, held in parts.items():
        if part.endswith((".xml", ".rels")):
            _check_part(part, held, name)


def _check_part(part: str, held: bytes, name: str) -> None:
    # LibreOffice shows a damaged document up to the damage, and says nothing.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    try:
        root = etree.fromstring(held, parser)
    except etree.XMLSyntaxError as error:
        raise UserError(
            f"This Word document is damaged in its part {part}.", _SAVE_AGAIN, Where(name)
        ) from error
    if root.getroottree().docinfo.doctype:
        # No Word writes one: it can name files to read, or unfold into a thousand times its size.
        raise UserError(f"Its part {part} has a document type of its own.", _SAVE_AGAIN, Where(name))
    if part.endswith(".rels") and any(_is_linked_picture(each.attrib) for each in root.iter(f"{_PACKAGE}*")):
        # Nothing is fetched, so that its place would be empty.
        raise UserError(
            "It shows a picture that is not in it, but only linked to.",
            "In Word, put the picture itself into the document.",
            Where(name),
        )


def _is_linked_picture(relationship: Mapping[str, str]) -> bool:
    return relationship.get("TargetMode") == "External" and relationship.get("Type", "").endswith("/image")
