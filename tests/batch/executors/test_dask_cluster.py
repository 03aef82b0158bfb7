"""A real Dask cluster on this computer: nothing is lost, nothing is left, nothing is told."""

from __future__ import annotations

import os
import signal
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from loopback import Loopback, documented, free_port, kill, worker_of
from odd_work import SECRET, begin, content, is_gone, number_in, task, work

from unbarred.batch.executors.dask_cluster import Cluster
from unbarred.batch.executors.serial import Serial
from unbarred.batch.executors.serving import Limits
from unbarred.batch.tasks import Status, Task
from unbarred.errors import ContentError, UsageError, UserError


def test_every_outcome_is_the_one_of_a_serial_run_and_nothing_stays_there(cluster: Loopback) -> None:
    tasks = [task(number, do="files 200000") for number in range(40)]
    with Serial(work(), begin) as serial:
        expected = {each.number: each for each in serial.outcomes(tasks)}
    with Cluster(cluster.address, work(), begin) as executor:
        assert executor.carries_back
        found = list(executor.outcomes(tasks))
        assert len(list(cluster.folder.rglob("unbarred-*/content"))) == 2
    assert sorted(each.number for each in found) == sorted(expected)
    assert {each.number: each for each in found} == expected
    assert not list(cluster.folder.rglob("unbarred-*"))
    assert not [child for each in cluster.workers for child in worker_of(each).children()]


def test_workers_have_this_computers_content_and_not_their_own(
    cluster: Loopback, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = content(task(0), "")
    with Cluster(cluster.address, work(), begin) as executor:
        (outcome,) = executor.outcomes([task(0, do="content")])
    assert outcome.files["law"] == expected["law"]
    assert outcome.files["root"] != expected["root"]
    assert Path(os.fsdecode(outcome.files["root"])).is_relative_to(cluster.folder)


def test_nothing_that_goes_wrong_with_a_row_tells_an_answer(cluster: Loopback, tmp_path: Path) -> None:
    doings = ["fail", "say", "kill", "allocate 900", "sleep 60", f"kill {tmp_path / 'mark'}", ""]
    limits = Limits(seconds=1, megabytes=300)
    with Cluster(cluster.address, work(), begin, limits) as executor:
        tasks = [task(number, do=doing) for number, doing in enumerate(doings)]
        found = {each.number: each for each in executor.outcomes(tasks)}
        assert SECRET not in cluster.kept()
    assert [found[number].status.value for number in range(7)] == [
        *("failed", "made", "failed", "failed", "failed", "made", "made")
    ]
    assert SECRET not in "".join(each.why for each in found.values())
    assert "ValueError in odd_work.py" in found[0].why
    assert "Starting Worker plugin" in cluster.kept()


def test_few_tasks_are_under_way_at_a_time(cluster: Loopback) -> None:
    drawn = []

    def endless() -> Iterator[Task]:
        for number in range(10**9):
            drawn.append(number)
            yield task(number)

    with Cluster(cluster.address, work(), begin) as executor:
        outcomes = executor.outcomes(endless())
        for taken in range(30):
            next(outcomes)
            assert len(drawn) <= taken + 7
        outcomes.close()
        assert [each.number for each in executor.outcomes([task(5)])] == [5]


def test_leaving_ends_what_the_workers_are_at(cluster: Loopback, tmp_path: Path) -> None:
    pid = tmp_path / "pid"
    with Cluster(cluster.address, work(), begin) as executor:
        outcomes = executor.outcomes([task(0, do=f"start {pid}"), task(1)])
        assert next(outcomes).number == 1
        child = number_in(pid)
    assert is_gone(child)
    assert not list(cluster.folder.rglob("unbarred-*"))


def test_an_interview_that_is_faulty_is_told_as_here(cluster: Loopback) -> None:
    with (
        Cluster(cluster.address, work(refuse="yes"), begin) as executor,
        pytest.raises(ContentError, match=r"The interview is faulty\. Mend it\."),
    ):
        list(executor.outcomes([task(0)]))


def test_a_worker_that_may_write_to_its_disk_is_given_no_answer(
    cluster: Loopback,
) -> None:
    line = documented("worker").replace("SPILL=False", "SPILL=0.7")
    third = cluster.start(line)
    try:
        cluster.wait_for(3)
        with (
            pytest.raises(UserError, match=r"would write answers to its disk .*MEMORY__SPILL=False"),
            Cluster(cluster.address, work(), begin),
        ):
            pass
    finally:
        kill(third)


@pytest.mark.parametrize(
    ("change", "arguments", "why"),
    [
        (("SPILL=False", "SPILL=0.7"), {}, "would write answers to its disk"),
        (
            ("DASK_", "DASK_WITHOUT_INTERVIEW=1 DASK_"),
            {"refuse_where": "DASK_WITHOUT_INTERVIEW"},
            "is faulty",
        ),
    ],
)
def test_a_worker_that_comes_late_and_is_of_no_use_is_left_out_and_told(
    cluster: Loopback, change: tuple[str, str], arguments: dict[str, str], why: str
) -> None:
    told: list[str] = []
    found = []
    third = None
    try:
        with Cluster(cluster.address, work(**arguments), begin, tell=told.append) as executor:
            for outcome in executor.outcomes(task(number, do="sleep 0.02") for number in range(120)):
                found.append(outcome)
                if third is None:
                    third = cluster.start(documented("worker").replace(*change, 1))
                    cluster.wait_for(3)
                if len(found) == 90:
                    # Those that are of use are lost too; their guardians start others, at other addresses.
                    for each in cluster.workers:
                        worker_of(each).send_signal(signal.SIGKILL)
    finally:
        if third is not None:
            kill(third)
    assert Counter(each.number for each in found) == Counter(range(120))
    assert {each.status for each in found} == {Status.MADE}
    (sentence,) = told
    assert "is left out, and the others go on. " in sentence
    assert why in sentence


def test_where_only_workers_of_no_use_are_left_the_batch_ends_with_the_reason(cluster: Loopback) -> None:
    third = None
    arguments = {"refuse_where": "DASK_WITHOUT_INTERVIEW"}
    try:
        with (
            pytest.raises(ContentError, match=r"The interview is faulty\."),
            Cluster(cluster.address, work(**arguments), begin) as executor,
        ):
            for outcome in executor.outcomes(task(number, do="sleep 0.02") for number in range(400)):
                if outcome.number == 0:
                    third = cluster.start(
                        documented("worker").replace("DASK_", "DASK_WITHOUT_INTERVIEW=1 DASK_", 1)
                    )
                    cluster.wait_for(3)
                    for each in cluster.workers:
                        kill(each)
    finally:
        if third is not None:
            kill(third)


def test_lost_workers_lose_nothing(cluster: Loopback) -> None:
    found = []
    with Cluster(cluster.address, work(), begin) as executor:
        for outcome in executor.outcomes(task(number, do="sleep 0.01") for number in range(100)):
            found.append(outcome)
            if len(found) == 15:
                # Its guardian starts another, which joins late.
                worker_of(cluster.workers[0]).send_signal(signal.SIGKILL)
            if len(found) == 60:
                kill(cluster.workers[1])
    assert Counter(each.number for each in found) == Counter(range(100))
    assert {each.status for each in found} == {Status.MADE}


def test_a_lost_scheduler_is_one_sentence_and_what_was_done_is_there(cluster: Loopback) -> None:
    found = []
    with (
        pytest.raises(
            UserError, match=r"The scheduler at tcp://\S+ was lost\. Start it again; what is done stays done"
        ),
        Cluster(cluster.address, work(), begin) as executor,
    ):
        for outcome in executor.outcomes(task(number, do="sleep 0.01") for number in range(300)):
            found.append(outcome)
            if len(found) == 40:
                kill(cluster.scheduler)
    assert 40 <= len(found) < 300
    assert set(Counter(each.number for each in found).values()) == {1}


def test_where_nobody_answers_it_is_told_how_to_begin() -> None:
    with (
        pytest.raises(UserError, match=r"No Dask scheduler answers at tcp://\S+ Is it started\?"),
        Cluster(f"tcp://127.0.0.1:{free_port()}", work(), begin, patience=0.5),
    ):
        pass


def test_where_the_library_is_missing_it_is_told_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with (
        pytest.raises(UserError, match=r"needs the library distributed\..*\./setup --cluster"),
        Cluster("tcp://127.0.0.1:8786", work(), begin),
    ):
        pass


def test_a_scheduler_at_tls_needs_certificates() -> None:
    with (
        pytest.raises(UsageError, match="no certificates"),
        Cluster("tls://127.0.0.1:8786", work(), begin),
    ):
        pass
