"""The time that an interview is told: that of the step it takes, also where the step is replayed later."""

from __future__ import annotations

import datetime
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

        moment = getattr(get_globals(), "unbarred_now", None) or datetime.datetime.now(datetime.UTC)
        return moment.astimezone(zone)

    def __call__(self, *parts: Any, **named: Any) -> datetime.datetime:
        return datetime.datetime(*parts, **named)  # noqa: DTZ001  (with a zone, if docassemble gives one)

    def __instancecheck__(self, value: object) -> bool:
        return isinstance(value, datetime.datetime)

    def __getattr__(self, name: str) -> Any:
        return getattr(datetime.datetime, name)
