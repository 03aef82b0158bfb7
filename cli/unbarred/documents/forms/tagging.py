"""The tags of a PDF: the tree of headings, paragraphs and fields that a screen reader follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pikepdf import Dictionary, NumberTree, Object, Pdf


class Tags:
    """The tree of tags of one PDF."""

    def __init__(self, pdf: Pdf) -> None:
        """Open the tree; `is_there` says whether there is one."""
        from pikepdf import Array, Dictionary, NumberTree

        self._pdf = pdf
        root = pdf.Root.get("/StructTreeRoot")
        marked = pdf.Root.get("/MarkInfo")
        self.is_there = isinstance(root, Dictionary) and isinstance(marked, Dictionary)
        if not isinstance(root, Dictionary) or not self.is_there:
            return
        self._root = root
        if not isinstance(root.get("/ParentTree"), Dictionary):
            root.ParentTree = pdf.make_indirect(Dictionary(Nums=Array()))
        self._parents: NumberTree = NumberTree(root.ParentTree)

    def element_of(self, annotation: Dictionary) -> Dictionary | None:
        """Return the element that an annotation belongs to, or None."""
        from pikepdf import Dictionary

        key = annotation.get("/StructParent")
        found = self._parents[int(key)] if key is not None and int(key) in self._parents else None
        return found if isinstance(found, Dictionary) else None

    def release(self, annotation: Dictionary, element: Dictionary) -> None:
        """Take an annotation out of its element, and out of the tree."""
        from pikepdf import Array

        kept = [child for child in _children(element) if not _is_reference(child, annotation)]
        if kept:
            element.K = Array(kept)
        elif "/K" in element:
            del element["/K"]
        key = int(annotation["/StructParent"])
        if key in self._parents:
            del self._parents[key]

    def mark(self, page: Dictionary, element: Dictionary) -> int:
        """Add a piece of the content of `page` to `element`; return the number to mark it with."""
        from pikepdf import Array, Dictionary, Name

        said = page.get("/StructParents")
        key = int(said) if said is not None else self._new_key()
        page.StructParents = key
        pieces = self._parents[key] if key in self._parents else None  # noqa: SIM401 - it is no dictionary
        if not isinstance(pieces, Array):
            pieces = self._pdf.make_indirect(Array())
            self._parents[key] = pieces
        number = len(pieces)
        pieces.append(element)
        piece = Dictionary(Type=Name.MCR, Pg=page, MCID=number)
        element.K = Array([*_children(element), piece])
        return number

    def add(self, kind: str, parent: Dictionary | None = None) -> Dictionary:
        """Return a new last element of `kind`, such as `P`, below `parent` or below the whole document."""
        from pikepdf import Array, Dictionary, Name

        above = parent if parent is not None else self._top()
        element = self._pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name("/" + kind), P=above))
        above.K = Array([*_children(above), element])
        return element

    def _top(self) -> Dictionary:
        """Return the element of the whole document, or the root of the tree."""
        from pikepdf import Dictionary

        first = next(iter(_children(self._root)), None)
        return first if isinstance(first, Dictionary) and first.get("/S") == "/Document" else self._root

    def _new_key(self) -> int:
        used = max(self._parents.keys(), default=-1) + 1
        key = max(used, int(self._root.get("/ParentTreeNextKey", 0)))
        self._root.ParentTreeNextKey = key + 1
        return key


def _children(element: Dictionary) -> list[Object]:
    from pikepdf import Array

    below = element.get("/K")
    if below is None:
        return []
    return list(below) if isinstance(below, Array) else [below]


def _is_reference(child: Object, annotation: Dictionary) -> bool:
    from pikepdf import Dictionary

    if not isinstance(child, Dictionary) or child.get("/Type") != "/OBJR":
        return False
    referred = child.get("/Obj")
    return isinstance(referred, Dictionary) and referred.objgen == annotation.objgen
