"""Faults that show on one branch only are found, named with their place, and nothing else is."""

from __future__ import annotations

from pathlib import Path

from planted import explored, ground, only, person, template

from unbarred.walking import Ended, FailureKind


def line_of(path: Path, text: str) -> int:
    """The number of the first line of the block that holds `text`."""
    lines = path.read_text(encoding="utf-8").splitlines()
    at = next(number for number, line in enumerate(lines) if text in line)
    while lines[at - 1] != "---":
        at -= 1
    return at + 1


def test_a_sound_interview(tmp_path: Path) -> None:
    found = explored(person(tmp_path, "name"), replay=True)
    assert found.found == []
    assert found.never_taken == []
    assert found.paths == 60
    assert found.answered == 180
    assert {ended for ended, _ in found.ends} == {Ended.EXIT}
    # Three kinds of pets or none, three places, yes and no, a nickname or none.
    assert found.branches == 4 + 3 + 2 + 2


def test_a_block_that_fails_on_one_branch(tmp_path: Path) -> None:
    block = """
        ---
        code: |
          share = 1 / 0 if lives == 'between' and pets['fish'] and not is_well else 1
    """
    walked = person(tmp_path, "share", block)
    failure = only(explored(walked))
    assert failure.failure.kind is FailureKind.FAULT
    path = walked.interview.path
    assert failure.failure.where.startswith(str(path))
    assert int(failure.failure.where.rpartition(":")[2]) - line_of(path, "share = 1 / 0") in range(3)
    assert "ZeroDivisionError" in failure.failure.cause


def test_a_variable_that_is_missing_on_one_branch(tmp_path: Path) -> None:
    block = """
        ---
        code: |
          ready = True
          if 'dog' in pets.true_values() and is_well:
            leash
    """
    failure = only(explored(person(tmp_path, "ready", block)))
    assert "leash" in failure.failure.message
    assert failure.failure.kind is FailureKind.FAULT


def test_two_faults_are_told_apart(tmp_path: Path) -> None:
    block = """
        ---
        code: |
          ready = True
          if lives == 'inside':
            leash
          if lives == 'outside':
            collar
    """
    found = explored(person(tmp_path, "ready", block)).found
    assert sorted(word for each in found for word in ("leash", "collar") if word in each.failure.message) == [
        "collar",
        "leash",
    ]
    assert all(each.times > 1 for each in found)


def test_a_paper_that_cannot_be_made(tmp_path: Path) -> None:
    letter = template(tmp_path / "letter.docx", "Dear {{ name }},", "{{ work.nothing_of_that_name() }}")
    blocks = f"""
        ---
        attachment:
          name: Letter
          filename: letter
          variable name: letter
          valid formats:
            - docx
          docx template file:
            code: |
              "{letter}"
        ---
        code: |
          paper = letter if is_well else None
    """
    failure = only(explored(person(tmp_path, "paper", blocks)))
    assert failure.answers.answers["is_well"] is True
    assert failure.is_reproduced


def test_a_check_that_accepts_one_value_only(tmp_path: Path) -> None:
    text = """
        question: The code?
        fields:
          - Code: secret
        validation code: |
          if secret != 'xyzzy-49-plugh':
            validation_error("That is not the code.")
        ---
        question: Done ${ secret }
        mandatory: True
        buttons:
          - Exit: exit
    """
    failure = only(explored(ground(tmp_path, text), paths=3))
    assert failure.failure.kind is FailureKind.NO_ANSWER
    assert failure.failure.cause == "That is not the code."
    assert failure.times == 3


def test_a_check_that_accepts_what_people_type(tmp_path: Path) -> None:
    text = """
        question: Where?
        fields:
          - Number: number
          - Code: code
        validation code: |
          if not number.isdigit():
            validation_error("Digits, please.", field="number")
          if len(code) != 5:
            validation_error("Five signs, please.", field="code")
        ---
        question: Done ${ number }
        mandatory: True
        buttons:
          - Exit: exit
    """
    assert explored(ground(tmp_path, text), paths=5).found == []


def test_a_circle_is_no_fault(tmp_path: Path) -> None:
    text = """
        mandatory: True
        code: |
          while True:
            word
            undefine('word')
        ---
        question: A word?
        fields:
          - Word: word
    """
    found = explored(ground(tmp_path, text), paths=3)
    assert found.found == []
    assert {ended for ended, _ in found.ends} == {Ended.CIRCLE}


def test_a_list_without_end_reaches_the_limit(tmp_path: Path) -> None:
    text = """
        objects:
          - kids: DAList.using(there_are_any=True, object_type=DAObject, complete_attribute='name')
        ---
        mandatory: True
        code: |
          kids.gather()
        ---
        question: Name?
        fields:
          - Name: kids[i].name
        ---
        code: |
          kids.there_is_another = True
    """
    failure = only(explored(ground(tmp_path, text, limit=40), paths=2))
    assert failure.failure.kind is FailureKind.NO_END
    assert "40 screens" in failure.failure.message


def test_what_fails_at_once_is_walked_once(tmp_path: Path) -> None:
    found = explored(ground(tmp_path, "mandatory: True\ncode: |\n  1 / 0\n"))
    assert found.paths == 1
    assert only(found).shortest.steps == ()
