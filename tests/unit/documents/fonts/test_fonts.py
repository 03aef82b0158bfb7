"""Fonts of this computer are read, measured and embedded with the letters that are used."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path

import pikepdf
import pytest
from fontTools.cffLib import FDArrayIndex, FDSelect, FontDict, TopDict
from fontTools.fontBuilder import FontBuilder
from fontTools.misc.psCharStrings import T2CharString
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.ttLib import TTCollection, TTFont
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageFont

from unbarred.documents.fonts import EmbeddedFont, FontUnusable, Style, Typeface, fonts_for
from unbarred.documents.pdf import pictures

NAMES = "José Gĩkũyũ Łódź Ñandú Żółć Ελένη Иван — “Ana” №"


def first(style: Style) -> tuple[Path, Typeface]:
    return next(fonts_for(style))


def drawn(text: str, font: Typeface) -> bytes:
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


def with_postscript_outlines(letters: str, permission: int = 0, step: int = 0) -> bytes:
    """Return a font whose letters are blocks, each a tenth higher and a bit wider than the one before.

    With a `step`, its glyphs have numbers and no names, as in fonts of Chinese letters.
    """
    kind = "cid{:05}" if step else "block{}"
    names = [".notdef", *(kind.format(place * (step or 1)) for place in range(1, len(letters) + 1))]
    widths = {name: (500 + 10 * place, 0) for place, name in enumerate(names)}
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder(names)
    letter_names = {ord(letter): name for letter, name in zip(letters, names[1:], strict=True)}
    # Two letters may look alike: a micro sign is drawn as the last of these.
    builder.setupCharacterMap(letter_names | {ord("µ"): names[-1]})
    builder.setupCFF(
        "Blocks-Regular", {}, {name: block(widths[name][0], 100 * at) for at, name in enumerate(names)}, {}
    )
    if step:
        number_glyphs(builder.font["CFF "].cff.topDictIndex[0], step * len(names), len(names))
    builder.setupHorizontalMetrics(widths)
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"psName": "Blocks-Regular"})
    builder.setupOS2(fsType=permission)
    builder.setupPost()
    out = io.BytesIO()
    builder.save(out)
    return out.getvalue()


def block(wide: int, high: int) -> T2CharString:
    pen = T2CharStringPen(wide, None)
    pen.moveTo((0, 0))
    for corner in ((0, high), (400, high), (400, 0)):
        pen.lineTo(corner)
    pen.closePath()
    return pen.getCharString()


def number_glyphs(top: TopDict, highest: int, count: int) -> None:
    top.ROS, top.CIDCount = ("Adobe", "Identity", 0), highest
    shared = FontDict()
    shared.Private = top.Private
    del top.Private
    top.FDArray = top.CharStrings.fdArray = FDArrayIndex()
    top.FDArray.append(shared)
    top.FDSelect = top.CharStrings.fdSelect = FDSelect()
    for _ in range(count):
        top.FDSelect.append(0)


def heights(pdf: bytes, letters: str, font: Typeface) -> list[int]:
    """Return how high each letter of a page by `drawn` is, in hundredths of the letter size."""
    (picture,) = pictures(pdf, dpi=600)
    page = Image.open(io.BytesIO(picture)).convert("L").point(lambda light: 255 * (light < 128))
    found, x = [], 20 / 12 * 100
    for letter in letters:
        wide = font.advance(font.glyph(letter)) / 10
        edges = page.crop((round(x), 0, round(x + wide), page.height)).getbbox()
        assert edges, letter
        found.append(edges[3] - edges[1])
        x += wide
    return found


def sound(pdf: bytes, folder: Path) -> str:
    """Return the text of a PDF that other programs find nothing wrong with."""
    path = folder / "page.pdf"
    path.write_bytes(pdf)
    for program in ("qpdf", "pdftotext", "pdffonts"):
        if not shutil.which(program):
            pytest.skip(f"{program} is not installed")
    subprocess.run(["qpdf", "--check", path], capture_output=True, check=True)
    fonts = subprocess.run(["pdffonts", path], capture_output=True, text=True, check=True)
    embedded, is_part, has_letters = fonts.stdout.splitlines()[-1].split()[-5:-2]
    assert (embedded, is_part, has_letters, fonts.stderr) == ("yes", "yes", "yes", "")
    read = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True)
    assert read.stderr == ""
    return read.stdout.strip()


def widths(pdf: bytes) -> list[int]:
    """Return how wide a PDF says its letters are, in the order of their numbers."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        said = opened.pages[0].Resources.Font.F1.DescendantFonts[0].W
        return [int(width) for each in list(said)[1::2] for width in each]


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
    assert all(map(font.glyph, NAMES))
    pdf = drawn(NAMES, font)
    assert len(pdf) < 60_000
    assert sound(pdf, tmp_path) == NAMES
    assert drawn(NAMES, font) == pdf


def test_a_pdf_holds_the_used_letters_and_says_their_widths_as_they_are() -> None:
    _, font = first(Style())
    pdf = drawn("Żlá", font)
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        described = opened.pages[0].Resources.Font.F1.DescendantFonts[0]
        places = described.CIDToGIDMap.read_bytes()
        held = TTFont(io.BytesIO(described.FontDescriptor.FontFile2.read_bytes()))
    # The sign for a missing letter, three letters, and what two of them are put together from.
    assert held["maxp"].numGlyphs <= 8
    order, units = held.getGlyphOrder(), held["head"].unitsPerEm
    numbers = [int.from_bytes(places[at : at + 2], "big") for at in range(0, len(places), 2)]
    assert len(set(numbers)) == 4
    assert widths(pdf) == [round(held["hmtx"][order[number]][0] * 1000 / units) for number in numbers]


@pytest.mark.parametrize("step", [0, 7])
def test_a_font_with_postscript_outlines_serves_as_well(step: int, tmp_path: Path) -> None:
    font = Typeface(with_postscript_outlines("abcdeμ", step=step))
    assert font.name == "Blocks-Regular"
    assert [font.advance(font.glyph(letter)) for letter in "aeµμ"] == [510, 550, 560, 560]
    pdf = drawn("caµμb", font)
    assert sound(pdf, tmp_path) == "caµμb"
    assert widths(pdf) == [500, 510, 520, 530, 560]
    assert heights(pdf, "caµμb", font) == pytest.approx([30, 10, 60, 60, 20], abs=1)
    assert drawn("caµμb", font) == pdf


def test_the_first_font_of_a_collection_is_read(tmp_path: Path) -> None:
    collection, out = TTCollection(), io.BytesIO()
    collection.fonts = [TTFont(first(style)[0]) for style in (Style("serif"), Style("mono"))]
    collection.save(out)
    font, alone = Typeface(out.getvalue()), first(Style("serif"))[1]
    assert font.name == alone.name
    assert sound(drawn(NAMES, font), tmp_path) == NAMES


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_damaged_font_is_refused_and_nothing_worse(data: st.DataObject) -> None:
    content = first(Style())[0].read_bytes()
    whole = content[:20_000] if data.draw(st.booleans()) else content
    place = data.draw(st.integers(0, len(whole) - 5))
    broken = whole[:place] + data.draw(st.binary(min_size=4, max_size=4)) + whole[place + 4 :]
    try:
        drawn("José", Typeface(broken))
    except FontUnusable:
        return


@pytest.mark.parametrize(
    "data", [b"", b"OTTO" + bytes(200), b"\x00\x01\x00\x00" + b"\xff" * 60, b"ttcf" + bytes(20)]
)
def test_what_is_no_font_is_refused(data: bytes) -> None:
    with pytest.raises(FontUnusable):
        Typeface(data)


@pytest.mark.parametrize("permission", [0x0002, 0x0100, 0x0200])
def test_a_font_that_its_maker_keeps_to_himself_is_refused(permission: int) -> None:
    with pytest.raises(FontUnusable, match="maker"):
        Typeface(with_postscript_outlines("ab", permission))
