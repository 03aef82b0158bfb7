"""Whether one condition follows from another: held against every case there is."""

from __future__ import annotations

import ast
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as some

from unbarred.check.templates.conditions import ALWAYS, NEVER, Condition, either, gap, is_possible
from unbarred.check.templates.references import Scope, asks


def condition(source: str) -> Condition:
    return asks(ast.parse(source, mode="eval").body, Scope())


@pytest.mark.parametrize(
    ("guard", "offered"),
    [
        ("True", "a or not a"),
        ("a and b", "a"),
        ("kind == 'plea'", "kind in ('plea', 'trial')"),
        ("kind == 'plea'", "kind"),
        ("kind == 'plea'", "kind != 'trial'"),
        ("x is None", "not x"),
        ("True", "k == 'o' or (k != 'o' and l is None) or (k != 'o' and l is not None)"),
        ("True", "i == 0 or i > 0"),
    ],
)
def test_what_follows(guard: str, offered: str) -> None:
    assert gap(condition(guard), condition(offered), {}) is None


@pytest.mark.parametrize(
    ("guard", "offered", "case"),
    [
        ("True", "a", "not a"),
        ("a", "b", "not b"),
        ("True", "kind == 'plea'", "kind is not 'plea'"),
        ("kind", "kind == 'plea'", "kind"),
        ("not x", "x is None", "not x"),
        ("a or b", "a", "not a and b"),
        ("True", "children[0].old", "not children[i].old"),
    ],
)
def test_what_does_not(guard: str, offered: str, case: str) -> None:
    assert gap(condition(guard), condition(offered), {}) == case


def test_what_is_never_offered_lacks_in_every_case() -> None:
    assert gap(ALWAYS, NEVER, {}) == ""


def test_choices_are_known() -> None:
    known = {"kind": ["plea", "trial"]}
    assert gap(ALWAYS, condition("kind == 'plea' or kind == 'trial'"), known) is None
    assert gap(ALWAYS, condition("kind == 'plea'"), known) == "kind is 'trial'"
    assert gap(ALWAYS, condition("kind"), known) is None


def test_comparisons_have_contraries() -> None:
    assert gap(ALWAYS, condition("a > 10 or a <= 10"), {}) is None
    assert gap(condition("10 < a <= 15"), condition("a > 10"), {}) is None
    assert gap(ALWAYS, condition("a > 15 or 10 < a <= 15 or a <= 10"), {}) is None
    assert gap(condition("a >= 10"), condition("a < 10"), {}) == "not a < 10"


def test_what_is_always_the_same_is_known() -> None:
    assert gap(ALWAYS, condition("in_prison"), {"in_prison": [True]}) is None
    assert not is_possible(condition("not in_prison and a"), {"in_prison": [True]})
    assert is_possible(condition("in_prison and a"), {"in_prison": [True]})
    assert not is_possible(condition("a and not a"), {})


NAMES = "abc"
SOURCES = some.recursive(
    some.sampled_from(NAMES),
    lambda inner: some.one_of(
        inner.map(lambda each: f"not ({each})"),
        some.tuples(inner, some.sampled_from(["and", "or"]), inner).map(
            lambda each: f"({each[0]}) {each[1]} ({each[2]})"
        ),
    ),
    max_leaves=8,
)


@given(SOURCES, SOURCES)
def test_as_python_decides(guard: str, offered: str) -> None:
    cases = [dict(zip(NAMES, values, strict=True)) for values in product((False, True), repeat=3)]
    lacking = [case for case in cases if eval(guard, {}, dict(case)) and not eval(offered, {}, dict(case))]
    assert is_possible(condition(guard), {}) == any(eval(guard, {}, dict(case)) for case in cases)
    if not is_possible(condition(guard), {}):
        return
    said = gap(condition(guard), condition(offered), {})
    assert (said is None) == (not lacking)
    if said:
        # What is said is one of the cases, whatever the names are that it leaves out.
        told = [case for case in cases if eval(f"({said}) and ({guard})", {}, dict(case))]
        assert told
        assert all(case in lacking for case in told)


@given(some.lists(SOURCES, min_size=1, max_size=3))
def test_one_of_several(sources: list[str]) -> None:
    together = either([condition(each) for each in sources])
    assert gap(condition(sources[0]), together, {}) is None
