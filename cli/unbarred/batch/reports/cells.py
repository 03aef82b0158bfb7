"""Text in cells that no spreadsheet program takes for a formula, whoever wrote it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

_BEGINS_A_FORMULA = re.compile(r"[\s\u00a0\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20\u2212|]|[\t\r\n]")
_NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LONGEST = 32_000
"""Characters. Excel takes 32,767 in a cell."""


def could_run(text: str) -> bool:
    """Say whether some program would take a cell with this text for a formula or a command."""
    return _BEGINS_A_FORMULA.match(text) is not None


def for_csv(value: object) -> str:
    """Return what stands for `value` in a CSV file: an apostrophe before what could run."""
    text = "" if value is None else str(value)
    text = text.replace("\0", "").encode("utf-8", "replace").decode()
    return f"'{text}" if could_run(text) else text


def cell(sheet: WriteOnlyWorksheet, value: object, **styles: Any) -> Any:
    """Return a cell of a workbook with `value`; text stays text whatever it begins with.

    `styles` are attributes of an openpyxl cell, such as `font` and `comment`.
    """
    from openpyxl.cell import WriteOnlyCell

    if isinstance(value, str):
        made = WriteOnlyCell(sheet)
        made.value = _NOT_IN_XML.sub("\ufffd", value)[:_LONGEST]
        if value:
            made.data_type = "s"
            made.quotePrefix = could_run(value)
    else:
        made = WriteOnlyCell(sheet, value)
    for name, style in styles.items():
        setattr(made, name, style)
    return made
