"""What a place says on a topic on a day: its own facts, those from above, and what is not in force."""

from __future__ import annotations

import datetime

import pytest
from conftest import Put
from invented_places import XANADU, place
from invented_topics import MEMORY, PAGE, deadline, fact, topic, written

from unbarred import content
from unbarred.law import files
from unbarred.law.browsing.chapters import Chapter
from unbarred.law.browsing.finding import Asked
from unbarred.law.browsing.time_limits import own_counting, time_limit
from unbarred.law.browsing.topic_page import TopicPage, topic_page
from unbarred.law.browsing.wording import kinds_used, links, warning, where_it_stands
from unbarred.law.deadlines import Deadline
from unbarred.law.facts import Fact

TODAY = datetime.date(2026, 11, 22)


def page(slug: str, about: str, remedy: str = "", day: datetime.date = TODAY) -> TopicPage:
    root = content.jurisdictions()
    return topic_page(root, files.place(root, slug), Asked(about, remedy), day)


def said(chapter: Chapter) -> list[tuple[str, str, str]]:
    return [(each.section, each.fact.id, each.place) for each in chapter.said]


@pytest.fixture
def lands(put: Put) -> None:
    """Xanadu, and its province Alph, on which some of Xanadu's law holds."""
    put("xx/place.yml", XANADU)
    put("xx-al/place.yml", place("Alph", "xx"))
    put(
        "xx/clemency.yml",
        topic(
            general={"decided_by": [fact("khan-decides")]},
            commutation={
                "title": "Commutation",
                "holds_below": True,
                "apply": [fact("write-to-the-khan"), fact("use-the-form")],
            },
            pardon={"title": "Pardon", "apply": [fact("bow-first")]},
            reprieve={"title": "Reprieve", "holds_below": True, "apply": [fact("cry-for-time")]},
        ),
    )
    put(
        "xx-al/clemency.yml",
        topic(
            general={"standard": [fact("mercy-in-alph")], "not_found": ["The form."]},
            commutation={
                "title": "Commutation in Alph",
                "offered": "limited",
                "ends": ["use-the-form"],
                "effect": [fact("free-in-alph")],
            },
        ),
    )


@pytest.mark.usefixtures("lands")
def test_a_page_begins_with_what_holds_for_all_and_says_what_was_not_found() -> None:
    general = page("xx-al", "clemency").chapters[0]
    assert (general.title, general.not_found) == ("In general", ("The form.",))
    assert said(general) == [("standard", "mercy-in-alph", "xx-al")]


@pytest.mark.usefixtures("lands")
def test_what_a_place_ends_is_gone_and_what_comes_from_above_names_its_place() -> None:
    commutation = page("xx-al", "clemency").chapters[1]
    assert (commutation.title, commutation.offered) == ("Commutation in Alph", "limited")
    assert said(commutation) == [
        ("decided_by", "khan-decides", "xx"),
        ("apply", "write-to-the-khan", "xx"),
        ("effect", "free-in-alph", "xx-al"),
    ]


@pytest.mark.usefixtures("lands")
def test_a_remedy_on_which_the_place_is_silent_comes_from_above_only_where_it_holds_below() -> None:
    found = page("xx-al", "clemency")
    assert [each.key for each in found.chapters] == ["general", "commutation", "reprieve"]
    assert said(found.chapters[2]) == [
        ("decided_by", "khan-decides", "xx"),
        ("apply", "cry-for-time", "xx"),
    ]
    assert found.names == {"xx-al": "Alph", "xx": "Xanadu"}


@pytest.mark.usefixtures("lands")
def test_one_remedy_comes_with_what_holds_for_all() -> None:
    assert [each.key for each in page("xx", "clemency", "pardon").chapters] == ["general", "pardon"]


def test_what_is_not_in_force_on_the_day_is_set_apart(put: Put) -> None:
    put("xx/place.yml", XANADU)
    old, new = fact("old", until="2026-06-30"), fact("new", since="2026-07-01")
    put("xx/bail.yml", topic(bail={"title": "Bail", "rules": [old, new, fact("always")]}))

    def held(day: datetime.date) -> tuple[list[str], list[str]]:
        (bail,) = page("xx", "bail", day=day).chapters
        return [each.fact.id for each in bail.said], [each.fact.id for each in bail.not_in_force]

    assert held(datetime.date(2026, 6, 30)) == (["old", "always"], ["new"])
    assert held(datetime.date(2026, 7, 1)) == (["new", "always"], ["old"])


def test_an_address_and_a_form_stand_with_their_fact(put: Put) -> None:
    put("xx/place.yml", XANADU)
    office = {"name": "Office of Mercy", "lines": ["1 Dome Road"], "email": "khan@mercy.example"}
    form = {
        "title": "Petition",
        "number": "Form 7",
        "must_be_used": True,
        "items": [{"number": "1", "asks": "Name"}],
    }
    put(
        "xx/clemency.yml",
        topic(
            pardon={
                "title": "Pardon",
                "office": {**office, "fact": fact("where")},
                "official_form": {**form, "fact": fact("which-form")},
            }
        ),
    )
    (pardon,) = page("xx", "clemency").chapters
    assert {each.section: (each.about, each.more) for each in pardon.said} == {
        "office": ("Office of Mercy", ("1 Dome Road", "khan@mercy.example")),
        "official_form": ("Petition", ("Form 7", "This form must be used.", "1. Name")),
    }


def test_who_helps_from_above_is_named_where_they_reach(put: Put) -> None:
    put("xx/place.yml", XANADU)
    put("xx-al/place.yml", place("Alph", "xx"))
    helper = {"name": "Friends", "does": "Writes.", "for_whom": "All"}
    near = {**helper, "name": "Near", "fact": fact("near")}
    far = {**helper, "name": "Far", "reaches_below": True, "fact": fact("far")}
    put("xx-al/help.yml", written([near]))
    put("xx/help.yml", written([far, {**helper, "fact": fact("only-there")}]))
    (chapter,) = page("xx-al", "help").chapters
    assert [(each.about, each.place) for each in chapter.said] == [("Near", "xx-al"), ("Far", "xx")]


def test_rules_of_counting_name_the_place_that_wrote_them(put: Put) -> None:
    put("xx/place.yml", XANADU)
    put("xx-al/place.yml", place("Alph", "xx"))
    weekend = {**fact("weekend"), "days": ["Sunday"], "holds_below": True}
    first = {**fact("first-day"), "event_day_counts": False, "holds_below": True}
    put("xx/counting.yml", written({"weekend": [weekend], "first_day": [first]}))
    put(
        "xx-al/counting.yml", written({"weekend": [{**weekend, "id": "our-weekend"}], "not_found": ["Mail."]})
    )
    (chapter,) = page("xx-al", "counting").chapters
    assert said(chapter) == [("", "our-weekend", "xx-al"), ("", "first-day", "xx")]
    assert chapter.not_found == ("Mail.",)


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (
            {"event": "denial.received"},
            "The last day to file the appeal: 30 calendar days after the day you got the denial.",
        ),
        (
            {
                "period": 1,
                "unit": "months",
                "direction": "before",
                "event": "hearing.held",
                "by": "the warden",
            },
            "The last day for the warden to file the appeal: 1 month before the day of the hearing.",
        ),
        (
            {"period": 0, "event": "hearing.held"},
            "The last day to file the appeal: the day of the hearing.",
        ),
        (
            {"period": 3, "unit": "business days", "event": "answer.due"},
            "The last day to file the appeal: 3 business days after the day the answer was due.",
        ),
    ],
)
def test_a_time_limit_in_words(more: dict[str, object], words: str) -> None:
    assert time_limit(Deadline.model_validate(deadline("limit", **more))) == words


def test_what_a_time_limit_counts_otherwise() -> None:
    limit = deadline(
        "limit",
        event_day_counts=True,
        last_day="stays",
        exceptions=[fact("late", "The Khan may allow more.")],
    )
    assert list(own_counting(Deadline.model_validate(limit))) == [
        "The day it starts from counts as day one.",
        "The last day stays where it is, even if that day is closed.",
        "The Khan may allow more.",
    ]


def test_below_a_fact_stands_where_it_rests_and_what_to_do_first() -> None:
    read = Fact.model_validate(
        fact(
            "read",
            source=PAGE,
            cite={"title": "Xan. Code", "pinpoint": "§ 7", "href": "https://law.example/7"},
            also=[{"title": "Xan. Const.", "recalled": True}],
            since="2020-01-02",
            review="2027-03-01",
        )
    )
    assert where_it_stands(read) == (
        "Xan. Code § 7; Xan. Const. (from memory). Holds since January 2, 2020. Read on: Office of Mercy "
        "(official). To be checked again by March 1, 2027. Checked November 21, 2026."
    )
    assert links(read) == ("https://law.example/7", "https://mercy.example/rules")
    assert kinds_used([read]) == ["official: a page of the body that made the rule or runs the office."]
    assert warning(read) == ""
    recalled = Fact.model_validate(fact("recalled", source=MEMORY))
    assert where_it_stands(recalled) == "Checked November 21, 2026."
    assert warning(recalled).startswith("Check before filing: this is from memory")
    assert warning(read.model_copy(update={"verify_first": True})).startswith(
        "Check before filing: it was read"
    )
