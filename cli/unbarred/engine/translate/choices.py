"""The choices of a field: what is shown for each, and docassemble's key behind it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from unbarred.answers.values import AnswerValue
from unbarred.engine.datatypes import DATATYPES, OBJECTS, from_key
from unbarred.engine.translate.names import author_name
from unbarred.screens import Choice

NONE = "None"
"""The value of a choice that leaves the variable at None."""

_BOOLEAN = {"True", "False"}


class Choices:
    """What docassemble offers for one field."""

    def __init__(
        self, status: Any, each: Any, datatype: str, saveas: str, name: str, variables: dict[str, Any]
    ) -> None:
        pairs = list(status.selectcompute.get(each.number, ()))
        is_field = status.question.question_type == "fields"
        self.datatype = _by_values(datatype, {str(pair["key"]) for pair in pairs}) if is_field else datatype
        # docassemble keeps the objects by what the author wrote; in a collected list, by the full name.
        kept = variables["_internal"]["objselections"] if datatype in OBJECTS else {}
        self._objects = kept.get(saveas) or kept.get(name) or {}
        self._has_default = each.number in status.defaults
        self._default = status.defaults.get(each.number)
        self.offered = tuple(self._choice(pair) for pair in pairs)
        self.keys: dict[str, Any] = {self._value(pair["key"]): self._kept(pair["key"]) for pair in pairs}
        self._chosen = [self._value(pair["key"]) for pair in pairs if self._is_chosen(pair)]

    def with_none(self, label: str) -> None:
        """Offer one more choice, which sets None."""
        self.offered = (*self.offered, Choice(NONE, label))
        self.keys[NONE] = None

    @property
    def default(self) -> AnswerValue | None:
        """The value of the choice to start from."""
        return self._chosen[0] if self._chosen else None

    @property
    def defaults(self) -> AnswerValue | None:
        """The values of the choices to start from."""
        return tuple(self._chosen) or None

    def _choice(self, pair: Mapping[str, Any]) -> Choice:
        label = str(pair["label"])
        group = pair.get("group")
        return Choice(
            self._value(pair["key"]), f"{group}: {label}" if group else label, str(pair.get("help") or "")
        )

    def _value(self, key: Any) -> str:
        return author_name(key) if self.datatype in OBJECTS else str(key)

    def _kept(self, key: Any) -> Any:
        if self.datatype in OBJECTS:
            return self._objects.get(key)
        if DATATYPES.get(self.datatype) is DATATYPES["checkboxes"]:
            return key
        return from_key(self.datatype, key)

    def _is_chosen(self, pair: Mapping[str, Any]) -> bool:
        if pair.get("default"):
            return True
        default = getattr(self._default, "elements", self._default)
        if isinstance(default, Mapping):
            return bool(default.get(pair["key"], default.get(str(pair["key"]), False)))
        several = default if isinstance(default, list | set | tuple) else (default,)
        if default is None:
            return self._has_default and str(pair["key"]) == NONE
        return any(
            _same(each, pair["key"]) or self._is_called(each, pair) or self._is_value(each, pair)
            for each in several
        )

    def _is_value(self, default: Any, pair: Mapping[str, Any]) -> bool:
        """Say whether a number or a day is what a choice sets."""
        kept = self.keys[self._value(pair["key"])]
        return isinstance(default, int | float | datetime.date | datetime.time) and bool(kept == default)

    def _is_called(self, default: Any, pair: Mapping[str, Any]) -> bool:
        """Say whether a choice of one is meant by its label, as an author may."""
        is_one = DATATYPES.get(self.datatype) is not DATATYPES["checkboxes"]
        return is_one and isinstance(default, str) and default == str(pair["label"])


def _same(default: Any, key: Any) -> bool:
    """Say whether a default is a choice; an object is one by its name, for its words may not be known yet."""
    if isinstance(default, str | int | float):
        return str(default) == str(key)
    name = getattr(default, "instanceName", None)
    return name is not None and isinstance(key, str) and name == author_name(key)


def _by_values(datatype: str, values: set[str]) -> str:
    """A field whose only keys are True, False and None is a yes or no to docassemble."""
    is_several = DATATYPES.get(datatype) is DATATYPES["checkboxes"] or datatype in OBJECTS
    if is_several or not values or values - _BOOLEAN - {NONE}:
        return datatype
    return "threestate" if NONE in values else "boolean"
