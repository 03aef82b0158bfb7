"""JSON Lines, folders of answer sets, and standard input."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from intake_reading import rows, table, values

from unbarred.answers import answer_file
from unbarred.answers.answer_set import AnswerSet
from unbarred.batch.intake.opening import open_intake
from unbarred.errors import UserError

NAMES = st.from_regex(r"[a-z]{1,4}", fullmatch=True).filter(
    lambda name: name not in ("as", "if", "is", "or", "in")
)
SCALARS = st.one_of(
    st.booleans(), st.integers(-(10**18), 10**18), st.from_regex(r"[a-z][a-z ]{0,6}[a-z]", fullmatch=True)
)
THINGS = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.dictionaries(NAMES, inner, min_size=1, max_size=3),
        st.lists(st.dictionaries(NAMES, inner, min_size=1, max_size=3), min_size=1, max_size=3),
    ),
    max_leaves=6,
)


def paths_in(name: str, thing: Any) -> dict[str, Any]:
    """What a person would write for each answer in nested things."""
    if isinstance(thing, dict):
        return {k: v for key, each in thing.items() for k, v in paths_in(f"{name}.{key}", each).items()}
    if isinstance(thing, list):
        return {k: v for i, each in enumerate(thing) for k, v in paths_in(f"{name}[{i}]", each).items()}
    return {name: thing}


@settings(deadline=None, max_examples=40)
@given(st.lists(st.dictionaries(NAMES, THINGS, min_size=1, max_size=4), min_size=1, max_size=4))
def test_nested_things_become_names_of_answers(people: list[dict[str, Any]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "t.jsonl")
        path.write_text("".join(json.dumps(person) + "\n" for person in people))
        only = table(path)
        names = [heading.variable for heading in only.headings]
        got = [
            {names[i]: cell.value for i, cell in enumerate(row.cells) if cell.value is not None}
            for row in only.rows()
        ]
    assert got == [
        {k: v for key, each in person.items() for k, v in paths_in(key, each).items()} for person in people
    ]


def test_lines_are_rows_and_keep_their_numbers(tmp_path: Path) -> None:
    path = tmp_path / "t.jsonl"
    path.write_text('{"client": "A", "n": 12.0, "d": 1.10, "s": ["a", 7]}\n\n{"Client": "B", "n": null}\n')
    read = rows(path)
    assert [(row.number, [cell.value for cell in row.cells]) for row in read] == [
        (1, ["A", 12, Decimal("1.10"), ["a", "7"]]),
        (3, ["B", None]),
    ]
    assert [heading.variable for heading in table(path).headings] == ["client", "n", "d", "s"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("not json", "not JSON: expecting value, at character 1"),
        ("[1]", "holds no names"),
        ('{"a": 1, "a": 2}', "'a' is written twice"),
        ('{"a": {"b": 1}, "a.b": 2}', "'a.b' is given twice"),
        ('{"a": NaN}', "NaN is not a number"),
        ('{"a": ' * 3000, "not JSON|too deep"),
    ],
)
def test_one_bad_line_spoils_no_other(tmp_path: Path, line: str, said: str) -> None:
    path = tmp_path / "t.jsonl"
    path.write_text(f'{{"client": "A"}}\n{line}\n{{"client": "C"}}\n')
    first, bad, last = rows(path)
    assert (first.fault, last.fault) == ("", "")
    assert any(each in bad.fault for each in said.split("|"))
    assert (bad.number, list(bad.cells)) == (2, [])


def test_a_list_of_json_is_told(tmp_path: Path) -> None:
    path = tmp_path / "t.json"
    path.write_text('[\n{"client": "A"}\n]')
    with pytest.raises(UserError, match="object a line"):
        open_intake([path])


def test_a_folder_of_answer_sets_needs_no_matching(tmp_path: Path) -> None:
    folder = tmp_path / "sets"
    folder.mkdir()
    answer_file.save(
        folder / "ann.yml", AnswerSet(interview="x/y", answers={"a.b": "1\n2", "n": 3, "l": ["p"]})
    )
    answer_file.save(folder / "bea.json", AnswerSet(answers={"n": None, "kids[0].age": 4}))
    (folder / "cy.yml").write_text("answers:\n  bad name: 1\n")
    (folder / "notes.txt").write_text("not an answer set")
    intake = open_intake([folder])
    [only] = intake.tables
    assert intake.is_named
    assert [heading.variable for heading in only.headings] == ["client", "a.b", "n", "l", "kids[0].age"]
    ann, bea, cy = only.rows()
    assert [cell.value for cell in ann.cells] == ["ann", "1\n2", 3, ["p"], None]
    assert [cell.value for cell in bea.cells] == ["bea", None, None, None, 4]
    assert (cy.file, cy.cells[0].value) == ("cy.yml", "cy")
    assert "is not the name of an answer" in cy.fault
    assert list(only.remarks) == [
        "sets was read as 3 answer sets.",
        "1 of 3 says to be for the interview “x/y”.",
    ]


def test_files_of_one_stem_have_keys_of_their_own(tmp_path: Path) -> None:
    for name in ("ann.yml", "ann.json"):
        answer_file.save(tmp_path / name, AnswerSet(answers={"n": 1}))
    assert [row[0] for row in values(tmp_path)] == ["ann.json", "ann.yml"]


def test_a_folder_without_answer_sets_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no answer set in this folder"):
        open_intake([tmp_path])


@pytest.mark.parametrize("content", ['{"Name": "Zoé"}\n', "Name;City\nZoé;Rom\n"])
def test_standard_input_is_found_out(content: str) -> None:
    script = (
        "from unbarred.batch.intake.opening import open_intake\n"
        "[one] = open_intake(['-']).tables\n"
        "for _ in 1, 2:\n"
        "    print([(row.number, ascii(row.cells[0].value)) for row in one.rows()], repr(one.file))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        input=content.encode(),
        capture_output=True,
        check=True,
        env=os.environ,
    )
    number = 1 if content.startswith("{") else 2
    assert done.stdout.decode().splitlines() == [f"[({number}, \"'Zo\\\\xe9'\")] ''"] * 2


def test_a_changed_file_has_another_digest(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("A,B\n1,2\n")
    [before] = open_intake([path]).sources
    path.write_text("A,B\n1,3\n")
    [after] = open_intake([path]).sources
    assert before.size == after.size == 8
    assert before.digest != after.digest
