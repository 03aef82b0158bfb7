"""Photographs and scans become pages."""

from __future__ import annotations

import io
import struct
from pathlib import Path

import pytest
from made_pdfs import arrow, encoded, pictures_in, reopened
from PIL import Image
from seen_pages import checked, drawn, points_up, seen

from unbarred.documents.pdf import ExhibitRefused, exhibit_pages, page_count

ORIENTATION, MAKER = 0x112, 0x10F
TURNED = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


def pages(folder: Path, content: bytes, paper: str = "letter", name: str = "exhibit") -> bytes:
    path = folder / name
    path.write_bytes(content)
    return checked(exhibit_pages(path, paper, None))


@pytest.mark.parametrize("orientation", TURNED)
def test_a_photograph_stands_upright_however_the_phone_was_held(tmp_path: Path, orientation: int) -> None:
    exif = Image.Exif()
    exif[ORIENTATION], exif[MAKER] = orientation, "Secret Camera"
    turn = TURNED[orientation]
    picture = arrow(480, 320) if turn is None else arrow(480, 320).transpose(turn)
    made = pages(tmp_path, encoded(picture, "JPEG", exif=exif, quality=95))
    (page,) = seen(made)
    assert points_up(page)
    ((coded, _),) = pictures_in(made)
    assert b"Secret Camera" not in coded


@pytest.mark.parametrize("mode", ["1", "L", "RGB", "CMYK", "P", "RGBA", "LA", "I;16", "I", "F"])
def test_every_kind_of_colour_becomes_a_page(tmp_path: Path, mode: str) -> None:
    picture = arrow(400, 300)
    if mode in {"I;16", "I"}:
        picture = picture.convert("I").point(lambda value: value * 256 + 0).convert(mode)
    else:
        picture = picture.convert(mode)
    kind = "JPEG" if mode == "CMYK" else "TIFF" if mode in {"I", "F"} else "PNG"
    (page,) = seen(pages(tmp_path, encoded(picture, kind)))
    left, top, right, bottom = drawn(page)
    assert (right - left) * 8.5 == pytest.approx(400 / 150, abs=0.1), "inches"
    assert (bottom - top) * 11 == pytest.approx(300 / 150, abs=0.1), "inches"
    assert page.convert("L").getpixel((page.width // 2, page.height // 2)) < 100, "the arrow is dark"
    assert page.convert("L").getpixel((page.width // 2 - 15, page.height // 2 + 15)) > 150, "on white"


def grey_tiff(bits: int, *, white_is_zero: bool) -> bytes:
    """An arrow as a scanner keeps it that tells more shades of grey than Pillow writes."""
    picture, most = arrow(400, 300).convert("L"), 2**bits - 1
    values = [value * most // 255 for value in picture.tobytes()]
    if white_is_zero:
        values = [most - value for value in values]
    if bits == 12:
        packed = int("".join(f"{value:012b}" for value in values), 2).to_bytes(len(values) * 3 // 2)
    else:
        packed = struct.pack(f"<{len(values)}H", *values)
    entries = [(256, 400), (257, 300), (258, bits), (259, 1), (262, int(not white_is_zero)), (273, 122)]
    entries += [(277, 1), (278, 300), (279, len(packed))]
    head = struct.pack("<2sHIH", b"II", 42, 8, len(entries))
    tags = b"".join(struct.pack("<HHII", tag, 4, 1, value) for tag, value in entries)
    return head + tags + struct.pack("<I", 0) + packed


@pytest.mark.parametrize(("bits", "white_is_zero"), [(12, False), (16, False), (16, True)])
def test_a_scan_in_many_shades_of_grey_is_black_on_white(
    tmp_path: Path, bits: int, white_is_zero: bool
) -> None:
    (page,) = seen(pages(tmp_path, grey_tiff(bits, white_is_zero=white_is_zero)))
    assert page.convert("L").getpixel((page.width // 2, page.height // 2)) < 100, "the arrow is dark"
    assert page.convert("L").getpixel((page.width // 2 - 15, page.height // 2 + 15)) > 150, "on white"


def test_what_is_see_through_lies_on_white(tmp_path: Path) -> None:
    picture = arrow(400, 300).convert("RGBA")
    picture.putalpha(picture.convert("L").point([255] * 128 + [0] * 128))
    (page,) = seen(pages(tmp_path, encoded(picture, "PNG")))
    assert page.getpixel((page.width // 2 - 15, page.height // 2 + 15)) == (255, 255, 255)


@pytest.mark.parametrize("compression", ["group4", "tiff_lzw", "jpeg", None])
def test_every_page_of_a_tiff_becomes_a_page(tmp_path: Path, compression: str | None) -> None:
    mode = "1" if compression == "group4" else "RGB"
    first, *others = (arrow(425, 550).convert(mode) for _ in range(3))
    options = {"compression": compression} if compression else {}
    made = pages(
        tmp_path, encoded(first, "TIFF", save_all=True, append_images=others, dpi=(100, 100), **options)
    )
    assert page_count(made) == 3
    for page in seen(made):
        left, top, right, bottom = drawn(page)
        assert (right - left) * 8.5 == pytest.approx(4.25, abs=0.1), "inches"
        assert (bottom - top) * 11 == pytest.approx(5.5, abs=0.1), "inches"


def test_a_fax_with_flat_dots_keeps_its_shape(tmp_path: Path) -> None:
    fax = arrow(1700, 1078).convert("1")
    (page,) = seen(pages(tmp_path, encoded(fax, "TIFF", compression="group4", dpi=(204, 98))))
    left, top, right, bottom = drawn(page)
    assert (right - left) * 8.5 / ((bottom - top) * 11) == pytest.approx(8.33 / 11, rel=0.02)


def test_a_scan_of_a_whole_sheet_is_made_a_little_smaller_so_that_no_edge_is_lost(tmp_path: Path) -> None:
    (page,) = seen(pages(tmp_path, encoded(arrow(1275, 1650), "JPEG", dpi=(150, 150))))
    left, top, right, bottom = drawn(page)
    assert left > 0.025
    assert 1 - right > 0.025
    assert min(top, 1 - bottom) > 0.02
    assert right - left > 0.85


def test_a_photograph_keeps_every_dot(tmp_path: Path) -> None:
    picture = arrow(1200, 900)
    ((_, found),) = pictures_in(pages(tmp_path, encoded(picture, "PNG")))
    assert found.tobytes() == picture.tobytes()


@pytest.mark.parametrize("orientation", [1, 3, 6, 8])
def test_a_jpeg_is_not_coded_again(tmp_path: Path, orientation: int) -> None:
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    content = encoded(arrow(1200, 900), "JPEG", quality=60, exif=exif)
    ((coded, _),) = pictures_in(pages(tmp_path, content))
    assert Image.open(io.BytesIO(coded)).tobytes() == Image.open(io.BytesIO(content)).tobytes()


def test_a_landscape_scan_is_turned_and_a_landscape_photograph_is_not(tmp_path: Path) -> None:
    (scan,) = seen(pages(tmp_path, encoded(arrow(1650, 1275), "JPEG", dpi=(150, 150))))
    assert points_up(scan.rotate(-90, expand=True)), "it reads when the packet is turned to the right"
    (photograph,) = seen(pages(tmp_path, encoded(arrow(1650, 1275), "JPEG", dpi=(72, 72))))
    assert points_up(photograph)


def test_a_camera_s_resolution_is_not_taken_for_a_size(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif.get_ifd(0x8769)[0x829A] = 0.01
    picture = arrow(2400, 1600)
    made = pages(tmp_path, encoded(picture, "JPEG", exif=exif, dpi=(100, 100)))
    assert page_count(made) == 1
    assert points_up(seen(made)[0])
    assert page_count(pages(tmp_path, encoded(picture, "JPEG", dpi=(100, 100)))) > 1, (
        "a scanned poster is split"
    )


def test_a_long_screenshot_is_split_so_that_it_can_be_read(tmp_path: Path) -> None:
    assert page_count(pages(tmp_path, encoded(arrow(1080, 2400), "PNG"))) == 1
    sheets = seen(pages(tmp_path, encoded(arrow(1080, 6000), "PNG")))
    assert len(sheets) == 3
    for sheet in sheets:
        left, _, right, _ = drawn(sheet)
        assert (right - left) * 8.5 > 1080 / 150 * 0.69, "inches"


@pytest.mark.parametrize(
    ("paper", "size"), [("letter", (612, 792)), ("a4", (595.28, 841.89)), ("legal", (612, 1008))]
)
def test_pages_have_the_size_of_the_paper(tmp_path: Path, paper: str, size: tuple[float, float]) -> None:
    made = reopened(pages(tmp_path, encoded(arrow(600, 500), "PNG"), paper))
    assert [float(edge) for edge in made.pages[0].mediabox] == pytest.approx([0, 0, *size], abs=0.01)


def test_the_same_picture_gives_the_same_bytes(tmp_path: Path) -> None:
    content = encoded(arrow(600, 500), "JPEG")
    assert pages(tmp_path, content) == pages(tmp_path, content, name="other name.txt")


def test_a_picture_that_would_fill_the_memory_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ExhibitRefused, match=r"exhibit: This picture has more than 120 million dots"):
        pages(tmp_path, encoded(Image.new("1", (20_000, 20_000)), "PNG"))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF"])
def test_a_torn_picture_is_refused(tmp_path: Path, kind: str) -> None:
    content = encoded(arrow(600, 500), kind)
    with pytest.raises(ExhibitRefused, match=f"This file is a {kind} picture that is damaged"):
        pages(tmp_path, content[: len(content) // 2])
