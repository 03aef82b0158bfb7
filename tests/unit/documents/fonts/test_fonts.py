"""Fonts of this computer are read, measured and embedded with the letters that are used."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import ImageFont

from unbarred.documents.fonts import EmbeddedFont, FontUnusable, Style, TrueType, fonts_for

NAMES = "José Ọlá Gĩkũyũ Łódź Ñandú Żółć — “Ana” №"


def first(style: Style) -> tuple[Path, TrueType]:
    return next(fonts_for(style))


def drawn(text: str, font: TrueType) -> bytes:
    """Return a PDF of one page with `text` in the embedded font."""
    pdf = pikepdf.Pdf.new()
    page = pdf.add_blank_page(page_size=(612, 200))
    embedded = EmbeddedFont(pdf, font)
    page.obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=embedded.resource))
    words = embedded.encode(text).hex().encode()
    page.obj.Contents = pdf.make_stream(b"BT /F1 12 Tf 20 100 Td <" + words + b"> Tj ET")
    embedded.finish()
    out = io.BytesIO()
    pdf.save(out, deterministic_id=True)
    return out.getvalue()


def test_the_wanted_style_comes_first() -> None:
    if not any("Liberation" in path.name for path, _ in fonts_for(Style())):
        pytest.skip("Liberation is not installed")
    assert first(Style("serif"))[0].name == "LiberationSerif-Regular.ttf"
    assert first(Style("sans", is_bold=True))[0].name == "LiberationSans-Bold.ttf"
    assert first(Style("mono"))[0].name == "LiberationMono-Regular.ttf"


@pytest.mark.parametrize("family", ["serif", "sans", "mono"])
def test_a_width_is_what_another_program_measures(family: str) -> None:
    path, font = first(Style(family))
    plain = ImageFont.truetype(str(path), font.units, layout_engine=ImageFont.Layout.BASIC)
    for letter in NAMES.replace(" ", ""):
        measured = plain.getlength(letter) * 1000 / font.units
        assert font.advance(font.glyph(letter)) == pytest.approx(measured, abs=1), letter


def test_what_is_drawn_can_be_searched_and_looks_right(tmp_path: Path) -> None:
    _, font = first(Style())
    pdf = drawn(NAMES, font)
    assert len(pdf) < 60_000
    path = tmp_path / "page.pdf"
    path.write_bytes(pdf)
    if shutil.which("pdftotext"):
        said = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True).stdout
        assert said.strip() == NAMES
    if shutil.which("qpdf"):
        subprocess.run(["qpdf", "--check", path], capture_output=True, check=True)
    assert drawn(NAMES, font) == pdf


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_damaged_font_is_refused_and_nothing_worse(data: st.DataObject) -> None:
    _, font = first(Style())
    whole = font.data[:20_000] if data.draw(st.booleans()) else font.data
    place = data.draw(st.integers(0, len(whole) - 5))
    broken = whole[:place] + data.draw(st.binary(min_size=4, max_size=4)) + whole[place + 4 :]
    try:
        drawn("José", TrueType(broken))
    except FontUnusable:
        return


@pytest.mark.parametrize(
    "data", [b"", b"OTTO" + bytes(200), b"\x00\x01\x00\x00" + b"\xff" * 60, b"ttcf" + bytes(20)]
)
def test_what_is_no_truetype_font_is_refused(data: bytes) -> None:
    with pytest.raises(FontUnusable):
        TrueType(data)
