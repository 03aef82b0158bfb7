"""Every question can be read by somebody who left school after eighth grade."""

from __future__ import annotations

import pytest
from reading_ease import HIGHEST, grade, once_each, too_hard
from walking import PLACES, everything, walk

from unbarred.screens import Screen


def walked_screens(place: str) -> list[Screen]:
    return once_each(each.screen for seed in range(6) for each in walk(place, seed, everything).answered)


@pytest.mark.parametrize("place", PLACES)
def test_questions_are_of_grade_eight_or_lower(place: str) -> None:
    screens = walked_screens(place)
    assert len(screens) > 60
    assert too_hard(screens) == {}


def test_a_hard_text_is_found_out() -> None:
    hard = (
        "The commutation of an indeterminate sentence necessitates the demonstration of extraordinary "
        "rehabilitative accomplishments, notwithstanding institutional disciplinary adjudications."
    )
    assert grade(hard) > HIGHEST
    assert grade("Where are you held? Look at the paper that the prison gave you.") < HIGHEST


@pytest.mark.parametrize("place", PLACES)
def test_hard_questions_say_why_they_are_asked(place: str) -> None:
    by_name = {screen.id.partition(" ")[0]: screen for screen in walked_screens(place)}
    for name in (
        "abuse-included", "discipline-any", "health-included", "children-included", "story",
        "appeal-pending", "conviction-range" if place == "us-ny" else "conviction-term", "custody-start",
    ):  # fmt: skip
        assert "**Why we ask:**" in by_name[name].text, name
