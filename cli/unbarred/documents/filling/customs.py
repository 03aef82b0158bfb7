"""Days, money, numbers and lists of names as a place writes them.

The filters have the names that docassemble gives them, so that a template
serves an interview and a file of answers. The conventions are those of
Unicode's CLDR, from Babel; which comes first, day or month, the caller says:
the law data hold it for each place.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from jinja2.runtime import Undefined
from markupsafe import Markup

from unbarred.documents.errors import TemplateFault
from unbarred.documents.filling.marks import marked

if TYPE_CHECKING:
    from babel import Locale

Filter = Callable[..., object]


@dataclass(frozen=True)
class Customs:
    """How one place writes: its language and territory (`en`, `KE`), and how it writes a day."""

    territory: str = "US"
    language: str = "en"
    write_day: Callable[[datetime.date], str] | None = None
    """By default as CLDR has it, at full length: `June 30, 1984`, `30 June 1984`."""

    @property
    def _locale(self) -> Locale:
        from babel import Locale, UnknownLocaleError

        try:
            return Locale(self.language, self.territory)
        except UnknownLocaleError:
            return Locale(self.language)

    def said(self, value: object) -> object:
        """Return a value that is printed as it is, in the words of the place; text stays as it is."""
        if isinstance(value, datetime.datetime):
            return f"{self.day(value.date())}, {self.time(value.time())}"
        if isinstance(value, datetime.date):
            return self.day(value)
        if isinstance(value, datetime.time):
            return self.time(value)
        if isinstance(value, bool):
            return value
        if isinstance(value, float | Decimal):
            return self.number(value)
        if isinstance(value, list | tuple):
            return self.listed(value)
        return value

    def day(self, day: datetime.date) -> str:
        """Return a day at full length."""
        from babel.dates import format_date

        return self.write_day(day) if self.write_day else format_date(day, "long", self._locale)

    def time(self, time: datetime.time) -> str:
        """Return a time of the day, without seconds."""
        from babel.dates import format_time

        return str(format_time(time, "short", locale=self._locale))

    def number(self, number: float | Decimal) -> str:
        """Return a number with the marks of the place: `1,234.5`. Years and docket numbers are no numbers."""
        from babel.numbers import format_decimal

        return str(format_decimal(number, locale=self._locale, decimal_quantization=False))

    def money(self, amount: float | Decimal, decimals: bool = True) -> str:
        """Return an amount in the money of the place; `decimals` False leaves out its hundredths.

        Raises `TemplateFault` for a place that is no country.
        """
        from babel.numbers import format_currency, get_territory_currencies

        currencies = get_territory_currencies(self.territory)
        if not currencies:
            raise TemplateFault("An amount of money is printed for a place that has no money of its own.")
        currency = currencies[-1]
        if decimals:
            return str(format_currency(amount, currency, locale=self._locale))
        return str(format_currency(round(amount), currency, "¤#,##0", self._locale, currency_digits=False))

    def listed(self, items: Iterable[object], *, joined_by: str = "and") -> str:
        """Return items with commas, and `and` (or `or`) before the last, as the language does."""
        from babel.lists import format_list

        said = [None if item is None else self.said(item) for item in items]
        style: Literal["or", "standard"] = "or" if joined_by == "or" else "standard"
        if None in said:
            # What is left for later is a line to fill in, also amid a list.
            return Markup(format_list([*map(marked, said)], style, self._locale))  # noqa: S704 - escaped
        return str(format_list([*map(str, said)], style, self._locale))

    def filters(self) -> dict[str, Filter]:
        """Return the filters of a template, by name; each passes on what has no value, which then is told."""
        return {
            "comma_and_list": _passing_undefined(self.listed),
            "comma_list": _passing_undefined(lambda items: ", ".join(str(self.said(each)) for each in items)),
            "currency": _passing_undefined(self.money),
            "nice_number": _passing_undefined(self.number),
            "format_date": _passing_undefined(self.day),
            "format_time": _passing_undefined(self.time),
        }


def _passing_undefined(stock: Filter) -> Filter:
    def passing(value: object, *arguments: object, **named: object) -> object:
        if value is None or value == "" or isinstance(value, Undefined):
            return value
        return stock(value, *arguments, **named)

    return passing
