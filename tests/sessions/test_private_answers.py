"""Which answers are private, in our interviews and in those of others, and by which rule they are shown."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest
from small_interviews import END, Desk

from unbarred.documents.redacting import Name, Secret
from unbarred.documents.word.reading import text_of_parts
from unbarred.errors import ContentError
from unbarred.law.redaction import Where
from unbarred.sessions.measure import Measure
from unbarred.sessions.private_answers import private_answers
from unbarred.sessions.private_names import PrivateNames
from unbarred.sessions.public_copy import make_public_copy

TODAY = datetime.date(2026, 11, 22)
WHERE: tuple[Where, ...] = ("court", "office")

USUAL = (
    """
metadata:
  title: Somebody else's petition
  private answers:
    nickname: name of a child
    court_phone_number: public
---
mandatory: True
code: |
  child.name.first
  user_birthdate
  over
---
objects:
  - child: DAObject
  - child.name: DAObject
  - user: DAObject
  - user.address: DAObject
---
id: child
question: The child
fields:
  - First name: child.name.first
  - Last name: child.name.last
  - Called: nickname
    required: False
---
id: you
question: You
fields:
  - Born: user_birthdate
    datatype: date
  - SSN: user_ssn
  - Street: user.address.address
  - Flat: user.address.unit
    required: False
  - City: user.address.city
  - State: user.address.state
  - ZIP: user.address.zip
  - Your phone: user_phone_number
  - The court's phone: court_phone_number
  - Your story: story
    input type: area
"""
    + END
)
YOU = {
    "user_birthdate": "1984-06-30",
    "user_ssn": "123-45-6789",
    "user.address.address": "12 Elm Street",
    "user.address.unit": "4B",
    "user.address.city": "Albany",
    "user.address.state": "NY",
    "user.address.zip": "12207",
    "user_phone_number": "518 555 0101",
    "court_phone_number": "518 555 0999",
    "story": "We lived at 9 Vanished Lane.",
}


@pytest.fixture
def answered(sit: Callable[..., Desk]) -> Desk:
    desk = sit(USUAL)
    desk.session.submit({"child.name.first": "Tanya", "child.name.last": "Example", "nickname": "Titi"})
    desk.session.submit(YOU)
    return desk


def told(secrets: list[Secret]) -> set[tuple[str, object]]:
    return {(each.kind, each.value) for each in secrets}


def test_an_interview_of_others_is_known_by_its_usual_names_and_by_what_it_says(answered: Desk) -> None:
    found = private_answers(answered.session, Measure("", "court", TODAY))
    assert told(found.secrets) == {
        ("name of a child", Name("Tanya", family="Example")),
        ("name of a child", Name("Titi")),
        ("date of birth", datetime.date(1984, 6, 30)),
        ("social security number", "123-45-6789"),
        ("home address", "12 Elm Street\n4B\nAlbany, NY 12207"),
        ("home address", "9 Vanished Lane"),
        ("telephone number", "518 555 0101"),
    }


PLAIN = (
    """
mandatory: True
code: |
  child1_first_name
  over
---
question: The children
fields:
  - First child: child1_first_name
  - Second child: child2_first_name
  - Her last name: child2_last_name
  - Your date of birth: user_dob
  - Born: user_birthdate
"""
    + END
)


def test_names_without_an_object_and_days_as_a_text(sit: Callable[..., Desk]) -> None:
    desk = sit(PLAIN)
    children = {
        "child1_first_name": "Tanya",
        "child2_first_name": "Luz",
        "child2_last_name": "Example",
    }
    desk.session.submit({**children, "user_dob": "June 30, 1984", "user_birthdate": "3/4/1984"})
    found = private_answers(desk.session, Measure("", "court", TODAY))
    assert told(found.secrets) == {
        ("name of a child", Name("Tanya")),
        ("name of a child", Name("Luz", family="Example")),
        ("date of birth", datetime.date(1984, 6, 30)),
        ("date of birth", datetime.date(1984, 3, 4)),
        ("date of birth", datetime.date(1984, 4, 3)),
    }


ONE_LETTER = PLAIN.replace(
    "buttons:",
    """attachments:
  - name: First letter
    filename: letter_${ child1_first_name }
    content: |
      The first child is ${ child1_first_name }.
  - name: Second letter
    filename: letter_${ child2_first_name }
    content: |
      The second child is ${ child2_first_name }.
buttons:""",
)


def test_children_with_one_initial_have_a_paper_each(sit: Callable[..., Desk], tmp_path: Path) -> None:
    desk = sit(ONE_LETTER)
    children = {"child1_first_name": "Tanya", "child2_first_name": "Titus", "child2_last_name": "Example"}
    desk.session.submit({**children, "user_dob": "June 30, 1984", "user_birthdate": "1984-06-30"})
    made = make_public_copy(desk.session, tmp_path / "public")
    files = [each.file for each in made.papers]
    assert files == ["letter_T. (public copy).docx", "letter_T. 2 (public copy).docx"]
    words = [text_of_parts((made.folder / file).read_bytes()) for file in files]
    assert "The first child is T." in words[0]
    assert "The second child is T." in words[1]


def test_what_was_left_out_is_no_secret(sit: Callable[..., Desk]) -> None:
    desk = sit(USUAL)
    desk.session.submit({"child.name.first": "Tanya", "child.name.last": "Example", "nickname": ""})
    found = private_answers(desk.session, Measure("", "court", TODAY))
    assert told(found.secrets) == {("name of a child", Name("Tanya", family="Example"))}


@pytest.mark.parametrize(
    ("name", "screen", "kind"),
    [
        ("children[0].first_name", "child i", "name of a child"),
        ("children[12].name.last", "", "name of a child"),
        ("petitioner.birthdate", "birthdate", "date of birth"),
        ("petitioner.facility_address", "facility-address", "public"),
        ("petitioner.facility_address", "own-address", "home address"),
        ("petitioner.name.first", "name", "name that stays"),
        ("home", "home", "home address in a text"),
        ("users[0].address.address", "", "home address"),
        ("trial_court.address.address", "", "public"),
        ("convictions[0].offense", "", ""),
        ("dob", "", "date of birth"),
        ("user_birthday", "", "date of birth"),
        ("phone", "", "telephone number"),
        ("users[0].mobile_phone", "", "telephone number"),
        ("contact_email", "", "e-mail address"),
        ("childhood", "", ""),
    ],
)
def test_the_kinds_of_our_own_answers(name: str, screen: str, kind: str) -> None:
    assert PrivateNames({}, "ours").kind(name, screen) == kind


def test_what_an_interview_says_itself_counts_first() -> None:
    names = PrivateNames({"children[i].first_name": "public", "*": "home address"}, "theirs")
    assert names.kind("children[3].first_name", "") == "public"
    assert names.kind("anything", "") == "home address"


def test_a_kind_that_is_none_is_said() -> None:
    with pytest.raises(
        ContentError, match=r"pet: there is no kind of private answer called name of a pet"
    ) as fault:
        PrivateNames({"pet": "name of a pet"}, "theirs")
    assert "name of a child" in fault.value.hint


def test_a_rule_of_the_place_is_followed() -> None:
    federal = Measure("us", "court", TODAY).followed("home address")
    assert (federal.shown_as, federal.binding) == ("city and state", True)
    assert federal.rule is not None
    assert str(federal.rule.cite) == "Fed. R. Crim. P. 49.1(a)(5)"


def test_a_rule_for_others_is_a_measure_and_without_one_it_is_our_caution() -> None:
    office = Measure("us-tx", "office", TODAY)
    assert (office.shown_as("name of a child"), office.followed("name of a child").binding) == (
        "withheld",
        False,
    )
    none = Measure("us-ca", "court", TODAY).followed("name of a child")
    assert (none.shown_as, none.rule, none.binding) == ("initials", None, False)
    assert Measure("", "court", TODAY).followed("date of birth").shown_as == "year"


def test_what_is_told_is_about_these_papers() -> None:
    told = {where: [each.id for each in Measure("us-ma", where, TODAY).also] for where in WHERE}
    assert told == {"court": ["parents-birth-name"], "office": ["petition-is-public"]}


BY_NAME = """
metadata:
  title: A letter
  private answers:
    home: home address in a text
---
objects:
  - child: DAObject
  - child.name: DAObject
---
mandatory: True
code: |
  child.name.first
  home
  over
---
question: The child
fields:
  - First name: child.name.first
---
question: Where does ${ child.name.first } live?
fields:
  - Place: home
    input type: area
---
event: over
question: Over
attachment:
  name: Letter
  filename: letter
  content: |
    She lives ${ home }.
"""


def test_a_question_that_calls_somebody_by_name_is_named_without_it(
    sit: Callable[..., Desk], tmp_path: Path
) -> None:
    desk = sit(BY_NAME)
    desk.session.submit({"child.name.first": "Tanya"})
    desk.session.submit({"home": "with an aunt"})
    make_public_copy(desk.session, tmp_path / "public")
    told = (tmp_path / "public" / "manifest.json").read_text(encoding="utf-8")
    assert "What you wrote under “Where does T. live?”" in told
