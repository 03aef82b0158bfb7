"""What the cells of a column tell about it, without being told themselves."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from unbarred.batch.columns.asked import Column
from unbarred.batch.intake.tables import CellValue, Table
from unbarred.batch.matching.days import Order, read_day
from unbarred.batch.matching.reading import careful
from unbarred.batch.matching.unclear import Unclear
from unbarred.screens import Field, FieldKind, Problem, read_field

_ROWS = 2000
_DIFFERENT = 200
_SLASHED = re.compile(r"\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*\d{2,4}\b.*")


@dataclass
class Evidence:
    """The values of one column, as far as they were looked at."""

    filled: int = 0
    is_all_different: bool = True
    _seen: dict[str, CellValue] = field(default_factory=dict, repr=False)

    @property
    def values(self) -> list[CellValue]:
        """Different ones, in the order of the sheet."""
        return list(self._seen.values())

    def take(self, value: CellValue) -> None:
        """Take note of a value."""
        self.filled += 1
        if str(value) in self._seen:
            self.is_all_different = False
        elif len(self._seen) < _DIFFERENT:
            self._seen[str(value)] = value

    def kinds(self) -> list[str]:
        """Return what kind of value two examples are."""
        return list(dict.fromkeys(kind_of(value) for value in self.values))[:2]

    def fit(self, column: Column) -> float:
        """Return how many of the values can be such an answer, from 0 to 1; 1 for a column without any."""
        if not self.values:
            return 1.0
        wrong = self.unlike(column)
        return 1 - len(wrong) / len(self.values)

    def unlike(self, column: Column) -> list[CellValue]:
        """Return the values that are no such answer."""
        asked = Field(
            column.name,
            column.kind,
            choices=column.choices,
            takes_other=column.takes_other,
            none_label=column.none_label,
        )
        return [value for value in self.values if not _is_answer(asked, value)]


def look(table: Table) -> Mapping[int, Evidence]:
    """Return the evidence of each column that has anything in it, from the first rows of a sheet."""
    found: dict[int, Evidence] = {}
    for count, row in enumerate(table.rows()):
        if count >= _ROWS:
            break
        for index, cell in enumerate(row.cells):
            if cell.value is not None and cell.value != "" and cell.trouble is None:
                found.setdefault(index, Evidence()).take(cell.value)
    return found


def kind_of(value: CellValue) -> str:
    """Return what a value looks like, in words that do not say it."""
    if isinstance(value, bool):
        return "yes or no"
    if isinstance(value, int | float | Decimal):
        return "a number"
    if isinstance(value, datetime.date | datetime.time):
        return "a time" if isinstance(value, datetime.time) else "a day"
    if isinstance(value, list):
        return "several texts"
    return _kind_of_text(str(value))


def order_of(columns: list[Evidence]) -> Order:
    """Return the order in which days are written, where the columns with days show one."""
    matches = [_SLASHED.fullmatch(str(value)) for each in columns for value in each.values]
    pairs = [(int(match[1]), int(match[2])) for match in matches if match]
    is_day_first = any(first > 12 for first, _ in pairs)
    is_month_first = any(second > 12 for _, second in pairs)
    if is_day_first == is_month_first:
        return Order.UNKNOWN
    return Order.DAY_FIRST if is_day_first else Order.MONTH_FIRST


def _kind_of_text(text: str) -> str:
    if _SLASHED.fullmatch(text):
        return "a day in numbers"
    try:
        if isinstance(read_day(text), datetime.date):
            return "a day"
    except Unclear:
        return "a number" if text.isdecimal() else "a day in two ways"
    if re.fullmatch(r"[^@\s]+@[^@\s]+", text):
        return "an e-mail address"
    if text.casefold() in ("yes", "no", "y", "n", "true", "false"):
        return "yes or no"
    if re.fullmatch(r"[+-]?[\d,. ]+", text):
        return "a number"
    if sum(each.isdigit() for each in text) >= 4 and len(text) <= 24:
        return "a number with signs or letters"
    words = len(text.split())
    return "one word" if words == 1 else f"{words} words" if words <= 6 else "a longer text"


def _is_answer(asked: Field, value: CellValue) -> bool:
    if asked.kind is FieldKind.DATE and isinstance(value, str) and _SLASHED.fullmatch(value):
        return True
    clear = careful(asked, value)
    return not isinstance(clear, Problem) and not isinstance(read_field(asked, clear), Problem)
