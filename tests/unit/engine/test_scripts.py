"""An author's JavaScript decides whether a field is shown, and can do nothing else."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

import pytest

from unbarred.answers.values import LATER, AnswerValue
from unbarred.engine.scripts import ShownByScript
from unbarred.errors import ContentError

NAME = "who['is'].it"


def decides(expression: str, given: AnswerValue, **more: Any) -> bool:
    return ShownByScript(expression, ("a",), **more).is_met({"a": given})


@pytest.mark.parametrize(
    ("given", "as_seen"),
    [
        ('it\'s \\ "so" </script>\n\u2028${ 1 }', "typeof val('a') == 'string' && val('a').length > 10"),
        ("words", "val('a') === 'words'"),
        (12, "val('a') === '12' && val('a') > 9"),
        (Decimal("1.50"), "val('a') == 1.5"),
        (True, "val('a') === true"),
        (False, "val('a') === false"),
        (datetime.date(2031, 3, 4), "val('a') === '2031-03-04'"),
        (datetime.time(9, 5), "val('a') === '09:05'"),
        (datetime.datetime(2031, 3, 4, 9, 5), "val('a') === '2031-03-04T09:05'"),
        (("b", "c"), "val('a').length == 2 && val(\"a['b']\") && !val('a[\"d\"]')"),
        (LATER, "val('a') === ''"),
    ],
)
def test_val_returns_what_a_browser_shows(given: AnswerValue, as_seen: str) -> None:
    assert decides(as_seen, given)
    assert not decides(as_seen, given, holds=False)


def test_round_buttons_are_true_false_or_null() -> None:
    radio = frozenset({"a"})
    assert decides("val('a') === true", True, radios=radio)
    assert decides("val('a') === true", "True", radios=radio)
    assert decides("val('a') === 'None'", "None", radios=radio)
    assert decides("val('a') === null", LATER, radios=radio)
    assert decides("val('a') === false", True, radios=radio, inverted=radio)


def test_a_field_that_is_not_answered_is_null() -> None:
    condition = ShownByScript("val('a') === null && getField('a') === null && val('other') === null", ("a",))
    assert condition.is_met({})
    assert condition.is_met({"other": "not asked for by the author"})


def test_any_name_can_be_asked_for() -> None:
    assert ShownByScript(f'val("{NAME}") == "x"', (NAME,)).is_met({NAME: "x"})


@pytest.mark.parametrize(
    "expression",
    [
        "while (true) {}",
        "(() => { while (true) {} })()",
        "'x'.repeat(2 ** 28)",
        "(() => { const held = []; while (true) held.push(new Array(10000).fill(1)); })()",
        "(function f() { return f(); })()",
        "nonsense",
        "val('a'",
        "(() => { throw val('a'); })()",
        "document.cookie",
        "require('fs')",
        "fetch('https://example.org')",
        "process.env",
        "std.getenv('HOME')",
    ],
)
def test_what_fails_or_never_ends_is_told_without_the_answer(expression: str) -> None:
    with pytest.raises(ContentError) as error:
        decides(expression, "my secret")
    assert "secret" not in f"{error.value} {error.value.hint} {error.value.__cause__}"
    assert "JavaScript" in error.value.message


def test_one_script_leaves_nothing_behind_for_the_next() -> None:
    assert decides("(globalThis.kept = 1, true)", "x")
    assert decides("typeof kept == 'undefined'", "x")
