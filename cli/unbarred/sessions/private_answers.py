"""What was said in a session that a public copy must not show, or only in part."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from unbarred.documents.redacting import Form, Name, Secret, address_pieces
from unbarred.law.redaction import KINDS, PrivateKind
from unbarred.screens import FieldKind
from unbarred.screens.reading.dates import day_of
from unbarred.screens.reading.refusal import NotAccepted
from unbarred.sessions.measure import Measure
from unbarred.sessions.private_names import ADDRESS_IN_TEXT, KEY, STAYS, PrivateNames

if TYPE_CHECKING:
    from unbarred.sessions.session import Session

_FORMS: dict[PrivateKind, Form] = {
    "name of a child": "name",
    "name of a victim": "name",
    "date of birth": "day",
    "home address": "address",
    "telephone number": "telephone",
    "e-mail address": "words",
}
"""How each kind is written; the others are numbers."""

_GIVEN, _MIDDLE, _FAMILY = ("first", "given"), ("middle",), ("last", "family", "surname")
_OF_NAMES = (*_GIVEN, *_MIDDLE, *_FAMILY, "name")
_STREET = ("address", "unit")
_TOWN = ("city", "state", "zip", "postal_code")
_HOME: PrivateKind = "home address"


@dataclass
class PrivateAnswers:
    """The answers that must not be seen, and those that must."""

    secrets: list[Secret] = field(default_factory=list)
    stays: list[str] = field(default_factory=list)
    """Names of whose papers they are."""
    read_again: list[str] = field(default_factory=list)
    """Headings of the questions whose answers may hold an address that is not written like one."""


def private_answers(session: Session, measure: Measure) -> PrivateAnswers:
    """Return the session's private answers, to be shown as `measure` says."""
    return _Collection(session, measure).collected()


@dataclass(frozen=True)
class _Given:
    name: str
    kind: str
    value: object
    heading: str
    is_long: bool


class _Collection:
    """The answers of a session by their kinds."""

    def __init__(self, session: Session, measure: Measure) -> None:
        own = session.interview.metadata.get(KEY)
        names = PrivateNames(own if isinstance(own, Mapping) else {}, session.interview.name)
        self._measure = measure
        self._given: dict[str, _Given] = {}
        for answered in session.answered():
            for each in answered.screen.inputs:
                value = answered.given.get(each.name)
                if _says_something(value):
                    kind = names.kind(each.name, answered.screen.id)
                    is_long = each.kind is FieldKind.AREA
                    heading = answered.screen.heading
                    self._given[each.name] = _Given(each.name, kind, value, heading, is_long)

    def collected(self) -> PrivateAnswers:
        found = PrivateAnswers(stays=list(self._names(STAYS).values()))
        for kind in KINDS:
            found.secrets += self._of_kind(kind)
        for each in self._given.values():
            if each.kind == ADDRESS_IN_TEXT or (not each.kind and each.is_long):
                found.secrets += [self._secret(_HOME, piece) for piece in address_pieces(str(each.value))]
            if each.kind == ADDRESS_IN_TEXT:
                found.read_again.append(each.heading)
        return found

    def _of_kind(self, kind: PrivateKind) -> Iterator[Secret]:
        if _FORMS.get(kind) == "name":
            yield from (self._secret(kind, name) for name in self._people(kind))
        elif kind == _HOME:
            yield from (self._secret(kind, address) for address in self._addresses())
        else:
            for each in self._all(kind):
                days = _days(each.value) if _FORMS.get(kind) == "day" else ()
                yield from (self._secret(kind, value) for value in days or (str(each.value),))

    def _secret(self, kind: PrivateKind, value: Name | datetime.date | str) -> Secret:
        form = _FORMS.get(kind, "number")
        if form == "day" and isinstance(value, str):
            form = "words"
        return Secret(kind, form, value, self._measure.shown_as(kind))

    def _all(self, kind: str) -> list[_Given]:
        return [each for each in self._given.values() if each.kind == kind]

    def _people(self, kind: str) -> Iterator[Name]:
        """Yield the people of the kind, each with all parts of the name that were asked for."""
        parts: dict[str, dict[str, str]] = {}
        for each in self._all(kind):
            stem, _, last = each.name.rpartition(".")
            part = next((part for part in ("given", "middle", "family") if _is_part(last, part)), "full")
            key = f"{stem.removesuffix('.name')} {_whose(last)}" if part != "full" else each.name
            parts.setdefault(key, {})[part] = str(each.value)
        for held in parts.values():
            yield Name.of(held["full"]) if "full" in held else Name(**held)

    def _names(self, kind: str) -> dict[str, str]:
        """Return the whole names of people of the kind by their variables, and without middle names."""
        found: dict[str, str] = {}
        for number, name in enumerate(self._people(kind)):
            for words in ((name.given, name.middle, name.family), (name.given, name.family)):
                found[f"{number} {len(words)}"] = " ".join(filter(None, words))
        return found

    def _addresses(self) -> Iterator[str]:
        """Yield home addresses: one answer each, or put together from street, flat and town."""
        together: dict[str, list[str]] = {}
        for each in self._all(_HOME):
            stem, _, last = each.name.rpartition(".")
            if last in _STREET and stem.endswith("address"):
                together.setdefault(stem, []).append(str(each.value))
            else:
                yield str(each.value)
        for stem, lines in together.items():
            city, state, *codes = (self._text(f"{stem}.{part}") for part in _TOWN)
            town = f"{', '.join(filter(None, (city, state)))} {' '.join(filter(None, codes))}".strip()
            yield "\n".join([*lines, town])

    def _text(self, name: str) -> str:
        return str(self._given[name].value) if name in self._given else ""


def _says_something(value: object) -> bool:
    if isinstance(value, str):
        return bool(value.strip())
    return isinstance(value, datetime.date | int) and not isinstance(value, bool)


def _is_part(last: str, part: str) -> bool:
    words = {"given": _GIVEN, "middle": _MIDDLE, "family": _FAMILY}[part]
    return any(word in last.split("_") for word in words)


def _whose(last: str) -> str:
    """Return what is left of `child2_first_name` without the words for a name: `child2`."""
    return "_".join(word for word in last.split("_") if word not in _OF_NAMES)


def _days(value: object) -> list[datetime.date]:
    """Return the days that an answer may mean: `3/4/1984` is one of two."""
    found: dict[datetime.date, None] = {}
    for example in ("3/14/2031", "14/3/2031"):
        with suppress(NotAccepted):
            found[day_of(value, example)] = None
    return list(found)
