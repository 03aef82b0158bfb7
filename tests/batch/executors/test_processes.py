"""Workers on this computer: kept busy, kept to their limits, replaced when they end, gone when left."""

from __future__ import annotations

import os
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from odd_work import SECRET, begin, is_gone, number_in, task, work

from unbarred.batch.executors.processes import Processes
from unbarred.batch.executors.serving import Limits
from unbarred.batch.tasks import Outcome, Status, Task
from unbarred.errors import ContentError, UserError


@pytest.fixture(scope="module")
def two() -> Iterator[Processes]:
    with Processes(work(), 2, begin, Limits(seconds=1.0, megabytes=300)) as processes:
        yield processes


def done(processes: Processes, *tasks: Task) -> dict[int, Outcome]:
    outcomes = list(processes.outcomes(tasks))
    assert Counter(each.number for each in outcomes) == Counter(each.number for each in tasks)
    return {each.number: each for each in outcomes}


def workers() -> list[psutil.Process]:
    """The processes of this one that can still work; what is dead may not have been noticed yet."""
    alive = [each for each in psutil.Process().children() if each.status() != psutil.STATUS_ZOMBIE]
    return [each for each in alive if "serving" in " ".join(each.cmdline())]


def test_every_task_is_done_once_by_workers_that_began_once(tmp_path: Path) -> None:
    begun = tmp_path / "begun"
    with Processes(work(begun=str(begun)), 2, begin) as processes:
        found = done(processes, *(task(number, do="files 50000") for number in range(300)))
    assert {each.status for each in found.values()} == {Status.MADE}
    assert all(each.files["paper.docx"] == bytes([n % 256]) * 50000 for n, each in found.items())
    # The second may be ready only when the first has done all.
    began = begun.read_text().split()
    assert len(set(began)) == len(began) <= 2


def test_tasks_are_drawn_only_as_workers_have_room(two: Processes) -> None:
    drawn = []

    def endless() -> Iterator[Task]:
        for number in range(10**9):
            drawn.append(number)
            yield task(number)

    outcomes = two.outcomes(endless())
    for taken in range(1, 50):
        next(outcomes)
        assert len(drawn) <= taken + 4
    outcomes.close()
    assert done(two, task(7))[7].status is Status.MADE


def test_no_task_ends_in_nothing(two: Processes) -> None:
    assert done(two) == {}


def test_a_task_that_takes_too_long_is_stopped_and_costs_no_other(two: Processes) -> None:
    found = done(two, task(0, do="sleep 60"), *(task(number, do="sleep 0.05") for number in range(1, 30)))
    assert found[0].status is Status.FAILED
    assert found[0].why == "It took longer than 1 seconds and was stopped."
    assert {found[number].status for number in range(1, 30)} == {Status.MADE}


def test_what_a_stopped_task_had_started_is_stopped_with_it(two: Processes, tmp_path: Path) -> None:
    pid = tmp_path / "pid"
    assert done(two, task(0, do=f"start {pid}"))[0].status is Status.FAILED
    assert is_gone(int(pid.read_text()))


def test_an_answer_that_needs_too_much_memory_is_refused_in_a_sentence(two: Processes) -> None:
    before = {each.pid for each in workers()}
    found = done(two, task(0, do="allocate 900"), task(1, do="allocate 20"))
    assert found[0].status is Status.FAILED
    assert found[0].why == "It needs more memory than the 300 MB that a worker may take."
    assert found[1].status is Status.MADE
    assert len(before & {each.pid for each in workers()}) == 1


def test_a_worker_whose_memory_grows_makes_room_for_another() -> None:
    others = workers()
    with Processes(work(), 1, begin, Limits(grown_megabytes=20)) as processes:
        found = done(processes, *(task(number, do="leak 1") for number in range(120)))
        assert {each.status for each in found.values()} == {Status.MADE}
        assert len({each.files["pid"] for each in found.values()}) > 1
        assert len(workers()) <= len(others) + 2


def test_a_worker_that_is_killed_costs_its_task_one_attempt(two: Processes, tmp_path: Path) -> None:
    mark = tmp_path / "mark"
    found = done(two, task(0, do=f"kill {mark}"), *(task(number) for number in range(1, 20)))
    assert {each.status for each in found.values()} == {Status.MADE}


def test_a_task_that_kills_two_workers_is_given_up(two: Processes) -> None:
    found = done(two, *(task(number, do="kill" if number == 3 else "") for number in range(10)))
    assert found[3].status is Status.FAILED
    assert found[3].why.startswith("Two workers ended while they were at work on it (killed by signal 9, ")
    assert {found[number].status for number in range(10) if number != 3} == {Status.MADE}


def test_workers_that_are_killed_at_any_moment_lose_nothing(two: Processes) -> None:
    count, found = 400, []
    for outcome in two.outcomes(task(number, do="files 200000") for number in range(count)):
        found.append(outcome)
        if len(found) % 40 == 0:
            workers()[0].kill()
    assert Counter(each.number for each in found) == Counter(range(count))
    assert all(each.status is Status.MADE for each in found)


def test_a_fault_of_ours_fails_one_row_and_tells_where_without_its_words(two: Processes) -> None:
    found = done(two, task(0, do="fail"), task(1))
    assert found[0].why.startswith("unbarred met a fault of its own (ValueError in odd_work.py:")
    assert found[1].status is Status.MADE


def test_what_an_interview_prints_goes_nowhere(two: Processes, capfd: pytest.CaptureFixture[str]) -> None:
    assert done(two, task(0, do="say"))[0].status is Status.MADE
    assert capfd.readouterr() == ("", "")


def test_what_makes_every_worker_useless_is_said_once() -> None:
    with (
        pytest.raises(ContentError, match=r"The interview is faulty\. Mend it\."),
        Processes(work(refuse="yes"), 2, begin) as it,
    ):
        list(it.outcomes([task(0)]))
    with (
        pytest.raises(UserError, match=r"end before they are ready \(exit status 3\)"),
        Processes(work(end_at_once="yes"), 1, begin) as it,
    ):
        list(it.outcomes([task(0)]))


def test_leaving_ends_everything_at_once_and_leaves_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    pid, others = tmp_path / "pid", workers()
    with Processes(work(), 2, begin) as processes:
        outcomes = processes.outcomes([task(0, do=f"start {pid}"), task(1)])
        assert next(outcomes).number == 1
        child = number_in(pid)
        left = time.monotonic()
    assert time.monotonic() - left < 2
    assert workers() == others
    assert is_gone(child)
    assert list(tmp_path.iterdir()) == [pid]


@pytest.mark.skipif(sys.platform == "win32", reason="there are no groups of processes")
def test_ctrl_c_reaches_the_parent_alone_and_no_command_line_has_an_answer(two: Processes) -> None:
    outcomes = two.outcomes(task(number, do="sleep 0.2") for number in range(6))
    found = [next(outcomes)]
    for worker in workers():
        assert os.getpgid(worker.pid) != os.getpgid(0)
        assert SECRET not in " ".join(worker.cmdline()) + worker.name()
        # Somebody may still send it to all: it ends no worker, the parent decides.
        worker.send_signal(signal.SIGINT)
    found += outcomes
    assert [each.status for each in found] == [Status.MADE] * 6


def test_workers_end_when_the_one_who_started_them_is_killed(tmp_path: Path) -> None:
    script = (
        "import sys; sys.path[:0] = sys.argv[1:2]\n"
        "from odd_work import begin, task, work\n"
        "from unbarred.batch.executors.processes import Processes\n"
        "with Processes(work(), 2, begin) as it:\n"
        "    for each in it.outcomes([task(0), task(1, do='sleep 60'), task(2, do='sleep 60')]):\n"
        "        print('one', flush=True)\n"
    )
    parent = psutil.Popen(
        [sys.executable, "-c", script, str(Path(__file__).parent)],
        stdout=-1,
        env={**os.environ, "TMPDIR": str(tmp_path)},
    )
    with parent.stdout:
        assert parent.stdout.readline() == b"one\n"
        children = [each.pid for each in parent.children()]
        parent.kill()
        parent.wait()
    assert len(children) == 2
    assert all(is_gone(pid) for pid in children)
    until = time.monotonic() + 3
    while list(tmp_path.iterdir()) and time.monotonic() < until:
        time.sleep(0.02)
    assert list(tmp_path.iterdir()) == []
