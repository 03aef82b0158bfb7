"""A number that is left out is not known, here and on every server; the datatypes for it see to that."""

from __future__ import annotations

import re
from typing import Any

import pytest
import quickjs
from hypothesis import given
from hypothesis import strategies as st

from unbarred.engine.boot import boot

INTEGER, NUMBER = "optional_integer", "optional_number"


def datatype(name: str) -> Any:
    """The class, as a server has it once an interview has named the module."""
    boot()
    import docassemble.unbarred.optional_numbers  # noqa: F401
    from docassemble.base.functions import custom_types

    return custom_types[name]["class"]


def taken(name: str, text: str, **limits: str) -> Any:
    """What a server makes of the text that a browser sent, after the check it does before that."""
    own = datatype(name)
    assert own.call_validate(text, "answer", limits)
    return own.call_transform(text, "answer", limits)


def refusal(name: str, text: str, **limits: str) -> str:
    from docassemble.base.error import DAValidationError

    with pytest.raises(DAValidationError) as refused:
        taken(name, text, **limits)
    return str(refused.value)


@pytest.mark.parametrize("name", [INTEGER, NUMBER])
@pytest.mark.parametrize("nothing", ["", "  ", "None"])
def test_a_blank_is_none_even_where_nought_is_out_of_bounds(name: str, nothing: str) -> None:
    assert taken(name, nothing, min="1", max="9") is None


@given(st.integers())
def test_a_whole_number_is_what_was_typed(number: int) -> None:
    for text in (str(number), f"{number:,}"):
        made = taken(INTEGER, text)
        assert (made, type(made)) == (number, int)


@given(st.floats(allow_nan=False, allow_infinity=False, width=32))
def test_a_number_is_what_was_typed(number: float) -> None:
    made = taken(NUMBER, f"{number:f}")
    assert (made, type(made)) == (float(f"{number:f}"), float)


@given(st.text().filter(lambda text: not re.search(r"\d", text) and text.replace(",", "").strip()))
def test_what_is_no_number_is_refused(text: str) -> None:
    if text.replace(",", "").strip() != "None":
        assert refusal(NUMBER, text) == "You need to enter a number."
        assert refusal(INTEGER, text) == "Please enter a whole number."


@pytest.mark.parametrize("text", ["1.5", "1e3", "nan", "inf", "0x10", "٣", "1 2"])
def test_what_only_looks_like_a_whole_number_is_refused(text: str) -> None:
    assert refusal(INTEGER, text) == "Please enter a whole number."


@given(st.integers(-50, 50), st.integers(-20, 0), st.integers(0, 20))
def test_the_server_and_its_page_keep_the_same_bounds(number: int, least: int, most: int) -> None:
    on_the_page = accepted_by_the_page(str(number), min=str(least), max=str(most))
    assert on_the_page == (least <= number <= most)
    if on_the_page:
        assert taken(INTEGER, str(number), min=str(least), max=str(most)) == number
    else:
        bound = f"least {least}." if number < least else f"most {most}."
        assert refusal(INTEGER, str(number), min=str(least), max=str(most)).endswith(bound)


def test_a_page_takes_a_blank_and_a_number_without_bounds() -> None:
    assert accepted_by_the_page("", min="1")
    assert accepted_by_the_page("1000000")


def accepted_by_the_page(value: str, **data: str) -> bool:
    """Run the rule that the datatype brings for a page of the server."""
    context = quickjs.Context()
    context.eval("var rules = {}, $ = {validator: {addMethod: (name, rule) => { rules[name] = rule; }}}")
    context.eval(datatype(INTEGER).javascript)
    context.set("value", value)
    context.eval(f"var field = {{dataset: {data!r}}}, page = {{optional: () => value === ''}}")
    return bool(context.eval("rules.numberinbounds.call(page, value, field)"))


@pytest.mark.parametrize(("held", "shown"), [(None, ""), (0, "0"), (7, "7"), ("7", "7")])
def test_it_is_shown_again_as_it_was_typed(held: object, shown: str) -> None:
    assert datatype(INTEGER).call_default_for(held, "answer", {}) == shown
