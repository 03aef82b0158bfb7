"""Background actions, run in the foreground.

A server's worker takes up a background action a moment after it was asked for,
on the variables as they were saved then. Here it is done when the interview
first asks how it went, or at the end of the step: by then the variable that
holds the task is defined, as it would be on a server. It runs on a copy of the
variables; what a `background_response_action` says is done to the session's own.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from types import ModuleType
from typing import Any, cast

from unbarred.engine.services import refused

ROUNDS = 3
"""How often a screen is worked out anew because tasks were done meanwhile; each may start further ones."""

_ITERATORS = ("x", "i", "j", "k", "l", "m", "n")
_ACTION = "tasks.background_action"
_PICTURES = "tasks.ocr"


@dataclass
class Outcome:
    """What docassemble looks at when a task is done: its value, or what went wrong."""

    value: Any = None
    error_type: str | None = None
    error_message: str | None = None
    error_trace: str | None = None
    variables: list[str] | None = None


@dataclass
class Tasks:
    """The background actions of one run that nobody has asked about yet."""

    waiting: list[Task] = field(default_factory=list)

    def __deepcopy__(self, memo: object) -> Tasks:
        return self


class Task:
    """One background action, as docassemble's task object holds it."""

    state = status = "SUCCESS"

    def __init__(self, action: dict[str, Any], shown: str | None) -> None:
        self._action = action
        self._shown = shown
        self._outcome: Outcome | None = None
        self._is_running = False
        self.date_done: datetime | None = None
        self.id = action["action"]

    def __deepcopy__(self, memo: object) -> Task:
        """A copy of the variables speaks of the same task."""
        return self

    def ready(self) -> bool:
        """Do the task, and say that it is done; only while it is at it, it is not."""
        if self._outcome is None and not self._is_running:
            self._is_running = True
            try:
                self._outcome = _do(self._action)
            finally:
                self._is_running = False
                self._leave()
            self._tell()
        return self._outcome is not None

    def get(self) -> Outcome:
        """Return what came of it."""
        self.ready()
        return self._outcome or Outcome()

    def revoke(self, terminate: bool = True) -> None:
        """Do not begin it if it is not done yet."""
        self._leave()
        self._outcome = self._outcome or Outcome()

    def _leave(self) -> None:
        self.date_done = datetime.now(UTC)
        waiting = of_this_run().waiting
        if self in waiting:
            waiting.remove(self)

    def _tell(self) -> None:
        """Show what the action gave, if it was started with “flash”."""
        from docassemble.base.thread_context import get_globals

        value = self._outcome.value if self._outcome else None
        if self._shown == "flash" and isinstance(value, str):
            get_globals().message_log.append({"message": value, "priority": "info"})


class Signature:
    """A task with its arguments, not begun."""

    def __init__(self, arguments: list[Any], named: dict[str, Any]) -> None:
        self._task = Task(arguments[6], named.get("extra"))

    def delay(self) -> Task:
        """Put the task among those that wait, and return it."""
        of_this_run().waiting.append(self._task)
        return self._task


class Worker:
    """What docassemble takes for its Celery application."""

    def signature(
        self, name: str, args: list[Any] | None = None, kwargs: dict[str, Any] | None = None
    ) -> Signature:
        """Return a background action with its arguments; a server's other tasks are refused."""
        if name != _ACTION:
            raise refused("OCR" if name.startswith(_PICTURES) else "background work")
        return Signature(args or [], kwargs or {})


def of_this_run() -> Tasks:
    """Return the tasks of the run whose globals docassemble holds now."""
    from docassemble.base.thread_context import get_globals

    return cast("Tasks", get_globals().unbarred_tasks)


def do_waiting() -> bool:
    """Do what nobody has asked about; say whether there was anything, so that the screen must be made anew.

    To be called inside the run's context, after an interview was assembled.
    """
    waiting = list(of_this_run().waiting)
    for task in waiting:
        task.ready()
    return bool(waiting)


def _do(action: dict[str, Any]) -> Outcome:
    from docassemble.base.thread_context import get_current_user_dict

    own = get_current_user_dict()
    assert own is not None
    status, failed = _assembled(action, _copied(own))
    on_error = status.current_info.get("on_error")
    if failed and on_error:
        arguments = on_error["arguments"] | {
            name: getattr(failed, name)
            for name in ("error_type", "error_message", "error_trace", "variables")
        }
        answered, also_failed = _assembled(on_error | {"arguments": arguments}, own)
        failed = also_failed or failed
        failed.value = _response(answered)
    if failed:
        return failed
    question = getattr(status, "question", None)
    if getattr(question, "question_type", "") != "backgroundresponseaction":
        return Outcome(value=_response(status))
    further = cast("Any", question).action
    answered, failed = _assembled(further, own)
    if failed:
        return failed
    value = _response(answered)
    return Outcome(value=further if value is None else value)


def _assembled(action: dict[str, Any], variables: dict[str, Any]) -> tuple[Any, Outcome | None]:
    """Run an action; return the status, and the failure if it failed or ended in a question."""
    from docassemble.base.parse import InterviewStatus
    from docassemble.base.thread_context import (
        copy_of_globals,
        get_globals,
        global_context,
        user_dict_context,
    )

    outer = get_globals()
    inner = copy_of_globals(outer)
    for name in vars(outer):
        # The run's own files, stores and tasks are the same in the background.
        if name.startswith("unbarred_"):
            setattr(inner, name, getattr(outer, name))
    asked = ("action", "arguments", "on_error")
    info = {key: value for key, value in inner.current_info.items() if key not in asked}
    info |= {"interface": "worker", "action": action["action"], "arguments": dict(action["arguments"])}
    status = InterviewStatus(current_info=info)
    with global_context(inner), user_dict_context(variables), _iterators_kept(variables):
        try:
            outer.interview.assemble(variables, status)
        # Whatever the action did wrong is told to the interview, as on a server.
        except Exception as error:  # noqa: BLE001
            return status, _failure(type(error).__name__, str(error), inner.current_variable)
        if status.question.question_type in ("backgroundresponse", "backgroundresponseaction", "response"):
            return status, None
        if text := getattr(status, "question_text", ""):
            return status, _failure("QuestionError", str(text), inner.current_variable)
    return status, None


def _failure(kind: str, message: str, variables: list[str]) -> Outcome:
    return Outcome(error_type=kind, error_message=message, variables=list(reversed(variables)))


def _response(status: Any) -> Any:
    return getattr(getattr(status, "question", None), "backgroundresponse", None)


def _copied(variables: dict[str, Any]) -> dict[str, Any]:
    """Copy what was answered and what was made of it; modules and Python's own names stay."""
    made: dict[str, Any] = {}
    memo: dict[int, Any] = {id(variables): made}
    memo |= {id(value): value for value in variables.values() if isinstance(value, ModuleType)}
    memo[id(variables.get("__builtins__"))] = variables.get("__builtins__")
    for name, value in variables.items():
        try:
            made[name] = copy.deepcopy(value, memo)
        except TypeError:
            # Open files, locks and the like: a server could not have saved them at all.
            made[name] = value
    return made


@contextmanager
def _iterators_kept(variables: dict[str, Any]) -> Iterator[None]:
    """The action may run in the midst of a block that is at work on an item of a list."""
    before = {name: variables[name] for name in _ITERATORS if name in variables}
    try:
        yield
    finally:
        for name in _ITERATORS:
            variables.pop(name, None)
        variables.update(before)
