"""Joins what tagged PDFs say of their structure, so that the whole can be read aloud as its parts could.

Each section becomes one part of the document. Pages of a section without
tags are marked as a whole: a picture is a figure that says what it is of, and
text is one paragraph in the order the page draws it. If no section has tags,
the whole claims none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from unbarred.documents.pdf.shutting_in import tag

if TYPE_CHECKING:
    from pikepdf import Dictionary, Object, Pdf


class Structure:
    """The structure of a PDF that is being joined. Add the sections in order, then `finish`."""

    def __init__(self, whole: Pdf) -> None:
        """Begin with an empty document."""
        from pikepdf import Array, Dictionary, Name

        self._whole = whole
        self._next_key = 0
        self._parents: list[Object | int] = []
        self._roles = Dictionary()
        self._names = 0
        self._root = whole.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        self._document = whole.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name.Document, P=self._root, K=Array())
        )
        self._part = self._document
        self._title = ""
        self._is_tagged = False

    def add_tagged(self, source: Pdf, first: int, title: str) -> None:
        """Take over the tags of `source`, whose pages were copied to the whole as of page `first`."""
        from pikepdf import Array, Dictionary, Name, NumberTree

        tree = self._whole.copy_foreign(source.Root.StructTreeRoot)
        pages = list(self._whole.pages)[first : first + len(source.pages)]
        _shift_keys([page.obj for page in pages], self._next_key)
        keys = [-1]
        if isinstance(tree.get("/ParentTree"), Dictionary):
            for key, parents in NumberTree(tree.ParentTree).items():
                self._parents += [key + self._next_key, parents]
                keys.append(key)
        self._next_key += max(keys) + 1
        tops = _children(tree)
        self._settle_names(tree, tops)
        if len(tops) == 1 and tops[0].get("/S") == Name.Document:
            part = tops[0]
        else:
            part = self._whole.make_indirect(Dictionary(Type=Name.StructElem, K=Array(tops)))
            for top in tops:
                top.P = part
        self._append(part, title)
        self._is_tagged = True

    def add_untagged(self, first: int, words: list[bool], title: str) -> None:
        """Mark the pages as of `first` as a whole each; `words` says of each whether it has text."""
        from pikepdf import Array, Dictionary, Name, String

        part = self._whole.make_indirect(Dictionary(Type=Name.StructElem, K=Array()))
        self._append(part, title)
        for index, has_words in enumerate(words):
            page = self._whole.pages[first + index]
            kind = Name.P if has_words else Name.Figure
            element = self._whole.make_indirect(
                Dictionary(Type=Name.StructElem, S=kind, P=part, Pg=page.obj, K=0)
            )
            if not has_words:
                element.Alt = String(f"{self._title or 'Picture'}, page {index + 1} of {len(words)}")
            tag(self._whole, page, str(kind))
            page.obj.StructParents = self._next_key
            self._parents += [self._next_key, Array([element])]
            self._next_key += 1
            part.K.append(element)

    def _append(self, part: Dictionary, title: str) -> None:
        """Put a section below the document; one without a title goes on with the section before it."""
        from pikepdf import Array, Name, String

        above = self._document if title else self._part
        part.S = Name.Sect if above is self._part and above is not self._document else Name.Part
        part.P = above
        kids = above.get("/K")
        above.K = Array([*kids, part]) if isinstance(kids, Array) else Array([kids, part])
        if title:
            part.T = String(title)
            self._part, self._title = part, title

    def finish(self) -> None:
        """Write the structure into the whole; nothing if no section had any."""
        from pikepdf import Array, Dictionary, Name

        if not self._is_tagged:
            return
        self._root.K = Array([self._document])
        self._root.ParentTree = self._whole.make_indirect(Dictionary(Nums=Array(self._parents)))
        self._root.ParentTreeNextKey = self._next_key
        if self._roles.keys():
            self._root.RoleMap = self._roles
        self._whole.Root.StructTreeRoot = self._root
        self._whole.Root.MarkInfo = Dictionary(Marked=True)
        for page in self._whole.pages:
            if "/Annots" in page.obj:
                page.obj.Tabs = Name.S

    def _settle_names(self, tree: Object, tops: list[Dictionary]) -> None:
        """Keep the section's own names, of kinds of text and of elements, apart from others'."""
        from pikepdf import Dictionary

        self._names += 1
        roles = tree.get("/RoleMap")
        renamed: dict[str, str] = {}
        for name, role in roles.items() if isinstance(roles, Dictionary) else ():
            if self._roles.get(name, role) != role:
                renamed[name] = f"{name}{self._names}"
            self._roles[renamed.get(name, name)] = role
        for element in _elements(tops):
            _rename(element, renamed, f"{self._names}-")


def is_tagged(pdf: Pdf) -> bool:
    """Whether a PDF says what its text is: headings, paragraphs, tables."""
    import pikepdf

    marks = pdf.Root.get("/MarkInfo")
    tree = pdf.Root.get("/StructTreeRoot")
    return (
        isinstance(marks, pikepdf.Dictionary)
        and bool(marks.get("/Marked", False))
        and isinstance(tree, pikepdf.Dictionary)
        and bool(_children(tree))
    )


def _rename(element: Dictionary, roles: Mapping[str, str], prefix: str) -> None:
    from pikepdf import Array, Dictionary, Name, String

    role = str(element.get("/S", ""))
    if role in roles:
        element.S = Name(roles[role])
    if "/ID" in element:
        element.ID = String(prefix + str(element.ID))
    # Classes are looked up in a map of the whole file; ours has none.
    if "/C" in element:
        del element.C
    attributes = element.get("/A")
    for each in attributes if isinstance(attributes, Array) else [attributes]:
        if isinstance(each, Dictionary) and isinstance(each.get("/Headers"), Array):
            each.Headers = Array([String(prefix + str(header)) for header in each.Headers])


def _children(element: Object) -> list[Dictionary]:
    """Return the elements directly below one; marked content and references to objects are not among them."""
    from pikepdf import Array, Dictionary

    kids = element.get("/K")
    return [
        kid
        for kid in (kids if isinstance(kids, Array) else [kids])
        if isinstance(kid, Dictionary) and "/S" in kid
    ]


def _elements(tops: list[Dictionary]) -> Iterator[Dictionary]:
    """Yield elements and all below them, each once."""
    from pikepdf import ObjectSet

    seen, waiting = ObjectSet(), list(tops)
    while waiting:
        element = waiting.pop()
        if seen.add(element):
            yield element
            waiting += _children(element)


def _shift_keys(pages: list[Dictionary], by: int) -> None:
    """Raise the numbers by which pages, and what they draw, find their place in the structure."""
    from pikepdf import Array, Dictionary, ObjectSet, Stream

    seen = ObjectSet()
    waiting: list[Object] = list(pages)
    while waiting:
        holder = waiting.pop()
        if not seen.add(holder):
            continue
        for key in ("/StructParents", "/StructParent"):
            if key in holder:
                holder[key] = int(holder[key]) + by
        annotations = holder.get("/Annots")
        if isinstance(annotations, Array):
            waiting += [each for each in annotations if isinstance(each, Dictionary)]
        resources = holder.get("/Resources")
        drawings = resources.get("/XObject") if isinstance(resources, Dictionary) else None
        if isinstance(drawings, Dictionary):
            waiting += [each for each in drawings.values() if isinstance(each, Stream)]
