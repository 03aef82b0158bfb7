"""`unbarred amend` changes answers of a saved session from a file, and says what that does."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def corrections(desk: Path) -> Path:
    return desk / "corrections.yml"


def test_what_is_changed_is_told_and_kept(unbarred: Any, saved: str, corrections: Path) -> None:
    corrections.write_text("answers:\n  petitioner.name.first: Rosalía\n")
    done = unbarred("amend", saved, "--answers", corrections)
    assert (done.returncode, done.stderr) == (0, "")
    assert "petitioner.name.first: Rosa became Rosalía" in done.stdout
    assert "To be answered now" not in done.stdout
    assert "Go on with: unbarred resume rosa" in done.stdout
    answers = json.loads(unbarred("review", saved, "--json").stdout)["answers"]
    assert answers["petitioner.name.first"] == "Rosalía"


def test_trying_tells_the_same_and_changes_nothing(
    unbarred: Any, saved: str, corrections: Path, home: Path
) -> None:
    journal = home / "sessions" / saved / "journal.jsonl"
    before = journal.read_bytes()
    corrections.write_text("answers:\n  has_helper: yes\n  petitioner.name.first: Ana\n")
    tried = unbarred("amend", saved, "--answers", corrections, "--dry-run", "--json")
    assert (tried.returncode, journal.read_bytes()) == (0, before)
    data = json.loads(tried.stdout)
    assert {"name": "petitioner.name.first", "before": "Rosa", "after": "Ana"} in data["changed"]
    assert json.loads(unbarred("amend", saved, "--answers", corrections, "--json").stdout) == data
    assert journal.read_bytes() != before


def test_nothing_is_changed_where_anything_is_wrong(
    unbarred: Any, saved: str, corrections: Path, home: Path
) -> None:
    journal = home / "sessions" / saved / "journal.jsonl"
    before = journal.read_bytes()
    corrections.write_text(
        "answers:\n  petitioner.name.first: Ana\n  petitioner.birthdate: soon\n  petitoner.dob: 1979-03-14\n"
    )
    done = unbarred("amend", saved, "--answers", corrections)
    assert (done.returncode, done.stdout, journal.read_bytes()) == (1, "", before)
    assert "(line 3)" in done.stderr
    assert "Ana" not in done.stderr
    told = unbarred("amend", saved, "--answers", corrections, "--json")
    assert [each["name"] for each in json.loads(told.stdout)["problems"]] == [
        "petitioner.birthdate",
        "petitoner.dob",
    ]


def test_the_same_answers_change_nothing(unbarred: Any, saved: str, rosa: Path) -> None:
    done = unbarred("amend", saved, "--answers", rosa)
    assert (done.returncode, done.stdout) == (0, "Nothing changes: these answers are the same already.\n")


def test_answers_for_another_interview_are_refused(unbarred: Any, saved: str, corrections: Path) -> None:
    corrections.write_text("interview: parole/other\nanswers:\n  petitioner.name.first: Ana\n")
    done = unbarred("amend", saved, "--answers", corrections)
    assert (done.returncode, done.stdout) == (1, "")
    assert "for parole/other, not for clemency/commutation" in done.stderr
