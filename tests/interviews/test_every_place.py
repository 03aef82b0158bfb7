"""Clemency everywhere: each place's packet is made, and speaks only of that place's law."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from place_words import after_the_place, foreign, own_words, words_in, words_on
from walking import AS_OF, COMMUTATION, PARDON, everything, nothing, some, walk
from worked_examples import words_of

from unbarred import content, law
from unbarred.answers import answer_file
from unbarred.law.remedies import Remedy
from unbarred.screens import FieldKind, ScreenKind
from unbarred.screens.reading.dates import is_day_first
from unbarred.sessions import Session
from unbarred.sessions.unattended import fill

EXAMPLES = Path(__file__).parents[2] / "examples"
EXAMPLE = {COMMUTATION: EXAMPLES / "maria-example.yml", PARDON: EXAMPLES / "nora-example.yml"}
"""One invented person for each interview, who could be in any place."""

EVERYWHERE = [(name, place.slug) for name in EXAMPLE for place in law.places(name)]
NAMES = [f"{place} {name}" for name, place in EVERYWHERE]
LEAVES = (everything, nothing, some)


def remedy(name: str, place: str) -> Remedy:
    return law.remedy(place, name, AS_OF)


def test_there_is_clemency_in_every_place_that_is_named() -> None:
    for name in EXAMPLE:
        places = {place for each, place in EVERYWHERE if each == name}
        assert len([place for place in places if place.startswith("us-")]) == 51
        assert places > {"us", "gb-eaw", "gb-sct", "gb-nir", "sl", "ke", "ng", "mw", "gm", "tz"}


@pytest.mark.parametrize(("name", "place"), EVERYWHERE, ids=NAMES)
def test_one_answer_set_makes_a_packet_of_that_place(name: str, place: str) -> None:
    example = answer_file.load(EXAMPLE[name])
    session = Session.in_memory(name, {"place": place, "as_of": AS_OF.isoformat()})
    assert fill(session, example.answers) == []
    papers, there = session.run.papers(), remedy(name, place)
    text = words_in(papers)
    assert foreign(name, place, text) == set()
    if there.offered == "no":
        assert [paper.filename for paper in papers] == ["0-What-there-is-instead"]
        assert all(fact.says in text and fact.cited in text for fact in (*there.summary, *there.other_roads))
        return
    by_name = {paper.filename: words_of(paper) for paper in papers}
    application = by_name[f"1-{there.paper.capitalize().replace(' ', '-')}"]
    assert there.addressee is not None
    assert there.office is not None
    # A form of its own speaks to nobody by name.
    own_form = (content.templates() / place / "clemency/application.docx").is_file()
    addressee = there.addressee.chosen(example.answers.get("addressee_choice"))
    greeting = "" if own_form else addressee.salutation
    for words in (addressee.title, greeting, f"for {there.asked_for}"):
        assert words in application
    assert own_form or there.place.day(AS_OF) in application
    steps = by_name["0-Next-steps"]
    for line in (there.office.name, *there.office.lines):
        assert line in steps
    assert ("We do not have the postal address" in steps) is not bool(there.office.lines)
    told = (*there.contents, *there.signing, *there.apply, *there.notify, *there.copies)
    told += (*there.to_check_outside("eligibility"),)  # Of the conditions, those that concern her are told.
    assert all(fact.says in steps and fact.cited in steps for fact in told)


@pytest.mark.parametrize(("name", "place"), EVERYWHERE, ids=NAMES)
def test_by_chance_too_the_interview_ends_in_papers_of_that_place(name: str, place: str) -> None:
    seed = EVERYWHERE.index((name, place))
    walked = walk(place, seed, LEAVES[seed % len(LEAVES)], name)
    assert walked.end.kind is ScreenKind.END
    assert foreign(name, place, words_in(walked.papers)) == set()
    assert foreign(name, place, words_on(after_the_place(walked.answered))) == set()


@pytest.mark.parametrize("name", EXAMPLE)
@pytest.mark.parametrize("place", ["ke", "us-ny"])
def test_a_day_in_figures_is_read_in_the_order_in_which_the_place_writes_it(name: str, place: str) -> None:
    walked = walk(place, 1, everything, name)
    fields = [field for each in walked.answered for field in each.screen.fields]
    days = [field for field in fields if field.kind is FieldKind.DATE]
    assert len(days) > 3
    for field in days:
        assert is_day_first(field.hint) is (law.place(place).days == "day first"), field.hint


BRITISH = [each for each in EVERYWHERE if law.place(each[1]).spelling == "british"]


@pytest.mark.parametrize(("name", "place"), BRITISH, ids=[f"{place} {name}" for name, place in BRITISH])
def test_where_british_is_written_no_american_is(name: str, place: str) -> None:
    walked = walk(place, 1, everything, name)
    text = words_in(walked.papers) + words_on(after_the_place(walked.answered))
    american = re.findall(r"\b(?:programs?|licensed?|organizations?|honor|favor|jails?)\b", text)
    assert [word for word in american if word not in own_words(name, place)] == []
