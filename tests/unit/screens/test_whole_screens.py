"""Whatever a screen's rules are: what is accepted has an answer to all that is asked, and to nothing else."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from unbarred.screens import (
    Condition,
    Field,
    FieldKind,
    NotAfter,
    Refused,
    Screen,
    ScreenKind,
    ShownWhen,
    Submission,
    read_submission,
)

NAMES = ("a", "b", "c", "d", "e")
RAW = st.sampled_from([True, False, None, "", "yes", "no", "perhaps"])


@st.composite
def screens(draw: st.DrawFn) -> Screen:
    """Yes or no fields, each shown by those before it, and some ruling others out or a “none of these”."""
    holder = draw(st.sampled_from((*NAMES, "", "", "")))
    deciding = [name for name in NAMES if name != holder]
    group = tuple(draw(st.sets(st.sampled_from(deciding), min_size=1)))
    is_none = draw(st.booleans())
    fields = []
    for place, name in enumerate(NAMES):
        if name == holder:
            rules_out, takes_in = (group, ()) if is_none else ((), group)
            fields.append(Field(name, FieldKind.YES_NO, rules_out=rules_out, takes_in=takes_in))
            continue
        before = [each for each in NAMES[:place] if each in deciding]
        conditions: list[Condition] = []
        if draw(st.booleans()) and before:
            conditions.append(
                ShownWhen(draw(st.sampled_from(before)), draw(st.booleans()), draw(st.booleans()))
            )
        if not holder and draw(st.booleans()):
            conditions.append(NotAfter((draw(st.sampled_from(deciding)),)))
        required = draw(st.booleans())
        fields.append(Field(name, FieldKind.YES_NO, required=required, shown_when=tuple(conditions)))
    return Screen("s", ScreenKind.QUESTION, "?", fields=tuple(fields))


def read(screen: Screen, given: Mapping[str, object]) -> Submission | set[str]:
    """The answers, or the names of what is wrong."""
    try:
        return read_submission(screen, given)
    except Refused as refused:
        return {problem.field for problem in refused.problems}


@given(screens(), st.fixed_dictionaries({}, optional=dict.fromkeys(NAMES, RAW)))
def test_all_that_is_asked_is_answered_and_nothing_else(screen: Screen, given: dict[str, object]) -> None:
    answers = read(screen, given)
    if isinstance(answers, set):
        assert answers
        assert answers <= set(NAMES)
        return
    for field in screen.fields:
        shown = [each for each in field.shown_when if isinstance(each, ShownWhen)]
        if field.name in answers:
            assert all(each.is_met(answers) for each in shown)
        else:
            assert not field.is_shown(answers)
        said = given.get(field.name)
        assert said in (None, "") or answers[field.name] is (said in (True, "yes"))
    assert read_submission(screen, answers) == answers
