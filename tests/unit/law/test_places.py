"""Places on the shelf: what is there, what is not, and what a fault in a file says."""

from __future__ import annotations

import datetime
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from invented_places import XANADU, place

from unbarred import law
from unbarred.errors import ContentError, ExitCode, UsageError

Put = Callable[[str, str], Path]

TODAY = datetime.date(2026, 11, 21)

RECALLED = "source: {kind: memory}, checked: 2026-11-21, confidence: recalled"
COMMUTATION = f"""\
commutation:
  title: Commutation
  addressee: {{title: Khan, salutation: "Dear Khan:", fact: {{id: khan, says: He decides., {RECALLED}}}}}
  office: {{name: Dome, fact: {{id: dome, says: Write there., {RECALLED}}}}}
  fee:
    - {{id: fee, says: It is free., {RECALLED}}}
"""


def refused(slug: str, name: str = "clemency/commutation") -> UsageError:
    with pytest.raises(UsageError) as caught:
        law.remedy(slug, name, TODAY)
    assert caught.value.code is ExitCode.USAGE
    return caught.value


def faulty(name: str = "clemency/commutation") -> str:
    with pytest.raises(ContentError) as caught:
        law.remedy("xx", name, TODAY)
    assert caught.value.code is ExitCode.CONTENT
    return str(caught.value)


def test_importing_the_law_is_cheap() -> None:
    script = (
        "import sys, unbarred.law, unbarred.law.interview\n"
        "heavy = {'pydantic', 'yaml', 'cel', 'docassemble', 'docx', 'lxml'} & set(sys.modules)\n"
        "sys.exit(', '.join(heavy) or None)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_law_can_be_loaded_before_it_is_asked() -> None:
    script = (
        "import sys, unbarred.law\n"
        "unbarred.law.preload()\n"
        "before = set(sys.modules)\n"
        "from unbarred.law.interview import *\n"
        "import datetime\n"
        "today = datetime.date(2026, 11, 21)\n"
        "found = reckon('us-ny', [{'sentence_kind': 'life'}], {'start': today, 'jail_days': 0}, today)\n"
        "remedy('us-ny', 'clemency/commutation', today).assess(facts_for(found))\n"
        "late = {name for name in {*sys.modules} - before if name.split('.')[0] in ('pydantic', 'cel')}\n"
        "sys.exit(', '.join(late) or None)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_places_that_have_a_remedy() -> None:
    assert {"us", "us-ny"} <= {place.slug for place in law.places("clemency/commutation")}
    assert law.places("clemency/absolution") == ()
    assert {place.slug for place in law.places()} >= {"us", "us-ny"}


@pytest.mark.parametrize(
    ("asked", "hint"),
    [("us-nyc", "Did you mean us-ny"), ("US-NY", "Did you mean us-ny"), ("new york", "Write us-ny.")],
)
def test_an_unknown_place_gets_the_nearest(asked: str, hint: str) -> None:
    error = refused(asked)
    assert error.message == f"There is no place called {asked!r}."
    assert hint in error.hint


def test_a_place_like_no_other_gets_them_all() -> None:
    assert "The places are" in refused("qqqq").hint


def test_a_misspelt_remedy_gets_the_nearest() -> None:
    assert refused("us-ny", "clemency/comutation").hint.startswith("Did you mean clemency/commutation")


def test_a_place_without_the_remedy_names_those_that_have_it(put: Put) -> None:
    put("xx/place.yml", XANADU)
    put("yy/place.yml", place("Ylem"))
    put("yy/clemency.yml", COMMUTATION)
    error = refused("xx")
    assert error.message == "We hold nothing about clemency/commutation for Xanadu."
    assert error.hint == "It is there for yy (Ylem)."


@pytest.mark.parametrize(
    "name", ["place/name", "clemency", "clemency/", "../yy/clemency", "help/commutation"]
)
def test_what_is_no_remedy_is_none(name: str) -> None:
    assert "We hold nothing about" in refused("us-ny", name).message


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (
            "  office: {name: Dome,",
            "  ofice: {}\n  office: {name: Dome,",
            "clemency.yml:4:3: commutation.ofice: there is no such key. Take it out, or correct",
        ),
        (
            "says: It is free., ",
            "",
            "jurisdictions/xx/clemency.yml:6:7: commutation.fee.0.says: the key is missing. Add it.",
        ),
        (
            "says: It is free.",
            "says: It is free, really, colour: red",
            "jurisdictions/xx/clemency.yml:6:35: commutation.fee.0.really: ",
        ),
        (
            "id: fee",
            "id: khan",
            "clemency.yml:1:1: commutation: the fact id khan is used twice. Correct the value.",
        ),
        (
            "id: fee",
            "id: The Fee",
            "clemency.yml:6:8: commutation.fee.0.id: an id has small letters, figures and single hyphens",
        ),
    ],
)
def test_a_fault_names_file_line_key_and_how_to_mend_it(put: Put, old: str, new: str, says: str) -> None:
    put("xx/place.yml", XANADU)
    put("xx/clemency.yml", COMMUTATION.replace(old, new))
    assert says in faulty()


def test_more_faults_than_one_are_counted(put: Put) -> None:
    put("xx/place.yml", XANADU)
    put(
        "xx/clemency.yml",
        COMMUTATION.replace("title: Commutation", "titel: Commutation").replace("fee:", "fees:"),
    )
    assert "(1 more in this file)" in faulty()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("- one\n", "jurisdictions/xx/clemency.yml:1:1: This file must hold keys with values."),
        ("commutation: yes\n", "commutation: this must have keys of its own"),
        ("commutation: [\n", "jurisdictions/xx/clemency.yml:2:1: This is not YAML"),
    ],
)
def test_a_file_of_the_wrong_shape(put: Put, text: str, says: str) -> None:
    put("xx/place.yml", XANADU)
    put("xx/clemency.yml", text)
    assert says in faulty()


def test_a_parent_that_is_not_there_is_a_fault(put: Put) -> None:
    put("xx/place.yml", place("Xanadu", "zz"))
    assert (
        "jurisdictions/xx/place.yml:6:1: parent: there is no place called zz. The places are xx." in faulty()
    )


def test_a_place_writes_as_those_above_it_do_and_has_everything_else_for_itself(put: Put) -> None:
    put("xx/place.yml", XANADU + "spelling: british\ndays: day first\nremand: dungeon time\n")
    put("xx-a/place.yml", place("Alph", "xx") + "days: month first\n")
    put("xx-a-1/place.yml", place("Abora", "xx-a"))
    found = law.place("xx-a")
    assert (found.name, found.slug, found.parent) == ("Alph", "xx-a", "xx")
    assert (found.spelling, found.days, found.remand) == ("british", "month first", "jail time credit")
    nearest = law.place("xx-a-1")
    assert (nearest.parent, nearest.spelling, nearest.days) == ("xx-a", "british", "month first")


def test_a_place_cannot_be_its_own_parent(put: Put) -> None:
    put("xx/place.yml", place("Xanadu", "xx-a"))
    put("xx-a/place.yml", place("Alph", "xx"))
    with pytest.raises(ContentError, match=r"xx-a/place\.yml:6:1: parent: xx comes to be its own parent"):
        law.place("xx")


def test_a_remedy_above_is_not_that_of_a_place_below(put: Put) -> None:
    put("xx/place.yml", XANADU)
    put("xx/clemency.yml", COMMUTATION)
    put("xx-a/place.yml", place("Alph", "xx"))
    assert refused("xx-a").hint == "It is there for xx (Xanadu)."


def test_a_remedy_that_holds_below_is_inherited_fact_by_fact(put: Put) -> None:
    put("xx/place.yml", XANADU)
    put("xx/clemency.yml", COMMUTATION + "  holds_below: true\n")
    put("xx-a/place.yml", place("Alph", "xx"))
    put("xx-a/clemency.yml", f"commutation:\n  fee:\n    - {{id: fee, says: It costs., {RECALLED}}}\n")
    put("xx-b/place.yml", place("Bee", "xx"))
    assert [place.slug for place in law.places("clemency/commutation")] == ["xx", "xx-a", "xx-b"]
    own, silent = (
        law.remedy("xx-a", "clemency/commutation", TODAY),
        law.remedy("xx-b", "clemency/commutation", TODAY),
    )
    assert (own.fee[0].says, own.office.name, own.place.name) == ("It costs.", "Dome", "Alph")
    assert (silent.fee[0].says, silent.place.name) == ("It is free.", "Bee")


def test_a_remedy_that_holds_below_holds_two_steps_below(put: Put) -> None:
    put("xx/place.yml", XANADU)
    put("xx/clemency.yml", COMMUTATION + "  holds_below: true\n")
    put("xx-a/place.yml", place("Alph", "xx"))
    put("xx-a-1/place.yml", place("Abora", "xx-a"))
    assert law.remedy("xx-a-1", "clemency/commutation", TODAY).office.name == "Dome"


def test_who_helps_above_helps_below_only_if_it_says_so(put: Put) -> None:
    listed = "".join(
        f"- {{name: {name}, does: help, for_whom: all, topics: [{topic}], reaches_below: {below}, "
        f"fact: {{id: {name.lower()}, says: Helps., {RECALLED}}}}}\n"
        for name, topic, below in [
            ("Wide", "clemency", "true"),
            ("Narrow", "clemency", "false"),
            ("Other", "parole", "true"),
        ]
    )
    put("xx/place.yml", XANADU)
    put("xx/help.yml", listed)
    put("xx-a/place.yml", place("Alph", "xx"))
    put("xx-a/clemency.yml", COMMUTATION)
    assert [each.name for each in law.remedy("xx-a", "clemency/commutation", TODAY).help] == ["Wide"]


def test_a_fact_is_there_only_while_it_holds(put: Put) -> None:
    put("xx/place.yml", XANADU)
    put(
        "xx/clemency.yml",
        COMMUTATION.replace("says: It is free.", "since: 2020-01-01, until: 2025-12-31, says: Free"),
    )
    on = {
        day: law.remedy("xx", "clemency/commutation", day).fee
        for day in map(datetime.date.fromisoformat, DAYS)
    }
    assert [len(fee) for fee in on.values()] == [0, 1, 1, 0]


DAYS = ["2019-12-31", "2020-01-01", "2025-12-31", "2026-01-01"]


def test_a_place_that_does_not_say_how_it_counts_time_has_no_rules(put: Put) -> None:
    put("xx/place.yml", XANADU)
    assert list(law.time_rules("xx").facts()) == []
    assert law.facilities("xx") == ()
