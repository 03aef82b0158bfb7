"""A cell of an ODS workbook, from its attributes and its text."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from unbarred.batch.intake.moments import Shows, moment, time_of
from unbarred.batch.intake.tables import Cell, CellValue, Trouble
from unbarred.batch.intake.texts import elapsed, number_of, percent, text_cell, tidy

_DURATION = re.compile(r"(-?)P(?:(\d+)D)?T?(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:[.,]\d+)?S)?")
_ZEROS = re.compile(r"[0-9][0-9-]*[0-9]")
_TRUTH = {"TRUE": True, "FALSE": False}
"""What is shown of the formula by which LibreOffice keeps a yes or no that came from Excel."""
_ANY_DATE = Shows(year=True, month=True, day=True, time=True)
_NO_DAY = datetime.date(1899, 12, 30)
"""What the number 0 is, shown as a date."""
_DAY = 86_400


def cell_of(attributes: Mapping[str, str], text: str, shows: Shows | None) -> Cell:
    """Return the cell; `shows` is what its style shows of a date. Raises `ValueError` for a damaged one."""
    is_formula = "table:formula" in attributes
    if attributes.get("calcext:value-type") == "error":
        return Cell(tidy(text), Trouble.ERROR, is_formula=True)
    kind = attributes.get("office:value-type", "")
    if kind in ("", "string"):
        if is_formula and not kind and not text:
            return Cell(None, Trouble.UNCALCULATED, is_formula=True)
        return text_cell(text or attributes.get("office:string-value", ""), is_formula=is_formula)
    if kind == "boolean":
        return Cell(attributes.get("office:boolean-value") == "true", is_formula=is_formula)
    if kind == "date":
        return _date(attributes.get("office:date-value", ""), shows or _ANY_DATE, is_formula=is_formula)
    if kind == "time":
        return Cell(_time(attributes.get("office:time-value", ""), shows), is_formula=is_formula)
    if text in _TRUTH and attributes.get("office:value") in ("0", "1"):
        return Cell(_TRUTH[text])
    value = attributes.get("office:value", "")
    number = number_of(value) if value else None
    if number is None:
        return text_cell(text, is_formula=is_formula)
    if kind == "percentage":
        return Cell(percent(number), is_formula=is_formula)
    return Cell(_padded(number, text) or number, is_formula=is_formula)


def _padded(number: int | Decimal, text: str) -> str:
    """Return the digits that are shown, if a number is shown with zeros before it or hyphens in it."""
    shown = tidy(text)
    if not isinstance(number, int) or shown == str(number) or not _ZEROS.fullmatch(shown):
        return ""
    return shown if int(shown.replace("-", "")) == number else ""


def _date(written: str, shows: Shows, *, is_formula: bool) -> Cell:
    try:
        at = datetime.datetime.fromisoformat(written[:19])
    except ValueError:
        return Cell(written, Trouble.NO_DATE, is_formula)
    if at.date() == _NO_DAY:
        return Cell(0, Trouble.NO_DATE, is_formula)
    seconds = at.hour * 3600 + at.minute * 60 + at.second
    if not shows.is_date:
        return Cell(time_of(seconds), is_formula=is_formula)
    return replace(moment(at.date(), seconds, shows), is_formula=is_formula)


def _time(written: str, shows: Shows | None) -> CellValue:
    found = _DURATION.fullmatch(written)
    if found is None:
        return tidy(written)
    days, hours, minutes, rest = (int(found[group] or 0) for group in range(2, 6))
    seconds = days * _DAY + hours * 3600 + minutes * 60 + rest
    if found[1] or seconds >= _DAY or (shows is not None and shows.elapsed):
        return elapsed(-seconds if found[1] else seconds)
    return time_of(seconds)
