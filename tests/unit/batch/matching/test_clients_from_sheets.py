"""From rows to clients: her answers, where they stand, and what is wrong with her cells."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from small_asked import ASKED, csv_tables, never, xlsx_tables

from unbarred.batch.clients import Client
from unbarred.batch.intake.opening import open_intake
from unbarred.batch.intake.tables import Table
from unbarred.batch.matching.clients import clients
from unbarred.batch.matching.days import Order
from unbarred.batch.matching.mapping import Mapping
from unbarred.batch.matching.plan import match


def read(
    tables: Sequence[Table], mapping: Mapping | None = None, order: Order = Order.UNKNOWN
) -> list[Client]:
    return list(clients(match(tables, lambda: ASKED, mapping, order=order)))


def messages(client: Client) -> str:
    return "\n".join(f"{each.spot}: {each.message}" for each in client.problems)


def test_a_row_is_a_client_with_her_answers_and_their_places(tmp_path: Path) -> None:
    [ann] = read(
        csv_tables(
            tmp_path,
            ["Client", "First name", "When were you born?", "How many days?", "Are you married?"],
            ["26-1", "Ann", "30 June 1984", "12", ""],
        )
    )
    assert ann.key == "26-1"
    assert ann.answers == {
        "petitioner.name.first": "Ann",
        "petitioner.birthdate": datetime.date(1984, 6, 30),
        "days": "12",
    }
    assert str(ann.spots["days"]) == "row 2, column D “How many days?”"
    assert not ann.problems


def test_without_a_column_of_keys_a_client_is_called_by_her_row(tmp_path: Path) -> None:
    found = read(csv_tables(tmp_path, ["First name"], ["Ann"], ["Bea"]))
    assert [each.key for each in found] == ["2", "3"]


def test_a_key_that_is_there_twice_is_a_problem_at_both_rows(tmp_path: Path) -> None:
    found = read(csv_tables(tmp_path, ["Client", "First name"], ["a 1", "Ann"], ["B", "Bea"], ["A1", "Cleo"]))
    first, other, last = found
    assert "there twice: also in row 4" in messages(first)
    assert "there twice: also in row 2" in messages(last)
    assert not other.problems
    assert len({each.key for each in found}) == 3


def test_things_of_other_sheets_come_to_their_client_in_their_order(tmp_path: Path) -> None:
    found = read(
        xlsx_tables(
            tmp_path,
            Clients=[["Client", "First name"], ["A-1", "Ann"], [2, "Bea"], ["C", "Cleo"]],
            Children=[["Client", "First name", "Age"], [2, "Luz", 7], ["a-1", "Mo", 3], ["2.0", "Kit", 9]],
            Visits=[
                ["Client", "Children", "When"],
                ["2", 2, datetime.date(2020, 1, 5)],
                ["2", "luz", datetime.date(2020, 1, 6)],
                ["2", 2, datetime.date(2020, 1, 7)],
            ],
        )
    )
    ann, bea, cleo = found
    assert ann.answers["children[0].first_name"] == "Mo"
    assert "children[0].first_name" not in cleo.answers
    assert bea.answers["children[0].first_name"] == "Luz"
    assert bea.answers["children[0].visits[0].day"] == datetime.date(2020, 1, 6)
    assert bea.answers["children[1].visits[1].day"] == datetime.date(2020, 1, 7)
    assert str(bea.spots["children[0].age"]) == "sheet Children, row 2, column C “Age”"


def test_a_thing_that_does_not_say_which_other_it_belongs_to_is_a_problem(tmp_path: Path) -> None:
    [ann] = read(
        xlsx_tables(
            tmp_path,
            Clients=[["Client", "First name"], ["A", "Ann"]],
            Children=[["Client", "Age"], ["A", 7]],
            Visits=[["Client", "Children", "When"], ["A", 2, datetime.date(2020, 1, 5)]],
        )
    )
    assert "sheet Visits, row 2, column B “Children”: This says which of children" in messages(ann)


def test_a_thing_of_nobody_is_told_with_the_nearest_key(tmp_path: Path) -> None:
    tables = xlsx_tables(
        tmp_path,
        Clients=[["Client", "First name"], ["26-0002", "Ann"], ["26-0113", "Bea"]],
        Children=[["Client", "Age"], ["26-OOO2", 7], [None, 8]],
    )
    first, second = match(tables, lambda: ASKED).problems
    assert "No row of a client has the key “26-OOO2”. Did you mean “26-0002”?" in first.message
    assert first.spot.row == 2
    assert "does not say whose it is" in second.message


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 6), st.integers(0, 99)), max_size=25), st.randoms(use_true_random=False)
)
def test_every_thing_comes_to_its_client_once_whatever_the_order(tmp_path, owned, chance) -> None:  # type: ignore[no-untyped-def]
    keys = [f"K{number}" for number in range(7)]
    chance.shuffle(keys)
    main = csv_tables(tmp_path, ["Client", "First name"], *([key, "Ann"] for key in keys))
    rows = [[f"k {owner}", age] for owner, age in owned]
    things = csv_tables(tmp_path, ["Client", "children[i].age"], *rows, name="children.csv")
    for client in clients(match([*main, *things], lambda: ASKED)):
        ages = [str(age) for owner, age in owned if f"K{owner}" == client.key]
        expected = {f"children[{number}].age": age for number, age in enumerate(ages)}
        assert {name: value for name, value in client.answers.items() if "age" in name} == expected


def test_what_a_spreadsheet_could_not_tell_is_a_problem_that_says_how_to_mend_it(tmp_path: Path) -> None:
    [ann] = read(
        csv_tables(
            tmp_path,
            ["First name", "When were you born?", "How many days?", "Are you married?", "Middle name"],
            ["#N/A", "3/4/1984", "#REF!", "x", "n/a"],
        )
    )
    said = messages(ann)
    assert "“#N/A” is an error of the spreadsheet" in said
    assert "4 March 1984 or 3 April 1984" in said
    assert "Write yes or no" in said
    assert "would be printed as her answer" in said
    assert not ann.answers
    assert {each.question for each in ann.problems} >= {"When were you born?", "Are you married?"}


def test_the_order_of_days_can_be_said_for_the_whole_sheet(tmp_path: Path) -> None:
    tables = csv_tables(tmp_path, ["petitioner.birthdate"], ["3/4/1984"])
    [ann] = read(tables, order=Order.DAY_FIRST)
    assert ann.answers["petitioner.birthdate"] == datetime.date(1984, 4, 3)
    [ann] = read(tables, Mapping(order=Order.MONTH_FIRST))
    assert ann.answers["petitioner.birthdate"] == datetime.date(1984, 3, 4)


def test_of_a_short_year_only_days_that_the_question_takes_are_offered(tmp_path: Path) -> None:
    tables = csv_tables(tmp_path, ["When were you born?"], ["2/3/85"])
    born = next(each for each in ASKED.columns if each.name == "petitioner.birthdate")
    asked = replace(ASKED, columns=(replace(born, maximum=datetime.date(2026, 11, 21)),))
    [ann] = clients(match(tables, lambda: asked, order=Order.MONTH_FIRST))
    assert "can be 3 February 1985. Write" in messages(ann)


def test_where_the_kind_is_not_known_the_text_is_left_to_the_interview(tmp_path: Path) -> None:
    tables = csv_tables(tmp_path, ["petitioner.birthdate"], ["3/4/1984"])
    [ann] = clients(match(tables, never))
    assert ann.answers == {"petitioner.birthdate": "3/4/1984"}


def test_a_day_that_a_spreadsheet_made_of_a_text_is_told(tmp_path: Path) -> None:
    [ann] = read(xlsx_tables(tmp_path, S=[["Middle name"], [datetime.date(2026, 3, 12)]]))
    assert "made a day of what was typed here" in messages(ann)


def test_a_day_shown_without_its_year_is_told_with_the_day_that_the_cell_holds(tmp_path: Path) -> None:
    path = tmp_path / "short.xlsx"
    book = openpyxl.Workbook()
    book.active.append(["When were you born?"])
    book.active.append([datetime.date(1986, 3, 12)])
    book.active["A2"].number_format = "d-mmm"
    book.save(path)
    [ann] = read(open_intake([path]).tables)
    assert not ann.answers
    assert "shows “March 12”, without a year, and the cell holds 12 March 1986" in messages(ann)


@pytest.mark.parametrize(
    ("written", "taken"), [(1, True), (0, False), ("Sí", True), ("Y", "Y"), (True, True)]
)
def test_yes_and_no_as_sheets_have_them(tmp_path: Path, written: object, taken: object) -> None:
    [ann] = read(xlsx_tables(tmp_path, S=[["Are you married?"], [written]]))
    assert ann.answers == {"married": taken}


def test_several_choices_are_parted_by_semicolons(tmp_path: Path) -> None:
    [ann] = read(csv_tables(tmp_path, ["What did you say?"], ["I have it; to_ask"]))
    assert ann.answers == {"pleas": ["I have it", "to_ask"]}


def test_a_mapping_says_which_choice_a_text_of_the_sheet_is(tmp_path: Path) -> None:
    said = Mapping(values={"pleas": {"got it": "have", "will ask": "to_ask", "?": None}})
    tables = csv_tables(tmp_path, ["What did you say?"], ["GOT  IT"], ["got it; will ask"], ["?"])
    assert [each.answers.get("pleas") for each in read(tables, said)] == ["have", ["have", "to_ask"], None]


def test_a_full_name_is_parted_where_a_mapping_says_it_is_one(tmp_path: Path) -> None:
    said = Mapping(columns={"who": "petitioner.name"})
    tables = csv_tables(tmp_path, ["Who"], ["Diaz, Ana Maria"], ["Ana M. Diaz"], ["Maria Garcia Lopez"])
    first, second, third = read(tables, said)
    assert first.answers == {
        "petitioner.name.first": "Ana",
        "petitioner.name.middle": "Maria",
        "petitioner.name.last": "Diaz",
    }
    assert second.answers["petitioner.name.middle"] == "M."
    assert str(second.spots["petitioner.name.last"]) == "row 3, column A “Who”"
    assert "“Lopez, Maria Garcia” or “Garcia Lopez, Maria”" in messages(third)


def test_what_is_passed_over_is_told_of_each_client(tmp_path: Path) -> None:
    tables = csv_tables(tmp_path, ["First name", "Shoe size"], ["Ann", "7"], ["Bea", ""])
    ann, bea = clients(match(tables, lambda: ASKED, ignore_unmatched=True))
    assert [str(each) for each in ann.unused] == ["row 2, column B “Shoe size”"]
    assert not bea.unused


def test_a_list_of_plain_words_has_a_sheet_too(tmp_path: Path) -> None:
    main = csv_tables(tmp_path, ["client", "petitioner.name.first"], ["A", "Ann"])
    names = csv_tables(
        tmp_path, ["client", "nicknames[i]"], ["A", "Annie"], ["A", "Nan"], name="nicknames.csv"
    )
    [ann] = clients(match([*main, *names], never))
    assert (ann.answers["nicknames[0]"], ann.answers["nicknames[1]"]) == ("Annie", "Nan")


def test_a_key_that_is_everywhere_costs_no_more_than_one_that_is_there_twice(tmp_path: Path) -> None:
    found = read(csv_tables(tmp_path, ["Client", "First name"], *([["A", "Ann"]] * 3000)))
    assert "row 2 and row 3 and row 4 and row 5 and 2,995 more" in messages(found[-1])
    assert len({each.key for each in found}) == 3000


def test_clients_can_stand_in_several_files(tmp_path: Path) -> None:
    one = csv_tables(tmp_path, ["Client", "First name"], ["A", "Ann"], name="2025.csv")
    two = csv_tables(tmp_path, ["Client", "First name"], ["a", "Bea"], ["B", "Cleo"], name="2026.csv")
    ann, bea, cleo = read([*one, *two])
    assert "also in 2026.csv, row 2" in messages(ann)
    assert ann.key != bea.key
    assert (cleo.key, cleo.spot.file) == ("B", "2026.csv")


def test_keys_stand_below_client_id_too(tmp_path: Path) -> None:
    [ann] = read(csv_tables(tmp_path, ["Client ID #", "First name"], ["A-7", "Ann"]))
    assert ann.key == "A-7"


def test_a_line_that_cannot_be_read_is_a_client_with_that_problem(tmp_path: Path) -> None:
    path = tmp_path / "export.jsonl"
    path.write_text('{"client": "A", "days": 3}\n{"client": broken\n', encoding="utf-8")
    ann, other = clients(match(open_intake([path]).tables, never))
    assert ann.answers == {"days": 3}
    assert "This line is not JSON" in messages(other)
    assert other.key == "row 2"
