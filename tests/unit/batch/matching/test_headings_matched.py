"""Headings are matched by variable, label or mapping; what matches nothing, or too much, is told once."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_asked import ASKED, csv_tables, never, xlsx_tables

from unbarred.batch.intake.opening import open_intake
from unbarred.batch.matching.faulty_sheets import FaultySheets
from unbarred.batch.matching.labels import Labels, filled_in, is_path, pattern, plain, stem
from unbarred.batch.matching.mapping import Mapping
from unbarred.batch.matching.plan import Matched, match
from unbarred.errors import UserError

ALL = Labels(ASKED.columns)


def named(matched: Matched) -> dict[str, str]:
    """Return the variables by the headings of all sheets."""
    sheets = (*matched.clients, *matched.items)
    return {bound.heading.text: bound.name for sheet in sheets for bound in sheet.bound}


@given(
    st.sampled_from(ASKED.columns),
    st.sampled_from([str.upper, str.lower, str.title, str.swapcase]),
    st.sampled_from(["{} *", "* {}", "{}:", " {}  ", "{} (required)", "“{}”", "{}?!", "{}\n"]),
)
def test_a_heading_is_known_whatever_its_capitals_marks_and_blanks(column, change, frame) -> None:  # type: ignore[no-untyped-def]
    written = frame.format(change(column.heading.replace(" ", "  ")))
    assert ALL.find(written) == (column,)


@given(st.text(max_size=40))
def test_a_heading_in_plain_words_stays_as_it_is(text: str) -> None:
    assert plain(plain(text)) == plain(text)


@given(st.lists(st.integers(0, 99), min_size=2, max_size=2))
def test_a_variable_keeps_its_numbers_through_its_pattern(numbers: list[int]) -> None:
    name = filled_in("children[i].visits[j].day", numbers)
    assert is_path(name)
    assert pattern(name) == "children[i].visits[j].day"
    assert stem(pattern(name)) == "children[i].visits"
    assert filled_in(pattern(name), numbers) == name


def test_variables_as_headings_need_no_look_at_the_interview(tmp_path: Path) -> None:
    headings = ["Client", "petitioner.name.first", "children[0].first_name"]
    matched = match(csv_tables(tmp_path, headings, ["A", "Ann", "Luz"]), never)
    assert named(matched) == {each: each for each in headings[1:]}


def test_a_label_that_two_questions_have_is_a_problem_and_no_guess(tmp_path: Path) -> None:
    tables = csv_tables(tmp_path, ["First name", "Phone"], ["Ann", "555-0100"])
    with pytest.raises(FaultySheets) as caught:
        match(tables, lambda: ASKED)
    [fault] = caught.value.faults
    assert "Column B “Phone” can be" in fault
    assert "helper.phone" in fault
    assert "lawyer.phone" in fault


def test_one_word_of_a_screen_is_not_enough_to_know_whose_it_is(tmp_path: Path) -> None:
    columns = [each for each in ASKED.columns if each.name != "lawyer.phone"]
    tables = csv_tables(tmp_path, ["First name", "Phone"], ["Ann", "555-0100"])
    with pytest.raises(FaultySheets) as caught:
        match(tables, lambda: dataclasses.replace(ASKED, columns=tuple(columns)))
    [fault] = caught.value.faults
    assert fault.startswith("Column B “Phone” is no answer")
    assert "helper.phone" in fault


def test_all_columns_that_match_nothing_are_told_at_once_with_what_is_near(tmp_path: Path) -> None:
    tables = csv_tables(
        tmp_path, ["First name", "When were you bron?", "Shoe size", "Empty"], ["Ann", "1984-06-30", "7", ""]
    )
    with pytest.raises(FaultySheets) as caught:
        match(tables, lambda: ASKED)
    first, second = caught.value.faults
    assert "Column B “When were you bron?”" in first
    assert "“When were you born?”" in first
    assert "Column C “Shoe size”" in second


def test_a_column_with_no_heading_and_something_in_it_is_told(tmp_path: Path) -> None:
    with pytest.raises(FaultySheets, match="Column B has something in it and no heading"):
        match(csv_tables(tmp_path, ["First name", ""], ["Ann", "call her"]), lambda: ASKED)


def test_columns_can_be_passed_over_by_flag_or_by_mapping(tmp_path: Path) -> None:
    tables = csv_tables(tmp_path, ["First name", "Shoe size"], ["Ann", "7"])
    assert named(match(tables, lambda: ASKED, ignore_unmatched=True)) == {
        "First name": "petitioner.name.first"
    }
    said = Mapping(columns={"shoe size": "ignore"})
    assert match(tables, lambda: ASKED, said).clients[0].unused == ()


def test_one_answer_has_one_column(tmp_path: Path) -> None:
    tables = csv_tables(tmp_path, ["First name", "petitioner.name.first"], ["Ann", "Anna"])
    with pytest.raises(FaultySheets, match="Keep one of them"):
        match(tables, lambda: ASKED)


def test_a_mapping_names_columns_as_nobody_could_guess_them(tmp_path: Path) -> None:
    tables = csv_tables(tmp_path, ["Vorname", "Kid 1 (age)"], ["Ann", "7"])
    said = Mapping(columns={"vorname": "petitioner.name.first", "kid 1 age": "children[0].age"})
    assert set(named(match(tables, lambda: ASKED, said)).values()) == {
        "petitioner.name.first",
        "children[0].age",
    }


def test_a_variable_of_a_mapping_that_no_question_asks_for_is_told_before_any_row(tmp_path: Path) -> None:
    said = Mapping(columns={"vorname": "petitioner.name.fist"})
    matched = match(csv_tables(tmp_path, ["Vorname"], ["Ann"]), lambda: ASKED, said)
    assert "Did you mean petitioner.name.first" in " ".join(matched.remarks)


def test_sheets_of_things_are_found_by_their_names_and_notes_are_passed_over(tmp_path: Path) -> None:
    tables = xlsx_tables(
        tmp_path,
        Clients=[["Client", "First name"], ["A", "Ann"]],
        Children=[["Client", "First name", "Age"], ["A", "Luz", 7]],
        Notes=[["What I must not forget"], ["stamps"]],
    )
    matched = match(tables, lambda: ASKED)
    assert [sheet.stem for sheet in matched.items] == ["children"]
    assert [bound.name for bound in matched.items[0].bound] == ["children[i].first_name", "children[i].age"]
    assert ["Notes" in each for each in matched.remarks] == [True]


def test_things_are_in_columns_or_in_a_sheet_but_not_in_both(tmp_path: Path) -> None:
    tables = xlsx_tables(
        tmp_path,
        Clients=[["Client", "First name", "children[0].age"], ["A", "Ann", 7]],
        Children=[["Client", "Age"], ["A", 7]],
    )
    with pytest.raises(FaultySheets, match="children are in sheet Children and in columns"):
        match(tables, lambda: ASKED)


def test_a_sheet_of_things_says_whose_they_are(tmp_path: Path) -> None:
    tables = xlsx_tables(
        tmp_path,
        Clients=[["Client", "First name"], ["A", "Ann"]],
        Kids=[["children[i].first_name", "children[i].age"], ["Luz", 7]],
    )
    with pytest.raises(FaultySheets, match="Sheet Kids has no column “client”"):
        match(tables, lambda: ASKED)


def test_a_sheet_without_anything_that_is_asked_is_told_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="is no answer that this interview asks for"):
        match(csv_tables(tmp_path, ["What"], ["ever"]), lambda: ASKED)


def test_where_an_answer_would_stand_is_known(tmp_path: Path) -> None:
    tables = xlsx_tables(
        tmp_path,
        Clients=[["Client", "First name"], ["A", "Ann"]],
        Children=[["Client", "Age"], ["A", 7]],
    )
    matched = match(tables, lambda: ASKED)
    assert str(matched.column_of("children[3].age")) == "sheet Children, row 0, column B “Age”"
    assert matched.column_of("lawyer.phone") is None


def test_a_word_with_capitals_in_json_is_looked_up_and_told_once(tmp_path: Path) -> None:
    path = tmp_path / "export.jsonl"
    path.write_text('{"client": "A", "DOB": "3/4/1984", "days": 3}\n', encoding="utf-8")
    with pytest.raises(FaultySheets, match="DOB"):
        match(open_intake([path]).tables, lambda: ASKED)
    path.write_text('{"client": "A", "days": 3}\n', encoding="utf-8")
    assert named(match(open_intake([path]).tables, never)) == {"days": "days"}


def test_thousands_of_strange_columns_are_told_in_a_page(tmp_path: Path) -> None:
    strange = [f"Strange {number}" for number in range(3000)]
    with pytest.raises(FaultySheets) as caught:
        match(csv_tables(tmp_path, ["First name", *strange], ["Ann", *strange]), lambda: ASKED)
    assert len(caught.value.faults) < 50
    assert "2,960 more columns" in caught.value.faults[-1]
