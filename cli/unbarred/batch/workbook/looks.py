"""How cells of the workbook look: fonts, bands, and formats of numbers and dates."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from unbarred.batch.columns.asked import Column
from unbarred.screens import FieldKind

if TYPE_CHECKING:
    from openpyxl.cell import Cell

DAY = "d mmm yyyy"
"""The month in letters: no two readings."""
TEXT = "@"
NUMBER = "General"
"""Shown as typed: a format for whole numbers would show 2.5 as 3."""

_FORMATS = {
    FieldKind.DATE: DAY,
    FieldKind.DATE_TIME: f"{DAY} h:mm",
    FieldKind.TIME: "h:mm",
    FieldKind.INTEGER: NUMBER,
    FieldKind.NUMBER: NUMBER,
}

_BANDS = ("DCE6F1", "F7F7F7")
"""Of sections in turn; one is darker than the other without colour too."""
_EXAMPLE = "F2F2F2"
_LINE = "8A8F98"
_INK = "1F2937"
_GREY = "595959"
FACE, SIZE = "Arial", 10
"""A typeface that every spreadsheet program has, or has one as wide."""
_THIN = "C9CDD3"
_UNSOUND = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_MOST_SIGNS = 32_767
"""That a cell can hold."""
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


def number_format(column: Column, place: str) -> str:
    """Return the format of the cells below a column's heading."""
    if column.kind is FieldKind.CURRENCY:
        return money(place)
    return _FORMATS.get(column.kind, TEXT)


def money(place: str) -> str:
    """Return the format of amounts in the money of `place`, such as `us-ny`; without a sign if unknown."""
    from babel import Locale, UnknownLocaleError
    from babel.numbers import get_currency_symbol, get_territory_currencies

    territory = place.partition("-")[0].upper()
    codes = get_territory_currencies(territory) if territory else []
    if not codes:
        return "#,##0.00"
    try:
        locale = Locale("en", territory)
    except UnknownLocaleError:
        locale = Locale("en")
    sign = get_currency_symbol(codes[0], locale).replace('"', "")
    gap = " " if sign[-1:].isalpha() else ""
    return f'"{sign}{gap}"#,##0.00'


def sound(text: str) -> str:
    """Return `text` without what no XML file can hold."""
    return _UNSOUND.sub("", text)


def put(cell: Cell, text: str) -> None:
    """Write `text` as a text, whatever it begins with."""
    text = sound(text)[:_MOST_SIGNS]
    cell.value = text
    cell.data_type = "s"
    if text.startswith(_FORMULA_SIGNS):
        cell.quotePrefix = True


def heading(cell: Cell, section: int, *, begins: bool) -> None:
    """Make a cell a heading of the so-many-th section, whose first column has a line before it."""
    from openpyxl.styles import Alignment, Font, PatternFill

    cell.font = Font(name=FACE, size=SIZE, bold=True, color=_INK)
    cell.fill = PatternFill("solid", fgColor=_BANDS[section % len(_BANDS)])
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    cell.border = _border(begins=begins, below=True)


def variable(cell: Cell) -> None:
    """Make a cell one of the hidden names."""
    from openpyxl.styles import Font

    cell.font = Font(name=FACE, size=8, color=_GREY)
    cell.number_format = TEXT


def example(cell: Cell, *, begins: bool) -> None:
    """Make a cell one of the example, which nobody is to change."""
    from openpyxl.styles import Alignment, Font, PatternFill

    cell.font = Font(name=FACE, size=SIZE, italic=True, color=_GREY)
    cell.fill = PatternFill("solid", fgColor=_EXAMPLE)
    cell.alignment = Alignment(horizontal="left", vertical="top")
    cell.border = _border(begins=begins, below=True)


def below(dimension: Any, *, form: str, wraps: bool, begins: bool) -> None:
    """Give all cells below the headings of a column their look, and let them be written to."""
    from openpyxl.styles import Alignment, Font, Protection

    dimension.font = Font(name=FACE, size=SIZE)
    dimension.number_format = form
    dimension.alignment = Alignment(horizontal="left", wrap_text=wraps, vertical="top")
    dimension.protection = Protection(locked=False)
    dimension.border = _border(begins=begins, below=False)


def unused(dimension: Any) -> None:
    """Hide columns after the last, and unlock them: Excel deletes no row that has a locked cell."""
    from openpyxl.styles import Protection

    dimension.hidden = True
    dimension.protection = Protection(locked=False)


def _border(*, begins: bool, below: bool) -> Any:
    from openpyxl.styles import Border, Side

    left = Side("medium", color=_LINE) if begins else Side("thin", color=_THIN)
    return Border(left=left, bottom=Side("thin", color=_LINE if below else _THIN))
