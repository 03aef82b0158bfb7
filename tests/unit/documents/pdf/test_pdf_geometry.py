"""Boxes and matrices."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unbarred.documents.pdf.geometry import Box, Matrix, as_seen, number

EDGES = st.floats(-500, 500)
TURNS = st.sampled_from([0, 90, 180, 270])


@given(EDGES, EDGES, st.floats(1, 900), st.floats(1, 900), TURNS, st.floats(0.5, 4))
def test_a_page_as_it_is_seen_begins_at_zero(
    left: float, bottom: float, width: float, height: float, turn: int, unit: float
) -> None:
    box = Box(left, bottom, left + width, bottom + height)
    seen = as_seen(box, turn, unit).of(box)
    across, up = (height, width) if turn in (90, 270) else (width, height)
    assert (seen.left, seen.bottom) == pytest.approx((0, 0), abs=1e-6)
    assert (seen.right, seen.top) == pytest.approx((across * unit, up * unit))


def test_a_quarter_to_the_right_takes_the_top_to_the_right() -> None:
    matrix = as_seen(Box(0, 0, 100, 200), 90, 1)
    assert matrix.at(0, 200) == (200, 100), "the top left corner becomes the top right one"


@given(EDGES, EDGES, TURNS, st.floats(0.1, 5))
def test_a_matrix_is_undone_by_its_way_back(x: float, y: float, turn: int, unit: float) -> None:
    matrix = as_seen(Box(10, 20, 300, 400), turn, unit)
    assert matrix.back().at(*matrix.at(x, y)) == pytest.approx((x, y), abs=1e-6)


@given(st.floats(-1e6, 1e6))
def test_a_number_is_written_without_an_exponent(value: float) -> None:
    written = number(value)
    assert "e" not in written
    assert float(written) == pytest.approx(value, abs=1e-5)


def test_boxes_that_only_touch_do_not_meet() -> None:
    assert Box(0, 0, 10, 10).meets(Box(10, 0, 20, 10)) is None


def test_a_matrix_is_written_as_content_streams_have_it() -> None:
    assert str(Matrix(0, -1, 1, 0, 0.5, 1e-9)) == "0 -1 1 0 0.5 0"
