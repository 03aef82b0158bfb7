"""Tables of text: whatever delimiter and encoding they have, they are read as they were written."""

from __future__ import annotations

import csv
import io
import tempfile
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from intake_reading import rows, table, values

from unbarred.batch.intake.opening import open_intake
from unbarred.batch.intake.tables import Trouble
from unbarred.batch.intake.texts import text_cell
from unbarred.errors import UserError

DELIMITERS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars"}
ANY_TEXT = st.text(
    st.one_of(
        st.sampled_from(",;\t|\"' \n=#-\u00a0\u200b"),
        st.characters(exclude_categories=("Cs", "Cc")),
    ),
    max_size=12,
)
WESTERN = st.text(st.sampled_from("abcXYZ019,;\t|\"' \nÄÖÜäöüßéèêñçœ€“”’–"), max_size=12)


def written(cells: list[list[str]], delimiter: str, end: str = "\r\n") -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator=end).writerows(cells)
    return text.getvalue()


def read_back(content: bytes) -> tuple[list[list[object]], str]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "t.csv")
        path.write_bytes(content)
        [only] = open_intake([path]).tables
        width = len(only.headings)
        got = {row.number: [cell.value for cell in row.cells] for row in only.rows()}
        return [got.get(n, []) + [None] * (width - len(got.get(n, []))) for n in got], only.remarks[0]


@settings(deadline=None, max_examples=60)
@given(st.data(), st.sampled_from(list(DELIMITERS)), st.sampled_from(["\n", "\r\n"]))
def test_any_table_is_read_back_the_same(data: st.DataObject, delimiter: str, end: str) -> None:
    encoding, name, texts = data.draw(
        st.sampled_from(
            [
                ("utf-8", "UTF-8", ANY_TEXT),
                ("utf-8-sig", "UTF-8", ANY_TEXT),
                ("utf-16", "UTF-16", ANY_TEXT),
                ("cp1252", "Windows-1252", WESTERN),
            ]
        )
    )
    width = data.draw(st.integers(2, 4))
    cells = data.draw(st.lists(st.lists(texts, min_size=width, max_size=width), min_size=1, max_size=6))
    headings = [f"Question {number}" for number in range(width)]
    content = written([headings, *cells], delimiter, end).encode(encoding)
    if name == "Windows-1252":
        # Bytes that are UTF-8 as well can be told by nobody.
        assume(_is_not_utf_8(content))
        assume(content.decode("utf-8", "ignore").isascii())
    expected = [[text_cell(text).value for text in row] for row in cells]
    got, remark = read_back(content)
    assert got == [row for row in expected if any(value is not None for value in row)]
    assert remark == f"t.csv was read as {name}, with {DELIMITERS[delimiter]}."


def _is_not_utf_8(content: bytes) -> bool:
    try:
        content.decode()
    except UnicodeDecodeError:
        return True
    return False


def test_row_numbers_are_those_of_a_spreadsheet_program(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text('Name,Note\nAnn,"two\nlines"\n\nBea,x\n')
    assert [(row.number, [cell.value for cell in row.cells]) for row in rows(path)] == [
        (2, ["Ann", "two\nlines"]),
        (4, ["Bea", "x"]),
    ]


def test_a_line_that_names_the_delimiter_is_heeded(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("sep=|\na,b|c\n1,2|3\n")
    assert [heading.text for heading in table(path).headings] == ["a,b", "c"]
    assert [row.number for row in rows(path)] == [2]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("'01234", "01234"),
        ("'=A1", "=A1"),
        ("'t Hooft", "'t Hooft"),
        ('="00123"', "00123"),
        ("\u00a0 Ann\u200b ", "Ann"),
        ("1.10", "1.10"),
        ("00G0000", "00G0000"),
        ("#1 cause", "#1 cause"),
    ],
)
def test_a_field_is_what_was_meant(tmp_path: Path, field: str, value: str) -> None:
    path = tmp_path / "t.csv"
    path.write_text(written([["A", "B"], [field, "x"]], ","))
    assert values(path) == [[value, "x"]]


@pytest.mark.parametrize("shown", ["#N/A", "#REF!", "########", "#DIV/0!", "Err:502"])
def test_an_error_of_the_spreadsheet_is_named(tmp_path: Path, shown: str) -> None:
    path = tmp_path / "t.csv"
    path.write_text(f"A,B\n{shown},x\n")
    [row] = rows(path)
    assert (row.cells[0].value, row.cells[0].trouble) == (shown, Trouble.ERROR)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"A,B\n1,2\n3,\0\n", "zero byte in line 3"),
        (b"", "nothing in it"),
        (b"\xef\xbb\xbf\r\n \n", "nothing in it"),
        (b'A,B\n1,2\n"x,2\n', "quotation marks in row 3"),
        (b'A,B\n"O"Neil,2\n', "quotation marks in row 2"),
        (b"A,B\n" + b'"' + b"x" * 10_000_001 + b'",2\n', "row 2 is longer than 10 million"),
        ("A,B\nä,ö\nü,ß\né,è\n".encode() + b"\xff,x\n", "line 5 has letters of another encoding"),
        (b"A,B\n" + b"," * 16_384 + b"\n", "row 2 has more than 16,384 columns"),
        (b"A,B\n\x81\x8d,\xe9\n", "neither UTF-8 nor Windows-1252"),
        (bytes(range(1, 32)) * 40, "not a text"),
        ("A,B\n".encode("utf-16") + b"x", "not whole UTF-16"),
    ],
)
def test_what_is_no_table_is_told_in_a_sentence(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(content)
    with pytest.raises(UserError) as raised:
        rows(path)
    assert said.lower() in raised.value.message.lower()
    assert raised.value.hint
    assert str(raised.value.where) == "t.csv"


def test_capitals_between_curly_quotes_are_windows_1252(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes("Name;Word\nMüller;“CAFÉ”\n".encode("cp1252"))
    assert values(path) == [["Müller", "“CAFÉ”"]]
