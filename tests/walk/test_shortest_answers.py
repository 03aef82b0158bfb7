"""The answers that are printed for a failure are the fewest and simplest, and lead to it again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from planted import explored, ground, only, person

from unbarred.errors import ContentError
from unbarred.sessions import Session
from unbarred.sessions.unattended import fill
from unbarred.walking.shrinking import simpler

CONDITIONS = {
    "lives == 'outside'": {"lives": "outside"},
    "pets['fish']": {"pets": ["fish"]},
    "pets['cat'] and pets['dog']": {"pets": ["cat", "dog"]},
    "is_well": {"is_well": True},
    "is_well and lives == 'between'": {"is_well": True, "lives": "between"},
    "age > 3 and nickname != ''": {"nickname": "a", "age": 4},
}

SIMPLEST = {
    "name": "a",
    "nickname": None,
    "age": 1,
    "pets": [],
    "lives": "inside",
    "is_well": False,
    "work": "a",
}


@pytest.mark.parametrize("condition", CONDITIONS)
def test_only_what_matters_differs_from_the_simplest(tmp_path: Path, condition: str) -> None:
    block = f"""
        ---
        code: |
          ready = True
          if {condition}:
            leash
    """
    walked = person(tmp_path, "ready", block)
    failure = only(explored(walked))
    assert dict(failure.answers.answers) == SIMPLEST | CONDITIONS[condition]
    assert failure.is_reproduced
    session = Session.in_memory("planted", {}, lambda name: walked.interview)
    with pytest.raises(ContentError, match="leash"):
        fill(session, failure.answers.answers)


def test_screens_that_need_not_be_shown_are_not(tmp_path: Path) -> None:
    text = """
        mandatory: True
        code: |
          if longer:
            first
            second
          if kind == 'b':
            leash
        ---
        question: Longer?
        yesno: longer
        ---
        question: First?
        fields:
          - First: first
        ---
        question: Second?
        fields:
          - Second: second
        ---
        question: Kind?
        field: kind
        choices:
          - a
          - b
        ---
        mandatory: True
        question: Over
        buttons:
          - Exit: exit
    """
    failure = only(explored(ground(tmp_path, text)))
    assert dict(failure.answers.answers) == {"longer": False, "kind": "b"}


def test_an_awkward_text_is_cut_down_to_what_breaks(tmp_path: Path) -> None:
    block = """
        ---
        code: |
          ready = True
          if '<' in work:
            leash
    """
    failure = only(explored(person(tmp_path, "ready", block), paths=150))
    assert failure.answers.answers == SIMPLEST | {"work": "<"}


def test_items_of_a_list(tmp_path: Path) -> None:
    text = """
        objects:
          - kids: DAList.using(object_type=DAObject, complete_attribute='name')
        ---
        mandatory: True
        code: |
          kids.gather()
          if len(kids) > 1:
            leash
        ---
        question: Any?
        yesno: kids.there_are_any
        ---
        question: Name?
        fields:
          - Name: kids[i].name
        ---
        question: Another?
        yesno: kids.there_is_another
        ---
        mandatory: True
        question: Over
        buttons:
          - Exit: exit
    """
    failure = only(explored(ground(tmp_path, text)))
    assert failure.is_reproduced
    assert dict(failure.answers.answers) == {
        "kids.there_are_any": True,
        "kids[0].name": "a",
        "kids[1].name": "a",
    }


def test_a_question_that_is_asked_twice_is_told_step_by_step(tmp_path: Path) -> None:
    text = """
        mandatory: True
        code: |
          if not defined('first'):
            first = which
            undefine('which')
          if first == 'b' and which == 'a':
            leash
        ---
        question: Which?
        field: which
        choices:
          - a
          - b
        ---
        mandatory: True
        question: Over
        buttons:
          - Exit: exit
    """
    failure = only(explored(ground(tmp_path, text)))
    assert not failure.is_reproduced
    tried: list[Any] = [step.given["which"] for step in failure.shortest.steps]
    assert [*tried, failure.shortest.tried["which"]][:2] == ["b", "a"]


def test_the_same_seed_finds_the_same(tmp_path: Path) -> None:
    walked = person(tmp_path, "name")
    one, other = (explored(walked, paths=5, seed=3) for _ in range(2))
    one.seconds.clear()
    other.seconds.clear()
    assert one == other


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(min_size=1, max_size=30) | st.integers() | st.lists(st.text(max_size=3)).map(tuple))
def test_simpler_values_end(value: Any) -> None:
    steps = 0
    while (least := next(iter(simpler(value)), None)) is not None:
        value = least
        steps += 1
        assert steps < 200
