"""Papers so that somebody trusted can care for a child: what is chosen, how long it lasts, what it holds."""

from __future__ import annotations

import datetime
import re
from typing import Any

import pytest
from worked_examples import example, words_of

from unbarred import law
from unbarred.law.instruments import Instrument
from unbarred.law.remedies import RemedyText
from unbarred.sessions import Session
from unbarred.sessions.unattended import Complaint, fill

NAME = "family/care-of-my-child"
REMEDY = "family/parental-delegation"
TODAY = datetime.date(2026, 11, 22)
EVERY = [
    pytest.param(place.slug, each, id=f"{place.slug} {each.id}")
    for place in law.places(REMEDY)
    for each in law.remedy(place.slug, REMEDY, TODAY).instruments
]
STEPS = "0-Next-steps"


def begun(place: str, like: str = "", **changed: Any) -> tuple[Session, list[Complaint]]:
    """Return the session of an example in `place`, with some answers changed, and what was refused."""
    given = example(NAME, like or place)
    answers = {**given.answers, **{name.replace("__", "."): value for name, value in changed.items()}}
    session = Session.in_memory(NAME, {"place": place, "as_of": str(given.as_of)})
    return session, fill(session, answers, blank_if_missing=True)


def papers(place: str, like: str = "", **changed: Any) -> dict[str, str]:
    """Return what the papers of such a session say, by their names."""
    session, refused = begun(place, like, **changed)
    assert refused == []
    return {each.filename: words_of(each) for each in session.run.papers()}


def care_paper(place: str, like: str = "", **changed: Any) -> str:
    """Return the paper that gives the care, or the first of several."""
    made = papers(place, like, **changed)
    return next(text for name, text in made.items() if name.startswith("1-"))


@pytest.mark.parametrize(("place", "paper"), EVERY)
def test_every_paper_of_every_place_is_made(place: str, paper: Instrument) -> None:
    like = "us-ny" if place != "gb-eaw" else place
    made = papers(place, like, instrument_choice=paper.id, facility_choice=None, court_case=False)
    own = [text for name, text in made.items() if name.startswith("1-")]
    assert len(own) == (2 if paper.each_child and like == "us-ny" else 1)
    for text in own:
        assert paper.title in text
        assert str(paper.cite) in text
        assert text.count("Signature of witness") == paper.witnesses
        assert ("For the notary" in text) is bool(paper.notary)
        assert ("Notary for Carmen" in text) is (paper.notary == "both" and like == "us-ny")
        # One of which nobody read the words is never made up.
        assert ("This is not the form itself" in text) is paper.form_only
        if not paper.form_only:
            stated = [each.words for each in paper.statements if each.case != "open"]
            for words in (f"does not let anybody {paper.never}.", *stated, *paper.carer_states):
                assert words in text or words.replace("the child", "the children") in text
    steps = made[STEPS]
    remedy = law.remedy(place, REMEDY, TODAY)
    for fact in (*remedy.facts_of(paper), *remedy.days_of(paper)):
        assert fact.says in steps
        assert fact.cited in steps


@pytest.mark.parametrize(("place", "paper"), EVERY)
def test_a_paper_lasts_as_long_as_a_deadline_of_the_law_says(place: str, paper: Instrument) -> None:
    longest = law.remedy(place, REMEDY, TODAY).longest(paper)
    assert (longest is None) is (paper.lasts is None)
    if longest:
        assert longest.event == "power.signed"
        assert longest.last_day == "stays"


def test_a_paper_that_rests_on_nothing_is_refused() -> None:
    held = law.remedy("us-ny", REMEDY, TODAY)
    [paper] = held.instruments
    wrong = {**held.model_dump(), "instruments": [{**paper.model_dump(), "rests_on": ["nothing"]}]}
    fields = {name: wrong[name] for name in RemedyText.model_fields}
    with pytest.raises(ValueError, match="designation-of-an-adult rests on nothing, which is no fact here"):
        RemedyText.model_validate(fields)


def test_the_last_day_is_counted_from_the_day_of_signing() -> None:
    assert "It holds until December 15, 2027, unless" in care_paper("us-ny")
    later = papers("us-ny", **{"happened['power.signed']": "2028-02-29"})
    assert "It holds until February 28, 2029, unless" in later["1-Designation"]
    assert "The last day to sign a new paper without a gap is Wednesday, February 28, 2029." in later[STEPS]


def test_where_the_day_of_signing_is_not_known_the_length_stands_in_the_paper() -> None:
    unknown: dict[str, Any] = {"happened['power.signed']": None}
    made = papers("us-ny", **unknown)
    assert "It holds for 12 months from the day on which it is signed, unless" in made["1-Designation"]
    assert "we need to know the day the paper is signed." in made[STEPS]


def test_where_the_law_sets_no_length_it_lasts_until_it_is_taken_back() -> None:
    made = papers("us-fl")
    assert "It holds until I take it back." in made["1-Designation"]
    assert "We hold no time limit for this paper." in made[STEPS]
    assert "Put a note in your calendar" not in made[STEPS]


@pytest.mark.parametrize(("until", "taken"), [("2027-12-15", True), ("2027-12-16", False)])
def test_no_day_after_the_longest_can_be_chosen(until: str, taken: bool) -> None:
    _, refused = begun("us-ny", care_until=until)
    assert [each.name for each in refused] == ([] if taken else ["care_until"])


def test_the_end_cannot_come_before_the_start() -> None:
    _, refused = begun("us-ny", care_from="2027-02-01", care_until="2027-01-31")
    assert [each.name for each in refused] == ["care_until"]


def test_a_state_that_tells_not_how_days_are_counted_gets_the_earlier_day() -> None:
    made = papers("us-ok")
    assert "We took the earlier last day." in made[STEPS]


def test_what_depends_on_a_court_case_is_stated_only_where_it_is_answered() -> None:
    none = "No court has a continuing say over the child."
    agrees = "has agreed in writing to this agreement."
    asked = "Is there a court case or order about the child?"
    without = care_paper("us-tx", court_case=False)
    assert (none in without, agrees in without, asked in without) == (True, False, False)
    with_one = care_paper("us-tx", court_case=True)
    assert (none in with_one, agrees in with_one, asked in with_one) == (False, True, False)
    left_open = care_paper("us-tx", court_case=None)
    assert (none in left_open, agrees in left_open, asked in left_open) == (False, False, True)


@pytest.mark.parametrize(
    ("kind", "says"),
    [
        ("told", "The rules below want the other parent to be told."),
        ("away", "You said that nobody knows where the other parent is."),
        ("unsafe", "Talk to a lawyer or a helper before any copy goes there."),
        ("none", ""),
        ("signs", ""),
        (None, ""),
    ],
)
def test_the_other_parent_is_spoken_of_as_she_said(kind: str | None, says: str) -> None:
    changed: dict[str, Any] = {} if kind in ("told", "signs") else {"other_parent__name_text": None}
    made = papers("us-tx", other_parent_kind=kind, **changed)
    assert ("Look at this first" in made[STEPS]) is bool(says)
    assert says in made[STEPS]
    own = made["1-Authorization-agreement"]
    assert ("Signature of the other parent" in own) is (kind == "signs")
    assert ("Luis Sample" in own) is (kind in ("told", "signs"))


def test_one_paper_is_made_for_each_child_where_the_law_wants_that() -> None:
    made = papers("us-il")
    first, second = made["1-Appointment-1"], made["1-Appointment-2"]
    assert "Luz Example" in first
    assert "Luz" not in second
    assert "Mateo Example" in second
    assert "give the child a home" in second
    assert "There is one for each child." in made[STEPS]


def test_letters_can_be_all() -> None:
    made = papers("us-ny", "us", instrument_choice="letters", facility_choice=None)
    assert not [name for name in made if name.startswith("1-")]
    assert "copy of the" not in made["2-Letter-to-the-school"]
    assert "Other papers there are here" in made[STEPS]
    assert "A designation: school and health decisions" in made[STEPS]


def test_where_no_paper_is_held_there_are_the_letters_and_no_choice() -> None:
    session, refused = begun("us")
    assert refused == []
    assert not [each for each in session.answered() if each.screen.id.startswith("instrument")]
    assert {each.filename for each in session.run.papers()} == {
        STEPS,
        "2-Letter-to-the-school",
        "3-Letter-to-the-doctor",
        "4-Page-for-the-carer",
        "5-Notice-to-take-it-back",
    }


def test_what_the_child_needs_is_for_the_doctor_and_the_carer_alone() -> None:
    made = papers("us-ny")
    told = {name for name, text in made.items() if "allergic to peanuts" in text}
    assert told == {"3-Letter-to-the-doctor", "4-Page-for-the-carer"}


def test_only_what_she_picked_is_given() -> None:
    text = care_paper("us-mi")
    assert "sign the child up for school" in text
    assert "look after the money" not in text


def test_the_council_is_told_before_the_child_moves() -> None:
    steps = papers("gb-eaw")[STEPS]
    assert re.search(r"The last day to tell the council is Monday 21 December 2026\.", steps)
    unknown = papers("gb-eaw", care_from=None)[STEPS]
    assert "we need to know the day the child goes to live with the carer." in unknown
