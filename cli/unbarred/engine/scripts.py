"""An author's JavaScript that shows or hides a field, run by an engine that can reach nothing.

Of what a browser offers only `val()`, which returns what is answered in a
field, is there. The engine has no files, no network and no clock to wait for.
"""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from unbarred.answers.values import LATER, AnswerValue
from unbarred.errors import ContentError

_SECONDS = 1
_BYTES = 16 * 2**20
_MEMBER = re.compile(r"(?P<holder>.+)\[(?P<quote>['\"])(?P<key>.*)(?P=quote)\]")

_VAL = """
const val = (name) => {
  const member = name.match(/^(.+)\\[['"](.*)['"]\\]$/);
  if (Object.hasOwn(given, name)) return given[name];
  if (member && Array.isArray(given[member[1]])) return given[member[1]].includes(member[2]);
  return undefined;
};
const getField = (name) => (Object.hasOwn(given, name) ? {value: given[name]} : null);
"""


@dataclass(frozen=True)
class ShownByScript:
    """A field is shown if a JavaScript expression is true, or (`holds` false) if it is not."""

    expression: str
    decided_by: tuple[str, ...]
    holds: bool = True
    inverted: frozenset[str] = frozenset()
    """Fields whose variable is true where the person says no."""

    def is_met(self, given: Mapping[str, AnswerValue]) -> bool:
        """Run the expression. Raises `ContentError` if it fails or does not end."""
        known = {name: self._plain(name, given[name]) for name in self.decided_by if name in given}
        return _is_true(self.expression, json.dumps(known)) is self.holds

    def _plain(self, name: str, value: AnswerValue) -> Any:
        """The value that `val()` returns in a browser."""
        if isinstance(value, bool):
            return value is not (name in self.inverted)
        if value is LATER:
            return ""
        if isinstance(value, Decimal):
            return float(value)
        if isinstance(value, datetime.date | datetime.time):
            return value.isoformat()
        return list(value) if isinstance(value, tuple) else value


@cache
def _is_true(expression: str, given: str) -> bool:
    import quickjs

    context = quickjs.Context()
    context.set_memory_limit(_BYTES)
    context.set_time_limit(_SECONDS)
    try:
        context.eval(f"const given = {given};{_VAL}")
        return bool(context.eval(f"Boolean({expression}\n)"))
    except quickjs.JSException as error:
        # The error's own words could quote an answer.
        raise ContentError(
            "The JavaScript that shows or hides a field failed.",
            "An author must mend it; of a browser, only val() is there.",
        ) from error
