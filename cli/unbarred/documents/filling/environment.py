"""The Jinja environment that fills templates: whatever the caller's is, made safe.

What a caller's environment keeps: its undefined class, filters, tests, globals
and extensions, because those belong to whoever runs the interview. What it
gets from here: every printed value is escaped once, at the border, after all
filters, `~`, `+` and joins; nothing is computed while compiling.
"""

from __future__ import annotations

from jinja2 import Environment, StrictUndefined

from unbarred.documents.filling.code import PartGenerator
from unbarred.documents.filling.customs import Customs
from unbarred.documents.filling.printing import Printer, Spot


class NoValue(StrictUndefined):
    """A variable without a value: an error however it is used, also in a function's f-string."""

    __slots__ = ()

    def __format__(self, _form: str) -> str:
        return str(self)


def strict_environment() -> Environment:
    """Return an environment in which a variable without a value is an error."""
    return Environment(undefined=NoValue, autoescape=True)


def filling_environment(base: Environment, printer: Printer, customs: Customs | None = None) -> Environment:
    """Return `base` as it fills templates through `printer`; `base` itself is not changed.

    `customs` brings the filters that write as a place does; without, those of `base` stay.
    """
    # Not optimized: what `{{ "Yes" | word }}` says depends on the language of the day it is filled.
    environment = base.overlay(autoescape=True, optimized=False)
    environment.finalize = None
    environment.code_generator_class = PartGenerator
    environment.filters = {
        **base.filters,
        **(customs.filters() if customs else {}),
        # Jinja's own would let an answer write into the document's XML.
        "safe": str,
        Spot.TEXT: printer.text,
        Spot.WORDS: printer.words,
        Spot.XML: printer.xml,
    }
    return environment
