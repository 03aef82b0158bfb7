"""Keeps one copy of what several sections brought along: the same font, the same seal, the same colours."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pikepdf import Object, Pdf

DEEPEST = 40
"""Drawings within drawings. What lies deeper is left as it is."""
APART = {"/OCG", "/OCMD", "/Page", "/Pages", "/StructElem"}
"""What is itself and not what it looks like: a layer, a page, an element of the structure."""


def share(pdf: Pdf) -> None:
    """Let all pages draw with the first of several equal fonts, pictures, drawings and profiles."""
    from pikepdf import Dictionary

    sharing = _Sharing()
    for page in pdf.pages:
        resources = page.obj.get("/Resources")
        if isinstance(resources, Dictionary):
            sharing.settle(resources, 0)


class _Sharing:
    def __init__(self) -> None:
        self._first: dict[bytes, Object] = {}
        self._settled: dict[tuple[int, int], Object] = {}

    def settle(self, each: Object, depth: int) -> Object:
        """Return what to refer to instead of `each`, after all that it refers to was settled."""
        import pikepdf

        if not isinstance(each, (pikepdf.Dictionary, pikepdf.Stream, pikepdf.Array)) or depth > DEEPEST:
            return each
        if each.is_indirect and each.objgen in self._settled:
            return self._settled[each.objgen]
        if not isinstance(each, pikepdf.Array) and str(each.get("/Type")) in APART:
            return each
        if each.is_indirect:
            # What refers back to itself finds itself.
            self._settled[each.objgen] = each
        self._settle_inside(each, depth)
        if not each.is_indirect:
            return each
        same = self._first.setdefault(_fingerprint(each), each)
        self._settled[each.objgen] = same
        return same

    def _settle_inside(self, each: Object, depth: int) -> None:
        import pikepdf

        places = range(len(each)) if isinstance(each, pikepdf.Array) else list(each.keys())
        for place in places:
            held = each[place]
            settled = self.settle(held, depth + 1)
            if settled is not held:
                each[place] = settled


def _fingerprint(each: Object) -> bytes:
    """Return what equal objects have in common."""
    import pikepdf

    if not isinstance(each, pikepdf.Stream):
        return each.unparse(resolved=True)
    if "/StructParent" in each or "/StructParents" in each:
        return f"{each.objgen}".encode()
    digest = hashlib.sha256(each.stream_dict.unparse(resolved=True))
    digest.update(each.read_raw_bytes())
    return digest.digest()
