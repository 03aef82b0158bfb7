"""Drop-downs of a workbook that is written row by row."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from unbarred.batch.columns.asked import Column
from unbarred.batch.reports import cells
from unbarred.batch.workbook.choosing import LISTS, NO, YES
from unbarred.screens import FieldKind

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

_LONGEST = 255
"""Signs that a drop-down may have in its own place."""


class Choices:
    """The drop-downs of one workbook; those that do not fit into their place stand in a hidden sheet."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._lists: dict[tuple[str, ...], str] = {}

    def offer(self, sheet: WriteOnlyWorksheet, area: str, column: Column) -> None:
        """Offer in the cells of `area` the answers to the question of `column`, if they are a list."""
        from openpyxl.worksheet.datavalidation import DataValidation

        labels = _labels(column)
        if not labels:
            return
        inline = ",".join(labels)
        fits = len(inline) <= _LONGEST and not any(re.search(r"[,\";=]|^\s|\s$", each) for each in labels)
        made = DataValidation(
            "list", allow_blank=True, formula1=f'"{inline}"' if fits else self._name(labels)
        )
        # What stands there now may be none of them, and has to be seen.
        made.showErrorMessage = False
        made.add(area)
        sheet.data_validations.append(made)

    def close(self) -> None:
        """Write the hidden sheet; call it after all others."""
        if not self._lists:
            return
        sheet = self._book.create_sheet(LISTS)
        sheet.sheet_state = "hidden"
        for row in itertools.zip_longest(*self._lists):
            sheet.append([None if each is None else cells.cell(sheet, each) for each in row])

    def _name(self, labels: tuple[str, ...]) -> str:
        from openpyxl.utils import get_column_letter
        from openpyxl.workbook.defined_name import DefinedName

        if labels not in self._lists:
            number = len(self._lists) + 1
            name, letters = f"choices_{number}", get_column_letter(number)
            place = f"{LISTS}!${letters}$1:${letters}${len(labels)}"
            self._book.defined_names[name] = DefinedName(name, attr_text=place)
            self._lists[labels] = name
        return self._lists[labels]


def _labels(column: Column) -> tuple[str, ...]:
    if column.kind is FieldKind.YES_NO:
        return (YES, NO)
    if column.kind in (FieldKind.ONE_OF, FieldKind.SOME_OF):
        return tuple(each.label for each in column.choices)
    return ()


def widths(headings: Sequence[str]) -> list[int]:
    """Return how wide columns with these headings are, in signs."""
    return [min(max(len(each) // 2 + 4, 14), 40) for each in headings]
