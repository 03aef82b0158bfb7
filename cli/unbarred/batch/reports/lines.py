"""The rows of a report as lines of a table: one for each problem, one for each row that has none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

HEADINGS = (
    "Row",
    "Sheet",
    "Client",
    "What became of it",
    "Folder",
    "Where",
    "Column",
    "Question",
    "What stands there",
    "What to mend",
    "Papers",
    "Pages",
    "Places left blank",
    "Answers not needed",
    "Cells not used",
    "Note",
)


def lines(row: dict[str, Any]) -> Iterator[list[str | int | None]]:
    """Yield the lines for a row of the report, as `HEADINGS` has them."""
    first: list[str | int | None] = [
        row["row"] or None,
        row["sheet"],
        row["client"],
        row["status"],
        row["folder"],
    ]
    last: list[str | int | None] = [
        row["papers"] or None,
        row["pages"],
        row["left_blank"] if row["papers"] else None,
        ", ".join(row["not_needed"]),
        "; ".join(row["not_used"]),
        row["note"],
    ]
    for each in row["problems"]:
        where = [each["where"], each["heading"], each["question"], each["value"], each["message"]]
        yield [*first, *where, *last]
    if not row["problems"]:
        yield [*first, None, None, None, None, row["why"], *last]
