"""The workbook of an interview: what a volunteer sees, and that what she is shown is taken."""

from __future__ import annotations

import random
import time
from typing import Any

import pytest
from sheets_read import (
    DAY,
    EXAMPLE,
    HEADINGS,
    VARIABLES,
    asked_in,
    book_of,
    bytes_of,
    drop_downs,
    filled_sheets,
    row,
)

from unbarred.batch.columns.naming import without_numbers
from unbarred.batch.workbook.making import workbook
from unbarred.engine import load
from unbarred.screens import Field, FieldKind, Problem, read_field
from unbarred.sessions import Session
from unbarred.sessions.unattended import fill
from unbarred.walking import Coverage, Curious, Ground, Manner, walk_path
from unbarred.walking.values import Taste

COMMUTATION, PARDON = "clemency/commutation", "clemency/pardon"
PLACES = ("us-ny", "us", "ke", "gb-eaw")


def test_there_is_a_guide_a_sheet_of_clients_and_one_for_each_repeated_thing() -> None:
    book = book_of(COMMUTATION, "us-ny")
    titles = book.sheetnames
    assert titles[:4] == ["How to fill this", "Clients", "Convictions", "Appeals"]
    assert {"Earlier petitions", "Programs", "Children", "Supporters", "Exhibits"} <= set(titles)
    guide = [cell.value for cell in book.worksheets[0]["B"] if cell.value]
    assert "unbarred batch run clemency/commutation --in us-ny intake.xlsx --check" in guide
    assert "unbarred batch run clemency/commutation --in us-ny intake.xlsx --out filings/" in guide


def test_each_answer_has_a_column_with_its_name_hidden_below_its_heading() -> None:
    asked, book = asked_in(COMMUTATION, "us-ny"), book_of(COMMUTATION, "us-ny")
    clients = book["Clients"]
    assert row(clients, HEADINGS) == ["Client *", *(each.marked_heading for each in asked.columns)]
    assert row(clients, VARIABLES) == ["client", *(each.name for each in asked.columns)]
    for sheet in filled_sheets(book):
        assert sheet.row_dimensions[VARIABLES].hidden
        assert sheet.freeze_panes is not None
        assert row(sheet, EXAMPLE)[0] == "EXAMPLE"


def test_a_note_has_the_question_the_help_and_an_example() -> None:
    clients = book_of(COMMUTATION, "us-ny")["Clients"]
    notes = {clients.cell(VARIABLES, cell.column).value: cell.comment.text for cell in clients[HEADINGS]}
    assert "When were you born?" not in notes["petitioner.birthdate"]  # It is the heading.
    assert "Example: 6/30/1984" in notes["petitioner.birthdate"]
    assert "Write a date, such as 14 Mar 2031." in notes["petitioner.birthdate"]
    assert "Use the name the prison has for you." in notes["petitioner.name.first"]
    assert "What is your full name?" in notes["petitioner.name.first"]


def test_cells_have_the_format_of_what_goes_into_them() -> None:
    clients = book_of(COMMUTATION, "us-ny")["Clients"]
    asked = {each.name: each for each in asked_in(COMMUTATION, "us-ny").columns}
    formats = {
        clients.cell(VARIABLES, cell.column).value: clients.column_dimensions[
            cell.column_letter
        ].number_format
        for cell in clients[HEADINGS]
    }
    assert formats.pop("client") == "@"
    kinds = {FieldKind.DATE: "d mmm yyyy", FieldKind.INTEGER: "General"}
    assert formats == {name: kinds.get(each.kind, "@") for name, each in asked.items()}


def test_headings_are_protected_and_what_is_below_is_not() -> None:
    for sheet in filled_sheets(book_of(COMMUTATION, "us-ny")):
        held = sheet.protection
        assert held.sheet
        assert held.password is None
        assert not any([held.sort, held.autoFilter, held.insertRows, held.deleteRows, held.formatColumns])
        assert held.insertColumns
        for cell in sheet[HEADINGS]:
            assert cell.protection.locked
            assert not sheet.column_dimensions[cell.column_letter].protection.locked
        # A cell of its own would be locked.
        assert sheet.max_row == sum(bool(cell.value) for cell in sheet["A"])
        # Excel deletes no row that has a locked cell anywhere.
        last = max(sheet.column_dimensions.values(), key=lambda each: each.max or 0)
        assert (last.max, last.protection.locked) == (16_384, False)


def test_sections_can_be_told_apart_without_colour() -> None:
    clients = book_of(COMMUTATION, "us-ny")["Clients"]
    sections = [each.section for each in asked_in(COMMUTATION, "us-ny").columns]
    lines = [cell.border.left.style == "medium" for cell in clients[HEADINGS]][1:]
    assert lines == [a != b for a, b in zip([None, *sections], sections, strict=False)]


@pytest.mark.parametrize("interview", [COMMUTATION, PARDON])
def test_what_a_drop_down_offers_is_what_the_screens_take(interview: str) -> None:
    book = book_of(interview, "us-ny")
    offered: dict[str, list[str]] = {}
    for sheet in filled_sheets(book):
        offered |= drop_downs(book, sheet)
    fields: dict[str, Field] = {}
    coverage = Coverage()
    for number in range(4):
        chooser = Curious(random.Random(number), coverage, Manner(Taste()))
        path = walk_path(Ground(load(interview), {"place": "us-ny", "as_of": DAY}), chooser, coverage)
        fields |= {without_numbers(field.name): field for step in path.steps for field in step.screen.inputs}
    closed = (FieldKind.YES_NO, FieldKind.ONE_OF)
    chosen = {name for name, each in fields.items() if each.kind in closed and "there_" not in name}
    assert chosen == set(offered)
    for name, labels in offered.items():
        read = [read_field(fields[name], label) for label in labels]
        assert not [each for each in read if isinstance(each, Problem)]
        assert len(set(read)) == len(labels)
        if fields[name].kind is FieldKind.ONE_OF:
            assert {each.value for each in fields[name].choices} <= set(read)


@pytest.mark.parametrize("interview", [COMMUTATION, PARDON])
@pytest.mark.parametrize("place", PLACES)
def test_the_example_is_accepted_as_it_stands_in_the_sheets(interview: str, place: str) -> None:
    answers: dict[str, Any] = {}
    for sheet in filled_sheets(book_of(interview, place)):
        names = row(sheet, VARIABLES)
        for number in range(EXAMPLE, sheet.max_row + 1):
            values = dict(zip(names, row(sheet, number), strict=True))
            assert values.pop("client") == "EXAMPLE"
            index = f"[{number - EXAMPLE}]"
            answers |= {name.replace("[i]", index): each for name, each in values.items() if each is not None}
    assert len(answers) > 60
    session = Session.in_memory(interview, {"place": place, "as_of": DAY})
    assert fill(session, answers) == []
    assert session.run.papers()


def test_the_same_interview_gives_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    asked, first = asked_in(COMMUTATION, "us-ny"), bytes_of(COMMUTATION, "us-ny")
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 86_400)
    monkeypatch.setattr(time, "localtime", lambda *_: time.gmtime(now + 86_400))
    assert workbook(asked) == first


def test_the_file_says_what_it_was_made_from() -> None:
    asked = asked_in(COMMUTATION, "us-ny")
    book = book_of(COMMUTATION, "us-ny")
    about = {each.name: each.value for each in book.custom_doc_props.props}
    assert about["unbarred.interview"] == COMMUTATION
    assert about["unbarred.place"] == "us-ny"
    assert about["unbarred.as_of"] == DAY
    assert about["unbarred.content"] == asked.digest
    assert book.properties.creator == "unbarred"
    assert "New York" in book.properties.title
