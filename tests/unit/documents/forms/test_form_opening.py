"""A file that is no form that can be filled is refused in a sentence; what must not stay is left out."""

from __future__ import annotations

import io
from collections.abc import Callable

import pikepdf
import pytest
from filled_forms import Fill, opened
from form_maker import FormMaker, a_form
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, String

from unbarred.documents import TemplateFault
from unbarred.documents.forms import fields_of

SCRIPT = Dictionary(S=Name.JavaScript, JS=String("app.alert('hello')"))


def refusal(content: bytes) -> str:
    with pytest.raises(TemplateFault) as caught:
        fields_of(content, "form.pdf")
    return str(caught.value)


def saved(pdf: pikepdf.Pdf, **options: object) -> bytes:
    out = io.BytesIO()
    pdf.save(out, **options)
    return out.getvalue()


def without_form() -> bytes:
    pdf = pikepdf.Pdf.new()
    pdf.add_blank_page()
    return saved(pdf)


def only_xfa() -> bytes:
    form = FormMaker()
    form.form.XFA = form.pdf.make_stream(b"<xdp/>")
    form.pdf.Root.NeedsRendering = True
    return form.content()


def locked() -> bytes:
    return saved(a_form().pdf, encryption=pikepdf.Encryption(owner="o", user="secret"))


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (lambda: b"", "not a PDF"),
        (lambda: b"PK\x03\x04", "not a PDF"),
        (lambda: b"\x7fELF" + bytes(100), "not a PDF"),
        (lambda: b"%PDF-1.7\n" + bytes(100), "damaged"),
        (lambda: a_form().content()[:700], "damaged"),
        (without_form, "no fields"),
        (lambda: FormMaker().content(), "no fields"),
        (only_xfa, "Adobe"),
        (locked, "locked with a password"),
    ],
)
def test_what_cannot_be_filled_is_told_in_a_sentence(content: Callable[[], bytes], says: str) -> None:
    message = refusal(content())
    assert message.startswith("form.pdf: ")
    assert says in message


def test_scripts_and_a_second_description_are_left_out(fill: Fill) -> None:
    form = a_form()
    form.form.XFA = form.pdf.make_stream(b"<xdp/>")
    form.pdf.Root.OpenAction = SCRIPT
    form.form.Fields[0].AA = Dictionary(K=SCRIPT, C=SCRIPT)
    form.form.CO = Array([form.form.Fields[0]])
    filled = fill(form, "fields: {Name: name}", name="Rosa")
    pdf = opened(filled)
    assert "app.alert" not in "".join(map(repr, pdf.objects))
    assert "/XFA" not in pdf.Root.AcroForm
    assert "/CO" not in pdf.Root.AcroForm
    assert [note.partition(" ")[0] for note in filled.notes] == ["Adobe's", "The"]


def test_protection_is_dropped_and_said(fill: Fill) -> None:
    form = a_form()
    form.pdf.Root.Perms = Dictionary(UR3=Dictionary())
    allowed = pikepdf.Permissions(modify_form=False)
    form.pdf = pikepdf.open(
        io.BytesIO(saved(form.pdf, encryption=pikepdf.Encryption(owner="owner", user="", allow=allowed)))
    )
    filled = fill(form, "fields: {Name: name}", name="Rosa")
    assert filled.notes == ("The form was protected against changes; the filled one is not.",)
    assert not opened(filled).is_encrypted
    assert "/Perms" not in opened(filled).Root


def test_a_signature_that_no_longer_counts_is_told(fill: Fill) -> None:
    form = a_form()
    form.form.SigFlags = 3
    form.form.Fields[-2].V = Dictionary(Type=Name.Sig)
    filled = fill(form, "fields: {Name: name}", name="Rosa")
    assert filled.notes == ("A signature that was in the form no longer counts: the form was changed.",)
    assert opened(filled).Root.AcroForm.SigFlags == 1
    assert filled.left == ()


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_a_damaged_form_is_read_or_refused(data: st.DataObject) -> None:
    whole = a_form().content()
    place = data.draw(st.integers(0, len(whole) - 1))
    broken = whole[:place] + data.draw(st.binary(max_size=8)) + whole[place + data.draw(st.integers(0, 60)) :]
    try:
        fields_of(broken, "form.pdf")
    except TemplateFault:
        return
