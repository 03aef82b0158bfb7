"""What a Word file has once for all its text: styles, lists, notes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree

from unbarred.documents.packets.uniting import adapting
from unbarred.documents.packets.uniting.growing import Growing
from unbarred.documents.packets.uniting.opened import Opened
from unbarred.documents.word.wordml import VALUE, w

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_ABSTRACT, _ABSTRACT_ID = w("abstractNum"), w("abstractNumId")
_NUMBER, _NUMBER_ID = w("num"), w("numId")


@dataclass(frozen=True)
class OwnStyles:
    """The styles of one paper, and what they are called in the one file."""

    element: Element
    """As the paper has them."""
    names: Mapping[str, str] = field(default_factory=dict)
    """New names by old; empty where they stay."""
    paragraph: str = ""
    """The style to be named by paragraphs that name none; empty if they need not."""
    table: str = ""


class Styles:
    """The styles of all papers: those of the first, and those of others by other names where they differ."""

    def __init__(self) -> None:
        self.element: Element | None = None
        self._known: dict[bytes, OwnStyles] = {}

    def take(self, paper: Opened, tag: str) -> OwnStyles:
        """Take in the styles of a paper."""
        part = paper.related("styles")
        own = paper.root(part) if part else etree.Element(w("styles"))
        same = etree.tostring(own, method="c14n")
        if same in self._known:
            return self._known[same]
        if self.element is None:
            self.element = paper.root(part) if part else etree.Element(w("styles"))
            taken = OwnStyles(own)
        else:
            renamed = paper.root(part) if part else etree.Element(w("styles"))
            usual = [adapting.usual_style(renamed, kind) for kind in ("paragraph", "table")]
            names = adapting.own_styles(renamed, tag)
            self.element.extend(renamed.findall(w("style")))
            taken = OwnStyles(own, names, *(names.get(each, "") for each in usual))
        self._known[same] = taken
        return taken


class Lists:
    """The lists of all papers, numbered through."""

    def __init__(self) -> None:
        self.element: Element | None = None

    def take(self, paper: Opened, styles: Mapping[str, str], tag: str) -> int:
        """Take in the lists of a paper; return by how much their numbers were moved."""
        part = paper.related("numbering")
        if not part:
            return 0
        root = paper.root(part)
        # Pictures as bullets are parts of their own; a plain bullet stands in for them.
        etree.strip_elements(root, w("numPicBullet"), w("lvlPicBulletId"), with_tail=False)
        if self.element is None:
            self.element = root
            return 0
        abstract = self._next(_ABSTRACT, _ABSTRACT_ID)
        number = self._next(_NUMBER, _NUMBER_ID)
        # A style of the first paper belongs to that paper's list.
        etree.strip_elements(root, w("pStyle"), with_tail=False)
        adapting.rename_styles(root, styles)
        for each in root.findall(_ABSTRACT):
            moved = int(each.get(_ABSTRACT_ID)) + abstract
            each.set(_ABSTRACT_ID, str(moved))
            for mark in each.findall(w("nsid")):
                # Lists with one mark are taken for one list, and are counted on.
                mark.set(VALUE, f"{moved + 1:08X}")
            self._insert(each)
        for each in root.findall(_NUMBER):
            each.set(_NUMBER_ID, str(int(each.get(_NUMBER_ID)) + number))
            for of in each.findall(_ABSTRACT_ID):
                of.set(VALUE, str(int(of.get(VALUE)) + abstract))
            self._insert(each)
        return number

    def _next(self, tag: str, key: str) -> int:
        assert self.element is not None
        return max((int(each.get(key)) for each in self.element.findall(tag)), default=0) + 1

    def _insert(self, each: Element) -> None:
        """Put a list or its kind after the last of those: the schema has all kinds first."""
        assert self.element is not None
        first = [_ABSTRACT] if each.tag == _ABSTRACT else [_ABSTRACT, _NUMBER]
        self.element.insert(sum(1 for child in self.element if child.tag in first), each)


class Notes:
    """The footnotes or endnotes of all papers, numbered through; `kind` is `footnote` or `endnote`."""

    def __init__(self, kind: str) -> None:
        self.part = f"{kind}s"
        self.element: Element | None = None
        self._note, self._reference = w(kind), w(f"{kind}Reference")

    def take(
        self, paper: Opened, document: Element, lists: int, styles: OwnStyles, growing: Growing, tag: str
    ) -> None:
        """Take in the notes of a paper, and let its `document` refer to them by their numbers here."""
        part = paper.related(self.part)
        if not part:
            return
        root = paper.root(part)
        adapting.adapt(root, styles.element, lists, styles.names, (styles.paragraph, styles.table))
        growing.adopt(paper, part, root, f"word/{self.part}.xml", tag)
        if self.element is None:
            self.element = root
            return
        following = max(int(each.get(w("id"))) for each in self.element) + 1
        numbers: dict[str, str] = {}
        for each in root.findall(self._note):
            if each.get(w("type")) in (None, "normal"):
                numbers[each.get(w("id"))] = str(following)
                each.set(w("id"), str(following))
                self.element.append(each)
                following += 1
        for reference in document.iter(self._reference):
            reference.set(w("id"), numbers.get(reference.get(w("id")), reference.get(w("id"))))
