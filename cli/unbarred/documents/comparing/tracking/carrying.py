"""Brings what taken-out words need over from the older paper: pictures, notes, whole headers."""

from __future__ import annotations

import copy
import posixpath
from typing import TYPE_CHECKING

from lxml import etree

from unbarred.documents.comparing.matching import Side
from unbarred.documents.comparing.reading.inline import NOTE_SIGNS
from unbarred.documents.comparing.reading.opened import DOCUMENT, OFFICE
from unbarred.documents.word.package import CONTENT_TYPES, Part
from unbarred.documents.word.wordml import VALUE, R, w

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_EVERY, _RELATED = f"{{{_RELATIONS}}}Relationships", f"{{{_RELATIONS}}}Relationship"
_STYLES = (w("pStyle"), w("rStyle"), w("tblStyle"))
_MAKER = "{http://schemas.microsoft.com/office/word/2010/wordml}"


class Carrier:
    """Puts parts of the older paper into the newer one. `parts` are new, `touched` names the rest."""

    def __init__(self, before: Side, after: Side) -> None:
        self._before, self._after = before, after
        self.parts: dict[str, Part] = {}
        self.roots: dict[str, Element] = {}
        self._brought: dict[tuple[str, str], str] = {}

    def settle(self, element: Element, source: str, target: str) -> None:
        """Make a copy from the part `source` of the older paper fit into the part `target` of the newer."""
        for each in element.iter():
            for name in [name for name in each.attrib if name.startswith(_MAKER)]:
                # Word wants these ids once in a document.
                del each.attrib[name]
            for name in [name for name in each.attrib if name.startswith(f"{{{R}}}")]:
                each.set(name, self._related(each.get(name, ""), source, target))
        for each in list(element.iter(*NOTE_SIGNS)):
            self._bring_note(each)
        for each in list(element.iter(*_STYLES)):
            if not self._after.walk.styles.knows(each.get(VALUE, "")):
                each.getparent().remove(each)
        for each in list(element.iter(w("numPr"))):
            number = each.find(w("numId"))
            if number is not None and not self._after.walk.numbering.knows(number.get(VALUE, "")):
                each.getparent().remove(each)

    def root(self, part: str) -> Element:
        """Return the XML of a part of the newer paper, to be changed; relationships may be new."""
        if part not in self.roots:
            root = self._after.opened.root(part)
            # LibreOffice knows relationships only without a prefix.
            self.roots[part] = etree.Element(_EVERY, nsmap={None: _RELATIONS}) if root is None else root
        return self.roots[part]

    def bring_part(self, kind: str, part: str, root: Element) -> tuple[str, str]:
        """Put `root`, like `part` of the older paper, into the newer; return its name and its id there."""
        made = self._free_name(part)
        self.roots[made] = root
        self._say_type(part, made)
        return made, self._relate(DOCUMENT, kind, made, outside=False)

    def _related(self, reference: str, source: str, target: str) -> str:
        """Return the id in the newer paper of what `reference` means in the older."""
        related = self._before.opened.relationships(source).get(reference)
        if related is None:
            return reference
        if (target, related.target) not in self._brought:
            name = related.target
            if not related.outside:
                name = self._free_name(related.target)
                self.parts[name] = self._before.opened.parts[related.target]
                self._say_type(related.target, name)
            self._brought[target, related.target] = self._relate(
                target, related.kind, name, outside=related.outside
            )
        return self._brought[target, related.target]

    def _relate(self, part: str, kind: str, target: str, *, outside: bool) -> str:
        folder, _, file = part.rpartition("/")
        name = f"{folder}/_rels/{file}.rels"
        if name not in self._after.opened.parts:
            self._say_type(name, name)
        root = self.root(name)
        taken = {each.get("Id") for each in root}
        free = next(f"rId{number}" for number in range(1, len(taken) + 2) if f"rId{number}" not in taken)
        address = kind if ":" in kind else OFFICE + kind
        made = etree.SubElement(root, _RELATED, {"Id": free, "Type": address})
        made.set("Target", target if outside else posixpath.relpath(target, folder))
        if outside:
            made.set("TargetMode", "External")
        return free

    def _say_type(self, source: str, made: str) -> None:
        """Tell in the newer paper of which type a brought part is."""
        types = self.root(CONTENT_TYPES)
        older = self._before.opened.root(CONTENT_TYPES)
        ending = made.rpartition(".")[2].casefold()
        for each in () if older is None else older:
            if each.get("PartName") == f"/{source}":
                own = copy.deepcopy(each)
                own.set("PartName", f"/{made}")
                types.append(own)
                return
        known = {each.get("Extension", "").casefold() for each in types}
        for each in () if older is None else older:
            if each.get("Extension", "").casefold() == ending and ending not in known:
                types.insert(0, copy.deepcopy(each))

    def _free_name(self, part: str) -> str:
        stem, dot, ending = part.rpartition(".")
        taken = {*self._after.opened.parts, *self.parts, *self.roots}
        others = (f"{stem}-before{number or ''}{dot}{ending}" for number in range(len(taken) + 1))
        return next(name for name in (part, *others) if name not in taken)

    def _bring_note(self, sign: Element) -> None:
        kind = NOTE_SIGNS[sign.tag]
        source, target = (side.opened.named(f"{kind}s") for side in (self._before, self._after))
        older = self._before.opened.root(source) if source else None
        if older is None:
            return
        notes = {each.get(w("id")): each for each in older}
        note = notes.get(sign.get(w("id")))
        if note is None:
            return
        target = target or self._brought.get((kind, ""), "")
        if not target:
            # Without the notes, but with the lines above them.
            root = etree.Element(older.tag, nsmap=older.nsmap)
            root.extend(copy.deepcopy(each) for each in notes.values() if each.get(w("type")) is not None)
            target, _ = self.bring_part(f"{kind}s", source, root)
            self._brought[kind, ""] = target
        made = copy.deepcopy(note)
        root = self.root(target)
        taken = {each.get(w("id")) for each in root}
        free = next(str(number) for number in range(1, len(taken) + 2) if str(number) not in taken)
        made.set(w("id"), free)
        sign.set(w("id"), free)
        root.append(made)
        self.settle(made, source, target)
