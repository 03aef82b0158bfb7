"""Parses the XML parts of a Word file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from lxml import etree

from unbarred.documents.word.validating.fault import Fault

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def parse_parts(parts: Mapping[str, bytes]) -> tuple[dict[str, Element], list[Fault]]:
    """Return the roots of the XML parts by name, and what cannot be parsed."""
    trees: dict[str, Element] = {}
    found: list[Fault] = []
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    for name, content in parts.items():
        if not name.endswith((".xml", ".rels")):
            continue
        try:
            root = etree.fromstring(content, parser)
        except etree.XMLSyntaxError as error:
            found.append(Fault(name, "", f"it is not well-formed: {error.msg}"))
            continue
        if root.getroottree().docinfo.doctype:
            found.append(Fault(name, "", "it declares a document type, which a Word file may not"))
        unknown = set((root.get(f"{{{_MC}}}Ignorable") or "").split()) - {str(key) for key in root.nsmap}
        if unknown:
            found.append(
                Fault(name, "", f"it ignores {', '.join(sorted(unknown))}, which it does not declare")
            )
        trees[name] = root
    return trees, found
