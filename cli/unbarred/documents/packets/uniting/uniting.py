"""Puts several Word files into one, in order.

Each paper stays as it is: its styles where another's differ, its lists that
begin at 1, its notes, its header and footer, its page 1. Comments are left out.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from unbarred.documents.packets.uniting import adapting, sections
from unbarred.documents.packets.uniting.growing import OFFICE, Growing, moved
from unbarred.documents.packets.uniting.opened import MAIN, WORD, Opened, Relation
from unbarred.documents.packets.uniting.shared import Lists, Notes, Styles
from unbarred.documents.word.wordml import BODY, R, W, w
from unbarred.errors import UserError, Where

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_RUNNING = ("header", "footer")
_ONCE = ("settings", "theme", "fontTable")
"""Parts of which a file can have one: that of the first paper that has it."""
_SHARED = (
    *("styles", "numbering", "footnotes", "endnotes", *_ONCE),
    *("webSettings", "stylesWithEffects", "customXml", "glossaryDocument"),
    *("comments", "commentsExtended", "commentsIds", "commentsExtensible", "people"),
)
"""What is not taken as it is: it is put together with that of others, or left out."""
_IGNORABLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable"
_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


@dataclass(frozen=True)
class Piece:
    """A paper to be put into the one file."""

    name: str
    """What errors call it."""
    content: bytes
    pages: int | None = None
    """How many pages it has, if that is known."""


def united(pieces: Sequence[Piece], title: str, language: str) -> bytes:
    """Return one DOCX of all papers; the same papers give the same bytes.

    Raises `TemplateFault` for one that is no DOCX, `UserError` for a Strict Open XML document.
    """
    whole = _Whole()
    for number, piece in enumerate(pieces):
        tag = f"p{number + 1}_" if number else ""
        whole.take(Opened(piece.content, piece.name), piece.name, tag, piece.pages)
    return whole.packed(title, language)


class _Whole:
    """All papers so far."""

    def __init__(self) -> None:
        self._growing = Growing()
        self._styles = Styles()
        self._lists = Lists()
        self._notes = [Notes("footnote"), Notes("endnote")]
        self._once: set[str] = set()
        self._elements: list[Element] = []
        self._section: Element = None
        self._names: dict[str, str] = {}
        """The prefixes that the papers declare, with what they stand for."""
        self._ignorable: list[str] = []

    def take(self, paper: Opened, name: str, tag: str, pages: int | None) -> None:
        """Put a paper at the end; `tag` tells its names from those of the others, errors call it `name`."""
        root = paper.root(MAIN)
        if root.find(BODY) is None:
            # Its elements have other names throughout.
            raise UserError(
                "This is a Strict Open XML document, which cannot be put together with others.",
                "Open it in Word and save it as a Word document (.docx), or make the packet without --docx.",
                Where(name),
            )
        self._declare(root)
        self._take_once(paper, tag)
        own = self._styles.take(paper, tag)
        offset = self._lists.take(paper, own.names, tag)
        running = self._running(paper)
        for part, shown in [("", root), *running.items()]:
            adapting.adapt(shown, own.element, offset, own.names, (own.paragraph, own.table))
            if tag:
                adapting.rename_bookmarks(shown, tag)
            adapting.count_in_section(shown, pages)
            if part:
                self._growing.put(moved(part, tag), shown, paper.type(part))
                self._growing.copy_relations(paper, part, moved(part, tag), tag)
        for notes in self._notes:
            notes.take(paper, root, offset, own, self._growing, tag)
        self._growing.adopt(paper, MAIN, root, MAIN, tag, _SHARED)
        self._append(root.find(BODY), first=not tag)

    def packed(self, title: str, language: str) -> bytes:
        """Return the one file."""
        root = etree.Element(w("document"), nsmap={**self._names, "w": W})
        if self._ignorable:
            root.set(_IGNORABLE, " ".join(self._ignorable))
        body = etree.SubElement(root, BODY)
        body.extend([*self._elements, self._section])
        _number(root)
        shared = {"styles": self._styles.element, "numbering": self._lists.element}
        shared |= {notes.part: notes.element for notes in self._notes}
        for kind, element in shared.items():
            if element is not None:
                part = f"word/{kind}.xml"
                self._growing.put(part, element, f"{WORD}.{kind}+xml")
                self._growing.relate(MAIN, Relation(f"one{kind}", f"{OFFICE}/{kind}", part))
        return self._growing.packed(root, title, language)

    def _declare(self, root: Element) -> None:
        for prefix, name in root.nsmap.items():
            if prefix and name not in self._names.values():
                self._names.setdefault(prefix, name)
        for prefix in root.get(_IGNORABLE, "").split():
            if prefix in self._names and prefix not in self._ignorable:
                self._ignorable.append(prefix)

    def _take_once(self, paper: Opened, tag: str) -> None:
        for each in paper.relations(MAIN):
            if each.short in _ONCE and each.short not in self._once and not each.outside:
                self._once.add(each.short)
                part = moved(each.target, tag)
                if each.short == "settings":
                    self._growing.put(part, _settings(paper, each.target), paper.type(each.target))
                else:
                    self._growing.copy(paper, each.target, tag)
                self._growing.relate(MAIN, Relation(f"one{each.short}", each.kind, part))

    def _running(self, paper: Opened) -> dict[str, Element]:
        """Return the headers and footers of a paper, by the names of their parts."""
        parts = [each.target for each in paper.relations(MAIN) if each.short in _RUNNING]
        return {part: paper.root(part) for part in parts}

    def _append(self, body: Element, *, first: bool) -> None:
        elements, section = sections.taken_apart(body)
        inner = list(_sections(elements))
        begins = inner[0] if inner else section
        sections.begin_anew(begins)
        if not first:
            for name, kind in sections.missing_running(begins):
                sections.refer_to(begins, name, kind, self._growing.empty_running(name))
            sections.end_with(self._elements, self._section)
        self._elements += elements
        self._section = section


def _settings(paper: Opened, part: str) -> Element:
    """Return the settings of a paper without what they refer to, such as a template on somebody's disk."""
    root = paper.root(part)
    for element in [each for each in root if any(key.startswith(f"{{{R}}}") for key in each.attrib)]:
        root.remove(element)
    return root


def _sections(elements: Sequence[Element]) -> Iterator[Element]:
    for element in elements:
        yield from element.iter(w("sectPr"))


def _number(root: Element) -> None:
    """Number what has to have a number of its own in a file: drawings, bookmarks."""
    for number, drawn in enumerate(root.iter(_DRAWN), start=1):
        drawn.set("id", str(number))
    following = itertools.count(1)
    numbers: dict[str, str] = {}
    for mark in root.iter(w("bookmarkStart"), w("bookmarkEnd")):
        before = mark.get(w("id"))
        if mark.tag == w("bookmarkStart"):
            # The papers follow one another: an end belongs to the last start with its number.
            numbers[before] = str(next(following))
        mark.set(w("id"), numbers.get(before, before))
