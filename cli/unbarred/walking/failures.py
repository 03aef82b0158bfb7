"""From what was raised to what failed."""

from __future__ import annotations

import traceback

from unbarred.engine.services import NotOffered
from unbarred.engine.stand_ins import MissingLibrary
from unbarred.errors import UserError
from unbarred.walking.path import Failure, FailureKind


def failure_of(error: Exception) -> Failure:
    """Return the failure that `error` is: the author's, a limit of unbarred, or a bug of ours."""
    name = type(error).__name__
    if isinstance(error, UserError):
        limits = isinstance(error, NotOffered | MissingLibrary)
        kind = FailureKind.NOT_OFFERED if limits else FailureKind.FAULT
        where = str(error.where or "")
        return Failure(kind, error.message, where, name, _told(error.__cause__), _service(error))
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return Failure(FailureKind.BUG, f"{name}: {error}", f"{frame.filename}:{frame.lineno}", name)


def _service(error: UserError) -> str:
    if isinstance(error, MissingLibrary):
        return error.library
    return error.service if isinstance(error, NotOffered) else ""


def _told(cause: BaseException | None) -> str:
    if cause is None:
        return ""
    text = " ".join(str(cause).split())
    return f"{type(cause).__name__}: {text}" if text else type(cause).__name__
