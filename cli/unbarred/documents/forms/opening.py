"""Opens a fillable PDF, and leaves out what only one vendor's program could use."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from unbarred.documents.errors import TemplateFault
from unbarred.documents.forms.fields import Field, Kind, read_fields, topmost
from unbarred.documents.pdf.quiet import hush
from unbarred.errors import UserError, Where

if TYPE_CHECKING:
    from pikepdf import Dictionary, Pdf

_ONLY_ADDED_TO = 2
_ASK_FOR_ANOTHER = "Ask for the form as a plain fillable PDF, or print it and fill it in by hand."


@dataclass(frozen=True)
class OpenForm:
    """A form in memory, its fields, and what was left out of it, each in a sentence for the person."""

    pdf: Pdf
    fields: tuple[Field, ...]
    notes: tuple[str, ...]
    needs_shapes: bool
    """Whether what stands in the fields has to be drawn before it shows everywhere."""


def open_form(content: bytes, name: str) -> OpenForm:
    """Return the form in `content`, without programs, protection and a second description of itself.

    Raises `TemplateFault`, which says `name`, for a file that is no PDF, is
    damaged or locked, or has no fields that can be filled.
    """
    import pikepdf

    hush()
    if b"%PDF-" not in content[:1024]:
        raise TemplateFault("This is not a PDF.", _ASK_FOR_ANOTHER, Where(name))
    try:
        with damage_told(name):
            pdf = pikepdf.open(io.BytesIO(content))
            if not len(pdf.pages):
                raise TemplateFault("This PDF has no pages.", _ASK_FOR_ANOTHER, Where(name))
            form = _form(pdf, name)
            fields = read_fields(pdf)
            if not fields:
                raise TemplateFault("This PDF has no fields to fill in.", _ASK_FOR_ANOTHER, Where(name))
            _adopt(form, fields)
            needs_shapes = bool(form.get("/NeedAppearances", False))
            return OpenForm(pdf, fields, tuple(_simplified(pdf, form, fields)), needs_shapes)
    except pikepdf.PasswordError as fault:
        message = "This form is locked with a password."
        raise TemplateFault(message, _ASK_FOR_ANOTHER, Where(name)) from fault


@contextmanager
def damage_told(name: str) -> Iterator[None]:
    """Raise `TemplateFault`, which says `name`, where a PDF is not what the standard asks for.

    A PDF is a net of things that any program may have written, and each may be
    missing or of another kind. Nothing here can go on without it.
    """
    import pikepdf

    try:
        yield
    except (pikepdf.PasswordError, UserError):
        raise
    except (pikepdf.PdfError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as fault:
        message = "This PDF is damaged and cannot be read."
        raise TemplateFault(message, "Copy it again from where it came from.", Where(name)) from fault
    except RecursionError as fault:
        raise TemplateFault("This PDF stands in itself without end.", "", Where(name)) from fault


def _form(pdf: Pdf, name: str) -> Dictionary:
    """Return the dictionary of the form in `pdf`; raises `TemplateFault` if none can be used."""
    from pikepdf import Array, Dictionary

    form = pdf.Root.get("/AcroForm")
    fields = form.get("/Fields") if isinstance(form, Dictionary) else None
    is_empty = not isinstance(fields, Array) or not len(fields)
    is_drawn_by_adobe = is_empty or bool(pdf.Root.get("/NeedsRendering", False))
    if isinstance(form, Dictionary) and "/XFA" in form and is_drawn_by_adobe:
        message = "This form is made in a way that only Adobe's own program can show (XFA)."
        raise TemplateFault(message, _ASK_FOR_ANOTHER, Where(name))
    if not isinstance(form, Dictionary) or is_empty:
        raise TemplateFault("This PDF has no fields to fill in.", _ASK_FOR_ANOTHER, Where(name))
    return form


def _adopt(form: Dictionary, fields: Sequence[Field]) -> None:
    """Put fields that stand on a page, but were left out of the form's list, into it."""
    listed = {field.objgen for field in form.Fields}
    for field in fields:
        for widget in field.widgets:
            top = topmost(widget.annotation)
            if top.objgen not in listed and top.is_indirect:
                listed.add(top.objgen)
                form.Fields.append(top)


def _simplified(pdf: Pdf, form: Dictionary, fields: Sequence[Field]) -> Iterator[str]:
    """Take out of `pdf` what must not stay, and yield the notes about it."""
    from pikepdf import sanitize

    yield from filter(None, (_unprotected(pdf), _signed(form, fields)))
    if "/XFA" in form:
        del form["/XFA"]
        yield "Adobe's second description of the form (XFA) was left out: it would show empty fields."
    if "/CO" in form:
        del form["/CO"]
        yield "The form's own sums are not reckoned: fill them from the answers, or by hand."
    if "/NeedAppearances" in form:
        del form["/NeedAppearances"]
    sanitize.remove_javascript(pdf)


def _unprotected(pdf: Pdf) -> str:
    """Drop the usage rights of `pdf`; a filled form that kept them would be called damaged."""
    was_protected = pdf.is_encrypted
    if "/Perms" in pdf.Root:
        del pdf.Root["/Perms"]
        was_protected = True
    return "The form was protected against changes; the filled one is not." if was_protected else ""


def _signed(form: Dictionary, fields: Sequence[Field]) -> str:
    """Say that a signature in the form is void; let the filled form be signed anew."""
    if "/SigFlags" in form:
        form.SigFlags = int(form.SigFlags) & ~_ONLY_ADDED_TO
    signed = any("/V" in holder for each in fields if each.kind is Kind.SIGNATURE for holder in each.holders)
    return "A signature that was in the form no longer counts: the form was changed." if signed else ""
