"""Makes fields into plain content of their pages, in the place and the reading order that they had.

Links, notes and fields to sign stay as they are. In a tagged form the content
takes the field's place among the tags, with what kind of field it was.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from unbarred.documents.forms.fields import Field, Kind, Widget, inherited
from unbarred.documents.forms.tagging import Tags
from unbarred.documents.pdf.shutting_in import shut_in

if TYPE_CHECKING:
    from pikepdf import Dictionary, Object, Page, Pdf, Stream

_HIDDEN, _PRINTED, _NOT_ON_SCREEN = 2, 4, 32
_INHERITABLE = ("/FT", "/Ff", "/V", "/DA", "/Q")
_ROLES = {Kind.CHECK: "cb", Kind.RADIO: "rb", Kind.BUTTON: "pb"}


def flatten(pdf: Pdf, fields: Sequence[Field]) -> None:
    """Make all `fields` but those to sign into content of the pages of `pdf`."""
    tags = Tags(pdf)
    gone = [field for field in fields if field.kind is not Kind.SIGNATURE]
    for index, page in enumerate(pdf.pages):
        here = [(field, widget) for field in gone for widget in field.widgets if widget.page == index]
        if here:
            _flatten_page(pdf, page, here, tags)
    _drop_fields(pdf, [field for field in fields if field.kind is Kind.SIGNATURE])


def _flatten_page(pdf: Pdf, page: Page, here: Sequence[tuple[Field, Widget]], tags: Tags) -> None:
    from pikepdf import Annotation, Array, Name

    shapes = _own_shapes(page)
    drawn = []
    for field, widget in here:
        shape = _shape(field, widget.annotation)
        element = tags.element_of(widget.annotation) if tags.is_there else None
        if element is not None:
            tags.release(widget.annotation, element)
        if shape is None:
            continue
        name = next(f"/Field{at}" for at in range(len(shapes) + 1) if f"/Field{at}" not in shapes)
        shapes[name] = shape
        placed = Annotation(widget.annotation).get_page_content_for_appearance(
            Name(name), page.rotation, forbidden_flags=0
        )
        words = " ".join(placed.decode("latin-1").split())
        if tags.is_there:
            element = element if element is not None else tags.add("Form")
            _describe(element, field, widget)
            words = f"{element.S} <</MCID {tags.mark(page.obj, element)}>> BDC {words} EMC"
        drawn.append(words)
    gone = {widget.annotation.objgen for _, widget in here if widget.annotation.is_indirect}
    left = [each for each in page.obj.Annots if not _is_gone(each, gone)]
    if left:
        page.obj.Annots = Array(left)
    else:
        del page.obj["/Annots"]
    if drawn:
        shut_in(pdf, page, b"", ("\n" + "\n".join(drawn) + "\n").encode("latin-1"))


def _shape(field: Field, annotation: Dictionary) -> Stream | None:
    """Return the picture of a field as it stands, or None for one that does not show."""
    from pikepdf import Annotation, Name, Stream

    flags = int(annotation.get("/F", 0))
    is_printed_only = flags & _NOT_ON_SCREEN and not flags & _PRINTED
    if flags & _HIDDEN or is_printed_only or (field.kind is Kind.BUTTON and not flags & _PRINTED):
        return None
    if "/AS" not in annotation:
        annotation.AS = Name.Off
    shape = Annotation(annotation).get_appearance_stream(Name.N)
    if not isinstance(shape, Stream) or "/BBox" not in shape:
        return None
    shape.Type, shape.Subtype = Name.XObject, Name.Form
    if "/OC" in annotation:
        shape.OC = annotation.OC
    return shape


def _describe(element: Dictionary, field: Field, widget: Widget) -> None:
    """Say in the tags what kind of field it was, and whether it is marked."""
    from pikepdf import Dictionary, Name, String

    said = Dictionary(
        O=Name.PrintField, Role=Name("/" + _ROLES.get(field.kind, "tv")), Desc=String(field.label)
    )
    if field.kind in (Kind.CHECK, Kind.RADIO):
        is_on = widget.annotation.get("/AS", "/Off") != "/Off"
        said.checked = Name.on if is_on else Name.off
    element.A = said


def _own_shapes(page: Page) -> Dictionary:
    """Return the pictures that the content of `page` can name; other pages keep theirs."""
    from pikepdf import Dictionary

    resources = Dictionary(dict(page.resources.items()))
    resources.XObject = Dictionary(dict(resources.get("/XObject", Dictionary()).items()))
    page.obj.Resources = resources
    shapes: Dictionary = page.obj.Resources.XObject
    return shapes


def _is_gone(annotation: Object, gone: set[tuple[int, int]]) -> bool:
    """Whether an annotation is a field that is content now; one without a number tells by its kind."""
    from pikepdf import Dictionary

    if annotation.is_indirect or not isinstance(annotation, Dictionary):
        return annotation.objgen in gone
    return annotation.get("/Subtype") == "/Widget" and inherited(annotation, "/FT") != "/Sig"


def _drop_fields(pdf: Pdf, kept: Sequence[Field]) -> None:
    """Leave only the fields `kept` in the form of `pdf`, or no form at all."""
    from pikepdf import Array

    if not kept:
        del pdf.Root["/AcroForm"]
        return
    for field in kept:
        for holder in field.holders:
            if "/Parent" in holder:
                for key in _INHERITABLE:
                    found = inherited(holder, key)
                    if found is not None:
                        holder[key] = found
                holder.T = field.name.replace(".", " ")
                del holder["/Parent"]
    pdf.Root.AcroForm.Fields = Array([holder for field in kept for holder in field.holders])
