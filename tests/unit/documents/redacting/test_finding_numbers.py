"""Numbers, telephones, e-mail and home addresses are found however they are set."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unbarred.documents.redacting import Form, Lookout, Secret, ShownAs, Tally, address_pieces


def lookout(kind: str, form: Form, value: str, shown: ShownAs = "withheld") -> Lookout:
    return Lookout([Secret(kind, form, value, shown)])


@pytest.mark.parametrize(
    "written", ["123-45-6789", "123456789", "123 45 6789", "123.45.6789", "123\u201145\u20116789"]
)
def test_a_number_with_and_without_dashes(written: str) -> None:
    looking = lookout("social security number", "number", "123-45-6789", "last four")
    assert looking.redacted(f"SSN {written}.") == "SSN ending in 6789."


def test_a_longer_number_is_another() -> None:
    looking = lookout("account number", "number", "445566", "last four")
    assert looking.redacted("1445566, 4455667 and 445566") == "1445566, 4455667 and ending in 5566"


def test_letters_in_a_number() -> None:
    looking = lookout("driver's license number", "number", "D123-4567-89X", "last four")
    assert looking.redacted("License d123456789x") == "License ending in 789X"


def test_of_a_short_number_nothing_stays_and_a_shorter_one_is_not_looked_for() -> None:
    assert lookout("account number", "number", "1234", "last four").redacted("No. 1234") == (
        "No. [account number withheld]"
    )
    assert lookout("account number", "number", "12").blind == ("account number",)


def test_a_number_that_looks_like_a_social_security_number() -> None:
    tally = Tally()
    looking = Lookout([], shape=("social security number", "last four"))
    assert looking.redacted("Mine is 987-65-4321, case 98-765-4321", tally) == (
        "Mine is ending in 4321, case 98-765-4321"
    )
    assert [doubt.kind for doubt in tally.doubts] == ["social security number"]


@pytest.mark.parametrize("written", ["(518) 555-0101", "518-555-0101", "518.555.0101", "+1 518 555 0101"])
def test_a_telephone_number(written: str) -> None:
    looking = lookout("telephone number", "telephone", "518 555 0101")
    assert looking.redacted(f"Call {written}!") == "Call [telephone number withheld]!"


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("518-555-0101 ext. 4", "(518) 555-0101"),
        ("518-555-0101 (cell)", "518 555 0101"),
        ("518-555-0101 or 518-555-0102", "518-555-0102"),
        ("+1 518 555 0101", "518-555-0101"),
        ("1-518-555-0101", "(518) 555-0101"),
        ("020 7946 0958", "+44 20 7946 0958"),
        ("+44 20 7946 0958", "020 7946 0958"),
        ("+254 712 345678", "0712 345678"),
        ("555-0101", "555 0101"),
    ],
)
def test_a_telephone_number_with_more_or_less_than_was_typed(typed: str, written: str) -> None:
    looking = lookout("telephone number", "telephone", typed)
    assert looking.redacted(f"Call {written}!") == "Call [telephone number withheld]!"


@pytest.mark.parametrize("typed", ["SSN: 123-45-6789", "123-45-6789 (mine)", "number 123456789"])
def test_words_beside_a_number_are_no_part_of_it(typed: str) -> None:
    looking = lookout("social security number", "number", typed, "last four")
    assert looking.redacted("It is 123-45-6789.") == "It is ending in 6789."


def test_an_address_of_e_mail() -> None:
    looking = lookout("e-mail address", "words", "Ann@example.org")
    assert looking.redacted("Write to ann@EXAMPLE.org.") == "Write to [e-mail address withheld]."


HOME = lookout("home address", "address", "12 Elm Street, Apt. 4B\nAlbany, NY 12207", "city and state")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("12 Elm Street, Apt. 4B, Albany, NY 12207", "[home address withheld], Albany, NY"),
        ("at 12 ELM ST APT 4B", "at [home address withheld]"),
        ("at 12 Elm St.", "at [home address withheld]."),
        ("at 12 Elm", "at [home address withheld]"),
        ("on Elm Street", "on [home address withheld]"),
        ("14 Elm Street", "14 Elm Street"),
        ("112 Elm Street", "112 Elm Street"),
        ("Albany County Court, Albany, NY 12224", "Albany County Court, Albany, NY 12224"),
    ],
)
def test_a_home_address(text: str, shown: str) -> None:
    assert HOME.redacted(text) == shown


def test_no_place_stays_where_the_rule_says_so() -> None:
    looking = lookout("home address", "address", "12 Elm Street\nAlbany, NY 12207")
    assert looking.redacted("12 Elm Street, Albany, NY 12207") == "[home address withheld]"
    assert looking.redacted("Albany County") == "Albany County"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("at 12 Elm St, Albany", "at [home address withheld], Albany"),
        ("in Albany, NY 12207", "in Albany, NY"),
        ("in Albany, New York 12207", "in Albany, New York"),
        ("ZIP code: 12207", "ZIP code: [home address withheld]"),
        ("12207", "[home address withheld]"),
        ("in Albany, NY 12207-1234", "in Albany, NY"),
        ("12207 people", "12207 people"),
        ("12_Elm_Street.png", "[home address withheld].png"),
    ],
)
@pytest.mark.parametrize("typed", ["12 elm street albany ny 12207", "12 Elm Street\nAlbany, NY 12207"])
def test_an_address_on_one_line_or_two(typed: str, text: str, shown: str) -> None:
    assert lookout("home address", "address", typed, "city and state").redacted(text) == shown


@pytest.mark.parametrize("typed", ["12 Elm Street Apt 4B\nAlbany", "12 Elm Street 3rd Floor\nAlbany"])
def test_a_flat_behind_the_street(typed: str) -> None:
    looking = lookout("home address", "address", typed)
    assert looking.redacted("I live at 12 Elm Street.") == "I live at [home address withheld]."


def test_a_direction_may_be_left_out_and_a_flat_may_have_a_sign() -> None:
    looking = lookout("home address", "address", "12 North Elm Street, Apt 4B\nAlbany")
    for written in ("12 Elm St #4B", "12 N. Elm Street #4b"):
        assert looking.redacted(f"at {written} now") == "at [home address withheld] now"


def test_a_box_is_found_however_it_is_written() -> None:
    looking = lookout("home address", "address", "P.O. Box 77\nAlbany")
    assert looking.redacted("PO Box 77, P O Box 77 or box 77, box 770") == (
        "[home address withheld] or [home address withheld], box 770"
    )


def test_an_address_with_a_british_code() -> None:
    looking = lookout("home address", "address", "7 Rose Road\nLeeds\nLS1 4AP", "city and state")
    assert (
        looking.redacted("7 Rose Rd, Leeds LS1 4AP")
        == "[home address withheld], Leeds [home address withheld]"
    )
    assert looking.redacted("Leeds Crown Court; ls14ap") == "Leeds Crown Court; [home address withheld]"


def test_whose_address_it_is_stays() -> None:
    looking = lookout("home address", "address", "Carmen Madeup\n3 Nowhere Street\nAnytown")
    assert looking.redacted("Carmen Madeup, 3 Nowhere Street, Anytown") == (
        "Carmen Madeup, [home address withheld], Anytown"
    )
    assert lookout("home address", "address", "The Old Mill\nAnytown").redacted("at the old mill") == (
        "at [home address withheld]"
    )


def test_a_town_alone_cannot_be_looked_for() -> None:
    assert lookout("home address", "address", "Nairobi").blind == ("home address",)


def test_what_is_written_like_an_address_in_a_text() -> None:
    text = "With my mother at 3 Nowhere Street, Apt 5, in Anytown; mail to P.O. Box 77. I am 40 and free."
    assert address_pieces(text) == ["3 Nowhere Street, Apt 5", "P.O. Box 77"]
    whole = "I live at 3 Nowhere Street, New Anytown, NY 12207 with my aunt"
    assert address_pieces(whole) == ["3 Nowhere Street, New Anytown, NY 12207"]


STREETS = st.sampled_from(["Street", "Avenue", "Road", "Lane", "Boulevard", "Drive"])
WORDS = st.text("abcdefghijklmnopqrstuvwxyz", min_size=3, max_size=9).map(str.title)


@given(st.integers(1, 9999), st.lists(WORDS, min_size=1, max_size=3), STREETS)
def test_any_address_is_found(number: int, names: list[str], street: str) -> None:
    address = f"{number} {' '.join(names)} {street}"
    looking = lookout("home address", "address", address)
    for written in (address, address.upper(), f"{number}  {' '.join(names)} {street}"):
        assert looking.redacted(f"at {written} now") == "at [home address withheld] now"


@given(st.text("0123456789", min_size=5, max_size=16), st.sampled_from(["", "-", " ", "\u2011"]))
def test_any_number_is_found(number: str, gap: str) -> None:
    looking = lookout("account number", "number", number, "last four")
    assert looking.redacted(f"no. {gap.join(number)}!") == f"no. ending in {number[-4:]}!"
