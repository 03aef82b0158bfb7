"""Wherever a packet is made it has the same bytes: here, in another process, on a cluster."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from loopback import Loopback
from others_package import write, write_docx, write_package

from unbarred.answers.answer_file import Notation, parse
from unbarred.answers.values import Plain
from unbarred.batch.executors.dask_cluster import Cluster
from unbarred.batch.executors.processes import Processes
from unbarred.batch.executors.protocol import Executor
from unbarred.batch.executors.serial import Serial
from unbarred.batch.tasks import Outcome, Status, Task, Work

ROOT = Path(__file__).parents[3]
LONE = """
include:
  - ../shared/name.yml
---
mandatory: True
question: |
  For ${ name }
attachment:
  name: Paper
  filename: paper
  docx template file: plan.docx
"""
NAME = """
question: |
  Who is it for?
fields:
  - Name: name
"""


def rosa() -> dict[str, Plain]:
    read = parse((ROOT / "examples" / "rosa-example.yml").read_text(), Notation.YAML, "rosa")
    return {name: str(value) if isinstance(value, date) else value for name, value in read.answers.items()}


def packets(executor: Executor, answers: Mapping[str, Plain], count: int) -> dict[int, Outcome]:
    tasks = [Task(number, f"rosa-{number}", f"{number:064x}", "Rosa", answers) for number in range(count)]
    return {each.number: each for each in executor.outcomes(tasks)}


def test_our_interview(cluster: Loopback) -> None:
    work = Work("clemency/commutation", {"place": "us-ny", "as_of": "2026-11-21"})
    with Serial(work) as here:
        expected = packets(here, rosa(), 2)
    assert {each.status for each in expected.values()} == {Status.MADE}
    assert expected[0].papers >= 4
    with Cluster(cluster.address, work) as there:
        assert packets(there, rosa(), 2) == expected


@pytest.mark.parametrize("kind", ["package", "lone file"])
def test_an_interview_of_somebody_else_goes_along(cluster: Loopback, tmp_path: Path, kind: str) -> None:
    if kind == "package":
        folder = write_package(tmp_path / "theirs", tmp_path / "mark")
        interview, answers = folder / "data" / "questions" / "garden.yml", {"plant": "bean"}
    else:
        folder = write_package(tmp_path / "theirs", tmp_path / "mark") / "data"
        write(folder, {"letters/paper.yml": LONE, "shared/name.yml": NAME})
        write_docx(folder / "templates" / "plan.docx", "A paper for {{ name }}.")
        interview, answers = folder / "letters" / "paper.yml", {"name": "Ada"}
    work = Work(str(interview), {"as_of": "2026-11-21"}, trusted=True)
    with Processes(work, 1) as beside:
        expected = packets(beside, answers, 1)
    assert {each.status for each in expected.values()} == {Status.MADE}
    with Cluster(cluster.address, work) as there:
        # Workers on other computers could not read it either.
        shutil.rmtree(tmp_path / "theirs")
        assert packets(there, answers, 1) == expected
