"""What is said where a worker could not do its work. No sentence here has an answer in it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from unbarred.batch.tasks import Outcome, Status, Task
from unbarred.errors import ContentError, ExitCode, SessionError, UsageError, UserError

ErrorParts = tuple[str, str, Any, Any, ExitCode | None]
"""Of a `UserError` that crosses a border: message, hint, where, excerpt, code (none for a fault of ours)."""

_ERRORS: dict[ExitCode, type[UserError]] = {
    each.code: each for each in (UserError, UsageError, ContentError, SessionError)
}


def failed(task: Task, why: str) -> Outcome:
    """Return the outcome of a task that was not done."""
    return Outcome(task.number, Status.FAILED, why=why)


def took_too_long(seconds: float) -> str:
    """Say that a task was stopped; `seconds` is the limit."""
    return f"It took longer than {seconds:g} seconds and was stopped."


def too_much_memory(megabytes: int | None) -> str:
    """Say that a task ran out of memory."""
    limit = f"the {megabytes:,} MB that a worker may take" if megabytes else "there is"
    return f"It needs more memory than {limit}."


def ended_twice(how: str) -> str:
    """Say that a task was tried by two workers and both ended; `how` is the end of the second."""
    return f"Two workers ended while they were at work on it ({how})."


def how_ended(status: int | None) -> str:
    """Return in words how a process ended: the status that `Popen.returncode` has."""
    if status is None:
        return "for an unknown reason"
    if status == -9:
        # The system's own way of making room.
        return "killed by signal 9, as when memory runs out"
    return f"killed by signal {-status}" if status < 0 else f"exit status {status}"


def parts_of(error: UserError) -> ErrorParts:
    """Return what is carried of an error."""
    return (error.message, error.hint, error.where, error.excerpt, error.code)


def as_error(message: str, hint: str, where: Any, excerpt: Any, code: ExitCode | None) -> UserError:
    """Return the error that a worker met when it began, from its parts, as it would be here."""
    if code is None:
        return UserError(f"The workers cannot begin: {message}", hint)
    return _ERRORS.get(code, UserError)(message, hint, where, excerpt)


def own_fault(error: BaseException) -> str:
    """Say which fault of ours it was and where, without its text, which may quote an answer."""
    place = error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    where = f" in {Path(place.tb_frame.f_code.co_filename).name}:{place.tb_lineno}" if place else ""
    return f"unbarred met a fault of its own ({type(error).__name__}{where})."
