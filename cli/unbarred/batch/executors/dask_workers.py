"""Which workers of a cluster are given tasks: all that there are, but those that refused one."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import Any

from unbarred.batch.executors import dask_checks
from unbarred.batch.executors.build import build
from unbarred.errors import UserError

LOOK = 5.0
"""Seconds between two looks at which workers there are."""


class Workers:
    """The workers that the scheduler of `client` has by now; they come and go.

    `tell` is given a sentence for each worker that is left out, once another has shown that it can do better.
    """

    def __init__(self, client: Any, tell: Callable[[str], None]) -> None:
        self._client = client
        self._tell = tell
        self._threads: dict[str, int] = {}
        self._left_out: set[str] = set()
        self._untold: list[str] = []
        self._looked = 0.0

    @property
    def threads(self) -> int:
        """How many tasks they can do at once, when they were looked at last."""
        return sum(self._threads.values())

    @property
    def only(self) -> frozenset[str] | None:
        """The addresses of those that may be given tasks; None if all may, also those that come later."""
        return frozenset(self._threads) if self._left_out else None

    def check(self, address: str, patience: float) -> None:
        """Raise `UserError` if there is none within so many seconds, or one must not be given answers."""
        from unbarred.batch.executors import dask_courier

        expected = build()
        try:
            said = self._client.run_on_scheduler(dask_courier.about_scheduler)
        except (ImportError, AttributeError) as error:
            said = error
        dask_checks.check_scheduler(said, expected)
        try:
            self._client.wait_for_workers(1, timeout=patience)
        except TimeoutError as error:
            raise UserError(
                f"The scheduler at {address} has no workers.",
                "Start one or more: docs/batch-cluster.md says how.",
            ) from error
        dask_checks.check_workers(self._about(), expected)

    def look(self, *, at_once: bool = True) -> None:
        """Ask the scheduler which there are; if not `at_once`, only if that is some time ago."""
        now = time.monotonic()
        if at_once or not self._threads or now - self._looked > LOOK:
            there = self._client.nthreads()
            self._threads = {each: there[each] for each in there if each not in self._left_out}
            self._looked = now

    def leave_out(self, address: str, why: UserError) -> None:
        """Give no more tasks to a worker; raises `why` if there is no other."""
        if address in self._left_out:
            return
        self._left_out.add(address)
        self._untold.append(f"The worker {address} is left out, and the others go on. {why}")
        self.look()
        if not self._threads:
            raise why

    def leave_out_unfit(self) -> bool:
        """Check each as when the batch began, and leave out which must be given nothing; say if any was."""
        expected = build()
        unfit: dict[str, UserError] = {}
        for address, told in self._about().items():
            try:
                dask_checks.check_workers({address: told}, expected)
            except UserError as error:
                unfit[address] = error
        new = unfit.keys() - self._left_out
        for address in new:
            self.leave_out(address, unfit[address])
        return bool(new)

    def _about(self) -> Mapping[str, Any]:
        from unbarred.batch.executors import dask_courier

        said: Mapping[str, Any] = self._client.run(dask_courier.about, on_error="return")
        return said

    def have_done_one(self) -> None:
        """Tell of those that were left out: what they lack is not lacking everywhere."""
        while self._untold:
            self._tell(self._untold.pop(0))
