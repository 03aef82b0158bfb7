"""What is proposed for real-looking exports: LegalServer's, Salesforce's, and one made by hand."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

import pytest

from unbarred.batch.columns.asked import Asked
from unbarred.batch.columns.finding import find_asked
from unbarred.batch.intake.opening import open_intake
from unbarred.batch.matching.clients import clients
from unbarred.batch.matching.days import Order
from unbarred.batch.matching.mapping import read_mapping
from unbarred.batch.matching.plan import match
from unbarred.batch.proposing.map_file import written
from unbarred.batch.proposing.proposals import SheetProposal, Sure, propose

EXPORTS = Path(__file__).with_name("exports")

WANTED = {
    "legalserver": {
        "Matter/Case ID#": "client",
        "Client First Name": "petitioner.name.first",
        "Client Middle Name": "petitioner.name.middle",
        "Client Last Name": "petitioner.name.last",
        "Date of Birth": "petitioner.birthdate",
        "Home Phone": "helper.phone",
        "Inmate DIN #": "petitioner.prison_number",
        "Correctional Facility": "facility_choice",
        "Current Offense": "convictions[0].offense",
        "County of Conviction": "convictions[0].county",
        "Docket / Indictment #": "convictions[0].docket",
        "Sentence Date": "convictions[0].sentenced",
        "Jail Time Credit (days)": "custody.jail_days",
    },
    "salesforce": {
        "Id": "client",
        "Contact: First Name": "petitioner.name.first",
        "Contact: Last Name": "petitioner.name.last",
        "Contact: Birthdate": "petitioner.birthdate",
        "DIN__c": "petitioner.prison_number",
        "Correctional_Facility__c": "facility_choice",
        "Offense_1__c": "convictions[0].offense",
        "Offense_1_County__c": "convictions[0].county",
        "Offense_1_Docket__c": "convictions[0].docket",
        "Offense_2__c": "convictions[1].offense",
        "Sentence_Date__c": "convictions[0].sentenced",
        "Jail_Time_Days__c": "custody.jail_days",
        "Has_Attorney__c": "has_helper",
        "Attorney_Email__c": "helper.email",
        "Child_1_Name__c": "children[0].first_name",
        "Child_1_Age__c": "children[0].age",
        "Child_2_Name__c": "children[1].first_name",
        "Child_2_Age__c": "children[1].age",
    },
    "handmade": {
        "NAME (last; first)": "petitioner.name",
        "DOB": "petitioner.birthdate",
        "DIN": "petitioner.prison_number",
        "Prison": "facility_choice",
        "came in": "custody.start",
        "kids?": "children_included",
        "pronouns": "petitioner_pronoun",
    },
}
"""What each column is; all others are passed over."""


@pytest.fixture(scope="module")
def asked() -> Asked:
    return find_asked("clemency/commutation", {"place": "us-ny", "as_of": "2026-11-21"})


def proposal(name: str, asked: Asked) -> SheetProposal:
    [sheet] = propose(open_intake([EXPORTS / f"{name}.csv"]).tables, asked)
    return sheet


@pytest.mark.parametrize("name", WANTED)
def test_each_column_of_an_export_is_proposed_as_what_it_is(name: str, asked: Asked) -> None:
    columns = proposal(name, asked).columns
    taken = {each.heading.text: each.target for each in columns if each.target != "ignore"}
    assert taken == WANTED[name]
    assert all((each.sure is Sure.NOTHING) == (each.target == "ignore") for each in columns)


@pytest.mark.parametrize(
    ("rows", "target"),
    [
        ((["Name", "DOB"], ["Imaginary Person", "3/14/1986"]), "petitioner.name"),
        ((["Client name", "DOB"], ["Person, Imaginary", "3/14/1986"]), "petitioner.name"),
        ((["Name", "DOB"], ["Imaginary", "3/14/1986"]), "ignore"),
        ((["Name", "First name", "Last name"], ["Imaginary Person", "Imaginary", "Person"]), "ignore"),
    ],
)
def test_a_column_called_name_is_the_persons_whole_name_or_nothing(
    rows: Sequence[Sequence[str]], target: str, asked: Asked, tmp_path: Path
) -> None:
    path = tmp_path / "names.csv"
    with path.open("w", newline="") as file:
        csv.writer(file).writerows(rows)
    [sheet] = propose(open_intake([path]).tables, asked)
    assert sheet.columns[0].target == target


def test_a_proposal_says_why_and_how_sure_and_what_values_look_like_but_no_value(asked: Asked) -> None:
    by_heading = {each.heading.text: each for each in proposal("handmade", asked).columns}
    # One word of a screen does not say whose it is.
    assert by_heading["Prison"].sure is Sure.LIKELY
    assert by_heading["DOB"].sure is Sure.LIKELY
    assert by_heading["DOB"].kinds == ("a day in numbers", "a day")
    assert "When were you born?" in by_heading["DOB"].why
    shown = repr(list(by_heading.values()))
    assert "Imaginary" not in shown
    assert 'Bedford Hills"' not in shown
    assert "6/30/84" not in shown


def test_the_order_of_days_is_proposed_where_the_sheet_shows_it(asked: Asked) -> None:
    assert proposal("legalserver", asked).order is Order.MONTH_FIRST
    assert proposal("salesforce", asked).order is Order.UNKNOWN


@pytest.mark.parametrize("name", WANTED)
def test_what_is_proposed_can_be_confirmed_and_matches_every_column(
    name: str, asked: Asked, tmp_path: Path
) -> None:
    path = tmp_path / "map.yml"
    text = written(f"{name}.csv", [proposal(name, asked)])
    assert "\nconfirmed: false\n" in text
    path.write_text(text.replace("confirmed: false", "confirmed: true"), encoding="utf-8")
    matched = match(open_intake([EXPORTS / f"{name}.csv"]).tables, lambda: asked, read_mapping(path))
    first, *_ = clients(matched)
    assert first.answers["petitioner.name.first"] == "Imaginary"
    assert first.answers["petitioner.name.last"] == "Person"
    assert first.answers["petitioner.prison_number"] == "19G0000"
    assert first.answers["facility_choice"] == "Bedford Hills Correctional Facility"


def test_values_that_are_no_choice_stand_in_the_file_to_be_given_one(asked: Asked) -> None:
    text = written("handmade.csv", [proposal("handmade", asked)])
    assert '"Albion": "Albion Correctional Facility"  # is this right?' in text
    assert '    # "her":' in text
