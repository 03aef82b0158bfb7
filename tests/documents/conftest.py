"""What tests of real papers share: one LibreOffice, started once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from unbarred.documents.office import Office, find


@pytest.fixture(scope="session")
def office() -> Iterator[Office]:
    """The LibreOffice of this computer, warm; without one the test is skipped."""
    if find() is None:
        pytest.skip("LibreOffice is not here")
    with Office() as started:
        yield started
