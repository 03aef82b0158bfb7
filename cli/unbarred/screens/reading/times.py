"""Reading times of day, alone or with their day.

A time is what the clock at the place shows, without a zone. `9` or `2:30` alone
can be morning or evening, so she is asked which; `02:30`, with both digits of
the hour, is a time of 24 hours, as files have it.
"""

from __future__ import annotations

import datetime
import re

from unbarred.quoting import quoted
from unbarred.screens.field import Field
from unbarred.screens.reading.refusal import NotAccepted

_CLOCK = re.compile(
    r"""(?P<hour>\d{1,2})
        (?: \s*[:.h]\s*(?P<minute>\d{2}) (?: :(?P<second>\d{2}) (?:\.\d+)? )? )?
        \s*(?P<half> am | pm | a\.?\s?m\.? | p\.?\s?m\.?
                   | in\ the\ (?:morning|afternoon|evening) | o.?clock | h | h(?:ou)?rs\.? )?""",
    re.VERBOSE | re.IGNORECASE,
)
_FOUR_DIGITS = re.compile(r"(\d{2})(\d{2})\s*(?:h|h(?:ou)?rs\.?)?", re.IGNORECASE)
_NOON = re.compile(r"(?:12\s*)?(?:noon|midday)", re.IGNORECASE)
_MIDNIGHT = re.compile(r"(?:12\s*)?midnight", re.IGNORECASE)
_ZONE = re.compile(r"(?<=\d)\s*(?:Z|[+-]\d{2}:?\d{2})", re.IGNORECASE)
_MORNING = ("a", "in the morning")


def read_time(field: Field, raw: object) -> datetime.time:
    """Return a time of day within the field's bounds, to the second."""
    example = field.hint or "2:30 pm"
    if isinstance(raw, int) and not isinstance(raw, bool):
        # 1430 without quotes is a number in a file.
        raw = str(raw)
    if isinstance(raw, datetime.time):
        time = raw.replace(microsecond=0)
        _refuse_zone(time.tzinfo is not None)
    else:
        time = time_of(raw, example) if isinstance(raw, str) and looks_like_time(raw) else _none(raw, example)
    return _within(field, time)


def looks_like_time(text: str) -> bool:
    """Say whether `text` is meant as a time of day, be it one that does not exist."""
    bare = _ZONE.sub("", text.strip())
    return any(each.fullmatch(bare) for each in (_FOUR_DIGITS, _NOON, _MIDNIGHT, _CLOCK))


def time_of(text: str, example: str) -> datetime.time:
    """Return the time that `text`, which looks like one, stands for."""
    text = " ".join(text.split())
    _refuse_zone(_ZONE.search(text) is not None and not _CLOCK.fullmatch(text))
    if _NOON.fullmatch(text):
        return datetime.time(12)
    if _MIDNIGHT.fullmatch(text):
        return datetime.time()
    if match := _FOUR_DIGITS.fullmatch(text):
        return _time(int(match[1]), int(match[2]), 0)
    match = _CLOCK.fullmatch(text)
    if match is None:
        return _none(text, example)
    return _clock(match)


def in_words(time: datetime.time, *, example: str = "") -> str:
    """Return `time` as `2:30 pm`, or as `14:30` where that is how the field's example looks."""
    seconds = f":{time.second:02}" if time.second else ""
    if re.search(r"\d:\d", example) and not re.search(r"[ap]\.?\s?m\b", example, re.IGNORECASE):
        return f"{time.hour:02}:{time.minute:02}{seconds}"
    half = "am" if time.hour < 12 else "pm"
    return f"{time.hour % 12 or 12}:{time.minute:02}{seconds} {half}"


def _none(raw: object, example: str) -> datetime.time:
    raise NotAccepted(f"{quoted(raw)} is not a time. Type it like this: {example}", {"time": ()})


def _refuse_zone(has_zone: bool) -> None:
    if has_zone:
        raise NotAccepted("Type the time as the clock there shows it, without a zone.")


def _clock(match: re.Match[str]) -> datetime.time:
    hour, minute, second = int(match["hour"]), int(match["minute"] or 0), int(match["second"] or 0)
    half = (match["half"] or "").lower()
    if half.startswith(("a", "p", "in")):
        if not 1 <= hour <= 12:
            raise NotAccepted(
                f"{quoted(match[0])} does not exist. Type {in_words(_time(hour, minute, second))}."
            )
        hour = hour % 12 + (0 if half.startswith(_MORNING) else 12)
    elif 0 < hour < 13 and (len(match["hour"]) == 1 or match["minute"] is None):
        _ask_which_half(match[0], hour, minute)
    elif hour == 0 and match["minute"] is None:
        raise NotAccepted(f"{quoted(match[0])} is not a whole time. For midnight, type midnight.")
    return _time(hour, minute, second)


def _ask_which_half(text: str, hour: int, minute: int) -> None:
    if hour == 12:
        raise NotAccepted(f"{quoted(text)} can be noon or midnight. Type noon or midnight.")
    minutes = f":{minute:02}" if minute else ""
    raise NotAccepted(
        f"{quoted(text)} can be before or after noon. Type {hour}{minutes} am or {hour}{minutes} pm."
    )


def _time(hour: int, minute: int, second: int) -> datetime.time:
    if hour == 24 and minute == second == 0:
        raise NotAccepted("A day has the hours 0 to 23. For midnight, type midnight.")
    if hour > 23:
        raise NotAccepted(f"There is no hour {hour}: a day has the hours 0 to 23. Type the time again.")
    if minute > 59 or second > 59:
        raise NotAccepted("An hour has the minutes 0 to 59. Type the time again.")
    return datetime.time(hour, minute, second)


def _within(field: Field, time: datetime.time) -> datetime.time:
    earliest, latest = field.minimum, field.maximum
    first = in_words(earliest, example=field.hint) if isinstance(earliest, datetime.time) else ""
    last = in_words(latest, example=field.hint) if isinstance(latest, datetime.time) else ""
    both = {"time minmax": (first, last)} if first and last else {}
    if isinstance(latest, datetime.time) and time > latest.replace(tzinfo=None):
        raise NotAccepted(f"That is too late. Type a time up to {last}.", {**both, "time max": (last,)})
    if isinstance(earliest, datetime.time) and time < earliest.replace(tzinfo=None):
        raise NotAccepted(f"That is too early. Type a time from {first} on.", {**both, "time min": (first,)})
    return time
