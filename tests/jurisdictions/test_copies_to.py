"""Who gets a copy of the papers from her is law data, and names the certificate of service."""

from __future__ import annotations

import datetime

import pytest

from unbarred import law

DAY = datetime.date(2026, 11, 22)


@pytest.mark.parametrize(("place", "count"), [("us-il", 2), ("us-or", 4), ("us-ny", 0)])
def test_a_place_names_who_gets_copies(place: str, count: int) -> None:
    copies = law.remedy(place, "clemency/commutation", DAY).copies_to
    assert len(copies) == count
    assert all(each[0].isupper() and not each.endswith(".") for each in copies)
