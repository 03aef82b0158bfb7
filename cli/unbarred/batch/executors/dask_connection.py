"""Reaching a Dask scheduler: the library, the certificates, the connection, and how it breaks."""

from __future__ import annotations

import contextlib
import logging
import warnings
from collections.abc import Iterator
from typing import Any

from unbarred.batch.executors import dask_checks
from unbarred.errors import UserError

PATIENCE = 10.0
"""Seconds to wait for the scheduler, and for its first worker."""
_QUIET = ("distributed", "distributed.client", "distributed.core", "distributed.comm")


def library() -> Any:
    """Return `distributed`; raise `UserError` if it is not installed."""
    try:
        # It sets up its log when it is imported, so that comes before `quiet`.
        import distributed
    except ImportError as error:
        raise UserError("A cluster needs the library distributed.", dask_checks.INSTALL) from error
    return distributed


def connected(distributed: Any, address: str, patience: float = PATIENCE) -> Any:
    """Return a client of the scheduler at `address`; raise `UserError` if there is none to be had.

    `patience` is in seconds.
    """
    security = distributed.Security()
    try:
        told = security.get_connection_args("client")
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UserError(
            f"The certificates of this computer cannot be read ({reason}).",
            "docs/batch-cluster.md says how they are made, and where they are named.",
        ) from error
    dask_checks.check_encryption(
        address,
        has_certificates=told["ssl_context"] is not None,
        is_required=bool(told["require_encryption"]),
    )
    try:
        # It says itself, less plainly, when versions differ.
        with warnings.catch_warnings(action="ignore"):
            return distributed.Client(address, timeout=patience, set_as_default=False)
    except lost(ValueError) as error:
        same = ", with the same certificates" if told["ssl_context"] else ""
        raise UserError(
            f"No Dask scheduler answers at {address}.",
            f"Is it started{same}? docs/batch-cluster.md says how.",
        ) from error


def lost(*more: type[Exception]) -> tuple[type[Exception], ...]:
    """Return what Dask raises when the other end is gone, and `more`; a broken connection is an `OSError`."""
    from concurrent.futures import CancelledError

    return (OSError, TimeoutError, CancelledError, *more)


@contextlib.contextmanager
def quiet() -> Iterator[None]:
    """Keep Dask's log off the terminal: what matters is told in sentences."""
    loggers = [logging.getLogger(name) for name in _QUIET]
    before = [each.level for each in loggers]
    try:
        for each in loggers:
            each.setLevel(logging.CRITICAL + 1)
        yield
    finally:
        for each, level in zip(loggers, before, strict=True):
            each.setLevel(level)
