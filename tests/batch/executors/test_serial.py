"""The executor without workers does the same, one after the other."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from odd_work import begin, task, work

from unbarred.batch.executors.serial import Serial
from unbarred.batch.tasks import Status, Task
from unbarred.errors import ContentError


def test_tasks_are_done_in_their_order_and_drawn_one_by_one() -> None:
    drawn = []

    def tasks() -> Iterator[Task]:
        for number in range(4):
            drawn.append(number)
            yield task(number, do="fail" if number == 1 else "files 10")

    with Serial(work(), begin) as serial:
        assert serial.carries_back
        found = []
        for outcome in serial.outcomes(tasks()):
            found.append(outcome)
            assert len(drawn) == len(found)
    assert [each.number for each in found] == [0, 1, 2, 3]
    assert [each.status for each in found] == [Status.MADE, Status.FAILED, Status.MADE, Status.MADE]
    assert found[1].why.startswith("unbarred met a fault of its own (ValueError in odd_work.py:")


def test_an_interview_that_cannot_begin_is_told_before_any_task() -> None:
    with pytest.raises(ContentError, match="The interview is faulty"), Serial(work(refuse="yes"), begin):
        pass
