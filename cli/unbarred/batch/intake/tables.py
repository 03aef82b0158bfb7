"""What every file of intake is read as: tables of cells, row by row, never all at once."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Protocol

CellValue = str | int | float | Decimal | bool | datetime.date | datetime.time | list[str] | None


class Trouble(StrEnum):
    """Why what a cell shows cannot be taken as an answer, or only with care."""

    ERROR = "error"
    """It shows an error of the spreadsheet, such as `#N/A`; the value is that text."""
    UNCALCULATED = "uncalculated"
    """A formula whose result the file does not have: it was never opened in a spreadsheet program."""
    MERGED = "merged"
    """It is covered by a cell that was merged over it; what that one shows may be meant for it too."""
    NO_DATE = "no date"
    """It is shown as a date, but its number is none."""
    NO_YEAR = "no year"
    """It is shown as a date without its year; the value is the whole date, its year perhaps made up."""


@dataclass(frozen=True)
class Cell:
    """What stands in one cell, with blanks around it taken off; None if nothing does."""

    value: CellValue = None
    trouble: Trouble | None = None
    is_formula: bool = False
    shown: str = ""
    """As the sheet shows it, for messages; "" if that is `str(value)`."""


@dataclass(frozen=True)
class Row:
    """One row that has anything in it; `number` as the program shows it, counted from 1."""

    number: int
    cells: Sequence[Cell]
    """From the first column on; columns that the row does not reach are left out."""
    is_hidden: bool = False
    file: str = ""
    """The name of the row's own file, in a folder where each row is one."""
    fault: str = ""
    """Why nothing of the row can be read, as one sentence: a line that is not JSON; it has no cells then."""


@dataclass(frozen=True)
class Heading:
    """A column: its number counted from 0, its letters (`""` where a file has none), and what is above it."""

    index: int
    letters: str
    text: str
    variable: str = ""
    """The name of the answer, where the sheet has it in a row of its own."""


class Table(Protocol):
    """One sheet, or one file that is one."""

    file: str
    """The file's name without folders; "" for standard input."""
    name: str
    """The sheet's name; "" where there is none."""
    headings: Sequence[Heading]
    remarks: Sequence[str]
    """What was found out about the file and must be said, such as “Read as Windows-1252, with semicolons”.

    Grows while rows are read: what stands far down is known only then.
    """

    def rows(self) -> Iterator[Row]:
        """Yield the rows below the headings; each call begins again.

        Raises `UserError` with file and row where the file is damaged.
        """
