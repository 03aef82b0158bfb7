"""One cluster for all tests of a process."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from loopback import Loopback


@pytest.fixture(scope="session")
def started(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Loopback]:
    loopback = Loopback(tmp_path_factory.mktemp("cluster"))
    try:
        yield loopback
    finally:
        loopback.close()


@pytest.fixture
def cluster(started: Loopback) -> Loopback:
    """A scheduler and two workers, whatever the test before has done to them."""
    started.mend()
    return started
