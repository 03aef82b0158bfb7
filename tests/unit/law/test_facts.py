"""What a fact must say of itself, and how it is cited to a person."""

from __future__ import annotations

import datetime
import re
from fractions import Fraction
from typing import Any

import pytest
from pydantic import ValidationError

from unbarred import law
from unbarred.law.facts import Citation, DatedShares, Fact, ascending, shares_on
from unbarred.law.sections import Condition

PAGE = {"kind": "official", "href": "https://www.ny.gov/services/apply-clemency"}
CITE = {"title": "N.Y. Exec. Law", "pinpoint": "§ 15"}


def fact(**more: Any) -> Fact:
    given = {
        "id": "a-fact",
        "says": "So it is.",
        "source": PAGE,
        "checked": "2026-11-21",
        "confidence": "confirmed",
    }
    return Fact.model_validate(given | more)


@pytest.mark.parametrize(
    ("more", "line"),
    [
        ({"cite": CITE}, "N.Y. Exec. Law § 15 (checked November 21, 2026; confirmed)"),
        (
            {"cite": CITE, "also": [{"title": "N.Y. Const.", "pinpoint": "art. IV, § 4"}]},
            "N.Y. Exec. Law § 15; N.Y. Const. art. IV, § 4 (checked November 21, 2026; confirmed)",
        ),
        (
            {"cite": CITE, "verify_first": True},
            "N.Y. Exec. Law § 15 (checked November 21, 2026; check this first)",
        ),
        ({}, "www.ny.gov (checked November 21, 2026; confirmed)"),
        ({"source": PAGE | {"title": "New York"}}, "New York (checked November 21, 2026; confirmed)"),
        (
            {"source": {"kind": "memory"}, "confidence": "recalled"},
            "memory; no page was found that says so (checked November 21, 2026; recalled)",
        ),
    ],
)
def test_a_fact_is_cited_in_one_line(more: dict[str, Any], line: str) -> None:
    assert fact(**more).cited == line


def test_the_day_of_a_citation_stands_as_its_place_writes_days() -> None:
    day_first = law.remedy("gb-eaw", "parole/parole", datetime.date(2026, 11, 22))
    month_first = law.remedy("us-ny", "parole/parole", datetime.date(2026, 11, 22))
    for remedy, form in (
        (day_first, r"checked \d+ [A-Z]\w+ 20\d\d; "),
        (month_first, r"checked [A-Z]\w+ \d+, 20\d\d; "),
    ):
        assert list(remedy.facts())
        assert not [each.cited for each in remedy.facts() if not re.search(form, each.cited)]


@pytest.mark.parametrize(
    ("more", "needs"),
    [
        ({}, False),
        ({"verify_first": True}, True),
        ({"source": {"kind": "memory"}, "confidence": "recalled"}, True),
    ],
)
def test_what_needs_checking(more: dict[str, Any], needs: bool) -> None:
    assert fact(**more).needs_checking is needs


@pytest.mark.parametrize(
    "more",
    [
        {"source": {"kind": "memory"}},
        {"confidence": "recalled"},
        {"source": {"kind": "official"}},
        {"source": PAGE | {"kind": "memory"}},
        {"says": ""},
        {"checked": "2026-02-30"},
        {"confidence": "sure"},
        {"since": "2026-01-02", "until": "2026-01-01"},
        {"id": "A fact"},
        {"unheard": "of"},
    ],
)
def test_an_unsound_fact_is_refused(more: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        fact(**more)


def test_a_fact_does_not_change() -> None:
    with pytest.raises(ValidationError):
        fact().says = "So it is not."  # type: ignore[misc]


def dated(*values: tuple[str | None, str]) -> tuple[DatedShares, ...]:
    return tuple(
        DatedShares.model_validate({"since": since, "shares": {"half": share}}) for since, share in values
    )


@pytest.mark.parametrize(
    ("day", "share"),
    [("1999-12-31", None), ("2000-01-01", "1/2"), ("2009-12-31", "1/2"), ("2010-01-01", "1/3")],
)
def test_a_share_is_that_of_its_day(day: str, share: str | None) -> None:
    values = ascending(dated(("2000-01-01", "1/2"), ("2010-01-01", "1/3")))
    found = shares_on(values, datetime.date.fromisoformat(day)).get("half")
    assert found == (Fraction(share) if share else None)


def test_only_the_first_share_may_lack_a_day() -> None:
    values = dated((None, "1/2"), ("2010-01-01", "1/3"))
    assert ascending(values) == values
    assert shares_on(values, datetime.date(1900, 1, 1)) == {"half": Fraction(1, 2)}


@pytest.mark.parametrize(
    "values",
    [
        [("2010-01-01", "1/2"), ("2000-01-01", "1/3")],
        [("2010-01-01", "1/2"), ("2010-01-01", "1/3")],
        [("2010-01-01", "1/2"), (None, "1/3")],
        [(None, "1/2"), (None, "1/3")],
    ],
)
def test_days_ascend(values: list[tuple[str | None, str]]) -> None:
    with pytest.raises(ValueError, match="ascending"):
        ascending(dated(*values))


@pytest.mark.parametrize("share", ["0", "7/6", "-1/2", "half", 0.5, True])
def test_a_share_is_a_fraction_of_a_whole(share: object) -> None:
    with pytest.raises(ValidationError):
        DatedShares.model_validate({"shares": {"half": share}})


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ({}, "needs applies"),
        ({"when": "true", "from_day": "as_of"}, "not both"),
    ],
)
def test_a_condition_is_decided_one_way(more: dict[str, Any], message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        Condition.model_validate(fact().model_dump() | more)


def test_amid_a_sentence_a_comma_stands_behind_the_name_of_a_case() -> None:
    case = Citation(title="In re Dylan T.", pinpoint="65 Cal. App. 4th 765 (1998)")
    assert case.in_a_sentence == "In re Dylan T., 65 Cal. App. 4th 765 (1998)"
    assert Citation(title="Overton v. Bazzetta").in_a_sentence == "Overton v. Bazzetta"
    assert Citation(title="Cal. Rules of Court", pinpoint="rule 5.570").in_a_sentence == (
        "Cal. Rules of Court rule 5.570"
    )


@pytest.mark.parametrize(
    ("title", "pinpoint", "words"),
    [
        ("Okla. Stat. tit. 57", "§ 332.7", "Okla. Stat. tit. 57, § 332.7"),
        ("29 Miss. Admin. Code pt. 2", "r. 1.1", "29 Miss. Admin. Code pt. 2, r. 1.1"),
        (
            "First Step Act of 2018, Pub. L. 115-391",
            "§ 603",
            "First Step Act of 2018, Pub. L. 115-391, § 603",
        ),
        ("Okla. Stat. tit. 57", "", "Okla. Stat. tit. 57"),
        ("7 NYCRR", "§ 701.5", "7 NYCRR § 701.5"),
    ],
)
def test_a_comma_keeps_the_number_of_a_title_from_that_of_a_section(
    title: str, pinpoint: str, words: str
) -> None:
    cite = Citation(title=title, pinpoint=pinpoint)
    assert str(cite) == words
    assert cite.in_a_sentence == words
