"""A DOCX opened: its parts as XML, and what they refer to."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from unbarred.documents.errors import TemplateFault
from unbarred.documents.word.package import read_package
from unbarred.documents.word.settling import settle
from unbarred.errors import Where

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

DOCUMENT = "word/document.xml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


@dataclass(frozen=True)
class Relationship:
    """What a part refers to: `kind` such as `footer`, `target` the name of a part or, outside, an address."""

    kind: str
    target: str
    outside: bool


class Opened:
    """A DOCX whose tracked changes are taken as accepted."""

    def __init__(self, content: bytes, name: str) -> None:
        """Open `content`; `name` is said if it is no Word file, which is a `TemplateFault`."""
        self.name = name
        self.parts = read_package(content, name)
        self._roots: dict[str, Element | None] = {}

    def root(self, part: str) -> Element | None:
        """Return the XML of a part, or None if there is no such part; the same each time."""
        if part not in self._roots:
            self._roots[part] = self._parsed(part) if part in self.parts else None
        return self._roots[part]

    @property
    def document(self) -> Element:
        """The root of the document's main part."""
        root = self.root(DOCUMENT)
        assert root is not None  # read_package makes sure of it
        return root

    def relationships(self, part: str) -> dict[str, Relationship]:
        """Return what `part` refers to, by id."""
        folder, _, file = part.rpartition("/")
        root = self.root(f"{folder}/_rels/{file}.rels")
        found = {}
        for each in () if root is None else root.iterchildren("{*}Relationship"):
            outside = each.get("TargetMode") == "External"
            target = each.get("Target", "")
            if not outside:
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found[each.get("Id", "")] = Relationship(
                each.get("Type", "").removeprefix(OFFICE), target, outside
            )
        return found

    def named(self, kind: str) -> str:
        """Return the name of the part that the document has one of, such as `styles`, or ""."""
        every = self.relationships(DOCUMENT).values()
        return next((each.target for each in every if each.kind == kind), "")

    def _parsed(self, part: str) -> Element:
        # Nothing in a paper is to be fetched from anywhere.
        parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
        try:
            root = etree.fromstring(self.parts[part].content, parser)
        except etree.XMLSyntaxError as fault:
            raise TemplateFault(
                f"This Word document is damaged: {part} in it cannot be read.", where=Where(self.name)
            ) from fault
        settle(root)
        return root
