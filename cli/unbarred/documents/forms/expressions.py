"""The small expressions of a mapping: what they are worth for these answers, or why they cannot be told."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from jinja2 import TemplateSyntaxError, nodes
from jinja2.exceptions import SecurityError, UndefinedError
from jinja2.runtime import Undefined

from unbarred.documents.filling.customs import Customs
from unbarred.documents.filling.guarding import guarded_environment
from unbarred.errors import nearest
from unbarred.quoting import quoted

_DEEPEST = 5


class CannotTell(Exception):
    """An expression has no value for these answers; the message never holds an answer."""


Evaluate = Callable[..., object]


class Expressions:
    """Reads expressions and texts with tags, with the filters of a place; what it has read once, it keeps."""

    def __init__(self, customs: Customs) -> None:
        """Take the customs of the place whose paper it is."""
        self.customs = customs
        self._read: dict[str, Evaluate] = {}
        # The text of a PDF field is no markup: nothing is escaped.
        self._environment = guarded_environment().overlay(autoescape=False)
        self._environment.filters = {**self._environment.filters, **customs.filters()}

    def fault_in(self, source: str, *, is_template: bool) -> str:
        """Return what is wrong with the spelling of `source`, or nothing."""
        try:
            if is_template:
                self._environment.from_string(source)
            else:
                self._expression(source)
            tree = self._environment.parse(source if is_template else f"{{{{ {source} }}}}")
        except TemplateSyntaxError as fault:
            return f"This is not an answer or an expression: {str(fault.message).rstrip('.')}."
        if any(part.find(nodes.Name) is None for part in tree.find_all((nodes.Sub, nodes.Div))):
            # 2026-11-21 would be 1994, and 914-555-1000 nobody's number.
            return "This would be reckoned. Write a day, or a number with strokes in it, under “words”."
        return ""

    def value_of(self, source: str, context: Mapping[str, object], *, is_template: bool) -> object:
        """Return what `source` is worth: any value for an expression, a text for a text with tags.

        None is what the person left for later; a text with a tag that prints nothing is left as a
        whole. Raises `CannotTell`.
        """
        try:
            if is_template:
                return self._text(source, context)
            value = self._expression(source)(context)
            if isinstance(value, Undefined):
                str(value)
            return value
        except UndefinedError as fault:
            raise CannotTell(_missing(fault.message or "", context)) from fault
        except SecurityError as fault:
            raise CannotTell("This reaches for what is no answer.") from fault
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError, RecursionError) as fault:
            raise CannotTell("An answer is not of the kind that this needs.") from fault

    def _expression(self, source: str) -> Evaluate:
        if source not in self._read:
            self._read[source] = self._environment.compile_expression(source, undefined_to_none=False)
        return self._read[source]

    def _text(self, source: str, context: Mapping[str, object]) -> str | None:
        is_left = False

        def finalize(value: object) -> object:
            nonlocal is_left
            is_left = is_left or value is None
            return "" if value is None else self.customs.said(value)

        text = self._environment.overlay(finalize=finalize).from_string(source).render(context)
        return None if is_left or not text.strip() else text


@lru_cache(maxsize=4)
def expressions_for(customs: Customs) -> Expressions:
    """Return what reads expressions by `customs`: the hundredth form is filled by what the first has read."""
    return Expressions(customs)


def _missing(message: str, context: Mapping[str, object]) -> str:
    """Return which name the answers do not have, with those that are nearly it."""
    name = next(iter(reversed(re.findall(r"'([^']*)'", message))), "what this needs")
    return f"The answers do not have {quoted(name)}. {nearest(name, sorted(_names(context)))}".rstrip()


def _names(things: Mapping[str, object], depth: int = 0) -> set[str]:
    """Return the names of all variables and of what they are made of."""
    names = set(things)
    for thing in things.values() if depth < _DEEPEST else ():
        first = thing[0] if isinstance(thing, list) and thing else thing
        names |= _names(vars(first), depth + 1) if hasattr(first, "__dict__") else set()
    return names
