"""Reading a day and a time in one answer: `3/14/2031 2:30 pm`, `2031-03-14T14:30`."""

from __future__ import annotations

import datetime
import re

from unbarred.quoting import quoted
from unbarred.screens.field import Field
from unbarred.screens.reading import dates, times
from unbarred.screens.reading.refusal import NotAccepted

_JOINT = re.compile(r"(?<=\d)T(?=\d)|,?\s+at\s+|\s*,\s*|\s+", re.IGNORECASE)
"""What may stand between the day and the time."""


def read_moment(field: Field, raw: object, as_of: datetime.date | None = None) -> datetime.datetime:
    """Return a day and time within the field's bounds, to the second and without a zone.

    `as_of` is the day that the word `today` means.
    """
    if isinstance(raw, datetime.datetime):
        if raw.tzinfo is not None:
            raise NotAccepted("Type the time as the clock there shows it, without a zone.")
        day, time = dates.day_of(raw.date(), field.hint), raw.time().replace(microsecond=0)
    else:
        day, time = _parts(raw, field.hint, as_of)
    return _within(field, datetime.datetime.combine(day, time))


def in_words(moment: datetime.datetime, *, example: str = "") -> str:
    """Return `moment` as `March 14, 2031, 2:30 pm`, or in the order of the field's example."""
    day = dates.in_words(moment.date(), day_first=dates.is_day_first(example))
    return f"{day}, {times.in_words(moment.time(), example=example)}"


def _parts(raw: object, hint: str, as_of: datetime.date | None) -> tuple[datetime.date, datetime.time]:
    example = hint or "3/14/2031 2:30 pm"
    if isinstance(raw, datetime.date) or (isinstance(raw, str) and _is_day(raw, hint, as_of)):
        raise NotAccepted(f"The time is missing. Type the day and the time, for example {example}")
    text = " ".join(raw.split()) if isinstance(raw, str) else ""
    for joint in _JOINT.finditer(text):
        day, time = text[: joint.start()], text[joint.end() :]
        if times.looks_like_time(time):
            return dates.day_of(day, hint, as_of), times.time_of(time, example)
    if times.looks_like_time(text):
        raise NotAccepted(f"The day is missing. Type the day and the time, for example {example}")
    raise NotAccepted(
        f"{quoted(raw)} is not a day and a time. Type them like this: {example}", {"datetime": ()}
    )


def _is_day(text: str, hint: str, as_of: datetime.date | None) -> bool:
    try:
        dates.day_of(text, hint, as_of)
    except NotAccepted:
        return False
    return True


def _within(field: Field, moment: datetime.datetime) -> datetime.datetime:
    earliest, latest = _limit(field.minimum, datetime.time.min), _limit(field.maximum, datetime.time.max)
    first = in_words(earliest, example=field.hint) if earliest else ""
    last = in_words(latest.replace(microsecond=0), example=field.hint) if latest else ""
    both = {"datetime minmax": (first, last)} if first and last else {}
    if latest and moment > latest:
        raise NotAccepted(
            f"That is too late. Type a day and time up to {last}.", {**both, "datetime max": (last,)}
        )
    if earliest and moment < earliest:
        raise NotAccepted(
            f"That is too early. Type a day and time from {first} on.", {**both, "datetime min": (first,)}
        )
    return moment


def _limit(limit: object, time: datetime.time) -> datetime.datetime | None:
    """A limit that is a day only holds for its whole day."""
    if isinstance(limit, datetime.datetime):
        return limit.replace(tzinfo=None)
    return datetime.datetime.combine(limit, time) if isinstance(limit, datetime.date) else None
