"""The row of headings: where it is, whether names of variables stand below it, and what is odd about it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from unbarred.batch.columns.asked import CLIENT
from unbarred.batch.intake.tables import Cell, Heading, Row
from unbarred.quoting import quoted

_STEP = r"""\.[A-Za-z]\w*|\[(?:\d+|[a-z]\w*|'[^'\n]*'|"[^"\n]*")\]"""
_PLAIN = re.compile(rf"[A-Za-z]\w*(?:{_STEP})*")
_LONG_RUN = 200
_MADE_OF_STEPS = re.compile(rf"[A-Za-z]\w*(?:{_STEP})+")


def letters(index: int) -> str:
    """Return the letters of a column counted from 0: `A`, `Z`, `AA`."""
    shown = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        shown = chr(65 + rest) + shown
    return shown


def letters_of(runs: Iterable[tuple[int, int]]) -> list[str]:
    """Return the letters of columns, given as runs: the first, and how many; long ones go to the sheet's edge
    and count as one."""
    return [letters(first + i) for first, count in runs for i in range(1 if count > _LONG_RUN else count)]


def variables_in(row: Row) -> list[str]:
    """Return the names of variables, column by column, if the row holds nothing else, or [].

    Ordinary words look like names too. So a row that can be seen must have `client` in it,
    and a hidden one that or a name with a dot or an index.
    """
    names = [_words(cell) for cell in row.cells]
    filled = [name for name in names if name]
    if len(set(filled)) < len(filled) or not all(_PLAIN.fullmatch(name) for name in filled):
        return []
    if CLIENT in filled or (row.is_hidden and any(_MADE_OF_STEPS.fullmatch(name) for name in filled)):
        return names
    return []


def headings_of(
    row: Row, variables: Sequence[str] = (), filled: Iterable[int] = (), *, has_letters: bool = True
) -> list[Heading]:
    """Return the columns: those of the row, of the variables, and of `filled`, where cells stand below."""
    texts = [_words(cell) for cell in row.cells]
    while texts and not texts[-1]:
        texts.pop()
    count = max([len(texts), len(variables), *(index + 1 for index in filled)])
    return [
        Heading(
            index,
            letters(index) if has_letters else "",
            texts[index] if index < len(texts) else "",
            variables[index] if index < len(variables) else "",
        )
        for index in range(count)
    ]


def oddities(headings: Sequence[Heading], filled: Iterable[int], row: Row, sheet: str) -> list[str]:
    """Return what must be said of the headings of a sheet, a sentence each.

    `filled` are the columns with something below.
    """
    said = []
    counts = Counter(heading.text.casefold() for heading in headings if heading.text)
    for text, count in counts.items():
        if count > 1:
            alike = [heading for heading in headings if heading.text.casefold() == text]
            where = _list_of(heading.letters for heading in alike)
            said.append(
                f"{in_sheet(sheet, f'Columns {where}')} have the same heading {quoted(alike[0].text)}; "
                f"give each one of its own."
            )
    used = set(filled)
    blank = [each.letters for each in headings if not each.text and not each.variable and each.index in used]
    if blank and len(blank) >= sum(1 for heading in headings if heading.text):
        said.append(
            f"{in_sheet(sheet, f'Row {row.number}')}, the first with anything in it, was taken for the "
            f"headings, and most columns have none there; if the headings stand further down, take out the "
            f"rows above them."
        )
    elif blank:
        said.append(no_heading(blank, sheet))
    return said


def in_sheet(sheet: str, words: str) -> str:
    """Return the beginning of a sentence about something in a sheet; a file without sheets has none."""
    return f"Sheet {quoted(sheet)}: {words[0].lower()}{words[1:]}" if sheet else words


def no_heading(columns: Sequence[str], sheet: str, row: int | None = None) -> str:
    """Return the sentence about cells in columns that have no heading."""
    which = f"Column {columns[0]} has" if len(columns) == 1 else f"Columns {_list_of(columns)} have"
    where = f" in row {row:,}" if row else ""
    are = "it is" if len(columns) == 1 else "they are"
    return (
        f"{in_sheet(sheet, which)} something{where} below an empty heading; "
        f"{are} not read until a heading stands there."
    )


def out_of_sight(columns: Sequence[str], sheet: str) -> str:
    """Return the sentence about columns that are hidden."""
    which = f"Column {columns[0]} is" if len(columns) == 1 else f"Columns {_list_of(columns)} are"
    return f"{in_sheet(sheet, which)} hidden; what stands there is read all the same."


def rows_out_of_sight(count: int, sheet: str) -> str:
    """Return the sentence about rows that are hidden, as a filter does it."""
    which = "One row is" if count == 1 else f"{count:,} rows are"
    return f"{in_sheet(sheet, which)} hidden, as a filter may do; what stands there is read all the same."


def _words(cell: Cell) -> str:
    return "" if cell.value is None else " ".join(str(cell.value).split())


def _list_of(words: Iterable[str]) -> str:
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last
