"""Datatypes for a number that may be left out: it is None then, and never 0.

docassemble makes 0 of a blank `integer`, and the law would take it for a 0 that
somebody typed. In an interview:

    modules:
      - .optional_numbers
    ---
    question: How many days of jail time do you have?
    fields:
      - no label: custody.jail_days
        datatype: optional_integer
        min: 0
        max: 20000
        required: False

They take the `min` and `max` of docassemble's own numbers. `optional_integer` gives
an int, `optional_number` a float.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, ClassVar

from docassemble.base.util import CustomDataType, DAValidationError, word

__all__ = ()
"""Datatypes go by their names in `datatype:`; an interview needs nothing of this as a variable."""

_BLANK = ("", "None")
"""What comes for an empty field: from a page, and where a page sent nothing for it."""

_IN_BOUNDS = """\
$.validator.addMethod("numberinbounds", function (value, element) {
  var least = element.dataset.min, most = element.dataset.max, number = Number(value);
  return this.optional(element) || !((least && number < Number(least)) || (most && number > Number(most)));
});
"""
"""docassemble writes `min` and `max` of such a datatype into its page, and leaves the check to it."""


class OptionalNumber(CustomDataType):  # type: ignore[misc]
    """A number with or without a fraction, or None."""

    name = "optional_number"
    input_type = "number"
    javascript = _IN_BOUNDS
    jq_rule: ClassVar[list[str]] = ["number", "numberinbounds"]
    jq_message: ClassVar[dict[str, str]] = {
        "number": "You need to enter a number.",
        "numberinbounds": "This number is too small or too large.",
    }

    pattern = re.compile(r"[-+]?(\d+\.?\d*|\.\d+)", re.ASCII)
    refusal = "You need to enter a number."
    number: type[int | float] = float

    @classmethod
    def validate(cls, item: object, variable_name: str, data: Mapping[str, Any]) -> bool:
        """Accept a blank, or a number in the field's bounds; raise docassemble's error for anything else."""
        text = _plain(item)
        if text in _BLANK:
            return True
        if not cls.pattern.fullmatch(text):
            raise DAValidationError(word(cls.refusal))
        least, most = data.get("min", ""), data.get("max", "")
        if least != "" and float(text) < float(least):
            raise DAValidationError(word("You need to enter a number that is at least %s.") % least)
        if most != "" and float(text) > float(most):
            raise DAValidationError(word("You need to enter a number that is at most %s.") % most)
        return True

    @classmethod
    def transform(cls, item: object) -> float | None:
        """Return the number, or None."""
        text = _plain(item)
        return None if text in _BLANK else cls.number(text)

    @classmethod
    def default_for(cls, item: object) -> str:
        """Return how a number stands in the field when it is shown again."""
        return "" if item is None else str(item)


class OptionalInteger(OptionalNumber):
    """A whole number, or None."""

    name = "optional_integer"
    jq_rule: ClassVar[list[str]] = ["number", "integer", "numberinbounds"]
    jq_message: ClassVar[dict[str, str]] = OptionalNumber.jq_message | {
        "integer": "Please enter a whole number."
    }

    pattern = re.compile(r"[-+]?\d+", re.ASCII)
    refusal = "Please enter a whole number."
    number = int


def _plain(item: object) -> str:
    """Return the text without what people write between thousands."""
    return str(item).replace(",", "").strip()
