"""Flattened, a form is plain pages that look and read the same; nothing else on them is lost."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path

import pikepdf
import pytest
from filled_forms import Fill, opened
from form_maker import FormMaker, a_form
from pikepdf import Array, Dictionary, Name, String
from PIL import Image, ImageChops

from unbarred.documents.forms import FilledForm, Manner
from unbarred.documents.pdf import pictures, text_of_pages

FLAT = Manner(keeps_fields=False)
MAPPING = """\
    fields:
      Name: name
      Number: number
      Story: story
      Helper: true
      Term: "'Open'"
      State: "'NY'"
      Ways: ways
      Reasons: story
    """
ANSWERS = {"name": "Ọlá Example", "number": "00G0000", "story": "One.\nTwo.", "ways": ["Mail"]}


def without_sign(form: FormMaker) -> FormMaker:
    """Return `form` without its field to sign."""
    del form.form.Fields[-2]
    page = form.pdf.pages[0].obj
    page.Annots = Array([each for each in page.Annots if each.get("/FT") != "/Sig"])
    return form


def check(filled: FilledForm, folder: Path) -> None:
    path = folder / "flat.pdf"
    path.write_bytes(filled.content)
    if shutil.which("qpdf"):
        subprocess.run(["qpdf", "--check", path], check=True, capture_output=True)


def image(page: bytes) -> Image.Image:
    return Image.open(io.BytesIO(page)).convert("L")


def test_it_looks_as_before_and_can_be_read(fill: Fill, tmp_path: Path) -> None:
    kept, flat = (fill(without_sign(a_form()), MAPPING, manner, **ANSWERS) for manner in (Manner(), FLAT))
    check(flat, tmp_path)
    for before, after in zip(pictures(kept.content, 100), pictures(flat.content, 100), strict=True):
        difference = ImageChops.difference(image(before), image(after)).histogram()
        assert sum(difference[64:]) < 60
    said = " ".join(text_of_pages(flat.content))
    assert all(words in said for words in ("Ọlá Example", "Two.", "New York", "Mail"))
    pdf = opened(flat)
    assert "/AcroForm" not in pdf.Root
    assert [str(each.Subtype) for each in pdf.pages[0].obj.Annots] == ["/Link"]
    assert "/Annots" not in pdf.pages[1].obj


def test_fields_to_sign_stay(fill: Fill, tmp_path: Path) -> None:
    flat = fill(a_form(), MAPPING, FLAT, **ANSWERS)
    check(flat, tmp_path)
    pdf = opened(flat)
    assert [str(field.T) for field in pdf.Root.AcroForm.Fields] == ["Signature"]
    assert {str(each.Subtype) for each in pdf.pages[0].obj.Annots} == {"/Link", "/Widget"}


def test_tags_name_the_content_where_the_field_was(fill: Fill, tmp_path: Path) -> None:
    flat = fill(a_form(is_tagged=True), MAPPING, FLAT, **ANSWERS)
    check(flat, tmp_path)
    pdf = opened(flat)
    assert pdf.Root.MarkInfo.Marked
    root = pdf.Root.StructTreeRoot
    elements = list(root.K[0].K)
    parents = pikepdf.NumberTree(root.ParentTree)
    for element in elements:
        for piece in element.get("/K", []):
            if piece.Type == Name.OBJR:
                assert Name.Sig == piece.Obj.FT
                continue
            page = piece.Pg
            assert parents[int(page.StructParents)][int(piece.MCID)].objgen == element.objgen
            content = b"".join(part.read_bytes() for part in page.Contents)
            assert b"/MCID %d>> BDC" % int(piece.MCID) in content
    said = [(str(e.A.Role), str(e.A.Desc), str(e.A.get("/checked", ""))) for e in elements if "/A" in e]
    assert ("/tv", "Your full name", "") in said
    assert ("/cb", "Helper", "/on") in said
    assert ("/rb", "Term", "/off") in said
    if shutil.which("pdfinfo"):
        told = subprocess.run(
            ["pdfinfo", "-struct-text", tmp_path / "flat.pdf"], capture_output=True, text=True, check=True
        )
        assert "Ọlá Example" in told.stdout


def test_hidden_fields_and_buttons_of_the_screen_are_gone(fill: Fill) -> None:
    form = FormMaker()
    secret = form.text("Secret", (72, 700, 300, 720))
    secret.F = 2
    button = form.widget((72, 600, 120, 620), 0, FT=Name.Btn, Ff=1 << 16, T=String("Print"))
    button.F = 0
    form.add(button, 0)
    flat = fill(form, "fields: {Secret: words}", FLAT, words="unseen")
    assert "unseen" not in text_of_pages(flat.content)[0]
    assert "/Annots" not in opened(flat).pages[0].obj


def test_pages_that_share_resources_stay_apart(fill: Fill) -> None:
    form = FormMaker(pages=2)
    shared = form.pdf.make_indirect(Dictionary(Font=Dictionary(F1=form.font)))
    for page in form.pdf.pages:
        page.obj.Resources = shared
    form.text("One", (72, 700, 300, 720))
    form.text("Two", (72, 700, 300, 720), page=1)
    flat = fill(form, "fields: {One: one, Two: two}", FLAT, one="first", two="second")
    pages = text_of_pages(flat.content)
    assert "first" in pages[0]
    assert "second" not in pages[0]
    assert "second" in pages[1]


@pytest.mark.parametrize("left_open", ["Q Q 0.5 0 0 0.5 0 0 cm", "q 0.5 0 0 0.5 0 0 cm q 1 0 0 1 9 9 cm"])
def test_a_page_that_leaves_its_state_open_moves_neither_fields_nor_the_mark_of_a_draft(
    left_open: str, fill: Fill
) -> None:
    def looks(content: str) -> list[Image.Image]:
        form = FormMaker()
        form.text("Name", (72, 700, 300, 720))
        form.pdf.pages[0].obj.Contents = form.pdf.make_stream(content.encode())
        made = fill(form, "fields: {Name: name}", Manner(keeps_fields=False, is_draft=True), name="Rosa")
        return [image(page) for page in pictures(made.content)]

    (expected,), (found,) = looks(""), looks(left_open)
    assert ImageChops.difference(expected, found).getbbox() is None


def test_a_field_to_sign_stays_one_though_its_kind_stood_in_the_tree_above(fill: Fill) -> None:
    form = FormMaker()
    form.text("Name", (72, 700, 300, 720))
    above = form.pdf.make_indirect(Dictionary(FT=Name.Sig, T=String("Signed"), Kids=Array()))
    below = form.widget((72, 600, 300, 630), 0, T=String("Petitioner"), Parent=above)
    above.Kids.append(below)
    form.pdf.pages[0].obj.Annots.append(below)
    form.form.Fields.append(above)
    flat = fill(form, "fields: {Name: name}", FLAT, name="Rosa")
    (left,) = opened(flat).Root.AcroForm.Fields
    assert (str(left.T), str(left.FT)) == ("Signed Petitioner", "/Sig")
