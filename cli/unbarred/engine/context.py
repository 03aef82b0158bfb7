"""What docassemble must be told about the person and the session around every call."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from unbarred.engine.background import Tasks
from unbarred.engine.files import FileStore
from unbarred.engine.locales import PLACE
from unbarred.engine.said import Said
from unbarred.engine.stores import Stores

USER_AGENT = "unbarred"
"""What an interview is told in the place of a browser's name."""

SESSION = "session"
"""One session a process: docassemble needs an identity, and gets a constant one."""


def current_info(reference: str) -> dict[str, Any]:
    """Return a fresh `current_info`. It has no `action`: even None would be taken for one."""
    return {
        "user": {
            "is_anonymous": True,
            "is_authenticated": False,
            "theid": SESSION,
            "the_user_id": f"t{SESSION}",
            "roles": ["user"],
            "firstname": "",
            "lastname": "",
            "email": "",
            "nickname": "",
            "location": None,
            "session_uid": SESSION,
            "device_id": SESSION,
        },
        "session": SESSION,
        "secret": None,
        "yaml_filename": reference,
        "interface": "cli",
        "url": "",
        "url_root": "",
        "encrypted": False,
        "headers": {"User-Agent": USER_AGENT},
        "clientip": "127.0.0.1",
        "method": "GET",
    }


@contextmanager
def entered(reference: str) -> Iterator[Any]:
    """Hold docassemble's globals for the interview `reference`."""
    from types import SimpleNamespace

    from docassemble.base.thread_context import global_context

    held = SimpleNamespace()
    begin_step(held, reference)
    held.unbarred_files = FileStore()
    held.unbarred_said = Said()
    held.unbarred_stores = Stores()
    held.unbarred_tasks = Tasks()
    with global_context(held):
        yield held


def begin_step(held: Any, reference: str) -> None:
    """Forget what holds for one request of a server only: language, place, messages, save status.

    To be called before what was submitted is taken in, or an action begins.
    The run's files, stores and tasks stay.
    """
    vars(held).update(_fresh())
    held.current_info = current_info(reference)
    held.session_id = SESSION
    held.current_package = reference.partition(":")[0]
    held.__dict__.pop(PLACE, None)


def _fresh() -> dict[str, Any]:
    """Return what docassemble's globals are before a request: those that can grow are new each time."""
    return {
        name: copy.copy(value) if isinstance(value, _GROWING) else value for name, value in _empty().items()
    } | {"global_vars": _generic()}


_GROWING = (dict, list, set)


@cache
def _empty() -> dict[str, Any]:
    from docassemble.base.thread_context import empty_globals

    return dict(vars(empty_globals()))


def _generic() -> Any:
    from docassemble.base.thread_context import GenericObject

    return GenericObject()
