"""Checks one file of law data by itself: its keys and values, its days, its conditions.

The data is walked as it is written, so that one fault hides no other.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from unbarred.errors import ContentError
from unbarred.law import conditions, index
from unbarred.law.checked import Fault, faults, listing, located, mapping
from unbarred.law.kinds import KINDS, TOPIC

PLACE = "place"

_LISTS = frozenset({"facilities", "help"})
_REMEDY = re.compile(r"[a-z][a-z0-9-]*")
_NAMES = "The names are listed in cli/unbarred/law/names/."

Entry = tuple[tuple[str | int, ...], dict[Any, Any]]
"""A mapping of the file, and the keys that lead to it."""


def file_faults(path: Path, as_of: datetime.date) -> list[ContentError]:
    """Return everything that is wrong with the file as of a day, each with its line."""
    kind = path.stem if path.stem in KINDS and path.stem != TOPIC else TOPIC
    try:
        data: Any = listing(path) if kind in _LISTS else mapping(path)
    except ContentError as error:
        return [error]
    entries = list(_entries(data, (), set()))
    found = [*_shape(kind, data, path), *_ids(kind, entries)]
    for entry in entries:
        found += _days(entry, as_of)
    if kind == TOPIC:
        found += _remedy_keys(data)
        found += [fault for entry in entries if "eligibility" in entry[0] for fault in _condition(entry)]
    return located(path, _nearest(found))


def _nearest(found: Sequence[Fault]) -> list[Fault]:
    """Return the faults without those that are said again of something within."""
    within = {(each.says, each.keys[:length]) for each in found for length in range(len(each.keys))}
    return [each for each in found if (each.says, each.keys) not in within]


def _shape(kind: str, data: Any, path: Path) -> list[Fault]:
    """Return where the data is not what such a file must hold."""
    if kind == PLACE:
        data = {**data, "slug": path.parent.name}
    if kind == "counting":
        data = {key: () if rules is None else rules for key, rules in data.items()}
    return faults(KINDS[kind], data)


def _entries(value: Any, keys: tuple[str | int, ...], seen: set[int]) -> Iterator[Entry]:
    """Yield every mapping in `value`, once however often an alias repeats it."""
    if not isinstance(value, dict | list) or id(value) in seen:
        return
    seen.add(id(value))
    if isinstance(value, dict):
        yield keys, value
        for key, each in value.items():
            yield from _entries(each, (*keys, key if isinstance(key, int) else str(key)), seen)
    else:
        for number, each in enumerate(value):
            yield from _entries(each, (*keys, number), seen)


def _ids(kind: str, entries: Sequence[Entry]) -> Iterator[Fault]:
    """Yield the ids of facts that are written twice: in one remedy, or in a file about the place.

    Facts within a fact, such as the exceptions of a deadline, may stand in several.
    """
    seen: set[tuple[Any, Any]] = set()
    facts = {keys for keys, entry in entries if "says" in entry}
    for keys, fact in entries:
        within = any(keys[:length] in facts for length in range(len(keys)))
        if keys in facts and not within and isinstance(fact.get("id"), str):
            one = (keys[0] if kind == TOPIC and keys else None, fact["id"])
            if one in seen:
                yield Fault(
                    (*keys, "id"), f"the fact id {fact['id']} is used twice", "Give it one of its own."
                )
            seen.add(one)


def _days(entry: Entry, as_of: datetime.date) -> Iterator[Fault]:
    """Yield which days of a fact have come, or come too early."""
    keys, fact = entry
    checked, review = _day(fact.get("checked")), _day(fact.get("review"))
    if checked and checked > as_of:
        yield Fault((*keys, "checked"), f"{checked} is still to come", "Write the day the page was read.")
    if checked and review and review <= checked:
        says = f"{review} is not after {checked}, the day it was checked"
        yield Fault(
            (*keys, "review"), says, "Write the next day on which it must be checked, or take it out."
        )
    elif checked and review and review <= as_of:
        says = f"it was to be checked again by {review}"
        yield Fault((*keys, "review"), says, "Check it, and correct `checked` and `review`.")


def _day(value: Any) -> datetime.date | None:
    """Return the day that is written; None where there is none, or something that is no day."""
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, datetime.date):
        return value
    try:
        return datetime.date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _remedy_keys(data: dict[Any, Any]) -> Iterator[Fault]:
    for key in data:
        if not (isinstance(key, str) and (key == index.GENERAL or _REMEDY.fullmatch(key))):
            yield Fault(
                (key if isinstance(key, int) else str(key),),
                "this cannot be the key of a remedy",
                "It has small letters, figures and hyphens only, and begins with a letter.",
            )


def _condition(entry: Entry) -> Iterator[Fault]:
    """Yield what is wrong with the conditions of an entry."""
    keys, fact = entry
    numbers = _numbers(fact.get("values"))
    for name in ("when", "from_day", "applies"):
        expression = fact.get(name)
        if isinstance(expression, str) and expression:
            yield from (
                Fault((*keys, name), _first_line(fault), _NAMES)
                for fault in conditions.faults(expression, numbers)
            )


def _first_line(fault: str) -> str:
    """Return what a fault of CEL is, without the picture and the list of all that could have stood there."""
    return fault.partition("\n")[0].partition(" expecting ")[0]


def _numbers(values: Any) -> set[str]:
    """Return the names of the numbers that hold on every day on which the rule does."""
    known: list[set[str]] = []
    for each in values if isinstance(values, list) else ():
        if isinstance(each, dict) and not ("shares" in each and each["shares"] is None):
            parts = [each.get(part) for part in ("shares", "numbers")]
            known.append({str(name) for part in parts if isinstance(part, dict) for name in part})
    return set.intersection(*known) if known else set()
