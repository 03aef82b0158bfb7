"""Drop-downs, and warnings where what is typed is no date or number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from unbarred.batch.columns.asked import MAIN, Column
from unbarred.batch.workbook import looks
from unbarred.screens import FieldKind

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.datavalidation import DataValidation
    from openpyxl.worksheet.worksheet import Worksheet

YES, NO = "Yes", "No"
LISTS = "Lists"
"""The hidden sheet with what drop-downs offer."""
_KEYS = "client_keys"
_LONGEST = 255
"""Signs that a drop-down may have in its own place; a longer one stands in a sheet."""

_FIRST, LAST = 4, 50_003
"""The rows that clients stand in."""


class Choosing:
    """The drop-downs of one workbook. Those that offer the same share their list."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._sheet: Worksheet | None = None
        self._named: dict[tuple[str, ...], str] = {}

    def below(self, sheet: Worksheet, letters: str, column: Column) -> None:
        """Help with what is typed below a column's heading."""
        made = self._for(column)
        if made is not None:
            sheet.add_data_validation(made)
            made.add(f"{letters}{_FIRST}:{letters}{LAST}")

    def of_clients(self, sheet: Worksheet, letters: str) -> None:
        """Offer the clients of the main sheet."""
        from openpyxl.workbook.defined_name import DefinedName

        if _KEYS not in self._book.defined_names:
            every = f"{MAIN}!$A${_FIRST}:$A${LAST}"
            filled = f"{MAIN}!$A${_FIRST}:INDEX({every},MAX(1,COUNTA({every})))"
            self._book.defined_names[_KEYS] = DefinedName(_KEYS, attr_text=filled)
        made = _warning(
            "list", f"The sheet {MAIN} has no such client. Use it all the same?", "No such client"
        )
        made.formula1 = _KEYS
        sheet.add_data_validation(made)
        made.add(f"{letters}{_FIRST}:{letters}{LAST}")

    def only_once(self, sheet: Worksheet, letters: str) -> None:
        """Warn where a client is there already."""
        made = _warning("custom", "There is a client of this name already. Use it all the same?", "Twice")
        made.formula1 = f"COUNTIF(${letters}${_FIRST}:${letters}${LAST},{letters}{_FIRST})=1"
        sheet.add_data_validation(made)
        made.add(f"{letters}{_FIRST}:{letters}{LAST}")

    def _for(self, column: Column) -> DataValidation | None:
        match column.kind:
            case FieldKind.YES_NO:
                return self._list((YES, NO), is_open=False)
            case FieldKind.ONE_OF if column.choices:
                return self._list([each.label for each in column.choices], is_open=column.takes_other)
            case FieldKind.SOME_OF if column.choices:
                made = self._list([each.label for each in column.choices], is_open=True)
                made.showInputMessage = True
                made.promptTitle = "One or several"
                made.prompt = "Choose one, or write several with semicolons between them."
                return made
            case FieldKind.DATE | FieldKind.DATE_TIME:
                made = _warning("date", "This is no date. Write it like this: 14 Mar 2031", "No date")
                # The first day that a spreadsheet knows, 1 January 1900.
                made.operator, made.formula1 = "greaterThanOrEqual", "1"
                return made
            case FieldKind.INTEGER:
                made = _warning("whole", "This is no whole number.", "No whole number")
            case FieldKind.NUMBER | FieldKind.CURRENCY:
                made = _warning("decimal", "This is no number.", "No number")
            case _:
                return None
        made.operator, made.formula1, made.formula2 = "between", "-999999999999", "999999999999"
        return made

    def _list(self, labels: Sequence[str], *, is_open: bool) -> DataValidation:
        from openpyxl.worksheet.datavalidation import DataValidation

        labels = [looks.sound(each) for each in labels]
        inline = ",".join(labels)
        # In its own place a comma would part a choice in two.
        fits = len(inline) <= _LONGEST and not any(re.search(r"[,\";=]|^\s|\s$", each) for each in labels)
        made = DataValidation(
            "list", allow_blank=True, formula1=f'"{inline}"' if fits else self._range(labels)
        )
        made.showErrorMessage = not is_open
        made.errorTitle = "Not one of the choices"
        made.error = "Choose one from the list, or leave it blank."
        return made

    def _range(self, labels: Sequence[str]) -> str:
        """Return the name of the range that has these labels."""
        from openpyxl.workbook.defined_name import DefinedName

        known = tuple(labels)
        if known not in self._named:
            if self._sheet is None:
                self._sheet = self._book.create_sheet(LISTS)
                self._sheet.sheet_state = "hidden"
                self._sheet.protection.sheet = True
            number = len(self._named) + 1
            for row, label in enumerate(known, 1):
                cell = self._sheet.cell(row, number)
                looks.put(cell, label)
                cell.number_format = looks.TEXT
            letters = self._sheet.cell(1, number).column_letter
            name = f"choices_{number}"
            place = f"{LISTS}!${letters}$1:${letters}${len(known)}"
            self._book.defined_names[name] = DefinedName(name, attr_text=place)
            self._named[known] = name
        return self._named[known]


def _warning(kind: str, text: str, title: str) -> DataValidation:
    from openpyxl.worksheet.datavalidation import DataValidation

    made = DataValidation(kind, allow_blank=True)
    made.showErrorMessage = True
    # A person may know better: what is typed all the same is looked at when the sheet is checked.
    made.errorStyle = "warning"
    made.errorTitle, made.error = title, text
    return made
