"""Decides a condition written in CEL, where some of what it needs may not be known.

CEL's `&&` and `||` decide as soon as one side decides; else the missing name comes
out as `Unknown`, with plain words for it.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Collection, Mapping
from fractions import Fraction
from functools import cache
from typing import Any

from unbarred.law import cel_library
from unbarred.law.days import add_months, share_day
from unbarred.law.names import FUNCTIONS, NAMES, Value

_GROUPS = {name.split(".")[0] for name in NAMES if "." in name}
_NO_NUMBER = "what the rule was on that day"

_OWN = frozenset({"share", "number"})
"""Groups of the rule's own numbers."""

_DOTTED = re.compile(r"\b([a-z_]+)\.([a-z_]+)\b")
_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"")


class Unknown(Exception):
    """A name that decides the condition is not known; `words` says what it is, plainly."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.words = words


def decide(expression: str, known: Mapping[str, Value], numbers: Mapping[str, Fraction | int]) -> Any:
    """Return what `expression` comes to: a bool, or a day as `datetime.date`.

    `numbers` are the rule's own, in force on the day: `share.x` and `number.x` in CEL.

    Raises `Unknown` when it hangs on something not known, and `ValueError`,
    `TypeError` or `RuntimeError` when the expression itself is faulty.
    """
    cel = cel_library.load()

    variables: dict[str, Any] = {group: {} for group in _GROUPS}
    used = names_in(expression)
    for name, value in known.items():
        if name in used or "." not in name:
            _put(variables, name, value)
    variables["share"] = {name: str(each) for name, each in numbers.items() if isinstance(each, Fraction)}
    variables["number"] = {name: each for name, each in numbers.items() if isinstance(each, int)}
    try:
        found = _program(expression).execute(cel.Context(variables=variables, functions=_FUNCTIONS))
    except KeyError as missing:
        raise Unknown(_missing_words(expression, missing.args[0], known)) from missing
    return found.date() if isinstance(found, datetime.datetime) else found


def _missing_words(expression: str, last_part: str, known: Mapping[str, Value]) -> str:
    """Return what is not known in plain words; CEL tells only the last part of its name."""
    for name in names_in(expression):
        if name.rpartition(".")[2] == last_part and known.get(name) is None:
            return NAMES[name].words
    return _NO_NUMBER


def faults(expression: str, numbers: Collection[str]) -> list[str]:
    """Return what is wrong with `expression` before anybody's facts are known: syntax and unknown names.

    `numbers` are the names of the shares and numbers that it may use.
    """
    try:
        program = _program(expression)
    except ValueError as error:
        return [f"not CEL: {error}"]
    found = [name for name in program.variables() if name not in {*_GROUPS, *_OWN, "as_of"}]
    called = [name for name in program.functions() if name[0].isalpha() and name not in FUNCTIONS]
    for group, leaf in _DOTTED.findall(_QUOTED.sub("", expression)):
        known = leaf in numbers if group in _OWN else f"{group}.{leaf}" in NAMES
        found += [] if known else [f"{group}.{leaf}"]
    return [f"unknown name {name}" for name in found] + [f"unknown function {name}" for name in called]


@cache
def names_in(expression: str) -> tuple[str, ...]:
    """Return the names of `law.names` that `expression` uses, in order."""
    bare = _QUOTED.sub("", expression)
    return tuple(f"{group}.{leaf}" for group, leaf in _DOTTED.findall(bare) if f"{group}.{leaf}" in NAMES)


@cache
def _program(expression: str) -> Any:
    cel = cel_library.load()

    return cel.compile(expression)


def _put(variables: dict[str, Any], name: str, value: Value) -> None:
    if value is None:
        return
    if isinstance(value, datetime.date):
        value = _moment(value)
    group, _, leaf = name.rpartition(".")
    if group:
        variables[group][leaf] = value
    else:
        variables[leaf] = value


def _moment(day: datetime.date) -> datetime.datetime:
    return datetime.datetime(day.year, day.month, day.day, tzinfo=datetime.UTC)


def _share_day(start: datetime.datetime, end: datetime.datetime, share: str) -> datetime.datetime:
    return _moment(share_day(start.date(), end.date(), Fraction(share)))


def _months_after(day: datetime.datetime, number: int) -> datetime.datetime:
    return _moment(add_months(day.date(), number))


def _years_after(day: datetime.datetime, number: int) -> datetime.datetime:
    return _months_after(day, 12 * number)


def _days_after(day: datetime.datetime, number: int) -> datetime.datetime:
    return day + datetime.timedelta(days=number)


def _day(text: str) -> datetime.datetime:
    return _moment(datetime.date.fromisoformat(text))


def _earlier(one: datetime.datetime, other: datetime.datetime) -> datetime.datetime:
    return min(one, other)


def _later(one: datetime.datetime, other: datetime.datetime) -> datetime.datetime:
    return max(one, other)


_FUNCTIONS: dict[str, Callable[..., Any]] = {
    "day": _day,
    "share_day": _share_day,
    "days_after": _days_after,
    "months_after": _months_after,
    "years_after": _years_after,
    "earlier": _earlier,
    "later": _later,
}
