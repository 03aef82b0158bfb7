"""Where nobody reads the screens, the same is asked as where somebody does; of everyone anew."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
import worked_examples

from unbarred.engine import LoadedInterview, Run, load, load_file
from unbarred.screens import Field, Screen, ScreenKind
from unbarred.sessions.supply import Supply

TODAY = datetime.date(2026, 11, 21)

VISIT = """
metadata:
  title: A visit
---
objects:
  - guests: DAList.using(object_type=DAObject, complete_attribute='complete')
---
mandatory: True
code: |
  visitor
  first_day
  last_day
  license
  guests.gather()
  is_sure
  over
---
id: visitor
question: Who comes to ${ prison }?
fields:
  - Name: visitor
  - How she is related: relation
    default: a friend
    required: False
---
id: prison
question: In which prison is she?
fields:
  - Prison: prison
---
id: first-day
question: From which day?
fields:
  - Day: first_day
    datatype: date
    hint: ${ visitor } comes on
---
id: last-day
question: Until which day?
help: |
  ${ relation } comes.
fields:
  - Day: last_day
    datatype: date
    min: ${ first_day }
---
id: license
question: What is the number of her license?
fields:
  - Number: license
    maxlength: 12
    required: False
---
id: guest
question: Who is the ${ ordinal(i) } guest of ${ visitor }?
fields:
  - Name: guests[i].called
---
id: age
question: How old is ${ x.called }?
generic object: DAObject
fields:
  - Age: x.age
    datatype: integer
---
code: |
  guests[i].called
  guests[i].age
  guests[i].complete = True
---
id: guests-any
question: Any guests?
fields:
  - no label: guests.there_are_any
    datatype: yesnoradio
---
id: guests-another
question: Another guest?
fields:
  - no label: guests.there_is_another
    datatype: yesnoradio
---
id: sure
question: Is all of this right?
fields:
  - Answer: is_sure
    choices:
      - Yes
      - Not quite
---
event: over
id: end
question: The end
buttons:
  - Exit: exit
"""

ANN: dict[str, Any] = {
    "prison": "Alder",
    "visitor": "Ann",
    "relation": "her sister",
    "first_day": "2027-01-02",
    "last_day": "2027-01-04",
    "license": "A-1",
    "guests[0].called": "Bea",
    "guests[0].age": 7,
    "guests[1].called": "Cas",
    "guests[1].age": 9,
    "is_sure": "Yes",
}
DOT = {"prison": "Birch", "visitor": "Dot", "first_day": "2027-05-06", "last_day": "2027-05-06"}
DOT |= {"is_sure": "Not quite", "guests[0].called": "Eve", "guests[0].age": "30"}


def _visit(folder: Path, text: str = VISIT) -> LoadedInterview:
    path = folder / "visit.yml"
    path.write_text(dedent(text), encoding="utf-8")
    return load_file(path)


def _road(
    interview: LoadedInterview, answers: dict[str, Any], arguments: dict[str, str], *, worded: bool
) -> Iterator[Screen]:
    """Yield every screen that is asked of somebody with these answers."""
    run = Run(interview, arguments, worded=worded)
    supply = Supply(answers, TODAY, blank_if_missing=True)
    for _ in range(200):
        yield run.screen
        if run.screen.kind not in (ScreenKind.QUESTION, ScreenKind.NOTE):
            return
        given, problems = supply.read(run.screen)
        assert not problems
        run.answer(given)
    pytest.fail("It goes in a circle.")


def _asked(screens: Iterator[Screen]) -> list[Any]:
    return [(each.id, each.kind, [_without_marks(field) for field in each.fields]) for each in screens]


def _without_marks(field: Field) -> tuple[Any, ...]:
    limits = (field.minimum, field.maximum, field.min_length, field.max_length)
    return (field.name, field.kind, field.required, field.default, field.hint, field.choices, *limits)


def _same(interview: LoadedInterview, answers: dict[str, Any], arguments: dict[str, str]) -> list[Any]:
    read = _asked(_road(interview, answers, arguments, worded=True))
    # What is worked out at the first is used from the second on.
    for _ in range(3):
        assert _asked(_road(interview, answers, arguments, worded=False)) == read
    return read


def test_two_clients_in_turn_are_each_asked_what_she_would_be_asked_on_a_screen(tmp_path: Path) -> None:
    visit = _visit(tmp_path)
    of_ann, of_dot = _same(visit, ANN, {}), _same(visit, DOT, {})
    assert _same(visit, ANN, {}) == of_ann
    assert [screen for screen, *_ in of_ann][:4] == ["prison prison", "visitor visitor relation", *_DAYS]
    names = [field[0] for _, _, fields in of_dot for field in fields]
    assert "guests[0].age" in names
    assert "guests[1].age" not in names


_DAYS = ["first-day first_day", "last-day last_day"]


def test_nothing_of_one_client_is_kept_for_the_next(tmp_path: Path) -> None:
    visit = _visit(tmp_path)
    for answers in (ANN, DOT, ANN):
        screens = {each.id: each for each in _road(visit, answers, {}, worded=False)}
        (first,) = screens["first-day first_day"].fields
        (last,) = screens["last-day last_day"].fields
        assert first.hint == f"{answers['visitor']} comes on"
        assert last.minimum == datetime.date.fromisoformat(answers["first_day"])
        assert screens["visitor visitor relation"].fields[1].default == "a friend"


def test_a_field_begins_with_what_it_holds_or_held_before_it_was_forgotten(tmp_path: Path) -> None:
    moving = _visit(
        tmp_path,
        """
        mandatory: True
        code: |
          town
          street
          has_moved
          street
          over
        ---
        question: Town
        fields:
          - Town: town
        ---
        depends on: town
        question: Street
        fields:
          - Street: street
            default: Main Street
        ---
        question: Has she moved?
        fields:
          - no label: has_moved
            datatype: yesnoradio
          - Town: town
        ---
        event: over
        question: The end
        buttons:
          - Exit: exit
        """,
    )
    for worded in (True, False, False, False):
        run = Run(moving, {}, worded=worded)
        run.answer({"town": "Elm"})
        assert run.screen.fields[0].default == "Main Street"
        run.answer({"street": "High Street"})
        assert [field.default for field in run.screen.fields] == [None, "Elm"]
        run.answer({"has_moved": True, "town": "Oak"})
        assert run.screen.fields[0].default == "High Street"


@pytest.mark.parametrize("name", worked_examples.interviews())
def test_a_worked_example_goes_the_same_road(name: str) -> None:
    place = worked_examples.places(name)[0]
    given = worked_examples.example(name, place)
    road = _same(load(name), dict(given.answers), {"place": place, "as_of": TODAY.isoformat()})
    assert len(road) > 5
