"""A program watched from outside while it runs: how long, its first packet, its memory.

Only Linux says what is read here, in `/proc`.
"""

from __future__ import annotations

import contextlib
import os
import resource
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

SETTLED = 100
"""Packets, or rows, after which a worker has loaded whatever it needs."""

MB = 1e6
_PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclass
class Memory:
    """What one process held, in megabytes."""

    settled: float = 0.0
    """When the first `SETTLED` packets were there; 0 if it was not there then."""
    last: float = 0.0
    peak: float = 0.0


@dataclass
class Watched:
    """What a program did. Times in seconds from the moment it was started."""

    seconds: float = 0.0
    processor: float = 0.0
    """Seconds that processors worked for it and for what it started."""
    first_packet: float = 0.0
    """0 if it made none."""
    packets: int = 0
    status: int = 0
    said: str = ""
    """What it printed to standard output."""
    main: Memory = field(default_factory=Memory)
    workers: dict[int, Memory] = field(default_factory=dict)
    """By process; empty where the program does all of it itself."""

    @property
    def working(self) -> list[Memory]:
        """What the processes held that make packets; a server of processes that only forks counts too."""
        return list(self.workers.values()) or [self.main]

    @property
    def peak(self) -> float:
        """The most that any process that makes packets held, in megabytes."""
        return max(each.peak for each in self.working)

    @property
    def grown(self) -> float:
        """How much more than after the first packets a process held at its end, at most, in megabytes."""
        return max((each.last - each.settled for each in self.working if each.settled), default=0.0)


def watch(
    command: Sequence[str | Path],
    out: Path | None = None,
    settle_after: float = 0.0,
    *,
    on_one_core: bool = False,
) -> Watched:
    """Run `command` to its end, with all cores or with one; count the packets that come to be in `out`.

    Memory counts as settled once `SETTLED` packets are there; in a program that
    makes none, after `settle_after` seconds.
    """
    seen = Watched()
    began, worked = time.perf_counter(), _worked()
    # A pipe that nobody reads meanwhile could hold the program up.
    with (
        tempfile.TemporaryFile("w+", encoding="utf-8") as said,
        _started([*map(str, command)], said, 1 if on_one_core else None) as program,
    ):
        is_settled = False
        while program.poll() is None:
            if out is not None:
                seen.packets = packets_in(out)
            now = time.perf_counter() - began
            if seen.packets and not seen.first_packet:
                seen.first_packet = now
            _look(seen, program.pid, settle=not is_settled)
            is_settled = is_settled or (now >= settle_after if out is None else seen.packets >= SETTLED)
            # Looking takes some of what is measured.
            time.sleep(0.01 if out is not None and not seen.packets else 0.1 if not is_settled else 0.5)
        seen.seconds, seen.processor = time.perf_counter() - began, _worked() - worked
        said.seek(0)
        seen.said = said.read()
    seen.status = program.returncode
    if out is not None:
        seen.packets = packets_in(out)
    return seen


def _started(command: Sequence[str], said: IO[str], cores: int | None) -> subprocess.Popen[bytes]:
    """Start a program that has so many cores, with all that it starts; None for all there are."""
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, set(sorted(before)[:cores]))
    try:
        return subprocess.Popen(command, stdout=said)
    finally:
        os.sched_setaffinity(0, before)


def packets_in(out: Path) -> int:
    """Return how many folders there are in `out`; those that are still being made are hidden."""
    try:
        with os.scandir(out) as found:
            return sum(each.is_dir() and each.name[0] not in "._" for each in found)
    except FileNotFoundError:
        return 0


def memory() -> float:
    """Return the memory that this process has now, in megabytes."""
    return _pages(os.getpid()) * _PAGE / MB


def _worked() -> float:
    """Return the seconds that processors have worked for programs that were started here and have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _look(seen: Watched, main: int, *, settle: bool) -> None:
    for process in [main, *_below(main)]:
        with contextlib.suppress(OSError, ValueError, IndexError, StopIteration):
            held = _pages(process) * _PAGE / MB
            if not held:
                # It has ended, and nobody has taken note of it.
                continue
            known = seen.main if process == main else seen.workers.setdefault(process, Memory())
            known.last = held
            known.peak = max(known.peak, known.last, _highest(process))
            if settle:
                known.settled = known.last


def _below(process: int) -> Iterator[int]:
    """Yield the processes that `process` started, and theirs."""
    for listed in Path(f"/proc/{process}/task").glob("*/children"):
        with contextlib.suppress(OSError):
            for child in map(int, listed.read_text(encoding="ascii").split()):
                yield child
                yield from _below(child)


def _pages(process: int) -> int:
    return int(Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1])


def _highest(process: int) -> float:
    lines = Path(f"/proc/{process}/status").read_text(encoding="utf-8", errors="replace").splitlines()
    return next(int(line.split()[1]) * 1024 / MB for line in lines if line.startswith("VmHWM"))
