"""Where pages of any size go on sheets of paper."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unbarred.documents.pdf.exhibits.fitting import EDGE, MOST_SHEETS, SMALLEST_LETTERS, Measured, pieces
from unbarred.documents.pdf.geometry import Box
from unbarred.documents.pdf.paper import SHEETS, sheet
from unbarred.errors import UsageError

LETTER = SHEETS["letter"]
LENGTHS = st.floats(5, 10_000)
SIZES = st.none() | st.floats(1, 300)


@st.composite
def measured_pages(draw: st.DrawFn) -> Measured:
    width, height = draw(LENGTHS), draw(LENGTHS)
    across = sorted((draw(st.floats(0, width)), draw(st.floats(0, width))))
    up = sorted((draw(st.floats(0, height)), draw(st.floats(0, height))))
    ink = Box(across[0], up[0], across[1], up[1]) if draw(st.booleans()) else None
    return Measured(width, height, ink, draw(SIZES), draw(st.booleans()))


def scale_of(page: Measured) -> float:
    """How large a page is printed; its matrix also turns it."""
    matrix = pieces(page, LETTER)[0].matrix
    return max(abs(matrix.a), abs(matrix.b))


def is_turned(page: Measured) -> bool:
    return pieces(page, LETTER)[0].matrix.a == 0


@given(measured_pages(), st.sampled_from(sorted(SHEETS)))
def test_all_that_is_drawn_shows_on_some_sheet_and_nothing_is_enlarged(page: Measured, paper: str) -> None:
    target = SHEETS[paper]
    found = pieces(page, target)
    assert 1 <= len(found) <= MOST_SHEETS
    on_paper = Box(0, 0, target.width, target.height)
    for piece in found:
        assert on_paper.holds(piece.window)
        assert max(abs(piece.matrix.a), abs(piece.matrix.b)) <= 1
    if page.ink is not None:
        corners = [(x, y) for x in (page.ink.left, page.ink.right) for y in (page.ink.bottom, page.ink.top)]
        for x, y in corners:
            assert any(piece.matrix.back().of(piece.window).wider(0.1).has(x, y) for piece in found)


@given(measured_pages())
def test_a_page_that_is_split_overlaps_its_neighbours(page: Measured) -> None:
    shown = [piece.matrix.back().of(piece.window) for piece in pieces(page, LETTER)]
    if len(shown) > 1:
        for one in shown:
            assert any(other != one and one.meets(other) for other in shown)


def test_a_page_of_the_same_size_stays_as_it_is() -> None:
    (piece,) = pieces(Measured(612, 792, Box(72, 72, 540, 720)), LETTER)
    assert piece.matrix.is_close(type(piece.matrix)())
    assert piece.window == Box(0, 0, 612, 792)


def test_what_stands_on_the_edge_is_made_smaller_until_a_printer_can_print_it() -> None:
    page = Measured(612, 792, Box(0, 0, 612, 792))
    (piece,) = pieces(page, LETTER)
    assert 0.9 < scale_of(page) < 1
    assert Box(EDGE, EDGE, 612 - EDGE, 792 - EDGE).holds(piece.window)


def test_a4_with_usual_margins_keeps_its_size_on_letter_paper() -> None:
    assert scale_of(Measured(595, 842, Box(72, 72, 523, 770))) == 1


def test_a4_with_narrow_margins_is_moved_and_not_cut() -> None:
    page = Measured(595, 842, Box(40, 20, 555, 760))
    (piece,) = pieces(page, LETTER)
    assert page.ink is not None
    assert Box(EDGE, EDGE, 612 - EDGE, 792 - EDGE).holds(piece.matrix.of(page.ink))


def test_a_small_page_stands_in_the_middle_at_its_own_size() -> None:
    (piece,) = pieces(Measured(252, 144, Box(0, 0, 252, 144)), LETTER)
    assert piece.window == Box(180, 324, 432, 468)


def test_a_landscape_page_is_turned_with_its_top_at_the_left_edge() -> None:
    page = Measured(792, 612, Box(72, 72, 720, 540))
    (piece,) = pieces(page, LETTER)
    top_left, top_right = piece.matrix.at(0, 612), piece.matrix.at(792, 612)
    assert top_left[0] == pytest.approx(top_right[0])
    assert top_left[0] < 100, "the top lies at the left edge, where packets are bound"
    assert top_right[1] > top_left[1], "it reads upwards, so that the packet is turned to the right"


def test_a_small_landscape_picture_is_not_turned() -> None:
    assert not is_turned(Measured(432, 288))


def test_legal_paper_goes_on_one_letter_sheet() -> None:
    assert len(pieces(Measured(612, 1008, Box(72, 72, 540, 936), letters=12), LETTER)) == 1


def test_a_spread_of_two_pages_in_small_print_becomes_two_sheets() -> None:
    page = Measured(1224, 792, Box(36, 36, 1188, 756), letters=9)
    left, right = (piece.matrix.back().of(piece.window) for piece in pieces(page, LETTER))
    assert left.left < 36
    assert left.right > right.left
    assert right.right > 1188


def test_white_edges_cost_no_sheets() -> None:
    framed = Measured(3000, 4000, Box(1300, 1700, 1700, 2300), letters=9)
    assert len(pieces(framed, LETTER)) == 1
    assert scale_of(framed) == 1


def test_a_poster_in_large_letters_stays_whole() -> None:
    assert len(pieces(Measured(1728, 2592, letters=60), LETTER)) == 1


@given(st.floats(700, 3000), st.floats(700, 3000), st.floats(6, 20))
def test_letters_stay_readable_where_sheets_allow_it(width: float, height: float, letters: float) -> None:
    page = Measured(width, height, Box(0, 0, width, height), letters)
    if len(pieces(page, LETTER)) < MOST_SHEETS / 2:
        assert scale_of(page) * letters >= min(SMALLEST_LETTERS, 0.7 * letters) * 0.999


def test_a_photograph_is_not_split_however_large_it_says_it_is() -> None:
    assert len(pieces(Measured(4032, 3024, Box(0, 0, 4032, 3024), is_sized=False), LETTER)) == 1


def test_pieces_follow_row_by_row_from_the_top_left() -> None:
    found = pieces(Measured(1100, 1440, Box(0, 0, 1100, 1440), letters=8), LETTER)
    shown = [piece.matrix.back().of(piece.window) for piece in found]
    assert shown == sorted(shown, key=lambda box: (-round(box.top), round(box.left)))
    assert len(shown) == 4


def test_paper_is_named_in_any_case_and_an_unknown_name_is_told() -> None:
    assert sheet(" A4 ") == SHEETS["a4"]
    with pytest.raises(UsageError, match=r"no paper called 'leter'.*letter"):
        sheet("leter")
