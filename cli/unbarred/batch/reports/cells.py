"""Text in cells that no spreadsheet program takes for a formula, whoever wrote it."""

from __future__ import annotations

import copy
import math
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

_BEGINS_A_FORMULA = re.compile(r"[\s\u00a0\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20\u2212|]|[\t\r\n]")
_NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LONGEST = 32_000
"""Characters. Excel takes 32,767 in a cell."""
_LINE = 15.0
"""Points."""
_MOST_LINES = 20
"""Excel takes some more; nobody reads a row that fills the window."""


def could_run(text: str) -> bool:
    """Say whether some program would take a cell with this text for a formula or a command."""
    return _BEGINS_A_FORMULA.match(text) is not None


def for_csv(value: object) -> str:
    """Return what stands for `value` in a CSV file: an apostrophe before what could run."""
    text = "" if value is None else str(value)
    text = text.replace("\0", "").encode("utf-8", "replace").decode()
    return f"'{text}" if could_run(text) else text


def cell(sheet: WriteOnlyWorksheet, value: object, like: Any = None, **styles: Any) -> Any:
    """Return a cell of a workbook with `value`; text stays text whatever it begins with.

    `styles` are attributes of an openpyxl cell, such as `font` and `comment`. To give many cells the
    same is quicker by `like`, a cell that has it.
    """
    from openpyxl.cell import WriteOnlyCell

    made = WriteOnlyCell(sheet)
    if like is not None:
        made._style = copy.copy(like._style)
    if isinstance(value, str):
        made.value = _NOT_IN_XML.sub("\ufffd", value)[:_LONGEST]
        if value:
            made.data_type = "s"
            if could_run(value):
                made.quotePrefix = True
    else:
        made.value = value
    for name, style in styles.items():
        setattr(made, name, style)
    return made


def append(sheet: WriteOnlyWorksheet, number: int, row: list[Any], widths: Sequence[int]) -> None:
    """Append row `number`, as high as its wrapped texts need in columns of these widths, in signs."""
    lines = [_lines(getattr(each, "value", each), width) for each, width in zip(row, widths, strict=False)]
    most = min(max(lines, default=1), _MOST_LINES)
    if most > 1:
        sheet.row_dimensions[number].height = _LINE * most
    sheet.append(row)
    # It is written; with a hundred thousand rows the heights would fill the memory.
    sheet.row_dimensions.pop(number, None)


def _lines(value: object, width: int) -> int:
    if not isinstance(value, str):
        return 1
    return sum(max(1, math.ceil(len(line) * 1.1 / width)) for line in value.split("\n"))
