"""The Jinja environment that fills templates: whatever the caller's is, made safe.

What a caller's environment keeps: its undefined class, filters, tests, globals
and extensions, because those belong to whoever runs the interview. What it
gets from here: every printed value is escaped once, at the border, after all
filters, `~`, `+` and joins; nothing is computed while compiling.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache, wraps

from jinja2 import Environment, StrictUndefined, pass_eval_context
from jinja2.filters import make_attrgetter
from jinja2.nodes import EvalContext

from unbarred.documents.filling.code import PartGenerator
from unbarred.documents.filling.customs import Customs, Filter
from unbarred.documents.filling.printing import JOIN, Printer, Spot

_OF_TEXTS = (
    "capitalize center e escape forceescape indent lower replace string striptags title trim truncate upper "
    "urlencode wordwrap"
).split()


class NoValue(StrictUndefined):
    """A variable without a value: an error however it is used, also in a function's f-string."""

    __slots__ = ()

    def __format__(self, _form: str) -> str:
        return str(self)


def strict_environment() -> Environment:
    """Return an environment in which a variable without a value is an error."""
    return Environment(undefined=NoValue, autoescape=True)


def _leaving_blanks(stock: Mapping[str, Filter], printer: Printer) -> dict[str, Filter]:
    """Return the filters of texts, which print None as a word, such that it stays a line to fill in."""
    filters = {name: _passing_none(stock[name]) for name in _OF_TEXTS if name in stock}
    join = stock.get("join")
    return filters | ({"join": _joining(join, printer)} if join else {})


@lru_cache
def _passing_none(stock: Filter) -> Filter:
    # Some are given Jinja's own state before the value.
    place = int(hasattr(stock, "jinja_pass_arg"))

    @wraps(stock)
    def passing(*arguments: object, **named: object) -> object:
        return None if arguments[place] is None else stock(*arguments, **named)

    return passing


def _joining(stock: Filter, printer: Printer) -> Filter:
    # An engine may have its own, which is not given Jinja's state.
    is_jinjas = hasattr(stock, "jinja_pass_arg")

    @pass_eval_context
    def joining(
        state: EvalContext, value: Iterable[object], d: str = "", attribute: str | int | None = None
    ) -> object:
        if attribute is not None and not is_jinjas:
            return stock(value, d, attribute)
        of = None if attribute is None else make_attrgetter(state.environment, attribute)
        items = list(map(of, value) if of else value)
        if any(item is None for item in items):
            return printer.joined([piece for item in items for piece in (d, item)][1:])
        return stock(state, items, d) if is_jinjas else stock(items, d)

    return joining


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
        **_leaving_blanks(base.filters, printer),
        # Jinja's own would let an answer write into the document's XML.
        "safe": lambda value: None if value is None else str(value),
        JOIN: printer.joined,
        Spot.TEXT: printer.text,
        Spot.WORDS: printer.words,
        Spot.SPAN: printer.span,
        Spot.SHADE: printer.shade,
        Spot.XML: printer.xml,
    }
    return environment
