"""Any text and any structure, in every template of parole, family and so on: all words, or a named fault.

What she answered in a worked example is replaced: texts by any others, days by others or none, yes by no,
lists by parts of them. What the interview worked out of it, and the law, stay. A branch whose variables the
interview would ask for first is a named fault here, and must be one for stock Jinja too.
"""

from __future__ import annotations

import copy
import datetime
import io
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import docx
import jinja2
import pytest
import worked_papers
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from plain_reading import plain_reading
from test_any_answer import TEXTS, check
from worked_papers import Worked, worked

from unbarred.answers.path import AnswerPath, Item
from unbarred.documents import UndefinedAnswer, render
from unbarred.engine.assign import assign, lookup
from unbarred.screens import Field, FieldKind

TEMPLATES = worked_papers.templates()
OF_LISTS = ("there_are_any", "there_is_another")
"""docassemble's own questions, whose answers are the lists themselves."""
MANY = settings(
    deadline=None, max_examples=5, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
each_template = pytest.mark.parametrize(
    "path", TEMPLATES, ids=[path.relative_to(worked_papers.TEMPLATES).as_posix() for path in TEMPLATES]
)


def of_worked_example(path: Path) -> Worked:
    found = worked(path)
    if found is None:
        pytest.skip("no worked example has this paper; test_golden_papers.py tells it")
    return found


class Variables(dict[str, Any]):
    """The variables of an interview, which nobody wants printed: some would be gathered for it."""

    def __repr__(self) -> str:
        return "Variables()"


@st.composite
def answered(draw: st.DrawFn, of: Worked) -> Variables:
    """Return the variables of a worked example with other answers."""
    paths = {name: AnswerPath.parse(name) for name in of.asked}
    context = dict(of.filled.variables)
    for stem in {path.root for path in paths.values()} & context.keys():
        context[stem] = copy.deepcopy(context[stem])
    for name, field in of.asked.items():
        if paths[name].steps and name.endswith(OF_LISTS):
            continue
        try:
            before = lookup(context, paths[name])
        except (AttributeError, IndexError, KeyError):
            continue
        assign(context, paths[name], _other(draw, field, before))
    lists = {path.root for path in paths.values() if any(isinstance(step, Item) for step in path.steps)}
    for stem in sorted(lists & context.keys()):
        elements = getattr(context[stem], "elements", None)
        if isinstance(elements, list) and elements:
            may_be_empty = f"{stem}.there_are_any" in of.asked
            kept = draw(st.lists(st.sampled_from(elements), min_size=0 if may_be_empty else 1, max_size=4))
            context[stem].elements = kept
            context[stem].there_are_any = bool(kept)
    return Variables(context)


def _other(draw: st.DrawFn, field: Field, before: Any) -> Any:
    match field.kind:
        case FieldKind.TEXT | FieldKind.AREA:
            return draw(TEXTS)
        case FieldKind.YES_NO:
            return draw(st.booleans()) if isinstance(before, bool) else before
        case FieldKind.DATE if isinstance(before, datetime.date):
            day = draw(st.dates(datetime.date(1920, 1, 1), datetime.date(2060, 1, 1)))
            left = None if field.required else draw(st.sampled_from([None, before]))
            return draw(st.sampled_from([left or before, _like(before, day)]))
        case _:
            return before


def _like(before: datetime.date, day: datetime.date) -> datetime.date:
    """Return `day` as docassemble has it, where it has its own kind of day."""
    return before.replace(year=day.year, month=day.month, day=day.day)


def held_against_plain_reading(of: Worked, context: Mapping[str, Any]) -> UndefinedAnswer | None:
    """Fill the paper, and hold it against what stock Jinja makes of its text; return a fault of both."""
    template = of.filled.template
    try:
        rendered = render(template, context)
    except UndefinedAnswer as fault:
        with pytest.raises(jinja2.UndefinedError):
            plain_reading(template, context)
        return fault
    except LookupError:
        # Of a list that is not empty wherever the interview makes the paper.
        with pytest.raises(LookupError):
            plain_reading(template, context)
        return None
    assert docx.Document(io.BytesIO(rendered.content)).element.body is not None
    check(rendered, plain_reading(template, context))
    return None


@each_template
@MANY
@given(data=st.data())
def test_all_words_and_each_answer_are_there(path: Path, data: st.DataObject) -> None:
    of = of_worked_example(path)
    state = of.filled.state.copy()
    context = state.run(lambda: data.draw(answered(of)))
    state.run(held_against_plain_reading, of, context)


@each_template
@settings(MANY, max_examples=3)
@given(data=st.data())
def test_what_is_missing_is_named_with_its_place(path: Path, data: st.DataObject) -> None:
    of = of_worked_example(path)
    asked = {AnswerPath.parse(name).root for name in of.asked} | {"law", "addressee", "letter_date"}
    names = sorted(asked & of.filled.variables.keys())
    missing = data.draw(st.sets(st.sampled_from(names), min_size=1, max_size=3))
    context = Variables((name, value) for name, value in of.filled.variables.items() if name not in missing)
    fault = of.filled.state.copy().run(held_against_plain_reading, of, context)
    if fault:
        name = fault.variable.partition(".")[0].partition("[")[0]
        # A template may give what is missing a name of its own.
        assert name in missing or name not in of.filled.variables
        assert fault.paragraph
        assert f"in {fault.place} needs it" in str(fault)


def test_what_she_answered_is_replaced() -> None:
    of = next(found for found in map(worked, TEMPLATES) if found)
    texts = [name for name, field in of.asked.items() if field.kind is FieldKind.TEXT and "[" not in name]
    assert texts
    state = of.filled.state.copy()

    @settings(MANY, max_examples=20)
    @given(data=st.data())
    def changed(data: st.DataObject) -> None:
        context = state.run(lambda: data.draw(answered(of)))
        path = AnswerPath.parse(texts[0])
        seen.add(str(state.run(lookup, context, path)))

    seen: set[str] = set()
    changed()
    assert len(seen) > 3
