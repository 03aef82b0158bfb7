"""What is said of a column when somebody points at its heading."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from unbarred.batch.columns.asked import Column
from unbarred.batch.workbook import looks
from unbarred.screens import FieldKind

if TYPE_CHECKING:
    from openpyxl.comments import Comment

_LONGEST = 1400
"""Signs. A longer note covers the sheet."""
_MOST_CHOICES = 12
_WIDTH = 340
"""Pixels."""
_SIGNS = 50
"""So many fit on a line of that width."""
_LINE = 17
"""Pixels."""

_HOW = {
    FieldKind.DATE: "Write a date, such as 14 Mar 2031.",
    FieldKind.DATE_TIME: "Write a date and a time, such as 14 Mar 2031 14:30.",
    FieldKind.TIME: "Write a time, such as 14:30.",
    FieldKind.INTEGER: "Write a whole number.",
    FieldKind.NUMBER: "Write a number.",
    FieldKind.CURRENCY: "Write an amount of money, such as 1200.50.",
    FieldKind.YES_NO: "Choose Yes or No.",
    FieldKind.FILES: (
        "Write where the file is on this computer, such as ~/papers/letter.pdf. "
        "Where several are wanted, each stands on a line of its own."
    ),
    FieldKind.SIGNATURE: (
        "Write where a picture of the signature is on this computer, such as ~/papers/name.png. "
        "Left blank, she signs on paper."
    ),
}


def text_of(column: Column) -> str:
    """Return the note of a column: the question's words, help, how to write the answer."""
    parts = [column.question if column.question != column.heading else ""]
    parts.append(column.label if column.label not in ("", column.heading) else "")
    parts.append(column.help)
    parts.append(_how(column))
    parts.append(f"Example: {column.hint}" if column.hint else "")
    parts.append(_left(column))
    parts.append(f"Part of the interview: {column.section}" if column.section else "")
    return _cut([each for each in parts if each])


def comment(text: str) -> Comment:
    """Return a note of this text, as large as the text needs."""
    from openpyxl.comments import Comment

    lines = sum(max(1, math.ceil(len(line) / _SIGNS)) for line in text.split("\n"))
    return Comment(looks.sound(text), "unbarred", width=_WIDTH, height=_LINE * (lines + 1))


def _how(column: Column) -> str:
    labels = [each.label for each in column.choices]
    if column.kind is FieldKind.SOME_OF:
        named = "; ".join(labels[:_MOST_CHOICES])
        more = f"; and {len(labels) - _MOST_CHOICES} more" if len(labels) > _MOST_CHOICES else ""
        none = f" For none of them, write: {column.none_label}" if column.none_label else ""
        return f"Choose one, or write several with semicolons between them. They are: {named}{more}.{none}"
    if column.kind is FieldKind.ONE_OF:
        return "Choose one, or write something else." if column.takes_other else "Choose one."
    return _HOW.get(column.kind, "")


def _left(column: Column) -> str:
    match column.mark:
        case "*":
            return "* Must be filled in."
        case "(*)":
            return "(*) Must be filled in where the interview asks it, which hangs on other answers."
        case _:
            return "Left blank, it is left for later."


def _cut(parts: list[str]) -> str:
    text = "\n\n".join(parts)
    if len(text) <= _LONGEST:
        return text
    # The help is what is long; what to write stands at the end.
    longest = max(range(len(parts)), key=lambda number: len(parts[number]))
    over = len(text) - _LONGEST
    kept = parts[longest][: max(0, len(parts[longest]) - over - 1)].rpartition(" ")[0]
    return "\n\n".join([*parts[:longest], f"{kept}…", *parts[longest + 1 :]])[: 2 * _LONGEST]
