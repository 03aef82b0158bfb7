"""Where answers may go, and where not."""

from __future__ import annotations

import pytest

from unbarred.batch.executors import dask_checks
from unbarred.batch.executors.build import build
from unbarred.errors import UsageError, UserError

HERE = "tcp://127.0.0.1:41001"


@pytest.mark.parametrize(
    "address",
    [
        "tcp://127.0.0.1:8786",
        "tcp://localhost:8786",
        "tcp://[::1]:8786",
        "tls://10.0.0.7:8786",
        "tls://desk.example:1",
    ],
)
def test_an_address_that_keeps_answers_to_itself_is_taken(address: str) -> None:
    dask_checks.check_address(address)


@pytest.mark.parametrize(
    "address", ["tcp://10.0.0.7:8786", "tcp://desk.example:8786", "tcp://[fe80::1%eth0]:8786"]
)
def test_answers_never_travel_unencrypted(address: str) -> None:
    with pytest.raises(UsageError, match=r"would travel unencrypted to .* Use tls://"):
        dask_checks.check_address(address)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "127.0.0.1:8786",
        "tcp://127.0.0.1",
        "tcp://:8786",
        "http://127.0.0.1:8786",
        "tcp://127.0.0.1:x",
        "tcp://[:1",
    ],
)
def test_what_is_no_address_is_told_with_one_that_is(address: str) -> None:
    with pytest.raises(
        UsageError, match=r"no address of a Dask scheduler\. It looks like tcp://127\.0\.0\.1:8786"
    ):
        dask_checks.check_address(address)


def test_workers_like_this_one_are_given_answers() -> None:
    dask_checks.check_workers({HERE: {"build": build(), "spills": False}}, build())


@pytest.mark.parametrize(
    ("address", "said", "sentence"),
    [
        (HERE, {"build": build(), "spills": True}, r"would write answers to its disk when memory is short"),
        (HERE, {"build": {**build(), "Python": "3.9"}, "spills": False}, r"has Python 3\.9, and .* has 3\."),
        (HERE, {"build": {**build(), "unbarred": "0.0.1"}, "spills": False}, r"has unbarred 0\.0\.1, and "),
        (HERE, {"build": {}, "spills": False}, r"has Python none"),
        (HERE, ModuleNotFoundError("no"), r"has no unbarred, or another one"),
        (HERE, AttributeError("no"), r"has no unbarred, or another one"),
        (HERE, OSError("gone"), r"does not answer \(OSError\)"),
        (
            "tcp://10.0.0.7:41001",
            {"build": build(), "spills": False},
            r"unencrypted to the worker tcp://10\.0",
        ),
    ],
)
def test_any_other_worker_is_named_with_what_to_do(address: str, said: object, sentence: str) -> None:
    with pytest.raises(UserError, match=sentence) as raised:
        dask_checks.check_workers({address: said}, build())
    assert address in str(raised.value)
    assert raised.value.hint


def test_a_scheduler_of_another_version_is_named() -> None:
    dask_checks.check_scheduler(build(), build())
    with pytest.raises(
        UserError, match=r"The scheduler has lxml 1\.0, and the computer with the answers has"
    ):
        dask_checks.check_scheduler({**build(), "lxml": "1.0"}, build())


def test_what_this_computer_is_set_to_fits_the_address() -> None:
    dask_checks.check_encryption("tls://desk.example:8786", has_certificates=True, is_required=True)
    dask_checks.check_encryption("tcp://127.0.0.1:8786", has_certificates=False, is_required=False)
    with pytest.raises(UsageError, match="no certificates"):
        dask_checks.check_encryption("tls://desk.example:8786", has_certificates=False, is_required=False)
    with pytest.raises(UsageError, match="tls:// only"):
        dask_checks.check_encryption("tcp://127.0.0.1:8786", has_certificates=True, is_required=True)
