"""The one way in: files, a folder or standard input, opened as tables whatever they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Literal

from unbarred.batch.intake import kinds
from unbarred.batch.intake.answer_sets import AnswerSets, read_folder
from unbarred.batch.intake.delimited import read_delimited
from unbarred.batch.intake.faults import unreadable
from unbarred.batch.intake.headings import out_of_sight
from unbarred.batch.intake.json_lines import JsonLines
from unbarred.batch.intake.kinds import Kind
from unbarred.batch.intake.ods.workbook import OpenDocument
from unbarred.batch.intake.sheets import Sheet
from unbarred.batch.intake.sources import Source, source_of, standard_input
from unbarred.batch.intake.tables import Table
from unbarred.batch.intake.xlsx.workbook import Workbook
from unbarred.batch.intake.zipped import Package
from unbarred.errors import UsageError
from unbarred.quoting import quoted


@dataclass(frozen=True)
class Intake:
    """All that was given: the main table first, then further sheets and files."""

    tables: Sequence[Table]
    sources: Sequence[Source]

    @property
    def is_named(self) -> bool:
        """Say whether every column has its variable already, so that nothing needs to be matched."""
        return all(heading.variable for table in self.tables for heading in table.headings)


def open_intake(paths: Sequence[Path | Literal["-"]]) -> Intake:
    """Open files as tables; `-` is standard input.

    Each file is read once for its digest, and as far as needed to know its columns; rows are
    read when they are asked for. Raises `UserError`, one sentence, for a file that is no
    table, is locked or damaged, or is made to fill a computer, and `UsageError` for no file.
    """
    if not paths:
        raise UsageError("No file was given.", "Give a spreadsheet, a folder of answer sets, or -.")
    tables: list[Table] = []
    sources: list[Source] = []
    for path in paths:
        found, source = _opened(path)
        tables += found
        sources.append(source)
    return Intake(tuple(tables), tuple(sources))


def _opened(path: Path | Literal["-"]) -> tuple[Sequence[Table], Source]:
    if path == "-":
        source = standard_input()
    elif path.is_dir() and not kinds.is_numbers_folder(path):
        sets, source = read_folder(path)
        return [sets], source
    else:
        source = source_of(path)
    return _tables(source), source


def _tables(source: Source) -> Sequence[Table]:
    match kinds.kind_of(source):
        case Kind.XLSX:
            return _of_workbook(Workbook(Package(source)), source)
        case Kind.ODS:
            return _of_workbook(OpenDocument(Package(source)), source)
        case Kind.JSON_LINES:
            return _filled(JsonLines(source), source)
        case Kind.ANSWER_SET:
            assert source.path is not None
            return [AnswerSets(source.name, [source.path])]
        case Kind.DELIMITED:
            return _filled(read_delimited(source), source)


def _filled(table: Sheet | JsonLines, source: Source) -> Sequence[Table]:
    if not table.headings:
        raise unreadable(source.name, "There is nothing in it.", "Fill it, save it, and try again.")
    return [table]


def _of_workbook(workbook: Workbook | OpenDocument, source: Source) -> Sequence[Table]:
    """Return the sheets that are tables of answers, the remarks on all others with the first."""
    sheets: list[Sheet] = []
    hidden: list[Sheet] = []
    for part in workbook.sheets:
        sheet = Sheet(source.name, part.name, partial(workbook.rows, part))  # type: ignore[arg-type]
        if sheet.is_empty:
            continue
        (hidden if part.is_hidden else sheets).append(sheet)
        columns = {each.letters for each in sheet.headings}
        hidden_ones = [each for each in workbook.hidden_columns(part) if each in columns]  # type: ignore[arg-type]
        if hidden_ones:
            sheet.remark(out_of_sight(hidden_ones, part.name))
    made_by_us = any(sheet.has_variables for sheet in (*sheets, *hidden))
    said = _unread([] if made_by_us else hidden, "is hidden and was not read; show it if it has answers")
    if made_by_us:
        others = [sheet for sheet in sheets if not sheet.has_variables and sheet.name != kinds.GUIDE]
        said += _unread(others, "has no row with the names of answers and was not read")
        sheets = [sheet for sheet in (*sheets, *hidden) if sheet.has_variables]
    if not sheets:
        message = "Every sheet with anything in it is hidden." if hidden else "There is nothing in it."
        raise unreadable(source.name, message, "Fill it, save it, and try again.")
    sheets[0].remark(*said)
    return sheets


def _unread(sheets: Sequence[Sheet], why: str) -> list[str]:
    return [f"Sheet {quoted(sheet.name)} {why}." for sheet in sheets]
