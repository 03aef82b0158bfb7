"""The sheets that are filled in: one of clients, and one for each thing there can be several of."""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from unbarred.answers.values import LATER, AnswerValue
from unbarred.batch.columns.asked import CLIENT, EXAMPLE, MAIN, Asked, Column, Repeated
from unbarred.batch.columns.naming import item_of, without_numbers
from unbarred.batch.workbook import looks, notes
from unbarred.batch.workbook.choosing import LAST, NO, YES, Choosing
from unbarred.screens import FieldKind

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

HEADINGS, VARIABLES, SHOWN = 1, 2, 3
"""The rows of the headings, of the hidden names, and of the example."""

_LINE = 15
"""Points."""
_MOST_LINES = 5
"""A heading is to have no more lines."""
_WIDEST_CHOICE = 34
_COLUMNS = 16_384
"""That a sheet has."""

_WIDTHS = {
    FieldKind.AREA: 46,
    FieldKind.EMAIL: 28,
    FieldKind.URL: 28,
    FieldKind.FILES: 30,
    FieldKind.SIGNATURE: 30,
    FieldKind.DATE: 14,
    FieldKind.DATE_TIME: 19,
    FieldKind.YES_NO: 11,
    FieldKind.INTEGER: 11,
    FieldKind.NUMBER: 12,
    FieldKind.CURRENCY: 15,
    FieldKind.TIME: 11,
}

_NUMBER = re.compile(r"\[(\d+)\]")
_FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
_LONGEST_TITLE = 31


@dataclass(frozen=True)
class _Head:
    """What a column of a sheet is: of an answer, or of the key that says whose a row is."""

    name: str
    heading: str
    note: str
    width: int
    """In signs."""
    form: str
    """The format of its numbers."""
    section: int = 0
    begins: bool = False
    """Whether it is the first of its section."""
    asks: Column | None = None


def add_clients(book: Workbook, asked: Asked, choosing: Choosing) -> None:
    """Add the main sheet."""
    sheet = book.create_sheet(MAIN)
    key = _Head(
        CLIENT,
        "Client *",
        "What you call her: a name, or the number of her case. No two clients are called the same. "
        "The other sheets say with it whose their rows are.",
        20,
        looks.TEXT,
    )
    own = {name: value for name, value in asked.example.items() if not item_of(name)}
    rows = [[EXAMPLE, *_shown(asked.columns, own)]] if asked.example else []
    _fill(sheet, _heads([key], asked.columns, asked.place), rows, choosing)
    choosing.only_once(sheet, "A")


def add_repeated(book: Workbook, asked: Asked, each: Repeated, title: str, choosing: Choosing) -> None:
    """Add the sheet of something there can be several of, called `title`."""
    sheet = book.create_sheet(title)
    sheet_of = titles(asked)
    whose = f"Whose it is: as in column A of the sheet {MAIN}."
    keys = [_Head(CLIENT, "Client *", whose, 20, looks.TEXT)]
    for item in each.within:
        parent = sheet_of.get(item[: item.rindex("[")], "the list above")
        note = (
            f"To which of her rows in the sheet {parent} it belongs: 1 for the first, 2 for the second. "
            "Rows of other clients do not count."
        )
        keys.append(_Head(item, f"Number in {parent} *", note, 12, looks.NUMBER))
    rows = list(_example_rows(each, asked.example))
    _fill(sheet, _heads(keys, each.columns, asked.place), rows, choosing)
    choosing.of_clients(sheet, "A")


def titles(asked: Asked) -> dict[str, str]:
    """Return the name of each sheet of a repeated thing, by its stem: short, and no two alike."""
    from unbarred.batch.workbook.choosing import LISTS
    from unbarred.batch.workbook.guide import TITLE

    taken = {name.casefold() for name in (MAIN, LISTS, TITLE, "History")}
    found: dict[str, str] = {}
    for each in asked.repeated:
        plain = " ".join(_FORBIDDEN.sub(" ", looks.sound(each.title)).split()) or "List"
        title, number = plain[:_LONGEST_TITLE], 1
        while title.casefold() in taken:
            number += 1
            title = f"{plain[: _LONGEST_TITLE - 4]} {number}"
        taken.add(title.casefold())
        found[each.stem] = title
    return found


def sections(columns: Sequence[Column]) -> list[int]:
    """Return for each column the number of its section, counted as they come."""
    numbers: list[int] = []
    for before, column in zip([None, *columns], columns, strict=False):
        last = numbers[-1] if numbers else 0
        begins = before is not None and before.section != column.section
        numbers.append(last + 1 if begins else last)
    return numbers


def _heads(keys: Sequence[_Head], columns: Sequence[Column], place: str) -> list[_Head]:
    heads = list(keys)
    for column, section in zip(columns, sections(columns), strict=True):
        heads.append(
            _Head(
                column.name,
                column.marked_heading,
                notes.text_of(column),
                _width(column),
                looks.number_format(column, place),
                section + 1,
                heads[-1].section != section + 1,
                column,
            )
        )
    return heads


def _fill(
    sheet: Worksheet, heads: Sequence[_Head], rows: Sequence[Sequence[object]], choosing: Choosing
) -> None:
    for index, head in enumerate(heads, 1):
        cell = sheet.cell(HEADINGS, index)
        looks.put(cell, head.heading)
        looks.heading(cell, head.section, begins=head.begins)
        cell.comment = notes.comment(head.note)
        hidden = sheet.cell(VARIABLES, index)
        looks.put(hidden, head.name)
        looks.variable(hidden)
        below = sheet.column_dimensions[cell.column_letter]
        word = max(map(len, head.heading.split()))
        below.width = max(head.width, word + 3, math.ceil(len(head.heading) / (_MOST_LINES - 1)) + 3)
        wraps = head.asks is not None and head.asks.kind is FieldKind.AREA
        looks.below(below, form=head.form, wraps=wraps, begins=head.begins)
        if head.asks is not None:
            choosing.below(sheet, cell.column_letter, head.asks)
    for number, values in enumerate(rows, SHOWN):
        for index, (value, head) in enumerate(zip(values, heads, strict=True), 1):
            cell = sheet.cell(number, index)
            looks.example(cell, begins=head.begins)
            cell.number_format = head.form
            if isinstance(value, str):
                looks.put(cell, value)
            else:
                cell.value = value
    _settle(sheet, sum(head.asks is None for head in heads), len(heads), len(rows))


def _width(column: Column) -> int:
    """Return how wide a column is to be, in signs."""
    if column.kind in (FieldKind.ONE_OF, FieldKind.SOME_OF) and column.choices:
        return min(max(len(each.label) for each in column.choices) + 4, _WIDEST_CHOICE)
    return _WIDTHS.get(column.kind, 24)


def _settle(sheet: Worksheet, keys: int, count: int, examples: int) -> None:
    """Freeze the headings, protect them, and let the rest be worked with."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.dimensions import ColumnDimension

    last, next_one = get_column_letter(count), get_column_letter(count + 1)
    rest = ColumnDimension(sheet, next_one, min=count + 1, max=_COLUMNS)
    looks.unused(rest)
    sheet.column_dimensions[next_one] = rest
    lines = max(
        math.ceil(len(str(cell.value)) / (sheet.column_dimensions[cell.column_letter].width - 2))
        for cell in sheet[HEADINGS]
    )
    sheet.row_dimensions[HEADINGS].height = _LINE * (min(lines, _MOST_LINES) + 1)
    sheet.row_dimensions[VARIABLES].hidden = True
    for number in range(SHOWN, SHOWN + examples):
        sheet.row_dimensions[number].height = _LINE
    first_free = SHOWN + max(1, examples)
    sheet.freeze_panes = f"{get_column_letter(keys + 1)}{first_free}"
    # The filter hangs on the example, so that neither it nor the hidden names are sorted away.
    sheet.auto_filter.ref = f"A{first_free - 1}:{last}{LAST}"
    sheet.sheet_view.pane.activePane = "bottomLeft"
    for selection in sheet.sheet_view.selection:
        if selection.pane == "bottomLeft":
            selection.activeCell = selection.sqref = f"A{first_free}"
    sheet.page_setup.orientation = "landscape"
    sheet.print_title_rows = f"{HEADINGS}:{HEADINGS}"
    held = sheet.protection
    held.sheet = True
    # What is False here is allowed.
    held.formatCells = held.formatColumns = held.formatRows = False
    held.insertRows = held.deleteRows = held.sort = held.autoFilter = False
    held.insertHyperlinks = False


def _example_rows(each: Repeated, example: Mapping[str, AnswerValue]) -> Iterator[list[object]]:
    """Yield the rows of the example's items, in order."""
    items: dict[str, dict[str, AnswerValue]] = {}
    for name, value in example.items():
        item = item_of(name)
        if item and without_numbers(item).rpartition("[")[0] == each.stem:
            items.setdefault(item, {})[without_numbers(name)] = value
    for item, own in items.items():
        numbers = [int(number) + 1 for number in _NUMBER.findall(item)[:-1]]
        yield [EXAMPLE, *numbers, *_shown(each.columns, own)]


def _shown(columns: Sequence[Column], answers: Mapping[str, AnswerValue]) -> Iterator[object]:
    """Yield what cells have for the answers; None where there is none."""
    for column in columns:
        yield _cell_value(column, answers.get(column.name, LATER))


def _cell_value(column: Column, value: AnswerValue) -> object:
    labels = {each.value: each.label for each in column.choices}
    if value is LATER:
        return None
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, tuple):
        return "; ".join(labels.get(each, each) for each in value) or column.none_label or None
    if isinstance(value, str):
        return labels.get(value, value)
    if isinstance(value, datetime.date | datetime.time):
        return value
    return float(value) if isinstance(value, Decimal) and value % 1 else int(value)
