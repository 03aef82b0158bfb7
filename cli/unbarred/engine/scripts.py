"""An author's JavaScript that shows or hides a field, run by an engine that can reach nothing.

Of what a browser offers only `val()`, which returns what is answered in a
field, is there. The engine has no files, no network and no clock to wait for.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any

from unbarred.answers.values import LATER, AnswerValue
from unbarred.errors import ContentError

_SECONDS = 1
_BYTES = 16 * 2**20

_VAL = """
const val = (name) => {
  const member = name.match(/^(.+)\\[['"](.*)['"]\\]$/);
  if (Object.hasOwn(given, name)) return given[name];
  if (member && Array.isArray(given[member[1]])) return given[member[1]].includes(member[2]);
  return null;
};
const getField = (name) => (val(name) === null ? null : {value: val(name)});
"""


@dataclass(frozen=True)
class ShownByScript:
    """A field is shown if a JavaScript expression is true, or (`holds` false) if it is not."""

    expression: str
    decided_by: tuple[str, ...]
    holds: bool = True
    radios: frozenset[str] = frozenset()
    """Fields a browser shows as round buttons: what nobody pressed is null, `True` is no text but true."""
    inverted: frozenset[str] = frozenset()
    """Fields whose variable is true where the person says no."""

    def is_met(self, given: Mapping[str, AnswerValue]) -> bool:
        """Run the expression. Raises `ContentError` if it fails or does not end."""
        known = {name: self._plain(name, given[name]) for name in self.decided_by if name in given}
        return _is_true(self.expression, json.dumps(known)) is self.holds

    def _plain(self, name: str, value: AnswerValue) -> Any:
        """The value that `val()` returns in a browser: mostly what is typed, a number too, as text."""
        if name in self.radios:
            return self._of_radio(name, value)
        if isinstance(value, bool):
            return value
        if value is LATER:
            return ""
        if isinstance(value, tuple):
            return list(value)
        if isinstance(value, Decimal):
            return f"{value:f}"
        if isinstance(value, datetime.datetime | datetime.time):
            return value.isoformat(timespec="minutes")
        return str(value)

    def _of_radio(self, name: str, value: AnswerValue) -> Any:
        if value is LATER:
            return None
        pressed = {"True": True, "False": False}.get(str(value), str(value))
        return pressed is not (name in self.inverted) if isinstance(pressed, bool) else pressed


@lru_cache(maxsize=256)
def _is_true(expression: str, given: str) -> bool:
    import quickjs

    context = quickjs.Context()
    context.set_memory_limit(_BYTES)
    context.set_time_limit(_SECONDS)
    try:
        context.eval(f"const given = {given};{_VAL}")
        return bool(context.eval(f"Boolean({expression}\n)"))
    except quickjs.JSException:
        # The error's own words could quote an answer.
        raise ContentError(
            "The JavaScript that shows or hides a field failed.",
            "An author must mend it; of a browser, only val() is there.",
        ) from None
