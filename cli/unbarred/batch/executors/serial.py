"""Does the tasks in this very process, one after the other: for tests, and where no other can be started."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from types import TracebackType
from typing import Self

from unbarred.batch import preparing
from unbarred.batch.executors.failures import failed, own_fault, too_much_memory
from unbarred.batch.tasks import Outcome, Task, Work


class Serial:
    """An executor without workers. It keeps no time limit: nothing can stop this process from outside."""

    def __init__(
        self, work: Work, begin: Callable[[Work], Callable[[Task], Outcome]] = preparing.begin
    ) -> None:
        """Do `work`, with what `begin` makes of it; that is called when the executor is entered."""
        self.carries_back = work.out is None
        self._work = work
        self._begin = begin
        self._do: Callable[[Task], Outcome] | None = None

    def __enter__(self) -> Self:
        """Make this process ready. Raises `UserError` as `begin` does."""
        self._do = self._begin(self._work)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Forget what was made ready."""
        self._do = None

    def outcomes(self, tasks: Iterable[Task]) -> Iterator[Outcome]:
        """Do the tasks in their order; see `Executor`."""
        assert self._do is not None, "an executor is entered first"
        for task in tasks:
            try:
                outcome = self._do(task)
            except MemoryError:
                outcome = failed(task, too_much_memory(None))
            except Exception as error:  # noqa: BLE001  (one row's fault must not end the others)
                outcome = failed(task, own_fault(error))
            yield outcome
