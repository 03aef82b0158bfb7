"""What is proposed for the columns and sheets of a workbook, on a small interview."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from small_asked import ASKED, csv_tables, xlsx_tables

from unbarred.batch.matching.clients import clients
from unbarred.batch.matching.mapping import read_mapping
from unbarred.batch.matching.plan import match
from unbarred.batch.proposing.evidence import kind_of
from unbarred.batch.proposing.heading_words import meanings, number_in
from unbarred.batch.proposing.map_file import written
from unbarred.batch.proposing.proposals import propose

SHEETS = {
    "Ladies": [
        ["Case no.", "fname", "LName", "D.O.B"],
        ["A-1", "Ann", "Able", "x"],
        ["A-2", "Bea", "Baker", ""],
    ],
    "Kids": [["Case no.", "Name", "How old"], ["a-1", "Luz", 7], ["A-9", "Mo", 3]],
    "To do": [["What", "By when"], ["stamps", "Monday"]],
}


def test_sheets_of_things_and_the_key_that_they_share_are_found(tmp_path: Path) -> None:
    ladies, kids, to_do = propose(xlsx_tables(tmp_path, **SHEETS), ASKED)
    assert [each.target for each in ladies.columns] == [
        "client",
        "petitioner.name.first",
        "petitioner.name.last",
        "petitioner.birthdate",
    ]
    assert kids.stem == "children"
    assert [each.target for each in kids.columns] == ["client", "children[i].first_name", "children[i].age"]
    assert to_do.stem == "ignore"


def test_what_is_proposed_for_a_workbook_reads_it(tmp_path: Path) -> None:
    tables = xlsx_tables(tmp_path, **SHEETS)
    path = tmp_path / "map.yml"
    path.write_text(written("ladies.xlsx", propose(tables, ASKED), confirmed=True), encoding="utf-8")
    matched = match(tables, lambda: ASKED, read_mapping(path))
    ann, bea = clients(matched)
    assert ann.answers["children[0].first_name"] == "Luz"
    assert (bea.key, bea.answers["petitioner.name.last"]) == ("A-2", "Baker")
    assert ["A-9" in each.message for each in matched.problems] == [True]


HEADINGS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20)


@settings(max_examples=30)
@given(st.lists(HEADINGS, min_size=1, max_size=5, unique=True))
def test_whatever_headings_are_called_the_proposal_can_be_read(tmp_path_factory, headings) -> None:  # type: ignore[no-untyped-def]
    folder = tmp_path_factory.getbasetemp()
    tables = csv_tables(folder, ["First name", *headings], ["Ann", *("x" for _ in headings)])
    path = folder / "proposed.yml"
    path.write_text(written("any.csv", propose(tables, ASKED), confirmed=True), encoding="utf-8")
    matched = match(tables, lambda: ASKED, read_mapping(path), ignore_unmatched=True)
    assert "petitioner.name.first" in {bound.name for bound in matched.clients[0].bound}


def test_words_are_known_however_exports_write_them() -> None:
    for written_so in ("DOB", "D.O.B.", "Date of Birth", "BirthDate", "birth_date", "Contact: Birthdate"):
        assert meanings(written_so) == {"birthdate"}
    assert meanings("Sentence_Date__c") == meanings("Date sentenced")


def test_the_number_of_a_thing_is_seen_in_its_heading() -> None:
    assert [
        number_in(each) for each in ("Child 2 age", "Offense_1__c", "Kid3", "Section 12 of 14", "2024")
    ] == [
        2,
        1,
        3,
        None,
        None,
    ]


@given(st.one_of(st.text(max_size=40), st.integers(), st.dates(), st.booleans()))
def test_what_a_value_looks_like_never_says_it(value: str) -> None:
    assert kind_of(value) in {
        "yes or no", "a number", "a day", "a day in numbers", "a day in two ways", "an e-mail address",
        "a number with signs or letters", "one word", "a longer text",
        *(f"{count} words" for count in range(7)),
    }  # fmt: skip
