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
