"""What runs the tasks of a batch: in this process, in several, or on many computers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import Protocol, Self

from unbarred.batch.tasks import Outcome, Task


class Executor(Protocol):
    """Does tasks. To be entered; leaving it stops whatever still runs, at once."""

    carries_back: bool
    """Whether packets come back in the outcomes, because workers may not see this computer's folders."""

    def __enter__(self) -> Self:
        """Start the workers. Raises `UserError` if there are none to be had."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop them."""

    def outcomes(self, tasks: Iterable[Task]) -> Iterator[Outcome]:
        """Do the tasks; yield what comes of each, in any order, as soon as it is there.

        Tasks are drawn only as workers have room, and outcomes are not held: neither need fit into memory.
        A task that takes too long, or whose worker ends, is `FAILED`; all others are done all the same.
        """
