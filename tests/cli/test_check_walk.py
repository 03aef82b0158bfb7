"""`unbarred check walk`, as an author and as a program sees it."""

from __future__ import annotations

import json
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

FAULTY = """
    metadata:
      title: Tools
    ---
    question: Which tool?
    field: tool
    choices:
      - rake
      - spade
    ---
    question: Is it yours?
    yesno: own
    ---
    code: |
      price = 10 / 0 if own and tool == 'spade' else 10
    ---
    mandatory: True
    question: It costs ${ price }
    buttons:
      - Exit: exit
"""


@pytest.fixture
def tools(desk: Path) -> Path:
    path = desk / "tools.yml"
    path.write_text(dedent(FAULTY), encoding="utf-8")
    return path


def test_a_failure_is_told_with_the_answers_that_lead_to_it(unbarred: Any, tools: Path, desk: Path) -> None:
    done = unbarred("check", "walk", "tools.yml", "--paths", "20", "--seed", "7", "--trust")
    assert (done.returncode, done.stderr) == (1, "")
    assert "20 paths (seed 7)" in done.stdout
    assert "tools.yml:15" in done.stdout
    assert "ZeroDivisionError" in done.stdout
    assert done.stdout.endswith("1 failure to mend.\n")
    lines = done.stdout.splitlines()
    begin = next(number for number, line in enumerate(lines) if line.startswith("     interview:"))
    answers = [line[5:] for line in lines[begin:] if line.startswith("     ")]
    (desk / "answers.yml").write_text("\n".join(answers), encoding="utf-8")
    again = unbarred("start", "tools.yml", "--answers", "answers.yml", "--trust")
    assert again.returncode == 3
    assert "ZeroDivisionError" in again.stderr


def test_for_programs(unbarred: Any, tools: Path) -> None:
    told = json.loads(unbarred("check", "walk", "tools.yml", "--paths", "20", "--json", "--trust").stdout)
    assert told["paths"] == 20
    assert told["never_taken"] == []
    assert told["branches"] == 4
    [failure] = told["failures"]
    assert failure["kind"] == "fault of the interview"
    assert failure["reproduced_by_answers"]
    assert sorted(name for step in failure["steps"] for name in step["answers"]) == ["own", "tool"]


def test_others_interviews_must_be_trusted(unbarred: Any, tools: Path) -> None:
    done = unbarred("check", "walk", "tools.yml")
    assert done.returncode == 2
    assert "give --trust" in done.stderr
    assert done.stdout == ""


def test_an_interview_that_cannot_be_read(unbarred: Any, desk: Path) -> None:
    (desk / "bad.yml").write_text("question: [", encoding="utf-8")
    assert unbarred("check", "walk", "bad.yml", "--trust").returncode == 3


def test_ours(unbarred: Any) -> None:
    done = unbarred(
        "check", "walk", "clemency/commutation", "--in", "us-ny", "--paths", "3", "--seed", "7", "--replay"
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "Nothing failed." in done.stdout
    assert "Application for commutation of sentence" in done.stdout
