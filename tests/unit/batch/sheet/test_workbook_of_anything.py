"""Whatever an interview's words are, the workbook opens, and none of them is a formula."""

from __future__ import annotations

import io

from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from unbarred.batch.columns.asked import Asked, Column, Repeated
from unbarred.batch.workbook.making import workbook
from unbarred.screens import Choice, FieldKind

WORDS = st.one_of(
    st.sampled_from(
        ["=1+1", "+1", "-1", "@SUM(A1)", "'", '"', "a, b", "x" * 400, "История", "\x07", "Clients"]
    ),
    st.text(max_size=40),
)
HEADINGS = WORDS.map(lambda words: " ".join(words.split()) or "?")


@st.composite
def columns(draw: st.DrawFn, stem: str) -> tuple[Column, ...]:
    found = []
    for number in range(draw(st.integers(1, 3))):
        labels = draw(st.lists(HEADINGS, max_size=4, unique=True))
        found.append(
            Column(
                name=f"{stem}a{number}",
                heading=f"{draw(HEADINGS)} {number}",
                question=draw(WORDS),
                label=draw(WORDS),
                kind=draw(st.sampled_from([each for each in FieldKind if each is not FieldKind.NOTE])),
                choices=tuple(Choice(f"v{place}", label) for place, label in enumerate(labels)),
                required=draw(st.booleans()),
                always=draw(st.booleans()),
                hint=draw(WORDS),
                help=draw(WORDS),
                section=draw(st.sampled_from(["", "One", "=Two"])),
            )
        )
    return tuple(found)


@st.composite
def anything(draw: st.DrawFn) -> Asked:
    repeated = tuple(
        Repeated(f"list{number}", draw(WORDS), draw(columns(f"list{number}[i].")))
        for number in range(draw(st.integers(0, 3)))
    )
    return Asked(
        "x.yml", draw(st.sampled_from(["", "us-ny", "zz"])), draw(WORDS), draw(columns("")), repeated
    )


@settings(max_examples=20, deadline=None)
@given(anything())
def test_any_words_make_a_workbook_that_opens(asked: Asked) -> None:
    book = load_workbook(io.BytesIO(workbook(asked)))
    titles = [each.title for each in book.worksheets]
    assert len({each.casefold() for each in titles}) == len(titles)
    assert all(0 < len(each) <= 31 for each in titles)
    for sheet in book.worksheets:
        for line in sheet.iter_rows():
            assert {cell.data_type for cell in line if cell.value is not None} <= {"s"}
    assert [cell.value for cell in book["Clients"][2]] == ["client", *(each.name for each in asked.columns)]
    for each in book.worksheets:
        for check in each.data_validations.dataValidation:
            assert len(check.formula1) <= 257
