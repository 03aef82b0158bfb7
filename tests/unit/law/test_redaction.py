"""What public papers must not show: which rule counts, for whom, and when."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest
from invented_places import XANADU

from unbarred import law
from unbarred.errors import ContentError, UsageError
from unbarred.law.redaction import CAUTION, KINDS, RedactionRules, in_force, strictest

TODAY = datetime.date(2026, 11, 22)
RULES = """\
rules:
  - {id: initials, says: Initials., kinds: [name of a child], shown_as: initials, REST}
  - {id: nothing, says: Nothing., kinds: [name of a child, date of birth], shown_as: withheld, REST}
  - {id: office, says: Office., kinds: [home address], shown_as: withheld, where: [office], REST}
  - {id: old, says: Old., kinds: [account number], shown_as: last four, until: 2020-12-31, REST}
also:
  - {id: clerk, says: The clerk does not look., REST}
  - {id: open, says: Anybody may read an application., where: [office], REST}
""".replace("REST", "source: {kind: memory}, checked: 2026-11-21, confidence: recalled")

Put = Callable[[str, str], Path]


@pytest.fixture
def rules(put: Put) -> RedactionRules:
    put("xx/place.yml", XANADU)
    put("xx/redaction.yml", RULES)
    return law.redaction_rules("xx")


def test_the_stricter_of_two_rules_counts(rules: RedactionRules) -> None:
    courts = in_force(rules.rules, "court", TODAY)
    assert [each.id for each in courts] == ["initials", "nothing"]
    child = strictest(courts, "name of a child")
    assert child is not None
    assert child.id == "nothing"
    assert strictest(courts, "passport number") is None


def test_a_rule_is_for_a_court_or_an_office_and_holds_for_a_time(rules: RedactionRules) -> None:
    assert [each.id for each in in_force(rules.rules, "office", TODAY)] == ["office"]
    then = in_force(rules.rules, "court", datetime.date(2020, 6, 1))
    assert [each.id for each in then] == ["initials", "nothing", "old"]
    assert [fact.id for fact in rules.facts()] == ["initials", "nothing", "office", "old", "clerk", "open"]
    assert [note.where for note in rules.also] == [("court",), ("office",)]


def test_a_place_takes_no_rule_from_its_parent(put: Put) -> None:
    put("xx/place.yml", XANADU)
    put("xx/redaction.yml", RULES)
    put("xx-a/place.yml", XANADU + "parent: xx\n")
    assert law.redaction_rules("xx-a").rules == ()


def test_an_unknown_place_is_said(put: Put) -> None:
    put("xx/place.yml", XANADU)
    with pytest.raises(UsageError, match="no place called 'xy'"):
        law.redaction_rules("xy")


@pytest.mark.parametrize(
    ("kind", "shown"),
    [("date of birth", "initials"), ("home address", "last four"), ("name of a child", "year")],
)
def test_a_way_that_does_not_fit_the_kind_is_a_fault(put: Put, kind: str, shown: str) -> None:
    put("xx/place.yml", XANADU)
    put(
        "xx/redaction.yml",
        RULES.replace("[name of a child], shown_as: initials", f"[{kind}], shown_as: {shown}"),
    )
    with pytest.raises(ContentError, match=f"a {kind} is shown as"):
        law.redaction_rules("xx")


def test_our_own_caution_knows_every_kind() -> None:
    assert tuple(CAUTION) == KINDS
