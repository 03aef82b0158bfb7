"""Takes out what a PDF keeps hidden in layers: what cannot be seen is not filed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from unbarred.documents.pdf.rewriting import rewrite

if TYPE_CHECKING:
    from pikepdf import ContentScope, Object, ObjectSet, Pdf

PAINTING = set(b"S s f F f* B B* b b*".split())
DRAWING = set(b"Do sh Tj TJ ' \" BI ID EI".split())


def drop_hidden(pdf: Pdf) -> None:
    """Draw nothing of the layers that are switched off when the PDF is opened."""
    from pikepdf import Array, Dictionary

    hidden = _hidden(pdf)
    if hidden is None:
        return
    for page in pdf.pages:
        annotations = page.obj.get("/Annots")
        if isinstance(annotations, Array):
            page.obj.Annots = [
                each
                for each in annotations
                if isinstance(each, Dictionary) and not _is_off(each.get("/OC"), hidden)
            ]
    for scope in list(pdf.content_scopes()):
        layers = {name for name, group in _named(scope, "/Properties") if _is_off(group, hidden)}
        drawings = {name for name, each in _named(scope, "/XObject") if _is_off(each.get("/OC"), hidden)}
        if layers or drawings:
            rewrite(pdf, scope.content, _Hiding(layers, drawings))


class _Hiding:
    """Paints nothing of what is hidden. States and places are kept, because what follows builds on them."""

    def __init__(self, layers: set[str], drawings: set[str]) -> None:
        self._layers = {name.encode() for name in layers}
        self._drawings = {name.encode() for name in drawings}
        self._marks: list[bool] = []

    def __call__(self, words: Sequence[bytes], operator: bytes) -> bool | bytes:
        """Whether an instruction stays, or what it becomes."""
        is_hidden = any(self._marks)
        if operator in {b"BDC", b"BMC"}:
            self._marks.append(len(words) == 2 and words[0] == b"/OC" and words[1] in self._layers)
        elif operator == b"EMC" and self._marks:
            self._marks.pop()
        elif operator == b"Do" and words and words[-1] in self._drawings:
            return False
        elif is_hidden and operator in PAINTING:
            return b" n "
        elif is_hidden and operator in DRAWING:
            return False
        return True


def _named(scope: ContentScope, kind: str) -> list[tuple[str, Object]]:
    """Return the names that a content stream can call things of a kind by, and the things."""
    from pikepdf import Dictionary

    things = scope.resources.get(kind) if scope.resources is not None else None
    return list(things.items()) if isinstance(things, Dictionary) else []


def _hidden(pdf: Pdf) -> ObjectSet | None:
    """Return the layers that are off, or None if none is."""
    from pikepdf import Dictionary, ObjectSet

    layers = pdf.Root.get("/OCProperties")
    if not isinstance(layers, Dictionary):
        return None
    chosen = layers.get("/D")
    chosen = chosen if isinstance(chosen, Dictionary) else Dictionary()
    if str(chosen.get("/BaseState")) == "/OFF":
        on = ObjectSet(chosen.get("/ON", ()))
        off = [group for group in layers.get("/OCGs", ()) if group not in on]
    else:
        off = list(chosen.get("/OFF", ()))
    return ObjectSet(off) if off else None


def _is_off(group: Object | None, hidden: ObjectSet) -> bool:
    """Whether what belongs to a layer, or to several under a rule, is not shown."""
    from pikepdf import Array, Dictionary

    if not isinstance(group, Dictionary):
        return False
    if str(group.get("/Type")) != "/OCMD":
        return group in hidden
    members = group.get("/OCGs")
    states = [each in hidden for each in (members if isinstance(members, Array) else [members]) if each]
    if not states:
        return False
    return {
        "/AllOn": any(states),
        "/AnyOff": not any(states),
        "/AllOff": not all(states),
    }.get(str(group.get("/P")), all(states))
