"""What a worker is given to do for one client, and what it gives back.

Both cross the border of a process, perhaps of a computer. Neither shows an answer when it is
printed, as a log or a dashboard may do.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from unbarred.answers.values import Plain


@dataclass(frozen=True)
class Work:
    """What is done for every client of a batch."""

    interview: str
    arguments: Mapping[str, str]
    """What the interview begins with: `place`, and the day as `as_of`, which is always given."""
    check_only: bool = False
    """Look for problems, make nothing."""
    pdf: bool = False
    recipients: tuple[str, ...] = ()
    """Whom the packets are sealed for (age); none leaves them open."""
    out: Path | None = None
    """The folder in which the worker itself puts the packets; None if they are carried back."""
    trusted: bool = False
    """Whether somebody else's interview may be run."""


@dataclass(frozen=True)
class Task:
    """One client. `number` counts from 0 in the order of the sheet."""

    number: int
    folder: str
    """The name of the packet's folder."""
    fingerprint: str
    """Of all that the packet depends on; hexadecimal digits."""
    key: str = field(repr=False)
    answers: Mapping[str, Plain] = field(repr=False)
    check_only: bool = False
    """Look for problems, make nothing: reading the row found some already, or its folder must stay."""


class Status(StrEnum):
    """What became of a client's row."""

    MADE = "made"
    CHECKED = "checked"
    """Nothing is wrong with it, and nothing was to be made."""
    REFUSED = "refused"
    """It has problems."""
    FAILED = "failed"
    """The worker could not do it: it took too long, ended, ran out of memory, or met a fault of ours."""
    STOPPED = "stopped"
    """It cannot be written: no room, no permission. Nothing else can be either, so the run ends."""


@dataclass(frozen=True)
class Fault:
    """A problem with one answer, as the interview found it."""

    name: str
    question: str
    message: str


@dataclass(frozen=True)
class Outcome:
    """What came of a task."""

    number: int
    status: Status
    faults: tuple[Fault, ...] = field(default=(), repr=False)
    unneeded: tuple[str, ...] = ()
    """Names of answers that the interview has, but did not ask for on this client's road."""
    papers: int = 0
    pages: int | None = None
    """Of the PDF; None if there is none."""
    left_blank: int = 0
    to_check: tuple[str, ...] = ()
    """Facts of law that must be checked before filing, in words."""
    files: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    """The packet, by the names of its files, where it is carried back."""
    why: str = ""
    """For `FAILED` and `STOPPED`: one sentence without any answer."""
