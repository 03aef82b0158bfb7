"""An interview run from a file of answers: everything wrong with it is named at once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest
from small_interviews import ARGUMENTS, FAMILY, said

from unbarred.answers import answer_file
from unbarred.answers.answer_file import Notation
from unbarred.engine import load_file
from unbarred.sessions import Session, make_packet
from unbarred.sessions.export import answer_set
from unbarred.sessions.unattended import Complaint, fill, not_needed

Filled = Callable[..., tuple[Session, list[Complaint]]]

ROSA = Path(__file__).parents[2] / "examples" / "rosa-example.yml"

GOOD: dict[str, object] = {
    "first": "Ana",
    "born": "1984-06-30",
    "color": "red",
    "shade": "dark",
    "kids[0].first": "Luz",
    "kids[1].first": "Mateo",
    "story": None,
}


@pytest.fixture
def filled(tmp_path: Path) -> Filled:
    path = tmp_path / "small.yml"
    path.write_text(dedent(FAMILY), encoding="utf-8")
    interview = load_file(path)

    def filled(**changes: object) -> tuple[Session, list[Complaint]]:
        session = Session.in_memory("small", ARGUMENTS, lambda name: interview)
        given = {name: value for name, value in {**GOOD, **changes}.items() if value is not ...}
        return session, fill(session, given)

    return filled


def test_a_good_file_reaches_the_end_and_needs_no_answers_to_a_lists_own_questions(filled: Filled) -> None:
    session, complaints = filled()
    assert (session.is_over, complaints) == (True, [])
    given = {name: value for _, answers in said(session) for name, value in answers.items()}
    assert given["kids.there_are_any"] is True
    assert given["kids.there_is_another"] is False
    assert [name for name in given if name.startswith("kids[")] == ["kids[0].first", "kids[1].first"]


def test_no_items_means_there_are_none(filled: Filled) -> None:
    session, complaints = filled(**{"kids[0].first": ..., "kids[1].first": ...})
    assert (session.is_over, complaints) == (True, [])


def test_there_being_another_is_counted_and_not_believed(filled: Filled) -> None:
    assert filled(**{"kids.there_is_another": True})[1] == []
    assert filled(**{"kids.there_are_any": True, "kids.there_is_another": False})[1] == []


def test_everything_missing_wrong_and_unknown_is_named_at_once_with_its_question(filled: Filled) -> None:
    session, complaints = filled(
        **{"first": ..., "frist": "Ana", "born": "2026-02-30", "color": "green", "kids[1].first": 3.5}
    )
    assert not session.is_over
    assert [(each.name, each.question) for each in complaints] == [
        ("first", "What is your name?"),
        ("born", "What is your name?"),
        ("color", "Which color, …?"),
        ("kids[1].first", "Kid 2?"),
        ("frist", ""),
    ]
    says = {each.name: each.message for each in complaints}
    assert says["first"] == "This needs an answer: the papers cannot be made without it."
    assert says["born"].startswith("That day does not exist: February 2026 has 28 days.")
    assert says["color"] == "“green” is not one of the choices. They are: red; blue."
    assert says["kids[1].first"].startswith("This needs a text")
    assert says["frist"].startswith("No question of this interview asks for it. Did you mean first")


def test_a_question_left_out_must_be_left_out_on_purpose(filled: Filled) -> None:
    [complaint] = filled(story=...)[1]
    assert (complaint.name, complaint.question) == ("story", "What happened?")
    assert "null in a file" in complaint.message


def test_an_answer_that_this_road_does_not_ask_for_is_no_fault_but_is_told(filled: Filled) -> None:
    session, complaints = filled(color="blue")
    assert complaints == []
    assert not_needed(session, {"first": "Ana", "color": "blue", "shade": "dark"}) == ["shade"]


def test_a_name_of_another_road_is_not_called_unknown_while_the_road_is_not_known(filled: Filled) -> None:
    assert [each.name for each in filled(color="green")[1]] == ["color"]


def test_what_the_interview_itself_refuses_is_named_and_the_rest_still_looked_at(filled: Filled) -> None:
    complaints = filled(first="Mo", story=...)[1]
    assert [each.name for each in complaints] == ["shade", "story"]
    assert complaints[0] == Complaint("shade", "Which red?", "Mo does not like dark red.")


def test_a_gap_in_a_list_is_a_missing_item(filled: Filled) -> None:
    [complaint] = filled(**{"kids[1].first": ..., "kids[2].first": "Noa"})[1]
    assert (complaint.name, complaint.question) == ("kids[1].first", "Kid 2?")


HIDDEN = """
mandatory: True
code: |
  has_money
  over
---
question: Any money?
fields:
  - Any: has_money
    datatype: yesnoradio
  - How much: much
    datatype: integer
    show if: has_money
---
event: over
question: Over
buttons:
  - Exit: exit
"""


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ({"has_money": False}, []),
        ({"has_money": True, "much": 3}, []),
        ({"has_money": False, "much": None}, []),
        ({"has_money": False, "much": 3}, ["much"]),
        ({"has_money": True}, ["much"]),
        ({"has_money": "perhaps", "much": "x"}, ["has_money", "much"]),
    ],
)
def test_a_hidden_field_is_refused_an_answer_as_at_the_terminal(
    tmp_path: Path, given: dict[str, object], named: list[str]
) -> None:
    path = tmp_path / "hidden.yml"
    path.write_text(HIDDEN, encoding="utf-8")
    interview = load_file(path)
    session = Session.in_memory("hidden", ARGUMENTS, lambda name: interview)
    assert [each.name for each in fill(session, given)] == named


def test_a_kept_session_exported_and_run_again_gives_the_same_bytes(tmp_path: Path, home: Path) -> None:
    rosa = answer_file.load(ROSA)
    arguments = {"place": rosa.jurisdiction, "as_of": str(rosa.as_of)}
    kept = Session.begin(home / "sessions" / "rosa", rosa.interview, arguments)
    assert fill(kept, rosa.answers) == []
    kept.close()
    resumed = Session.resume(home / "sessions" / "rosa")
    first = make_packet(resumed, tmp_path / "first")
    for notation in Notation:
        text = answer_file.dump(answer_set(resumed), notation)
        again = answer_file.parse(text, notation, "again")
        run = Session.in_memory(again.interview, {"place": again.jurisdiction, "as_of": str(again.as_of)})
        assert fill(run, again.answers) == []
        second = make_packet(run, tmp_path / notation)
        assert [each.sha256 for each in second.papers] == [each.sha256 for each in first.papers]
        for each in first.papers:
            assert (second.folder / each.file).read_bytes() == (first.folder / each.file).read_bytes()
        assert (second.folder / "manifest.json").read_bytes() == (first.folder / "manifest.json").read_bytes()
    resumed.close()


def test_the_example_says_everything_that_an_export_says() -> None:
    rosa = answer_file.load(ROSA)
    session = Session.in_memory(rosa.interview, {"place": rosa.jurisdiction, "as_of": str(rosa.as_of)})
    assert fill(session, rosa.answers) == []
    exported = answer_set(session)
    own = {"there_are_any", "there_is_another"}
    assert {n: v for n, v in exported.answers.items() if n.rpartition(".")[2] not in own} == {
        n: v for n, v in rosa.answers.items() if n.rpartition(".")[2] not in own
    }
