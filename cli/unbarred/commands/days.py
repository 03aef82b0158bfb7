"""Reads a day given on the command line."""

from __future__ import annotations

import datetime

from unbarred.errors import UsageError


def given(text: str | None) -> datetime.date | None:
    """Return the day that was given, if any; raise `UsageError` if it is not a date."""
    if text is None:
        return None
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise UsageError(
            f"{text} is not a day.", "Write it as year-month-day, for example 2026-11-21."
        ) from None


def given_or_today(text: str | None) -> datetime.date:
    """Return the day that was given, today if none was; raise `UsageError` if it is not a date."""
    return given(text) or datetime.datetime.now().astimezone().date()
