"""Pages as a person names them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unbarred.documents.previewing import pages_named
from unbarred.errors import UsageError


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("1", [1]),
        ("2-4", [2, 3, 4]),
        ("4-", [4, 5]),
        ("1, 3-4", [1, 3, 4]),
        ("3-4,1,3", [1, 3, 4]),
        ("5-9", [5]),
        ("6", []),
    ],
)
def test_pages_of_five_are_named_in_several_ways(words: str, named: list[int]) -> None:
    assert pages_named(words).of(5) == named


@pytest.mark.parametrize("words", ["", "0", "4-2", "-3", "first", "1,,2", "1.5", "1-2-3"])
def test_what_names_no_pages_says_how_to(words: str) -> None:
    with pytest.raises(UsageError, match="names no pages") as refused:
        pages_named(words)
    assert "1-3" in refused.value.hint


@given(st.text(max_size=12))
def test_whatever_is_typed_names_pages_or_is_refused(words: str) -> None:
    try:
        pages = pages_named(words).of(7)
    except UsageError:
        return
    assert pages == sorted(set(pages))
    assert set(pages) <= set(range(1, 8))
