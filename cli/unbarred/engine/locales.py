"""Number and currency formats by language and place, the same on every machine.

docassemble asks Python's `locale`, which asks the machine: its list of places
may be empty, and what is set holds for the whole process. Here the conventions
come from Babel's data, and the place that was set holds for one run.
"""

from __future__ import annotations

import importlib.util
from functools import cache
from types import ModuleType
from typing import Any

PLACE = "unbarred_place"
"""Where the globals of a run keep the place that the interview set."""

_DEFAULT = "en_US"
_NOT_SAID = 127


def locale_module() -> ModuleType:
    """Return what takes the place of `locale` in docassemble: its own arithmetic on Babel's conventions."""
    spec = importlib.util.find_spec("locale")
    assert spec is not None
    assert spec.loader is not None
    # A copy of the library's module: the process's own one, which others use, stays as it is.
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.localeconv = conventions  # type: ignore[attr-defined]
    module.setlocale = set_place  # type: ignore[attr-defined]
    return module


def conventions() -> dict[str, Any]:
    """Return the conventions of the run's place, in the form of `locale.localeconv`."""
    from docassemble.base.thread_context import get_globals

    return dict(_conventions(getattr(get_globals(), PLACE, _DEFAULT)))


def set_place(category: int, place: str | None = None) -> str:
    """Set the run's place, such as `de_CH.utf8`, and return it; without one, only return it.

    Raises `locale.Error` for a place that nobody knows, as the original does.
    """
    from locale import Error

    from babel import Locale, UnknownLocaleError
    from docassemble.base.thread_context import get_globals

    held = get_globals()
    if place:
        name = str(place).partition(".")[0].partition("@")[0]
        try:
            Locale.parse(name)
        except (UnknownLocaleError, ValueError) as error:
            raise Error(f"unsupported locale setting: {place}") from error
        setattr(held, PLACE, name)
    return str(getattr(held, PLACE, _DEFAULT))


@cache
def _conventions(place: str) -> dict[str, Any]:
    from babel import Locale
    from babel.numbers import get_currency_precision, get_currency_symbol, get_territory_currencies

    locale = Locale.parse(place)
    symbols = locale.number_symbols["latn"]
    currencies = get_territory_currencies(locale.territory or "")
    code = currencies[-1] if currencies else ""
    pattern = locale.currency_formats["standard"].pattern.partition(";")[0]
    precedes = pattern.startswith("¤")
    spaced = "\N{NO-BREAK SPACE}" in pattern
    grouping = [3, 0] if locale.decimal_formats[None].grouping[1] == 3 else [3, 2, 0]
    return {
        "decimal_point": symbols["decimal"],
        "thousands_sep": symbols["group"],
        "grouping": grouping,
        "mon_decimal_point": symbols["decimal"],
        "mon_thousands_sep": symbols["group"],
        "mon_grouping": grouping,
        "currency_symbol": get_currency_symbol(code, locale) if code else "",
        "int_curr_symbol": f"{code} ",
        "frac_digits": get_currency_precision(code) if code else _NOT_SAID,
        "int_frac_digits": get_currency_precision(code) if code else _NOT_SAID,
        "positive_sign": "",
        "negative_sign": symbols["minusSign"],
        "p_cs_precedes": int(precedes),
        "n_cs_precedes": int(precedes),
        "p_sep_by_space": int(spaced),
        "n_sep_by_space": int(spaced),
        "p_sign_posn": 1,
        "n_sign_posn": 1,
    }
