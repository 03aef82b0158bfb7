"""Clemency everywhere: each place's packet is made, and speaks only of that place's law."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from walking import AS_OF, COMMUTATION, PARDON, everything, nothing, some, walk

from unbarred import content, law
from unbarred.answers import answer_file
from unbarred.documents.word.reading import text_of_parts
from unbarred.engine.papers import Paper
from unbarred.law.facts import Fact
from unbarred.law.remedies import Remedy
from unbarred.screens import AnsweredScreen, FieldKind, ScreenKind
from unbarred.screens.reading.dates import is_day_first
from unbarred.sessions import Session
from unbarred.sessions.unattended import fill

EXAMPLES = Path(__file__).parents[2] / "examples"
EXAMPLE = {COMMUTATION: EXAMPLES / "maria-example.yml", PARDON: EXAMPLES / "nora-example.yml"}
"""One invented person for each interview, who could be in any place."""

EVERYWHERE = [(name, place.slug) for name in EXAMPLE for place in law.places(name)]
NAMES = [f"{place} {name}" for name, place in EVERYWHERE]
LEAVES = (everything, nothing, some)
BEFORE_THE_PLACE = ("welcome", "place", "state")


def remedy(name: str, place: str) -> Remedy:
    return law.remedy(place, name, AS_OF)


@cache
def own_words(name: str, place: str) -> str:
    """Return everything that the law of the place says of itself, on which a packet may draw."""
    found = remedy(name, place)
    prisons = " ".join(each.name + " ".join(each.lines) for each in law.facilities(place))
    rules = " ".join(fact.model_dump_json() for fact in law.time_rules(place).facts())
    helpers = " ".join(each.model_dump_json() for each in found.help)
    return " ".join((found.model_dump_json(), found.place.model_dump_json(), prisons, rules, helpers))


@cache
def marks(place: str) -> frozenset[str]:
    """Return words that tell of a place: its name, its offices, its prisons' owner, its laws."""
    found = {law.place(place).name, law.place(place).prison_system}
    for name in EXAMPLE:
        there = remedy(name, place)
        found |= {there.addressee.title} if there.addressee else set()
        found |= {there.office.name} if there.office else set()
        found |= {cite.title for fact in there.facts() for cite in cites(fact)}
    return frozenset(word for word in found if len(word) > 4)


def cites(fact: Fact) -> list[object]:
    return [each for each in (fact.cite, *fact.also) if each]


def foreign(name: str, place: str, text: str) -> set[str]:
    """Return words in `text` that tell of another place and that the place's own law does not say."""
    others = {mark for slug in {slug for _, slug in EVERYWHERE} - {place} for mark in marks(slug)}
    found = {mark for mark in others if mark in text}
    own = own_words(name, place)
    return {mark for mark in found if mark not in own and re.search(rf"(?<!\w){re.escape(mark)}(?!\w)", text)}


def words_on(answered: tuple[AnsweredScreen, ...]) -> str:
    screens = [each.screen for each in answered if each.screen.id.partition(" ")[0] not in BEFORE_THE_PLACE]
    fields = [field for screen in screens for field in screen.fields]
    texts = [text for screen in screens for text in (screen.heading, screen.text, screen.under, *screen.help)]
    texts += [text for field in fields for text in (field.label, field.help, field.hint)]
    return "\n".join([*texts, *(choice.label for field in fields for choice in field.choices)])


def words_of(paper: Paper) -> str:
    """Return what a paper says, with plain spaces where no line may end."""
    return text_of_parts(paper.content).replace("\xa0", " ")


def words_in(papers: tuple[Paper, ...]) -> str:
    return "\n".join(map(words_of, papers))


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
    assert foreign(name, place, words_on(walked.answered)) == set()


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
    text = words_in(walked.papers) + words_on(walked.answered)
    american = re.findall(r"\b(?:programs?|licensed?|organizations?|honor|favor|jails?)\b", text)
    assert [word for word in american if word not in own_words(name, place)] == []
