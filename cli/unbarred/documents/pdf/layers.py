"""Takes out what a PDF keeps hidden in layers: what cannot be seen is not filed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pikepdf import (
        ContentScope,
        ContentStreamInlineImage,
        ContentStreamInstruction,
        Object,
        ObjectSet,
        Pdf,
    )

PAINTING = set("S s f F f* B B* b b*".split())
DRAWING = set("Do sh Tj TJ ' \" BI INLINE IMAGE".split())


def drop_hidden(pdf: Pdf) -> None:
    """Draw nothing of the layers that are switched off when the PDF is opened."""
    hidden = _hidden(pdf)
    if hidden is None:
        return
    for page in pdf.pages:
        annotations = page.obj.get("/Annots")
        if annotations is not None:
            page.obj.Annots = [each for each in annotations if not _is_off(each.get("/OC"), hidden)]
    for scope in list(pdf.content_scopes()):
        off = {name for name, group in _named(scope, "/Properties") if _is_off(group, hidden)}
        off_drawings = {name for name, each in _named(scope, "/XObject") if _is_off(each.get("/OC"), hidden)}
        if off or off_drawings:
            _rewrite(pdf, scope.content, off, off_drawings)


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
    found = ObjectSet()
    if str(chosen.get("/BaseState")) == "/OFF":
        on = ObjectSet(chosen.get("/ON", ()))
        off = [group for group in layers.get("/OCGs", ()) if group not in on]
    else:
        off = list(chosen.get("/OFF", ()))
    for group in off:
        found.add(group)
    return found if off else None


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


def _rewrite(pdf: Pdf, content: Object, off: set[str], off_drawings: set[str]) -> None:
    import pikepdf

    kept = list(_shown(pikepdf.parse_content_stream(content), off, off_drawings))
    data = pikepdf.unparse_content_stream(kept)
    if isinstance(content, pikepdf.Stream):
        content.write(data)
    else:
        content.Contents = pdf.make_stream(data)


def _shown(
    instructions: Iterable[ContentStreamInstruction | ContentStreamInlineImage],
    off: set[str],
    off_drawings: set[str],
) -> Iterable[ContentStreamInstruction | ContentStreamInlineImage]:
    """Yield what draws nothing hidden; states are kept, because what follows builds on them."""
    from pikepdf import ContentStreamInstruction, Operator

    marks: list[bool] = []
    for each in instructions:
        operator = str(each.operator)
        if operator in {"BDC", "BMC"}:
            is_layer = operator == "BDC" and str(each.operands[0]) == "/OC"
            marks.append(is_layer and str(each.operands[1]) in off)
        elif operator == "EMC" and marks:
            marks.pop()
        is_hidden = any(marks)
        if is_hidden and operator in PAINTING:
            yield ContentStreamInstruction([], Operator("n"))
        elif not (is_hidden and operator in DRAWING) and not _is_of(each, operator, off_drawings):
            yield each


def _is_of(
    each: ContentStreamInstruction | ContentStreamInlineImage, operator: str, drawings: set[str]
) -> bool:
    return operator == "Do" and str(each.operands[0]) in drawings
