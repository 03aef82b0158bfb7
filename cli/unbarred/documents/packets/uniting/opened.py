"""A Word file taken apart: its parts, what they refer to, and what kinds they are."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from unbarred.documents.word.package import CONTENT_TYPES, read_package
from unbarred.documents.word.wordml import R

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

PACKAGE = "http://schemas.openxmlformats.org/package/2006"
RELATIONSHIP = f"{{{PACKAGE}/relationships}}Relationship"
TYPES = f"{{{PACKAGE}/content-types}}"
MAIN = "word/document.xml"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
DOCUMENT_TYPE = f"{WORD}.document.main+xml"
_PARSER_OPTIONS = {"resolve_entities": False, "no_network": True, "huge_tree": True}


@dataclass(frozen=True)
class Relation:
    """What a part refers to: the name it uses, the kind, and a part of the file or an address."""

    name: str
    kind: str
    target: str
    """The part's whole name, such as `word/media/picture.png`; an address if `outside`."""
    outside: bool = False

    @property
    def short(self) -> str:
        """The last word of the kind: `footer`, `image`."""
        return self.kind.rpartition("/")[2]


class Opened:
    """A Word file whose parts are read one by one."""

    def __init__(self, content: bytes, name: str) -> None:
        self._parts = {key: part.content for key, part in read_package(content, name).items()}
        types = parse(self._parts[CONTENT_TYPES])
        self._overrides = {
            each.get("PartName", "").lstrip("/"): each.get("ContentType", "")
            for each in types.iter(f"{TYPES}Override")
        }
        self._defaults = {
            each.get("Extension", "").lower(): each.get("ContentType", "")
            for each in types.iter(f"{TYPES}Default")
        }

    def __contains__(self, part: str) -> bool:
        return part in self._parts

    def content(self, part: str) -> bytes:
        """Return what a part holds."""
        return self._parts[part]

    def root(self, part: str) -> Element:
        """Return a part's XML, read anew."""
        return parse(self._parts[part])

    def type(self, part: str) -> str:
        """Return the content type of a part."""
        extension = posixpath.splitext(part)[1].lstrip(".").lower()
        return str(self._overrides.get(part) or self._defaults.get(extension, "application/octet-stream"))

    def relations(self, part: str) -> Iterator[Relation]:
        """Yield what a part refers to."""
        folder, name = posixpath.split(part)
        beside = f"{folder}/_rels/{name}.rels"
        if beside not in self._parts:
            return
        for each in self.root(beside).iter(RELATIONSHIP):
            target = each.get("Target", "")
            outside = each.get("TargetMode") == "External"
            if not outside:
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            if outside or target in self._parts:
                yield Relation(each.get("Id", ""), each.get("Type", ""), target, outside)

    def related(self, kind: str) -> str:
        """Return the name of the part of a kind that the document refers to; empty if none."""
        return next(
            (each.target for each in self.relations(MAIN) if each.short == kind and not each.outside), ""
        )


def parse(content: bytes) -> Element:
    """Return the root of a part."""
    return etree.fromstring(content, etree.XMLParser(**_PARSER_OPTIONS))


def refer_anew(root: Element, names: Mapping[str, str]) -> None:
    """Put new names of relations in place of the old ones, wherever an element uses them."""
    for element in root.iter(etree.Element):
        for key, value in element.attrib.items():
            if key.startswith(f"{{{R}}}") and value in names:
                element.set(key, names[value])
