"""How the rows of the window are shared out."""

from __future__ import annotations

from dataclasses import astuple

from hypothesis import given
from hypothesis import strategies as st

from unbarred.terminal.full.frame import Needs, key_rows, share_out

NEEDS = st.builds(
    Needs,
    header=st.integers(0, 4),
    body=st.integers(0, 200),
    entry=st.integers(1, 6),
    message=st.integers(0, 5),
    keys=st.integers(1, 6),
    is_writing=st.booleans(),
)


@given(NEEDS, st.integers(1, 100))
def test_the_rows_always_add_up(needs: Needs, rows: int) -> None:
    frame = share_out(needs, rows)
    assert sum(astuple(frame)) == rows
    assert min(astuple(frame)) >= 0
    assert frame.entry >= 1


def test_with_room_everything_is_seen_and_the_keys_stand_at_the_foot() -> None:
    frame = share_out(Needs(header=2, body=10, entry=1, message=2, keys=2), 24)
    assert (frame.header, frame.body, frame.more, frame.entry, frame.message, frame.keys) == (
        2,
        10,
        0,
        1,
        2,
        2,
    )
    assert frame.filler == 24 - 2 - 10 - 1 - 1 - 2 - 2


def test_a_long_text_gives_way_and_says_so() -> None:
    frame = share_out(Needs(header=2, body=80, entry=1, message=0, keys=2), 24)
    assert frame.more == 1
    assert frame.body == 24 - 2 - 1 - 1 - 2 - 1 - 1


def test_a_long_answer_takes_the_room_it_needs_up_to_half() -> None:
    begun = share_out(Needs(header=2, body=80, entry=1, message=2, keys=2, is_writing=True), 24)
    grown = share_out(Needs(header=2, body=80, entry=50, message=2, keys=2, is_writing=True), 24)
    assert (begun.entry, begun.body) == (5, 10)
    assert (grown.entry, grown.body) == (9, 6)


def test_no_key_is_broken() -> None:
    items = ("Enter go on", "? help", "b back", "l leave for later")
    assert key_rows(items, 80) == [list(items)]
    assert key_rows(items, 20) == [["Enter go on", "? help"], ["b back"], ["l leave for later"]]
    assert key_rows(items, 5) == [[item] for item in items]
