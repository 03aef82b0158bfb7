"""The one Word file while papers are put into it: its parts, what they refer to, how it is packed."""

from __future__ import annotations

import posixpath
from collections.abc import Container, Iterable
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from lxml import etree

from unbarred.documents.packets.uniting.opened import (
    DOCUMENT_TYPE,
    MAIN,
    PACKAGE,
    WORD,
    Opened,
    Relation,
    refer_anew,
)
from unbarred.documents.word.package import CONTENT_TYPES, Part, write_package
from unbarred.documents.word.wordml import UTF8, W, w

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PROPERTIES = "docProps/core.xml"
_EMPTY_RUNNING = {"headerReference": ("header", "hdr"), "footerReference": ("footer", "ftr")}


class Growing:
    """Parts, their types, and the relations of the document and of its notes."""

    def __init__(self) -> None:
        self._parts: dict[str, bytes] = {}
        self._types: dict[str, str] = {}
        self._relations: dict[str, list[Relation]] = {}

    def relate(self, part: str, relation: Relation) -> None:
        """Let `part` refer to something; once by the same name."""
        known = self._relations.setdefault(part, [])
        if relation not in known:
            known.append(relation)

    def put(self, part: str, root: Element, content_type: str) -> None:
        """Put a part of our own making, or a changed one."""
        self._parts[part] = (UTF8 + etree.tostring(root, encoding="unicode")).encode()
        self._types[part] = content_type

    def copy(self, paper: Opened, part: str, tag: str) -> str:
        """Take a part of a paper with all that it refers to; return its name here."""
        name = moved(part, tag)
        if name not in self._parts:
            self._parts[name] = paper.content(part)
            self._types[name] = paper.type(part)
            self.copy_relations(paper, part, name, tag)
        return name

    def copy_relations(self, paper: Opened, part: str, here: str, tag: str) -> None:
        """Let `here` refer to all that a paper's part refers to, by the same names."""
        for each in paper.relations(part):
            target = each.target if each.outside else self.copy(paper, each.target, tag)
            self.relate(here, Relation(each.name, each.kind, target, each.outside))

    def adopt(
        self, paper: Opened, part: str, root: Element, here: str, tag: str, without: Container[str] = ()
    ) -> None:
        """Let what `root` uses of its part's relations be used from the part `here`, by new names.

        Relations of the kinds `without` are no longer there.
        """
        names = {}
        for each in paper.relations(part):
            if each.short in without:
                continue
            names[each.name] = f"{tag}{each.name}"
            target = each.target if each.outside else self.copy(paper, each.target, tag)
            self.relate(here, Relation(names[each.name], each.kind, target, each.outside))
        refer_anew(root, names)

    def empty_running(self, reference: str) -> str:
        """Return the name of the document's relation to a header or footer that says nothing."""
        name, root = _EMPTY_RUNNING[reference]
        part = f"word/{name}Empty.xml"
        paragraph = etree.Element(w("p"), nsmap={"w": W})
        made = etree.Element(w(root), nsmap={"w": W})
        made.append(paragraph)
        self.put(part, made, f"{WORD}.{name}+xml")
        relation = Relation(f"empty{name}", f"{OFFICE}/{name}", part)
        self.relate(MAIN, relation)
        return relation.name

    def packed(self, root: Element, title: str, language: str) -> bytes:
        """Return the DOCX whose document is `root`; the same bytes each time."""
        self.put(MAIN, root, DOCUMENT_TYPE)
        self._parts[_PROPERTIES] = _properties(title, language)
        self._types[_PROPERTIES] = "application/vnd.openxmlformats-package.core-properties+xml"
        whole = dict(self._parts)
        for part, relations in self._relations.items():
            folder, name = posixpath.split(part)
            whole[f"{folder}/_rels/{name}.rels"] = _relations(relations)
        whole["_rels/.rels"] = _relations(
            [
                Relation("rId1", f"{OFFICE}/officeDocument", MAIN),
                Relation("rId2", f"{PACKAGE}/relationships/metadata/core-properties", _PROPERTIES),
            ]
        )
        whole[CONTENT_TYPES] = _content_types(self._types)
        return write_package({name: Part.of(content) for name, content in whole.items()})


def moved(part: str, tag: str) -> str:
    """Return a part's name in the one file: `word/p2_media/a.png` for `word/media/a.png`."""
    folder, _, rest = part.partition("/")
    return f"{folder}/{tag}{rest}" if tag else part


def _relations(relations: Iterable[Relation]) -> bytes:
    lines = []
    for each in relations:
        target = each.target if each.outside else f"/{each.target}"
        mode = ' TargetMode="External"' if each.outside else ""
        lines.append(
            f"<Relationship Id={quoteattr(each.name)} Type={quoteattr(each.kind)} "
            f"Target={quoteattr(target)}{mode}/>"
        )
    return f'{UTF8}<Relationships xmlns="{PACKAGE}/relationships">{"".join(lines)}</Relationships>'.encode()


def _content_types(types: dict[str, str]) -> bytes:
    lines = [
        f"<Override PartName={quoteattr('/' + name)} ContentType={quoteattr(kind)}/>"
        for name, kind in sorted(types.items())
    ]
    defaults = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
    )
    return f'{UTF8}<Types xmlns="{PACKAGE}/content-types">{defaults}{"".join(lines)}</Types>'.encode()


def _properties(title: str, language: str) -> bytes:
    core = f"{PACKAGE}/metadata/core-properties"
    return (
        f'{UTF8}<cp:coreProperties xmlns:cp="{core}" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(title)}</dc:title><dc:language>{language}</dc:language></cp:coreProperties>"
    ).encode()
