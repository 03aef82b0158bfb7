"""Web addresses, which must say how they are reached, and passwords, which are kept to the letter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unbarred.screens import Field, FieldKind, Problem, read_field

URL = Field("thing", FieldKind.URL)
PASSWORD = Field("thing", FieldKind.PASSWORD, min_length=4, max_length=12)


def message(field: Field, raw: object) -> str:
    read = read_field(field, raw)
    assert isinstance(read, Problem), f"{raw!r} was accepted as {read!r}"
    return read.message


@pytest.mark.parametrize(
    "typed",
    [
        "https://example.org", "http://www.example.org/a/b?c=d&e=%20f#g", "HTTPS://Example.ORG",
        "http://localhost:8000/", "https://ana:pw@example.org", "http://192.0.2.1/", "http://[2001:db8::1]/",
        "https://bücher.example/straße", "https://example.org.",
    ],
)  # fmt: skip
def test_a_web_address_stays_as_typed(typed: str) -> None:
    assert read_field(URL, f" {typed}\n") == typed


@pytest.mark.parametrize(
    ("typed", "mended"),
    [
        ("example.org", "https://example.org"),
        ("www.example.org/parole?x=1", "https://www.example.org/parole?x=1"),
        ("//example.org", "https://example.org"),
        ("example.org:8080/x", "https://example.org:8080/x"),
    ],
)
def test_an_address_without_its_beginning_is_answered_with_the_whole_one(typed: str, mended: str) -> None:
    said = message(URL, typed)
    assert said == f"A web address begins with http:// or https://. Type “{mended}”."
    assert read_field(URL, mended) == mended


@pytest.mark.parametrize(
    "typed",
    [
        "example", "a b", "https://", "https:/example.org", "https://exa mple.org", "https://example.org/a b",
        "ftp://example.org", "javascript:alert(1)", "mailto:ana@example.org", "https://example.org:99999/",
        "http://[::1", "https://-a.org", "https://a..org", "http://a\tb.org",
    ],
)  # fmt: skip
def test_what_is_no_web_address_is_refused(typed: str) -> None:
    said = message(URL, typed)
    assert said.endswith(" is not a web address. It looks like this: https://www.example.org")


@pytest.mark.parametrize("typed", ["  two  ", "pass word", "\ttab\t", "contraseña", "١٢٣٤", "'; --  "])
def test_a_password_is_kept_to_the_letter(typed: str) -> None:
    assert read_field(PASSWORD, typed) == typed
    assert read_field(PASSWORD, f"{typed}\r\n") == typed


def test_digits_alone_are_a_password_too() -> None:
    assert read_field(PASSWORD, 12345) == "12345"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("abc", "This is too short. Type at least 4 letters and signs."),
        ("a" * 14, "This has 14 letters and signs, and there is room for 12. Make it shorter by 2."),
        ("hidden\nword", "This has more than one line. Type it all on one line."),
        ("hidden\x1bword", "There is a hidden mark that cannot be printed. Take it out and try again."),
        (12.5, "This needs a text. In a file, put it in quotes."),
        (["hidden"], "This needs a text. In a file, put it in quotes."),
    ],
)
def test_a_password_that_cannot_be_taken_is_refused(typed: object, said: str) -> None:
    assert message(PASSWORD, typed) == said


@given(st.text(min_size=4) | st.lists(st.text(min_size=4), min_size=1))
def test_no_message_repeats_a_password(typed: object) -> None:
    read = read_field(PASSWORD, typed)
    if isinstance(read, Problem):
        assert "“" not in read.message
