"""A row goes through the interview's own screens, and what can be read in two ways is no answer."""

from __future__ import annotations

from pathlib import Path

from unbarred.answers import answer_file
from unbarred.batch.matching.reading import careful
from unbarred.sessions import Session
from unbarred.sessions.unattended import fill

ROSA = Path(__file__).parents[3] / "examples" / "rosa-example.yml"


def complaints(**changes: object) -> dict[str, str]:
    """Fill the interview with the invented person's answers, changed; names have `__` for their dots."""
    answers: dict[str, object] = dict(answer_file.load(ROSA).answers)
    for name, value in changes.items():
        full = name.replace("__", ".").replace("_0_", "[0]")
        if value is ...:
            del answers[full]
        else:
            answers[full] = value
    session = Session.in_memory("clemency/commutation", {"place": "us-ny", "as_of": "2026-11-21"})
    found = fill(session, answers, careful=careful, blank_if_missing=True)
    return {each.name: each.message for each in found}


def test_all_that_is_unclear_in_a_row_is_told_at_once() -> None:
    told = complaints(
        petitioner__birthdate="3/4/1986", custody__start=42828, has_helper="x", petitioner__name__last=...
    )
    assert told.keys() == {"petitioner.birthdate", "custody.start", "has_helper", "petitioner.name.last"}
    assert "4 March 1986 or 3 April 1986" in told["petitioner.birthdate"]
    assert "3 April 2017" in told["custody.start"]
    assert "needs an answer" in told["petitioner.name.last"]


def test_what_has_no_column_is_left_for_later_and_what_is_clear_is_taken() -> None:
    told = complaints(
        petitioner__birthdate="Feb 28, 1986",
        has_helper="1",
        helper__phone=...,
        petitioner__prison_number=12.0,
    )
    assert told == {}


def test_a_day_that_is_unclear_is_still_told_by_the_bounds_of_its_question_once_it_is_clear() -> None:
    assert "still to come" in complaints(petitioner__birthdate="30 June 2084")["petitioner.birthdate"]
