"""Each remedy of a place comes back for a person: likely, not yet, no, or unknown."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest
from invented_places import XANADU

from unbarred.errors import UserError
from unbarred.law.about_a_person import known_from
from unbarred.law.eligibility import Standing, standings

Put = Callable[[str, str], Path]

TODAY = datetime.date(2026, 11, 22)
FACT = (
    "cite: {title: Xan. Code, pinpoint: § 7}, "
    "source: {kind: official, title: Xanadu, href: 'https://xanadu.example'}, "
    "checked: 2026-11-22, confidence: confirmed"
)
RELEASE = f"""\
general:
  decides: the Khan
by-age:
  title: Release for age
  eligibility:
    - {{id: old, says: You are 60 or older., when: person.age >= 60, if_not: not yet, {FACT}}}
by-time:
  title: Release in time
  eligibility:
    - {{id: ten-years, says: You have served ten years., from_day: "years_after(dates.started, 10)", {FACT}}}
for-mothers:
  title: Release for mothers
  eligibility:
    - {{id: child, says: You have a child under 18., when: children.minor, {FACT}}}
never:
  title: Release of traitors
  offered: "no"
  summary:
    - {{id: none, says: Nobody is released for that., {FACT}}}
without-rules:
  title: Release by grace
  summary:
    - {{id: grace, says: The Khan may be kind., {FACT}}}
"""


@pytest.fixture
def xanadu(put: Put) -> None:
    put("xx/place.yml", XANADU)
    put("xx/release.yml", RELEASE)


def standing(**answers: object) -> dict[str, Standing]:
    given = {name.replace("__", "."): value for name, value in answers.items()}
    found = standings("xx", known_from(given, "xx", TODAY), TODAY)
    return {each.remedy.name.partition("/")[2]: each for each in found}


@pytest.mark.usefixtures("xanadu")
def test_what_is_not_known_is_never_a_no() -> None:
    found = standing()
    assert {name: each.verdict for name, each in found.items()} == {
        "by-age": "unknown",
        "by-time": "unknown",
        "for-mothers": "unknown",
        "never": "no",
    }
    assert found["by-age"].missing == ("your age",)
    assert found["for-mothers"].missing == ("whether you have a child under 18",)


@pytest.mark.usefixtures("xanadu")
def test_answers_of_any_interview_decide_what_they_can() -> None:
    answers = {
        "petitioner.birthdate": datetime.date(1966, 11, 22),
        "convictions[0].sentence_kind": "determinate",
        "convictions[0].term_years": 20,
        "custody.start": datetime.date(2017, 1, 1),
        "custody.jail_days": 0,
        "told['children.minor']": False,
        "told['nothing.we.know']": True,
        "story": "Nobody's business",
    }
    found = {
        each.remedy.name.partition("/")[2]: each
        for each in standings("xx", known_from(answers, "xx", TODAY), TODAY)
    }
    assert found["by-age"].verdict == "likely"
    assert (found["by-time"].verdict, found["by-time"].on) == ("not yet", datetime.date(2027, 1, 1))
    assert found["for-mothers"].verdict == "no"
    [against] = found["for-mothers"].against
    assert against.fact.id == "child"
    assert "Xan. Code § 7" in against.fact.cited


@pytest.mark.usefixtures("xanadu")
@pytest.mark.parametrize(
    ("born", "verdict"),
    [("1966-11-22", "likely"), ("1966-11-23", "not yet"), ("soon", "unknown"), ("", "unknown")],
)
def test_a_birthday_is_reached_on_the_day(born: str, verdict: str) -> None:
    assert standing(petitioner__birthdate=born)["by-age"].verdict == verdict


@pytest.mark.usefixtures("xanadu")
def test_an_answer_that_cannot_be_is_refused_in_words() -> None:
    answers = {"convictions[0].sentence_kind": "determinate", "convictions[0].term_years": "abc"}
    with pytest.raises(UserError, match="term_years is not a whole number"):
        known_from(answers, "xx", TODAY)


def test_numbers_of_a_rule_change_with_the_day_and_null_ends_it(put: Put) -> None:
    put("xx/place.yml", XANADU)
    put(
        "xx/release.yml",
        """\
by-time:
  title: Release in time
  eligibility:
    - id: time
      says: You have served long enough.
      from_day: years_after(dates.started, number.years)
      values:
        - {numbers: {years: 10}}
        - {since: 2020-01-01, numbers: {years: 5}}
        - {since: 2026-01-01, shares: null}
      cite: {title: Xan. Code, pinpoint: § 7}
      source: {kind: memory}
      checked: 2026-11-22
      confidence: recalled
""",
    )
    started = {"dates.started": datetime.date(2014, 6, 1)}
    days = {day: standings("xx", started, datetime.date.fromisoformat(day))[0] for day in DAYS}
    assert [each.verdict for each in days.values()] == ["not yet", "likely", "likely", "unknown"]
    assert days["2019-12-31"].on == datetime.date(2024, 6, 1)
    assert days["2026-01-01"].assessment.results == (), "from that day on there is no such rule"


DAYS = ("2019-12-31", "2020-01-01", "2025-12-31", "2026-01-01")
