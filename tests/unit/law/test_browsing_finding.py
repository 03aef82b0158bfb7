"""What somebody means by a place, a topic and a citation; which facts are old; how much is held."""

from __future__ import annotations

import datetime

import pytest
from conftest import Put
from invented_places import XANADU, place
from invented_topics import PAGE, fact, topic, written

from unbarred import content
from unbarred.errors import UsageError
from unbarred.law import files
from unbarred.law.browsing.citing import citing
from unbarred.law.browsing.coverage import Count, coverage, together
from unbarred.law.browsing.finding import Asked, find, find_place, held_topics
from unbarred.law.browsing.stale import stale


@pytest.fixture(autouse=True)
def lands(put: Put) -> None:
    put("xx/place.yml", XANADU)
    put("xx-al/place.yml", place("New Alph", "xx"))
    put("xx-om/place.yml", place("New Omsk", "xx"))
    put("yy/place.yml", "nonsense: true\n")
    put(
        "xx/clemency.yml",
        topic(
            general={"rules": [fact("one", checked="2026-01-05", source=PAGE)]},
            commutation={"title": "Commutation", "rules": [fact("two", checked="2026-01-02")]},
        ),
    )
    put(
        "xx/help.yml",
        written(
            [
                {
                    "name": "A",
                    "does": "B.",
                    "for_whom": "C",
                    "reaches_below": True,
                    "fact": fact("three", source=PAGE),
                }
            ]
        ),
    )


@pytest.mark.parametrize("asked", ["xx-al", "XX-AL", "xx_al", " New Alph ", "new alph", "new-alph"])
def test_a_place_is_found_by_slug_and_by_name(asked: str) -> None:
    assert find_place(content.jurisdictions(), asked).slug == "xx-al"


@pytest.mark.parametrize(
    ("asked", "hint"),
    [
        ("New", "Did you mean xx-al (New Alph) or xx-om (New Omsk)? See them all with: unbarred law"),
        ("al", "Did you mean xx-al (New Alph)? See them all"),
        ("Xanado", "Did you mean xanadu? See them all"),
        ("statle", "Did you mean stale? See them all"),
        ("?", "See them all with: unbarred law"),
        ("", "See them all with: unbarred law"),
    ],
)
def test_a_place_that_is_not_there(asked: str, hint: str) -> None:
    with pytest.raises(UsageError) as caught:
        find_place(content.jurisdictions(), asked, ["stale"])
    assert caught.value.message == f"There is no place called {asked!r}."
    assert caught.value.hint.startswith(hint)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("clemency", Asked("clemency")),
        ("Clemency", Asked("clemency")),
        ("commutation", Asked("clemency", "commutation")),
        ("clemency/commutation", Asked("clemency", "commutation")),
        ("Who helps", Asked("help")),
    ],
)
def test_a_topic_is_found_by_key_remedy_and_heading(asked: str, found: Asked) -> None:
    root = content.jurisdictions()
    assert find(root, files.place(root, "xx"), asked) == found


@pytest.mark.parametrize(
    ("asked", "message", "hint"),
    [
        (
            "clemancy",
            "There is no topic or remedy called 'clemancy' for Xanadu.",
            "Did you mean clemency or commutation?",
        ),
        (
            "place",
            "There is no topic or remedy called 'place' for Xanadu.",
            "What we hold for it: clemency, help.",
        ),
        ("Parole", "We hold nothing on parole for Xanadu.", "What we hold for it: clemency, help."),
    ],
)
def test_a_topic_that_is_not_there(asked: str, message: str, hint: str) -> None:
    root = content.jurisdictions()
    with pytest.raises(UsageError) as caught:
        find(root, files.place(root, "xx"), asked)
    assert (caught.value.message, caught.value.hint) == (message, hint)


def test_what_reaches_down_from_above_is_a_topic_of_the_place_too() -> None:
    root = content.jurisdictions()
    assert held_topics(root, "xx-al") == ["help"]
    assert find(root, files.place(root, "xx-al"), "help") == Asked("help")


def test_facts_are_counted_by_place_and_topic_as_they_are_written(put: Put) -> None:
    put("yy/place.yml", place("Yonder"))
    found = coverage(content.jurisdictions())
    assert found == {
        "xx": {
            "clemency": Count(2, 1, 1, datetime.date(2026, 1, 2)),
            "help": Count(1, 1, 0, datetime.date(2026, 11, 21)),
        }
    }
    assert together(found["xx"].values()) == Count(3, 2, 1, datetime.date(2026, 1, 2))


@pytest.mark.parametrize(
    ("day", "older_than", "ids"),
    [
        ("2026-01-12", 10, []),
        ("2026-01-13", 10, ["two"]),
        ("2026-01-16", 10, ["two", "one"]),
        ("2026-12-31", 100_000, []),
        ("0001-01-01", 0, []),
        ("9999-12-31", 0, ["two", "one", "three"]),
    ],
)
def test_what_nobody_has_checked_for_long_the_oldest_first(day: str, older_than: int, ids: list[str]) -> None:
    found = stale(content.jurisdictions(), datetime.date.fromisoformat(day), older_than)
    assert [each.fact.id for each in found] == ids


def test_a_review_that_has_come_makes_a_fact_stale(put: Put) -> None:
    due = fact("due", checked="2026-01-20", review="2026-02-01")
    put("xx/bail.yml", topic(bail={"title": "Bail", "rules": [due]}))
    root = content.jurisdictions()
    assert stale(root, datetime.date(2026, 1, 31), 365) == []
    (found,) = stale(root, datetime.date(2026, 2, 1), 365)
    assert found.address == "xx bail/bail due"


CITED = {
    "exact": {"title": "28 C.F.R.", "pinpoint": "§ 1.2"},
    "within": {"title": "28 C.F.R.", "pinpoint": "§ 1.2(a)(1)"},
    "other-section": {"title": "28 C.F.R.", "pinpoint": "§ 1.21"},
    "other-title": {"title": "128 C.F.R.", "pinpoint": "§ 1.2"},
    "article": {"title": "Xan. Const.", "pinpoint": "art. IV, § 4"},
    "old": {"title": "Prison Rules 1999", "pinpoint": "r 28(3)"},
}


@pytest.mark.parametrize(
    ("asked", "ids"),
    [
        ("28 CFR 1.2", ["exact", "within"]),
        ("28 C.F.R. § 1.2", ["exact", "within"]),
        ("28 c.f.r. section 1.2", ["exact", "within"]),
        ("28 C.F.R. §1.2(a)", ["within"]),
        ("28 CFR", ["exact", "within", "other-section"]),
        ("C.F.R.", ["exact", "within", "other-section", "other-title"]),
        ("28 CFR 1", []),
        ("Xan Const art IV", ["article"]),
        ("xan. const. article iv section 4", ["article"]),
        ("Prison Rules 1999 rule 28", ["old"]),
        ("r 28(3)", ["old"]),
        ("", []),
        ("§", []),
    ],
)
def test_a_citation_is_found_however_it_is_written(put: Put, asked: str, ids: list[str]) -> None:
    facts = [fact(name, cite=cite) for name, cite in CITED.items()]
    put("xx/parole.yml", topic(parole={"title": "Parole", "rules": facts}))
    put("yy/place.yml", place("Yonder"))
    assert [each.fact.id for each in citing(content.jurisdictions(), asked)] == ids


def test_a_further_citation_is_found_too(put: Put) -> None:
    both = fact("both", cite={"title": "Xan. Code"}, also=[{"title": "Khan's Law", "pinpoint": "§ 3"}])
    put("xx/parole.yml", topic(parole={"title": "Parole", "rules": [both]}))
    (found,) = citing(content.jurisdictions(), "Khan's Law 3")
    assert (found.place, found.topic, found.remedy, found.section) == ("xx", "parole", "parole", "rules")
