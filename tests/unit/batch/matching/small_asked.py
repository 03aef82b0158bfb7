"""What a small interview asks, and sheets written as people's programs do."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

from unbarred.batch.columns.asked import Asked, Column, Repeated
from unbarred.batch.intake.opening import open_intake
from unbarred.batch.intake.tables import Table
from unbarred.screens import Choice, FieldKind

LETTERS = (Choice("have", "I have it"), Choice("to_ask", "I still have to ask"))


def column(
    name: str, heading: str, kind: FieldKind = FieldKind.TEXT, label: str = "", question: str = ""
) -> Column:
    """Return a column; its question is its heading if none is said."""
    return Column(name, heading, question or heading, label, kind)


ASKED = Asked(
    interview="small",
    place="",
    title="Small",
    columns=(
        column("petitioner.name.first", "What is your full name? First name", label="First name"),
        column("petitioner.name.middle", "What is your full name? Middle name", label="Middle name"),
        column("petitioner.name.last", "What is your full name? Last name", label="Last name"),
        column("petitioner.birthdate", "When were you born?", FieldKind.DATE),
        column("helper.phone", "How can the office reach …? Phone", label="Phone"),
        column("lawyer.phone", "Who is your lawyer? Phone", label="Phone"),
        column("days", "How many days?", FieldKind.INTEGER),
        column("married", "Are you married?", FieldKind.YES_NO),
        Column("pleas", "What did you say?", "What did you say?", "", FieldKind.SOME_OF, LETTERS),
    ),
    repeated=(
        Repeated(
            "children",
            "Children",
            (
                column("children[i].first_name", "First name", label="First name"),
                column("children[i].age", "Age", FieldKind.INTEGER, label="Age"),
            ),
        ),
        Repeated(
            "children[i].visits",
            "Visits",
            (column("children[i].visits[j].day", "When", FieldKind.DATE),),
        ),
    ),
)


def never() -> Asked:
    """Stand in for looking at an interview where nobody may."""
    raise AssertionError("the interview was looked at")


def csv_tables(folder: Path, *rows: Sequence[object], name: str = "intake.csv") -> Sequence[Table]:
    """Write a CSV of `rows`, the headings first; return it as intake reads it."""
    path = folder / name
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return open_intake([path]).tables


def xlsx_tables(folder: Path, **sheets: Sequence[Sequence[object]]) -> Sequence[Table]:
    """Write a workbook of `sheets`, each with its headings first; return it as intake reads it."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    path = folder / "intake.xlsx"
    book.save(path)
    return open_intake([path]).tables
