"""What an interview asks, and how it speaks of what is asked for."""

from __future__ import annotations

import datetime

import pytest

from unbarred import law
from unbarred.law import interview

AS_OF = datetime.date(2026, 11, 22)


@pytest.mark.parametrize(
    ("place", "name", "words"),
    [
        ("us-ny", "clemency/commutation", "commutation of sentence"),
        ("us-ny", "clemency/pardon", "a pardon"),
        ("gb-eaw", "clemency/commutation", "a conditional pardon or remission"),
        ("gb-sct", "clemency/commutation", "a lighter sentence by the royal prerogative of mercy"),
        ("ke", "clemency/commutation", "remission or a lighter punishment"),
    ],
)
def test_what_she_asks_for_has_an_article_where_it_can_be_counted(place: str, name: str, words: str) -> None:
    assert law.remedy(place, name, AS_OF).asked_for == words


def test_nobody_in_prison_is_asked_about_supervision_outside() -> None:
    name = "person.on_supervision"
    remedy = law.remedy("us-nv", "clemency/commutation", AS_OF)
    assert name in interview.questions(remedy)
    assert interview.is_asked(name, {})
    assert interview.is_asked(name, {}, in_prison=False)
    assert not interview.is_asked(name, {}, in_prison=True)
    nothing = interview.reckon("us-nv", [], {}, AS_OF)
    assert interview.facts_for(nothing, in_prison=True)[name] is False
    assert name not in interview.facts_for(nothing, in_prison=False)


def test_a_hard_question_has_help_and_a_plain_one_none() -> None:
    assert "more than a year" in interview.help_for("offense.felony")
    assert interview.help_for("petition.earlier")
    assert interview.help_for("person.pregnant") == ""


def test_the_papers_speak_to_the_one_she_chose_and_to_either_if_she_left_it_open() -> None:
    addressee = law.remedy("ng", "clemency/pardon", AS_OF).addressee
    assert addressee is not None
    assert addressee.chosen("state-law").title == "Governor of the State"
    assert addressee.chosen(None) is addressee


def test_what_is_told_in_its_section_is_not_listed_again_to_be_checked() -> None:
    remedy = law.remedy("ke", "clemency/commutation", AS_OF)
    rest = remedy.to_check_outside("fee", "eligibility")
    assert set(map(id, rest)) < set(map(id, remedy.to_check))
    left_out = [fact for fact in remedy.to_check if fact not in rest]
    assert left_out == [each for each in (*remedy.eligibility, *remedy.fee) if each.needs_checking]


def test_a_life_sentence_is_called_what_the_place_calls_it() -> None:
    life = {"sentence_kind": "life"}
    assert interview.sentence_words(life, law.place("ke").life_words) == "life imprisonment"
    assert interview.reckon("ke", [life], {}, AS_OF).sentence_words == "life imprisonment"
    assert interview.reckon("us-ny", [life], {}, AS_OF).sentence_words == "life without parole"
