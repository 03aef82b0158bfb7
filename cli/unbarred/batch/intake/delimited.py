"""Tables of text: CSV and its kin, with their delimiter and encoding found out."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Generator, Iterator
from functools import partial
from typing import TextIO

from unbarred.batch.intake.encodings import Encoding, encoding_of
from unbarred.batch.intake.faults import unreadable
from unbarred.batch.intake.sheets import Sheet
from unbarred.batch.intake.sources import Source
from unbarred.batch.intake.tables import Cell, Row
from unbarred.batch.intake.texts import EMPTY, text_cell

LARGEST_FIELD = 10_000_000
"""Characters. What is longer is a quotation mark that nobody closed, or no table."""
_LONGEST_LINE = 40_000_000
MOST_COLUMNS = 16_384
"""As many as a sheet can have."""
_SAMPLE = 1 << 17
_SAMPLE_ROWS = 300
_REMEMBERED = 20_000
_SHORT = 100
_DELIMITERS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars"}


def read_delimited(source: Source) -> Sheet:
    """Return the table in a text; raises `UserError` for what is no text or no table."""
    with source.open() as stream:
        encoding = encoding_of(stream, source.name)
    with _text_of(source, encoding) as text:
        sample = text.read(_SAMPLE)
        is_whole = not text.read(1)
    said, sample = _said_delimiter(sample)
    delimiter = said or _delimiter_of(sample, is_whole=is_whole)
    rows = partial(_rows, source, encoding, delimiter, has_line_before=said is not None)
    called = source.name or "Standard input"
    return Sheet(
        source.name, "", rows, [f"{called} was read as {encoding.name}, with {_DELIMITERS[delimiter]}."]
    )


def _text_of(source: Source, encoding: Encoding) -> TextIO:
    return io.TextIOWrapper(source.open(), encoding=encoding.codec, newline="")


def _said_delimiter(sample: str) -> tuple[str | None, str]:
    """Return the delimiter that a first line `sep=;` names, as Excel reads it, and what follows the line."""
    first, _, rest = sample.partition("\n")
    said = first.rstrip("\r")
    if said[:4].lower() == "sep=" and said[4:] in _DELIMITERS:
        return said[4:], rest
    return None, sample


def _delimiter_of(sample: str, *, is_whole: bool) -> str:
    return max(_DELIMITERS, key=lambda delimiter: _fitness(sample, delimiter, is_whole))


def _fitness(sample: str, delimiter: str, is_whole: bool) -> tuple[bool, bool, float, int]:
    """Return how well a delimiter makes a table of a sample; the greatest is best."""
    widths: list[int] = []
    csv.field_size_limit(LARGEST_FIELD)
    try:
        for record in csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter, skipinitialspace=True):
            if record:
                widths.append(len(record))
            if len(widths) > _SAMPLE_ROWS:
                break
    except csv.Error:
        return False, False, 0.0, 0
    if not is_whole and len(widths) > 1:
        widths.pop()
    if not widths:
        return False, False, 0.0, 0
    [(most, count)] = Counter(widths).most_common(1)
    return widths[0] > 1, most > 1, count / len(widths), most


def _rows(
    source: Source, encoding: Encoding, delimiter: str, *, has_line_before: bool
) -> Generator[Row, None, None]:
    csv.field_size_limit(LARGEST_FIELD)
    remembered: dict[str, Cell] = {"": EMPTY}
    number = 0
    with _text_of(source, encoding) as text:
        lines = _lines(text, source.name)
        if has_line_before:
            next(lines, None)
        records = csv.reader(lines, delimiter=delimiter, skipinitialspace=True, strict=True)
        try:
            for number, record in enumerate(records, 1):
                if len(record) > MOST_COLUMNS:
                    message = f"Row {number:,} has more than {MOST_COLUMNS:,} columns."
                    raise unreadable(source.name, message, "Save the sheet as CSV anew.")
                if record:
                    if len(remembered) > _REMEMBERED:
                        remembered = {"": EMPTY}
                    yield Row(number, [remembered.get(field) or _cell(field, remembered) for field in record])
        except csv.Error as error:
            raise unreadable(source.name, *_why(error, number + 1)) from error
        except UnicodeError as error:
            raise unreadable(source.name, "The file was changed while it was read.", "Try again.") from error


def _cell(field: str, remembered: dict[str, Cell]) -> Cell:
    """Return the cell of a text; the same answers stand in many rows and are made once."""
    cell = text_cell(field)
    if len(field) < _SHORT:
        remembered[field] = cell
    return cell


def _lines(text: TextIO, file: str) -> Iterator[str]:
    number = 0
    while line := text.readline(_LONGEST_LINE):
        number += 1
        if len(line) == _LONGEST_LINE and not line.endswith(("\n", "\r")):
            raise unreadable(file, f"Line {number:,} is too long for a table.", "Save the sheet as CSV anew.")
        yield line


def _why(error: csv.Error, row: int) -> tuple[str, str]:
    if "field larger" in str(error):
        message = f"A field in row {row:,} is longer than {LARGEST_FIELD // 1_000_000} million characters."
        return message, "A quotation mark may be missing there; save the sheet as CSV anew."
    message = f"The quotation marks in row {row:,} do not fit together."
    return message, "Within quotation marks, one that is part of the text is written twice."
