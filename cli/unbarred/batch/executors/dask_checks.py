"""What a cluster must be before any answer goes there: reached safely, alike everywhere, its disks unused."""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from unbarred.errors import UsageError, UserError

_GUIDE = "docs/batch-cluster.md"
INSTALL = "Install it with: ./setup --cluster   (or: pip install distributed)"


def check_address(address: str) -> None:
    """Raise `UsageError` if `address` is no scheduler's, or answers would travel to it unencrypted."""
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        host, port, parts = "", None, urlsplit("")
    if parts.scheme not in ("tcp", "tls") or not host or port is None or parts.path not in ("", "/"):
        raise UsageError(
            "This is no address of a Dask scheduler.",
            "It looks like tcp://127.0.0.1:8786 or tls://desk.example:8786.",
        )
    if parts.scheme == "tcp" and not is_here(host):
        raise UsageError(
            f"Answers would travel unencrypted to {host}.",
            f"Use tls:// instead: {_GUIDE} says how.",
        )


def check_encryption(address: str, *, has_certificates: bool, is_required: bool) -> None:
    """Raise `UsageError` if this computer's settings for TLS do not fit `address`."""
    if address.startswith("tls://") and not has_certificates:
        raise UsageError(
            "This computer has no certificates for a scheduler at tls://.",
            f"Set DASK_DISTRIBUTED__COMM__TLS__CA_FILE and the others of {_GUIDE}.",
        )
    if address.startswith("tcp://") and is_required:
        raise UsageError(
            "This computer is set to talk to schedulers at tls:// only.",
            "Unset DASK_DISTRIBUTED__COMM__REQUIRE_ENCRYPTION to try one on this computer.",
        )


def is_here(host: str) -> bool:
    """Say whether `host` is this computer by an address that no other can reach."""
    try:
        return ipaddress.ip_address(host.partition("%")[0]).is_loopback
    except ValueError:
        return host.casefold() == "localhost"


def check_workers(said: Mapping[str, Any], expected: Mapping[str, str]) -> None:
    """Raise `UserError` for the first worker that must not be given answers.

    `said` has what `about` returned on each worker, or the exception it met, by address;
    `expected` is the `build` of the computer that the answers are on.
    """
    for address, told in said.items():
        check_worker_address(address)
        _check_build(
            f"The worker {address}", told if isinstance(told, BaseException) else told["build"], expected
        )
        if told["spills"]:
            raise UserError(
                f"The worker {address} would write answers to its disk when memory is short.",
                "Start it with DASK_DISTRIBUTED__WORKER__MEMORY__SPILL=False "
                f"DASK_DISTRIBUTED__WORKER__MEMORY__TARGET=False: {_GUIDE} has the whole line.",
            )


def check_worker_address(address: str) -> None:
    """Raise `UserError` if a worker is on another computer and reached unencrypted."""
    parts = urlsplit(address)
    if parts.scheme not in ("tls", "inproc") and not is_here(parts.hostname or ""):
        raise UserError(
            f"Answers would travel unencrypted to the worker {address}.",
            f"Start the scheduler and all workers with TLS: {_GUIDE} says how.",
        )


def check_scheduler(said: Any, expected: Mapping[str, str]) -> None:
    """Raise `UserError` if the scheduler has other versions; `said` is its `build`, or an exception."""
    _check_build("The scheduler", said, expected)


def _check_build(who: str, said: Any, expected: Mapping[str, str]) -> None:
    if isinstance(said, (ImportError, AttributeError)):
        raise UserError(
            f"{who} has no unbarred, or another one.",
            "Install the same as here, and start it with that Python.",
        )
    if isinstance(said, BaseException):
        raise UserError(f"{who} does not answer ({type(said).__name__}).", "Look into its log.")
    for name, version in expected.items():
        other = said.get(name, "none")
        if other != version:
            raise UserError(
                f"{who} has {name} {other}, and the computer with the answers has {version}.",
                "Install the same on both, for the papers would not be the same.",
            )
