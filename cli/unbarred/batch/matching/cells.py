"""What one cell gives: answers, or the problem with it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import cast

from unbarred.batch.clients import Raw, RowProblem, Spot
from unbarred.batch.intake.tables import Cell, CellValue, Trouble
from unbarred.batch.matching import full_names
from unbarred.batch.matching.days import said
from unbarred.batch.matching.labels import pattern
from unbarred.batch.matching.mapping import Mapping, plain_value
from unbarred.batch.matching.reading import read
from unbarred.batch.matching.sheets import Bound
from unbarred.batch.matching.unclear import Unclear
from unbarred.quoting import quoted
from unbarred.screens import FieldKind

_TROUBLES = {
    Trouble.ERROR: "{} is an error of the spreadsheet, and no answer. Mend the formula, type the answer "
    "itself, or clear the cell to leave it for later.",
    Trouble.UNCALCULATED: "This is a formula whose result is not in the file. Open the file in a spreadsheet "
    "program and save it there, or type the answer itself.",
    Trouble.MERGED: "This cell is merged into another, so nobody can tell whether that answer is meant here "
    "too. Unmerge the cells, and write the answer in each row that it is for.",
    Trouble.NO_YEAR: "The sheet shows {0}, without a year, and the cell holds {1}. Where no year is typed, a "
    "spreadsheet makes one up. If that is the day, write it so, or have this column show the year.",
    Trouble.NO_DATE: "The sheet shows this as a day, and there is no such day. Type the date again.",
}
_SHOWN_WITH_ZEROS = re.compile(r"0\d+")
_NO_ANSWERS = frozenset({"n/a", "n.a.", "na.", "tbd", "tba", "?", "??", "???", "-", "--", "---", "—", "–"})
"""What people write where they know nothing. On a paper it would look as if she had said so."""
_PRINTED = (FieldKind.TEXT, FieldKind.AREA)


def answers_of(
    bound: Bound, name: str, cell: Cell, spot: Spot, mapping: Mapping
) -> Iterator[tuple[str, Raw] | RowProblem]:
    """Yield the answers that a cell gives, by variable, or the problem with it; nothing for a blank one."""
    if cell.trouble is not None:
        held = said(cell.value) if isinstance(cell.value, datetime.date) else cell.value
        yield _problem(_TROUBLES[cell.trouble].format(quoted(shown(cell)), held), bound, name, cell, spot)
        return
    if cell.value is None or cell.value == "":
        return
    try:
        value = _value(bound, name, cell, mapping)
        if not bound.full_name:
            if value is not None:
                yield name, value
            return
        stem = bound.name
        for part, text in _parts(bound, str(value), mapping).items():
            yield name + part.removeprefix(stem), text
    except Unclear as unclear:
        yield _problem(unclear.message, bound, name, cell, spot)


def shown(cell: Cell) -> str:
    """Return what the sheet shows in a cell, for a message."""
    if cell.shown:
        return cell.shown
    if isinstance(cell.value, list):
        return "; ".join(cell.value)
    return "" if cell.value is None else str(cell.value)


def _problem(message: str, bound: Bound, name: str, cell: Cell, spot: Spot) -> RowProblem:
    question = (bound.column.question or bound.column.label) if bound.column else ""
    return RowProblem(message, spot, name, question, shown(cell))


def _value(bound: Bound, name: str, cell: Cell, mapping: Mapping) -> Raw:
    table = mapping.values.get(pattern(name))
    value: CellValue = cell.value
    if table:
        value, is_mapped = _in_words_of_choices(value, table)
        if is_mapped:
            return value
    is_number = isinstance(value, int) and not isinstance(value, bool)
    if is_number and _SHOWN_WITH_ZEROS.fullmatch(cell.shown):
        # A number shown as 02134 is no number but a code.
        value = cell.shown
    kind = bound.column.kind if bound.column else None
    if isinstance(value, str) and value.casefold() in _NO_ANSWERS and kind in (None, *_PRINTED):
        raise Unclear(
            "That would be printed as her answer. Clear the cell to leave it for later, or write the answer."
        )
    return cast("Raw", read(bound.column, value, mapping.order)) if bound.column else value


def _in_words_of_choices(value: CellValue, table: object) -> tuple[CellValue, bool]:
    """Return the choice that the mapping has for what stands there, or several; and whether it has any."""
    assert isinstance(table, dict)
    whole = plain_value(value)
    if whole in table:
        return table[whole], True
    parts = [each for each in str(value).split(";") if each.strip()] if isinstance(value, str) else []
    if len(parts) > 1 and any(plain_value(each) in table for each in parts):
        found = [table.get(plain_value(each), each.strip()) for each in parts]
        return [each for each in found if each is not None], True
    return value, False


def _parts(bound: Bound, full: str, mapping: Mapping) -> dict[str, str]:
    """Return the parts of a full name by variable; a middle name that is not asked stays with the first."""
    parts = full_names.split(full, last_word_is_last=mapping.last_word_is_last_name)
    asked = {name.rpartition(".")[2]: name for name in bound.full_name}
    if "middle" not in asked:
        parts["first"] = f"{parts['first']} {parts['middle']}".strip()
    return {asked[part]: text for part, text in parts.items() if text and part in asked}
