"""What an interview can ask in a place is found by walking it."""

from __future__ import annotations

import datetime
import random
from pathlib import Path

import pytest
from sheets_read import DAY, asked_in

from unbarred.batch.columns.asked import Asked, Column
from unbarred.batch.columns.finding import find_asked
from unbarred.batch.columns.naming import is_about_a_list, without_numbers
from unbarred.engine import admit, load, origins
from unbarred.errors import UserError
from unbarred.screens import FieldKind
from unbarred.walking import Coverage, Curious, Ground, Manner, walk_path
from unbarred.walking.values import Taste

COMMUTATION, PARDON = "clemency/commutation", "clemency/pardon"


def names(columns: tuple[Column, ...]) -> list[str]:
    return [each.name for each in columns]


def column(asked: Asked, name: str) -> Column:
    return next(each for each in asked.all_columns() if each.name == name)


@pytest.mark.parametrize(("interview", "place"), [(COMMUTATION, "us-ny"), (PARDON, "gb-eaw")])
def test_nothing_is_asked_that_has_no_column(interview: str, place: str) -> None:
    known = set(names(asked_in(interview, place).all_columns()))
    ground, coverage = Ground(load(interview), {"place": place, "as_of": DAY}), Coverage()
    asked: set[str] = set()
    for number in range(5):
        chooser = Curious(random.Random(f"others {number}"), coverage, Manner(Taste(), awkward=0.2))
        path = walk_path(ground, chooser, coverage)
        asked |= {without_numbers(field.name) for step in path.steps for field in step.screen.inputs}
    assert {name for name in asked if not is_about_a_list(name)} <= known


def test_columns_stand_in_the_order_of_the_interview() -> None:
    asked = asked_in(COMMUTATION, "us-ny")
    order = [
        "custody.start",
        "petitioner.name.first",
        "petitioner.birthdate",
        "facility_other_name",
        "has_helper",
        "helper.name_text",
        "helper_may_talk",
        "story",
        "abuse_included",
        "abuse_account",
        "health_account",
        "home",
        "reasons",
    ]
    found = names(asked.columns)
    assert sorted(order, key=found.index) == order
    assert [each.stem for each in asked.repeated][:2] == ["convictions", "appeals"]
    sections = [each.section for each in asked.columns]
    assert len(set(sections)) == sum(a != b for a, b in zip([None, *sections], sections, strict=False))


def test_what_is_asked_hangs_on_the_place() -> None:
    assert "convictions[i].consecutive" in names(asked_in(COMMUTATION, "us-ny").all_columns())
    here, there = asked_in(COMMUTATION, "us-ny"), asked_in(COMMUTATION, "ke")
    assert set(names(here.all_columns())) != set(names(there.all_columns()))
    assert there.place_name == "Kenya"


def test_it_is_known_what_must_be_answered_and_when() -> None:
    asked = asked_in(COMMUTATION, "us-ny")
    assert column(asked, "petitioner.name.first").mark == "*"
    assert column(asked, "convictions[i].offense").mark == "*"
    assert column(asked, "helper_may_talk").mark == "(*)"
    assert column(asked, "story").mark == ""
    assert column(asked, "story").always
    assert not column(asked, "abuse_account").always


def test_a_heading_is_in_plain_words_and_like_no_other() -> None:
    for asked in (asked_in(COMMUTATION, "us-ny"), asked_in(PARDON, "gb-eaw"), asked_in(PARDON, "ke")):
        for columns in (asked.columns, *(each.columns for each in asked.repeated)):
            headings = [each.heading for each in columns]
            assert len({each.casefold() for each in headings}) == len(headings)
            assert not [each for each in headings if len(each) > 90 or set("{}*_`<>\n") & set(each)]


def test_a_heading_that_names_an_answer_names_nobodys() -> None:
    asked = asked_in(COMMUTATION, "us-ny")
    assert column(asked, "convictions[i].sentence_kind").heading == "What kind of sentence did you get for …?"
    assert column(asked, "helper.phone").heading == "How can the office reach …? Phone"
    months = "What are the two numbers of the sentence for …? First number: years … and months"
    assert column(asked, "convictions[i].minimum_months").heading == months


def test_choices_are_those_of_all_ways_in_the_words_that_are_shown() -> None:
    choices = {
        each.value: each.label
        for each in column(asked_in(COMMUTATION, "us-ny"), "petitioner_pronoun").choices
    }
    assert choices == {"she": "She", "he": "He", "they": "They"}


NESTED = """
metadata: {title: Nested}
---
objects:
  - kids: DAList.using(object_type=DAObject, complete_attribute='complete')
  - told: DADict
---
mandatory: True
code: |
  kids.gather()
  told['age']
  final
---
question: Any kids?
yesno: kids.there_are_any
---
question: More kids after ${ kids[-1].name_text }?
yesno: kids.there_is_another
---
question: What is the name of your ${ ordinal(i) } kid?
fields:
  - no label: kids[i].name_text
validation code: |
  if kids[i].name_text == '…':
    validation_error('Write a name')
---
generic object: DAObject
objects:
  - x.visits: DAList.using(object_type=DAObject, complete_attribute='complete')
---
code: |
  kids[i].name_text
  kids[i].visits.gather()
  kids[i].complete = True
---
question: Did anyone visit ${ kids[i].name_text }?
yesno: kids[i].visits.there_are_any
---
question: Another visit?
yesno: kids[i].visits.there_is_another
---
question: A visit to ${ kids[i].name_text }
fields:
  - Day: kids[i].visits[j].day
    datatype: date
  - Proof: kids[i].visits[j].proof
    datatype: file
    required: False
---
code: |
  kids[i].visits[j].day
  kids[i].visits[j].complete = True
---
question: Your age?
fields:
  - Age: told['age']
    datatype: integer
---
question: Done
event: final
"""


@pytest.fixture
def nested(tmp_path: Path) -> Asked:
    file = tmp_path / "nested.yml"
    file.write_text(NESTED)
    admit(origins.find(str(file)))
    return find_asked(str(file), {"as_of": DAY})


def test_lists_within_lists_are_sheets_that_say_what_they_are_within(nested: Asked) -> None:
    kids, visits = nested.repeated
    assert (kids.stem, kids.title, kids.within) == ("kids", "Kids", ())
    assert (visits.stem, visits.title, visits.within) == ("kids[i].visits", "Visits", ("kids[i]",))
    assert names(visits.columns) == ["kids[i].visits[j].day", "kids[i].visits[j].proof"]
    assert kids.columns[0].heading == "What is the name of your … kid?"
    assert visits.columns[0].question == "A visit to …"


def test_an_entry_of_a_dictionary_is_a_column(nested: Asked) -> None:
    assert [(each.name, each.kind) for each in nested.columns] == [("told['age']", FieldKind.INTEGER)]


def test_limits_that_hang_on_no_answer_are_known() -> None:
    columns = {each.name: each for each in asked_in("clemency/commutation", "us-ny").all_columns()}
    assert columns["petitioner.birthdate"].maximum == datetime.date.fromisoformat(DAY)


def test_the_example_has_a_name_for_a_person_and_a_title_for_a_course() -> None:
    example = asked_in("clemency/commutation", "us-ny").example
    assert example["programs[0].title"] == "Welding course"
    assert example["convictions[0].court"] == "Anytown County Court"
    names = (
        "petitioner.other_names",
        "helper.name_text",
        "supporters[0].full_name",
        "children[0].first_name",
    )
    # They are different people, and nobody's other name is her own.
    assert len({"Maria Example", *(example[name] for name in names)}) == 5


def test_files_are_not_made_up_for_the_example(nested: Asked) -> None:
    assert set(nested.example) == {"kids[0].name_text", "kids[0].visits[0].day", "told['age']"}


def test_what_is_kept_under_typed_words_is_no_column(tmp_path: Path) -> None:
    file = tmp_path / "typed.yml"
    file.write_text(
        "objects:\n  - fruit: DADict\n---\nmandatory: True\ncode: |\n  fruit[kind]\n  final\n---\n"
        "question: Which fruit?\nfields:\n  - no label: kind\n---\n"
        "question: How many seeds?\nfields:\n  - no label: fruit[i]\n---\nquestion: Done\nevent: final\n"
    )
    admit(origins.find(str(file)))
    asked = find_asked(str(file), {})
    assert names(asked.all_columns()) == ["kind"]


def test_an_interview_that_asks_nothing_has_no_sheet(tmp_path: Path) -> None:
    file = tmp_path / "silent.yml"
    file.write_text("mandatory: True\nquestion: Nothing to say\n")
    admit(origins.find(str(file)))
    with pytest.raises(UserError, match="asks nothing"):
        find_asked(str(file), {})


def test_an_interview_that_cannot_begin_says_why(tmp_path: Path) -> None:
    file = tmp_path / "broken.yml"
    file.write_text(
        "mandatory: True\ncode: |\n  raise Exception('no')\n---\nquestion: x\nfields:\n  - A: a\n"
    )
    admit(origins.find(str(file)))
    with pytest.raises(UserError, match=r"broken\.yml"):
        find_asked(str(file), {})
