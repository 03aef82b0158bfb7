"""A place's rules of counting: read, inherited, faulty."""

from __future__ import annotations

import datetime
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from invented_deadlines import WEEKEND, deadline, rule, rules
from invented_places import XANADU, place
from pydantic import ValidationError

from unbarred import law
from unbarred.errors import ContentError, UsageError

Put = Callable[[str, str], Path]


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("keys", "fault"),
    [
        ({"event": "moon.rose"}, "there is no event moon.rose"),
        ({"period": -1}, "greater than or equal to 0"),
        ({"period": 1.5}, "valid integer"),
        ({"unit": "fortnights"}, "calendar days"),
        ({"unit": None}, "calendar days"),
        ({"where": "church"}, "court"),
        ({"length": 3}, "Extra inputs"),
    ],
)
def test_a_faulty_deadline_is_refused(keys: dict[str, Any], fault: str) -> None:
    with pytest.raises(ValidationError, match=fault):
        deadline(**keys)


@pytest.mark.parametrize(
    ("keys", "fault"),
    [
        ({"weekend": ({**WEEKEND, "days": ()},)}, "at least 1"),
        ({"weekend": ({**WEEKEND, "days": ("Caturday",)},)}, "Monday"),
        ({"closed_days": (rule("none", name="None"),)}, "has days or yearly"),
        ({"closed_days": (rule("none", name="None", yearly="02-30"),)}, "day is out of range"),
        ({"mail": (rule("weekend", days=3, added="to the period"),)}, "the fact id weekend is used twice"),
    ],
)
def test_faulty_rules_are_refused(keys: dict[str, Any], fault: str) -> None:
    with pytest.raises(ValidationError, match=fault):
        rules(**keys)


SEEN = "source: {kind: memory}, checked: 2026-11-21, confidence: recalled"
COUNTING = f"""\
weekend:
  - {{id: weekend, says: Closed., days: [Saturday, Sunday], holds_below: true, {SEEN}}}
holidays:
  - {{id: holidays, says: Closed., country: US, {SEEN}}}
last_day:
  - {{id: next, says: Moves., direction: [after], goes_to: next open day, holds_below: true, {SEEN}}}
"""


def ids(slug: str) -> list[str]:
    return [fact.id for fact in law.counting_rules(slug).facts()]


def test_a_place_that_does_not_say_how_it_counts_days(put: Put) -> None:
    put("xx/place.yml", XANADU)
    with pytest.raises(UsageError, match="We hold nothing on how Xanadu counts days"):
        law.counting_rules("xx")


def test_a_place_takes_from_above_only_the_rules_that_hold_below(put: Put) -> None:
    put("xx/place.yml", XANADU)
    put("xx/counting.yml", COUNTING)
    put("xx-a/place.yml", place("Alph", "xx"))
    put("xx-a-1/place.yml", place("Abora", "xx-a"))
    put("xx-a-1/counting.yml", f"first_day:\n  - {{id: own, says: So., event_day_counts: false, {SEEN}}}\n")
    assert ids("xx") == ["weekend", "holidays", "next"]
    assert ids("xx-a") == ["weekend", "next"]
    assert ids("xx-a-1") == ["weekend", "own", "next"]


@pytest.mark.parametrize("ended", ["last_day:\n", "last_day: []\n"])
def test_a_place_ends_a_rule_from_above_with_an_empty_key(put: Put, ended: str) -> None:
    put("xx/place.yml", XANADU)
    put("xx/counting.yml", COUNTING)
    put("xx-a/place.yml", place("Alph", "xx"))
    put("xx-a/counting.yml", ended)
    assert ids("xx-a") == ["weekend"]


def test_a_fault_above_is_told_where_it_stands(put: Put) -> None:
    put("xx/place.yml", XANADU)
    put("xx/counting.yml", COUNTING.replace("goes_to: next open day", "goes_to: moon"))
    put("xx-a/place.yml", place("Alph", "xx"))
    put("xx-a/counting.yml", "mail: []\n")
    with pytest.raises(ContentError, match=r"^jurisdictions/xx/counting\.yml:6:\d+: last_day\.0\.goes_to: "):
        law.counting_rules("xx-a")


@pytest.mark.parametrize(
    "text",
    [
        "- a list\n",
        "weekend: [\n",
        "weekend: Saturday\n",
        "weekend: [Saturday]\n",
        "weekend: {days: [Saturday]}\n",
        "weekends: []\n",
        "1: []\n",
        "? [a, b]\n: c\n",
        "weekend: []\nweekend: []\n",
        COUNTING.replace("id: holidays", "id: weekend"),
        COUNTING.replace("country: US", "country: [US]"),
        COUNTING.replace("2026-11-21", "2026-11-31"),
        COUNTING.replace("kind: memory", "kind: official"),
    ],
)
def test_a_faulty_file_is_told_in_words(put: Put, text: str) -> None:
    put("xx/place.yml", XANADU)
    put("xx/counting.yml", text)
    with pytest.raises(ContentError, match=r"^jurisdictions/xx/counting\.yml:\d+:\d+: .+"):
        law.counting_rules("xx")


def test_counting_rules_are_no_remedies(put: Put) -> None:
    put("xx/place.yml", XANADU)
    put("xx/counting.yml", COUNTING)
    assert law.places("counting/weekend") == ()


def test_a_remedy_has_its_deadlines(put: Put) -> None:
    put("xx/place.yml", XANADU)
    put(
        "xx/clemency.yml",
        f"""\
commutation:
  title: Commutation
  addressee: {{title: Khan, salutation: "Dear Khan:", fact: {{id: khan, says: He decides., {SEEN}}}}}
  office: {{name: Dome, fact: {{id: dome, says: Write there., {SEEN}}}}}
  deadlines:
    - id: again
      says: You can ask again after a year.
      to_do: ask again
      period: 1
      unit: years
      event: denial.received
      where: office
      until: 2026-12-31
      {SEEN.replace(", ", chr(10) + "      ")}
""",
    )
    now, later = (
        law.remedy("xx", "clemency/commutation", day(each)) for each in ("2026-11-21", "2027-01-01")
    )
    assert [each.id for each in now.deadlines] == ["again"]
    assert "again" in [fact.id for fact in now.to_check]
    assert later.deadlines == ()


def test_holidays_are_loaded_only_to_count() -> None:
    script = (
        "import sys, unbarred.law as law\n"
        "rules = law.counting_rules('us-ny')\n"
        "import unbarred.law.deadlines\n"
        "sys.exit('holidays' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
