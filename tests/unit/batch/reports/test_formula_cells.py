"""No cell of a report is taken for a formula, and each still says what it said."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from unbarred.batch.reports import cells

SIGNS = "=+-@"
dangerous = st.builds(
    lambda blanks, sign, rest: blanks + sign + rest,
    st.text(alphabet=" \t\r\n\u00a0", max_size=3),
    st.sampled_from(SIGNS),
    st.text(max_size=20),
)


@given(dangerous | st.text(alphabet="\t\r", min_size=1))
def test_in_csv_an_apostrophe_stands_before_what_could_run(text: str) -> None:
    assert cells.could_run(text)
    assert cells.for_csv(text).startswith("'")


@given(dangerous | st.text(max_size=30))
def test_no_field_of_csv_begins_with_a_sign_that_runs(text: str) -> None:
    written = io.StringIO(newline="")
    csv.writer(written).writerow([cells.for_csv(text), "after"])
    read = next(csv.reader(io.StringIO(written.getvalue(), newline="")))
    assert len(read) == 2
    assert not read[0].lstrip().startswith(tuple(SIGNS))
    assert read[0][:1] not in {"\t", "\r"}


@pytest.mark.parametrize("text", ["Rosa", "", "a=b", "1-2", "me@home.example", "O'Neill", "'quoted"])
def test_what_cannot_run_stays_as_it_is(text: str) -> None:
    assert not cells.could_run(text)
    assert cells.for_csv(text) == text


@settings(max_examples=30)
@given(st.lists(dangerous | st.text(max_size=20), min_size=1, max_size=12))
def test_in_a_workbook_every_text_is_a_text(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str]
) -> None:
    found = written(tmp_path_factory.getbasetemp() / "cells.xlsx", texts)
    for text, (kind, value, has_prefix) in zip(texts, found, strict=True):
        assert kind in {"s", "inlineStr"} or value is None
        assert has_prefix == cells.could_run(text)
        if text.isprintable():
            assert (value or "") == text


def test_numbers_and_days_stay_what_they_are(tmp_path: Path) -> None:
    ((kind, value, has_prefix),) = written(tmp_path / "cells.xlsx", [-5])
    assert (kind, value, has_prefix) == ("n", -5, False)


def written(path: Path, values: list[object] | list[str]) -> list[tuple[str, object, bool]]:
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.append([cells.cell(sheet, each) for each in values])
    book.save(path)
    (row,) = openpyxl.load_workbook(path).worksheets[0].iter_rows(max_col=len(values))
    return [(cell.data_type, cell.value, bool(cell.quotePrefix)) for cell in row]
