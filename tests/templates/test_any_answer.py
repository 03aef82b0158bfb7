"""Any text and any structure, in every template: all words and each answer exactly, or a named fault.

The templates of topics other than clemency: test_any_answer_of_worked.py.
"""

from __future__ import annotations

import copy
import datetime
import io
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import docx
import people
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from plain_reading import plain_reading, words
from worked_papers import is_of_worked_examples

from unbarred import content
from unbarred.documents import Rendered, UndefinedAnswer, render

TEMPLATES = content.templates()
# What an answer says, not what the law does: those are our own words, and tested as such.
OURS = frozenset(
    ("law", "addressee", "reckoning", "assessment", "place", "as_of", "letter_date", "left_blank")
)

TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co")), max_size=40),
    st.sampled_from(
        [
            "",
            "  ",
            "Smith & Sons <LLC>",
            "</w:t></w:r></w:p><w:p/>",
            "<w:r><w:t>in</w:t></w:r>",
            "&amp; &lt;b&gt; ]]> <!-- -->",
            "{{ petitioner }} {% if a %} {# x #} }}",
            "“curly” ‘quotes’ \"straight\" 'too'",
            "José Gĩkũyũ Ọlá Żółć ñ\u0301",
            "👩🏾‍⚖️ and 🇰🇪",
            "مريم شلومو \u202bשלום\u202c",
            "One.\n\nTwo.\r\nThree.\tFour.\x0b",
            "a" * 3000,
        ]
    ),
)


def papers() -> Iterator[tuple[Path, str]]:
    """Yield the templates that an interview fills, each with a place."""
    for path in sorted([*TEMPLATES.rglob("clemency/*.docx"), *TEMPLATES.rglob("any-topic/*.docx")]):
        if is_of_worked_examples(path):
            continue
        name = path.relative_to(TEMPLATES).as_posix()
        place = "us-al" if path.stem.startswith("instead") else "ke" if "-a4" in name else "us-ny"
        yield path, "us" if name.startswith("us/") else place


PAPERS = list(papers())


@st.composite
def answered(draw: st.DrawFn, place: str) -> dict[str, Any]:
    """Return what a person of `place` may have answered: other texts, other lists, things left out."""
    context = people.full(place)
    return {
        name: value if name in OURS else _other(draw, copy.deepcopy(value)) for name, value in context.items()
    }


def _other(draw: st.DrawFn, value: Any) -> Any:
    if isinstance(value, bool) or callable(value):
        return value if callable(value) else draw(st.booleans())
    if isinstance(value, str):
        return draw(TEXTS)
    if isinstance(value, datetime.date):
        return draw(st.one_of(st.none(), st.dates(datetime.date(1920, 1, 1), datetime.date(2060, 1, 1))))
    if isinstance(value, list):
        items = draw(st.lists(st.sampled_from(value), max_size=4)) if value else []
        return [_other(draw, copy.deepcopy(item)) for item in items]
    if isinstance(value, SimpleNamespace | people.Name):
        for name, held in list(vars(value).items()):
            setattr(value, name, _other(draw, held))
    return value


def check(rendered: Rendered, expected: str) -> None:
    """Hold what a paper says against `expected`, and show where they part."""
    said = words(rendered.text)
    start = next((at for at, pair in enumerate(zip(said, expected, strict=False)) if pair[0] != pair[1]), -60)
    assert said[max(start - 60, 0) : start + 60] == expected[max(start - 60, 0) : start + 60]
    assert len(said) == len(expected)


@pytest.mark.parametrize(("path", "place"), PAPERS, ids=[f"{path.stem}-{place}" for path, place in PAPERS])
@settings(
    deadline=None, max_examples=12, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(data=st.data())
def test_all_words_and_each_answer_are_there(path: Path, place: str, data: st.DataObject) -> None:
    context = data.draw(answered(place))
    rendered = render(path, context)
    document = docx.Document(io.BytesIO(rendered.content))
    assert document.paragraphs
    check(rendered, plain_reading(path, context))


@pytest.mark.parametrize(("path", "place"), PAPERS, ids=[f"{path.stem}-{place}" for path, place in PAPERS])
@settings(deadline=None, max_examples=6)
@given(data=st.data())
def test_what_is_missing_is_named_with_its_place(path: Path, place: str, data: st.DataObject) -> None:
    context = people.full(place)
    missing = data.draw(st.sets(st.sampled_from(sorted(context)), min_size=1, max_size=3))
    given_context = {name: value for name, value in context.items() if name not in missing}
    fault: UndefinedAnswer | None = None
    try:
        check(render(path, given_context), plain_reading(path, given_context))
    except UndefinedAnswer as raised:
        fault = raised
    if fault:
        assert fault.variable.partition(".")[0].partition("[")[0] in missing
        assert fault.paragraph
        assert f"in {fault.place} needs it" in str(fault)
