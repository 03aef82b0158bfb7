"""What docassemble must be told about the person and the session around every call."""

from __future__ import annotations

from collections.abc import Callable, Iterator
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
    fixed, growing = _empty()
    here = vars(held)
    here.update(fixed)
    for name, new in growing.items():
        here[name] = new()
    held.current_info = current_info(reference)
    held.session_id = SESSION
    held.current_package = reference.partition(":")[0]
    here.pop(PLACE, None)


@cache
def _empty() -> tuple[dict[str, Any], dict[str, Callable[[], Any]]]:
    """What is the same before every request, and what makes the rest: all of it empty."""
    from docassemble.base.thread_context import empty_globals

    found = vars(empty_globals())
    growing: dict[str, Callable[[], Any]] = {
        name: type(value) for name, value in found.items() if type(value) in _GROWING
    }
    growing["global_vars"] = type(found["global_vars"])
    return {name: value for name, value in found.items() if name not in growing}, growing


_GROWING = (dict, list, set)
