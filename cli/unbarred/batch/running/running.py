"""The run: from clients to records, in the order of the sheet, whatever order they are done in."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from pathlib import Path

from unbarred import private_files
from unbarred.answers.values import Plain
from unbarred.batch.clients import Client, RowProblem, Spot
from unbarred.batch.executors.protocol import Executor
from unbarred.batch.reports.records import Record
from unbarred.batch.running import fingerprints, joining, marks, naming, recognising
from unbarred.batch.running.joining import ColumnOf
from unbarred.batch.running.recognising import Shelf, State
from unbarred.batch.tasks import Outcome, Status, Task, Work
from unbarred.errors import UserError

EARLIER = "Made by an earlier run."
BY_HAND = "Made by an earlier run; changed by hand since, and left as it is."
MADE_AGAIN = "Made again: some of its files had not come to the disk whole."
STILL_THERE = "Her packet from before is still in the folder “{folder}”."
REPLACED = "Made anew, in place of the packet from before its row was mended."
_KEPT_FROM_US = (
    "The answers of this row, the interview, the law or the day are others since its packet was made, but "
    "the folder “{folder}” was changed by hand since. It was left as it is."
)
_TAKE_AWAY = "Move the folder elsewhere, and run the same command again."


class Stopped(UserError):
    """Nothing more can be written: no room, no permission, no such disk."""


@dataclass(frozen=True)
class Order:
    """What is to be made of the clients, and where."""

    work: Work
    out: Path | None
    """None if nothing is made or looked at."""
    pattern: naming.Pattern
    column_of: ColumnOf


@dataclass(frozen=True)
class _Waiting:
    """What must be known of a client once the outcome is there."""

    client: Client
    folder: str = ""
    refusal: tuple[RowProblem, ...] = ()
    note: str = ""
    """What is said if she is made."""
    before: str = ""
    """The folder that she has already."""


class Run:
    """One run over the clients; `seen` is called with each record, in the order of the sheet."""

    def __init__(self, order: Order, shelf: Shelf, seen: Callable[[Record, bool], None]) -> None:
        self._order = order
        self._shelf = shelf
        self._seen = seen
        self._fingerprint = fingerprints.of_client(fingerprints.of_work(order.work))
        self._waiting: dict[int, _Waiting] = {}
        self._ready: dict[int, tuple[Record, bool]] = {}
        self._next = 0
        self._lock = threading.Lock()

    def go(self, clients: Iterable[Client], executor: Callable[[], AbstractContextManager[Executor]]) -> None:
        """Do all of them. The executor is only asked for if there is anything to do.

        Raises `Stopped` where nothing more can be written, and what the executor raises.
        """
        tasks = self._tasks(clients)
        first = next(tasks, None)
        if first is None:
            return
        with executor() as workers:
            for outcome in workers.outcomes(itertools.chain([first], tasks)):
                self._take(outcome)

    def _tasks(self, clients: Iterable[Client]) -> Iterator[Task]:
        for number, client in enumerate(clients):
            answers = joining.plain_answers(client)
            task = self._task(number, client, answers)
            if task is not None:
                yield task

    def _task(self, number: int, client: Client, answers: dict[str, Plain]) -> Task | None:
        """Return what is to be done for a client; None if it is done already."""
        fingerprint = self._fingerprint(answers)
        name = self._shelf.folder_of(marks.digest_of_key(client.key))
        waiting = _Waiting(client)
        is_only_checked = bool(client.problems) or self._order.work.check_only
        if self._order.out is not None and name is not None and not client.problems:
            mark = marks.read(self._order.out / name)
            state = recognising.state(self._order.out / name, mark) if mark else State.TORN
            if mark and mark.fingerprint == fingerprint and state is not State.TORN:
                note = BY_HAND if state is State.CHANGED else EARLIER
                self._tell(_made_earlier(number, client, name, mark, note), is_earlier=True)
                return None
            if state is State.CHANGED:
                problem = RowProblem(f"{_KEPT_FROM_US.format(folder=name)} {_TAKE_AWAY}", client.spot)
                waiting = _Waiting(client, refusal=(problem,))
                is_only_checked = True
            else:
                is_same = mark is None or mark.fingerprint == fingerprint
                waiting = _Waiting(client, note=MADE_AGAIN if is_same else REPLACED)
        waiting = replace(waiting, before=name or "")
        if not is_only_checked:
            named = naming.Named(client.spot.row, client.key, client.answers)
            folder = name or self._shelf.new_folder(self._order.pattern.name(named))
            waiting = replace(waiting, folder=folder)
        with self._lock:
            self._waiting[number] = waiting
        return Task(number, waiting.folder, fingerprint, client.key, answers, check_only=is_only_checked)

    def _take(self, outcome: Outcome) -> None:
        with self._lock:
            waiting = self._waiting.pop(outcome.number)
        if outcome.status is Status.STOPPED:
            raise Stopped(outcome.why)
        if outcome.files and self._order.out is not None:
            _put(self._order.out / waiting.folder, outcome)
        self._tell(self._record(outcome, waiting), is_earlier=False)

    def _record(self, outcome: Outcome, waiting: _Waiting) -> Record:
        client = waiting.client
        found = joining.problems(client, outcome.faults, self._order.column_of)
        status = outcome.status
        if (found or waiting.refusal) and status is not Status.FAILED:
            status = Status.REFUSED
        is_made = status is Status.MADE
        return Record(
            number=outcome.number,
            client=client.key,
            spot=client.spot,
            status=status,
            folder=waiting.folder if is_made else "",
            problems=(*found, *waiting.refusal),
            why=outcome.why,
            note=waiting.note if is_made else _of_old(status, waiting),
            papers=outcome.papers,
            pages=outcome.pages,
            left_blank=outcome.left_blank,
            to_check=outcome.to_check if status in (Status.MADE, Status.CHECKED) else (),
            unneeded=joining.headings(client, outcome.unneeded),
            unused=client.unused,
            rows=_rows(client) if status is Status.REFUSED else (),
        )

    def _tell(self, record: Record, *, is_earlier: bool) -> None:
        """Hand on what is next in the sheet; what is early waits, no longer than the slowest row takes."""
        with self._lock:
            self._ready[record.number] = (record, is_earlier)
            while (following := self._ready.pop(self._next, None)) is not None:
                self._seen(*following)
                self._next += 1


def _made_earlier(number: int, client: Client, folder: str, mark: marks.Mark, note: str) -> Record:
    return Record(
        number=number,
        client=client.key,
        spot=client.spot,
        status=Status.MADE,
        folder=folder,
        note=note,
        papers=mark.papers,
        pages=mark.pages,
        left_blank=mark.left_blank,
        to_check=mark.to_check,
        unused=client.unused,
    )


def _of_old(status: Status, waiting: _Waiting) -> str:
    is_told = status in (Status.REFUSED, Status.FAILED) and waiting.before and not waiting.refusal
    return STILL_THERE.format(folder=waiting.before) if is_told else ""


def _rows(client: Client) -> tuple[Spot, ...]:
    """Return a spot in each row that something of hers stands in."""
    spots = (*client.spots.values(), *client.unused)
    return tuple({(each.file, each.sheet, each.row): each for each in spots}.values())


def _put(folder: Path, outcome: Outcome) -> None:
    """Put a packet that was carried back in its place; its files' names came over a network."""
    for name in outcome.files:
        if not _stays_inside(name):
            raise UserError(
                "A worker sent a file whose name leads out of its folder.", "Look at your workers."
            )
    try:
        private_files.put_folder(folder, outcome.files)
    except private_files.CannotWrite as error:
        raise Stopped(error.message, error.hint) from error


def _stays_inside(name: str) -> bool:
    parts = name.split("/")
    return not any(part in ("", ".", "..") or "\\" in part or ":" in part or "\0" in part for part in parts)
