"""One client of a batch: her answers, and where in the sheet each of them stands."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

Raw = str | int | float | Decimal | bool | datetime.date | datetime.time | list[str] | None
"""What is given for one answer, typed as far as its file types it; None and "" are left for later."""


@dataclass(frozen=True)
class Spot:
    """A place in a file, in the words of the program that shows it."""

    file: str = ""
    """Its name without folders; "" for standard input."""
    sheet: str = ""
    row: int = 0
    """Counted from 1, headings included; in JSON Lines the line."""
    column: str = ""
    """Its letters, such as `AB`; "" where columns have none."""
    heading: str = ""
    """What stands above the column; where nothing does, the name of the answer."""

    def __str__(self) -> str:
        place = f"sheet {self.sheet}, row {self.row}" if self.sheet else f"row {self.row}"
        if not (self.column or self.heading):
            return place
        return (
            f"{place}, column {self.column} “{self.heading}”" if self.column else f"{place}, “{self.heading}”"
        )


@dataclass(frozen=True)
class RowProblem:
    """Why a client's row was not accepted: where, the question, what stands there, how to mend it."""

    message: str
    spot: Spot
    name: str = ""
    """The variable, such as `petitioner.birthdate`; "" where it is about the whole row."""
    question: str = ""
    """The question's words, as the interview asks it; "" where it is not about one."""
    value: str = ""
    """What stands in the cell, as it is shown there; "" if it is blank."""


@dataclass(frozen=True)
class Client:
    """A row of the main sheet, with what the other sheets have under the same key."""

    key: str
    """What the sheet calls her: a number of a case, a name. Unique in a batch."""
    spot: Spot
    """Her row in the main sheet; its `column` and `heading` are empty."""
    answers: Mapping[str, Raw]
    """By variable, such as `children[0].first_name`."""
    spots: Mapping[str, Spot]
    """Where each of the answers stands."""
    problems: tuple[RowProblem, ...] = ()
    """What is wrong with the row whatever the interview asks: two dates in one, an error in a cell."""
    unused: tuple[Spot, ...] = field(default=())
    """Cells with something in them, in columns that no question asks for."""
