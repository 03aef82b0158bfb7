"""A line is stamped on each page where nothing else stands."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_pdfs import LETTER, add_page, annotated, arrow, encoded, paper, reopened, saved, words
from pikepdf import Array, Dictionary, Name, Pdf
from PIL import ImageChops
from seen_pages import checked, drawn, seen, texts

from unbarred.documents.pdf import Section, bates, exhibit_pages, join, stamp

FILLED = "0.2 g 0 0 612 792 re f "


def place_of(pdf: bytes, text: str) -> tuple[float, float, float, float]:
    """Where a word of a stamp stands: left, top, right, bottom in points from the top left."""
    done = subprocess.run(["pdftotext", "-bbox", "-", "-"], input=pdf, capture_output=True, check=True)
    (line,) = [line for line in done.stdout.decode().splitlines() if f">{text}<" in line]
    return tuple(float(part.split('"')[1]) for part in line.split()[1:5])  # type: ignore[return-value]


def test_each_page_has_its_own_line_and_a_page_may_have_none() -> None:
    made = checked(stamp(paper("one", "two", "three"), ["Page 1 of 3", None, "Page 3 of 3"]))
    assert texts(made) == ["one Page 1 of 3", "two", "three Page 3 of 3"]


def test_numbers_follow_each_other() -> None:
    assert bates("EXAMPLEWOOD", 9, 3) == ["EXAMPLEWOOD 000009", "EXAMPLEWOOD 000010", "EXAMPLEWOOD 000011"]
    assert bates("", 1, 2, digits=3) == ["001", "002"]


def test_the_line_stands_at_the_foot_on_the_right() -> None:
    _, top, right, bottom = place_of(stamp(paper("one"), ["STAMP"]), "STAMP")
    assert right == pytest.approx(612 - 36, abs=1)
    assert 760 < top < bottom < 775


@pytest.mark.parametrize("at", [100, 250, 450])
def test_the_line_keeps_away_from_what_stands_there(at: int) -> None:
    pdf = Pdf.new()
    add_page(pdf, words("A footer of the page", at, 24, 10))
    before = saved(pdf)
    made = stamp(before, ["STAMP"])
    (old,), (new,) = seen(before, 72), seen(made, 72)
    changed = ImageChops.difference(old, new).convert("L").getbbox()
    assert changed is not None
    assert changed[1] > 700, "it stands at the foot all the same"
    assert old.crop(changed).convert("L").getextrema() == (255, 255), "only white was written on"
    assert texts(made)[0].split() == ["A", "footer", "of", "the", "page", "STAMP"]


def test_a_page_without_room_is_made_smaller_and_nothing_is_covered() -> None:
    pdf = Pdf.new()
    add_page(pdf, FILLED)
    (page,) = seen(stamp(saved(pdf), ["STAMP"]), 72)
    assert page.getpixel((306, 5))[0] < 100
    assert page.getpixel((306, 745))[0] < 100
    strip = page.crop((0, 765, 612, 792)).convert("L")
    assert strip.getextrema()[0] < 128, "the stamp stands below the page"
    assert strip.getpixel((10, 10)) == 255


def test_a_page_made_smaller_keeps_its_links_over_their_words() -> None:
    pdf = Pdf.new()
    page = add_page(pdf, FILLED)
    annotated(pdf, page, Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 612, 792])))
    with reopened(stamp(saved(pdf), ["STAMP"])) as opened:
        left, bottom, right, top = (float(edge) for edge in opened.pages[0].Annots[0].Rect)
        assert 0 < left < right < 612
        assert 25 < bottom < top <= 792


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize("size", [LETTER, (842, 595), (200, 150)])
def test_the_line_is_upright_on_pages_of_any_turn_and_size(turn: int, size: tuple[float, float]) -> None:
    made = checked(stamp(paper("", size=size, Rotate=turn), ["STAMP OF A PAGE"]))
    (page,) = seen(made, 144)
    left, top, right, bottom = drawn(page)
    assert (right - left) * page.width > 5 * (bottom - top) * page.height, "a line from left to right"
    assert min(left, 1 - right, 1 - bottom) > 0
    assert top > 0.8
    assert texts(made) == ["STAMP OF A PAGE"]


def test_the_line_stands_within_what_a_crop_box_shows() -> None:
    (page,) = seen(stamp(paper("", CropBox=Array([100, 100, 400, 300])), ["STAMP"]), 72)
    assert page.size == (300, 200)
    assert drawn(page)[3] < 1


def test_the_line_is_no_part_of_what_is_read_aloud() -> None:
    with reopened(stamp(paper("one"), ["STAMP"])) as opened:
        operators = [str(each.operator) for each in pikepdf.parse_content_stream(opened.pages[0])]
        marked = [
            each for each in pikepdf.parse_content_stream(opened.pages[0]) if str(each.operator) == "BDC"
        ]
        assert marked[-1].operands[0] == Name.Artifact
        assert operators.count("q") == operators.count("Q")


@pytest.mark.parametrize(
    "content", ["q 2 0 0 2 0 0 cm q ", "Q Q Q ", "q 0.5 0 0 0.5 0 0 cm 1 0 0 rg BT /F 40 Tf ET "]
)
def test_a_page_that_leaves_its_state_open_does_not_move_the_line(content: str) -> None:
    pdf = Pdf.new()
    add_page(pdf, content)
    assert place_of(stamp(saved(pdf), ["STAMP"]), "STAMP") == place_of(stamp(paper(""), ["STAMP"]), "STAMP")


def test_the_letters_are_in_the_file_and_only_those_that_are_used() -> None:
    made = stamp(paper("one"), ["Página 1 de 3 – Łódź"])
    assert texts(made) == ["one Página 1 de 3 – Łódź"]
    fonts = subprocess.run(["pdffonts", "-"], input=made, capture_output=True, check=True).stdout.decode()
    (line,) = [line for line in fonts.splitlines() if "CID TrueType" in line]
    assert line.split()[-5:-2] == ["yes", "yes", "yes"]
    assert len(made) < 40_000


def test_the_same_pages_and_stamps_give_the_same_bytes() -> None:
    pdf = paper("one", "two")
    assert stamp(pdf, ["a", "b"]) == stamp(pdf, ["a", "b"])


def test_there_is_one_stamp_for_each_page() -> None:
    with pytest.raises(ValueError, match="1 stamps for 2 pages"):
        stamp(paper("one", "two"), ["a"])


def test_a_scan_of_a_whole_sheet_has_room_for_its_stamp(tmp_path: Path) -> None:
    (tmp_path / "scan").write_bytes(encoded(arrow(850, 1100), "JPEG", dpi=(100, 100)))
    exhibit = exhibit_pages(tmp_path / "scan", "letter", None)
    joined = join([Section("A", exhibit)])
    (before,), (after,) = seen(joined, 72), seen(stamp(joined, ["EXAMPLEWOOD 000001   Page 1 of 1"]), 72)
    assert before.crop((0, 0, 612, 750)).tobytes() == after.crop((0, 0, 612, 750)).tobytes(), (
        "it was not moved"
    )


@settings(deadline=None, max_examples=25)
@given(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1, max_size=60),
    st.floats(20, 2000),
    st.floats(20, 2000),
)
def test_any_line_on_any_page_is_written_whole(text: str, width: float, height: float) -> None:
    (page,) = seen(checked(stamp(paper("", size=(width, height)), [text])))
    assert page.width > 0
