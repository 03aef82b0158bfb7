"""The report as a workbook: sums, a line for each row, what to mend, the law to check."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from unbarred.batch.reports import cells, words
from unbarred.batch.reports.records import Title, Totals
from unbarred.batch.reports.spool import Spool, keeping_within
from unbarred.batch.tasks import Status

if TYPE_CHECKING:
    from openpyxl import Workbook

_ROWS_OF_A_SHEET = 1_048_000
"""Excel takes a few more."""

_OF_ROWS = (
    ("Row", 8),
    ("Sheet", 14),
    ("Client", 28),
    ("What became of it", 18),
    ("Folder", 30),
    ("Papers", 9),
    ("Pages", 9),
    ("Places left blank", 12),
    ("Problems", 11),
    ("Note", 60),
)
_TO_MEND = (
    ("Row", 8),
    ("Client", 28),
    ("Where", 34),
    ("Question", 44),
    ("What stands there", 28),
    ("What to mend", 70),
)

_OF_LAW = (("What we recall, and must be checked before filing", 110), ("Clients", 10))
_OF_FOLDERS = (("Folders whose rows are gone from the sheet; nothing was done to them", 80),)


def write(path: Path, title: Title, totals: Totals, spool: Spool) -> None:
    """Write `report.xlsx` to `path`, in constant memory; raises `OSError`."""
    from openpyxl import Workbook

    with keeping_within(spool.folder):
        book = Workbook(write_only=True)
        _summary(book, title, totals)
        _sheet(book, "Rows", _OF_ROWS, map(_row, spool.rows()))
        if totals.by_status[Status.REFUSED] or totals.by_status[Status.FAILED]:
            problems = (each for row in spool.rows(Status.REFUSED, Status.FAILED) for each in _problems(row))
            _sheet(book, "To mend", _TO_MEND, problems)
        if totals.to_check:
            _sheet(book, "Law to check", _OF_LAW, totals.to_check.most_common())
        if totals.left_over:
            _sheet(book, "Folders without a row", _OF_FOLDERS, ([each] for each in totals.left_over))
        book.save(path)


def _summary(book: Workbook, title: Title, totals: Totals) -> None:
    from openpyxl.styles import Alignment, Font

    sheet = book.create_sheet("Summary")
    sheet.column_dimensions["A"].width = 110
    wrapped = Alignment(wrap_text=True, vertical="top")
    sheet.append([cells.cell(sheet, title.title, font=Font(bold=True, size=14))])
    place = f", {title.place}" if title.place else ""
    sheet.append([cells.cell(sheet, f"{title.interview}{place}, as of {title.as_of}")])
    sheet.append([])
    said = [*words.sums(totals), *filter(None, [words.law(totals)]), *totals.remarks]
    for name, clients in totals.unused.most_common():
        said.append(f"No question asks for “{name}”, which {_clients(clients)} filled in.")
    for name, clients in totals.unneeded.most_common():
        said.append(f"{name} was given for {_clients(clients)} whom the interview does not ask for it.")
    for each in said:
        sheet.append([cells.cell(sheet, each, alignment=wrapped)])


def _clients(number: int) -> str:
    return words.counted(number, "client", "clients")


def _sheet(
    book: Workbook, name: str, heads: Sequence[tuple[str, int]], rows: Iterable[Sequence[Any]]
) -> None:
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    sheet = book.create_sheet(name)
    for number, (_, width) in enumerate(heads, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.freeze_panes = "A2"
    sheet.append([cells.cell(sheet, head, font=Font(bold=True)) for head, _ in heads])
    wrapped = cells.cell(sheet, None, alignment=Alignment(wrap_text=True, vertical="top"))
    widths = [width for _, width in heads]
    written = 0
    for row in rows:
        written += 1
        made = [each if each is None else cells.cell(sheet, each, wrapped) for each in row]
        cells.append(sheet, written + 1, made, widths)
        if written == _ROWS_OF_A_SHEET:
            break
    last = f"{get_column_letter(len(heads))}{written + 1}"
    sheet.auto_filter.ref = f"A1:{last}"


def _row(row: dict[str, Any]) -> list[Any]:
    return [
        row["row"] or None,
        row["sheet"],
        row["client"],
        words.OF_STATUS[Status(row["status"])],
        row["folder"],
        row["papers"] or None,
        row["pages"],
        row["left_blank"] if row["papers"] else None,
        len(row["problems"]) or None,
        row["why"] or row["note"],
    ]


def _problems(row: dict[str, Any]) -> list[list[Any]]:
    first = [row["row"] or None, row["client"]]
    if not row["problems"]:
        return [[*first, None, None, None, row["why"]]]
    return [
        [*first, each["where"], each["question"], each["value"], each["message"]] for each in row["problems"]
    ]
