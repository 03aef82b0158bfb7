"""A full name is taken apart only where it says itself which part is which."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unbarred.batch.matching.full_names import split
from unbarred.batch.matching.unclear import Unclear

WORD = st.text("abcdefghéñ", min_size=2, max_size=8).map(str.capitalize)


@given(WORD, st.lists(WORD, max_size=2), st.lists(WORD, min_size=1, max_size=3))
def test_a_comma_tells_the_last_name_however_many_words_it_has(
    first: str, middle: list[str], last: list[str]
) -> None:
    written = f"{' '.join(last)},  {' '.join([first, *middle])}"
    assert split(written) == {"first": first, "middle": " ".join(middle), "last": " ".join(last)}


@given(WORD, WORD)
def test_two_words_are_a_first_and_a_last_name(first: str, last: str) -> None:
    assert split(f" {first}  {last} ") == {"first": first, "middle": "", "last": last}


@given(WORD, WORD, WORD)
def test_three_words_can_be_two_names_and_both_are_shown(first: str, second: str, third: str) -> None:
    with pytest.raises(Unclear) as caught:
        split(f"{first} {second} {third}")
    assert f"{third}, {first} {second}" in caught.value.message
    assert f"{second} {third}, {first}" in caught.value.message
    said = split(f"{first} {second} {third}", last_word_is_last=True)
    assert said == {"first": first, "middle": second, "last": third}


def test_an_initial_is_no_last_name() -> None:
    assert split("Ana M. Diaz") == {"first": "Ana", "middle": "M.", "last": "Diaz"}


@pytest.mark.parametrize("written", ["Ana Diaz, Jr.", "Ana Diaz Jr."])
def test_junior_stays_with_the_last_name(written: str) -> None:
    said = split(written)
    assert said["first"] == "Ana"
    assert said["last"].startswith("Diaz")
    assert said["last"].endswith("Jr.")


@pytest.mark.parametrize("written", ["Ana", "Diaz, Ana, Maria", "Diaz,", ",", "Diaz, Ana; Lopez, Mia"])
def test_what_cannot_be_told_is_a_problem(written: str) -> None:
    with pytest.raises(Unclear, match=r"Last, First Middle"):
        split(written)
