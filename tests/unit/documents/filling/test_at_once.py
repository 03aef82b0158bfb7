"""Many papers at once: threads and processes share what is compiled, and never an answer."""

from __future__ import annotations

import multiprocessing
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path

import pytest

from unbarred.documents import render

from .conftest import Template

PEOPLE = 40
PAPER = (
    "Of {{ name }}",
    "{%p if told %}",
    "{{ story }}",
    "{%p endif %}",
    [["Day", "What"], ["{{ day }}", "{{ what }}"]],
)


def paper_of(path: Path, number: int) -> bytes:
    """Return the paper of one person; some leave the day for later."""
    story = f"Line {number}.\n\nAnother."
    day = "" if number % 3 == 0 else f"March {number}"
    answers = {"name": f"A&B {number}", "told": number % 2, "story": story, "day": day, "what": number}
    return render(path, answers).content


@pytest.mark.parametrize(
    "executor",
    [
        lambda: ThreadPoolExecutor(8),
        lambda: ProcessPoolExecutor(2, multiprocessing.get_context("spawn")),
    ],
    ids=["threads", "processes"],
)
def test_papers_made_at_once_are_those_made_in_turn(executor: type[Executor], template: Template) -> None:
    path = template(*PAPER)
    with executor() as pool:
        # The template is new to all of them: they compile it at the same time.
        together = list(pool.map(paper_of, [path] * PEOPLE, range(PEOPLE)))
    assert together == [paper_of(path, number) for number in range(PEOPLE)]
    assert len(set(together)) == PEOPLE
