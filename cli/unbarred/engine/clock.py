"""The time that an interview is told: that of the step it takes, also where the step is replayed later."""

from __future__ import annotations

import datetime
from functools import lru_cache
from typing import Any


class StepTime:
    """Takes the place of the module `datetime` where docassemble asks what time it is."""

    def __init__(self) -> None:
        self.datetime = _DateTime()

    def __getattr__(self, name: str) -> Any:
        return getattr(datetime, name)


class _DateTime:
    """The class `datetime.datetime`, but for what time it is."""

    def now(self, zone: datetime.tzinfo | None = None) -> datetime.datetime:
        from docassemble.base.thread_context import get_globals

        return _moment(getattr(get_globals(), "unbarred_now", None)).astimezone(zone)

    def __call__(self, *parts: Any, **named: Any) -> datetime.datetime:
        return datetime.datetime(*parts, **named)  # noqa: DTZ001  (with a zone, if docassemble gives one)

    def __instancecheck__(self, value: object) -> bool:
        return isinstance(value, datetime.datetime)

    def __getattr__(self, name: str) -> Any:
        return getattr(datetime.datetime, name)


_NOBODY = -1
"""What a server calls whoever is not signed in, where it notes who was there when."""


def note_beginning(variables: dict[str, Any], at: datetime.datetime | None) -> None:
    """Note in an interview's fresh variables that it begins now, or began at `at` (`start_time()`)."""
    note_visit(variables, at)
    variables["_internal"]["starttime"] = variables["_internal"]["modtime"]


def note_visit(variables: dict[str, Any], at: datetime.datetime | None) -> None:
    """Note in an interview's variables that a step ends now, or did at `at` (`last_access_time()`)."""
    moment = _without_zone(_moment(at))
    variables["_internal"]["modtime"] = moment
    variables["_internal"]["accesstime"][_NOBODY] = moment


@lru_cache(maxsize=1)
def _without_zone(moment: datetime.datetime) -> datetime.datetime:
    """docassemble keeps times without a zone, in UTC."""
    return moment.astimezone(datetime.UTC).replace(tzinfo=None)


def _moment(at: datetime.datetime | None) -> datetime.datetime:
    return at or datetime.datetime.now(datetime.UTC)
