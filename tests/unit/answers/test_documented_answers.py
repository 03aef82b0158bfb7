"""The table of answers in docs/answer-sets.md: every kind is there, and every example means what it says."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from unbarred.answers.answer_file import Notation, parse
from unbarred.answers.values import Plain, to_plain
from unbarred.screens import Choice, Field, FieldKind, Problem, read_field

DOCS = Path(__file__).parents[3] / "docs"
ROWS = re.findall(r"^\| ([^|]+?) \| (.*`.*) \|$", (DOCS / "answer-sets.md").read_text(), re.MULTILINE)
TABLE = [(asked, re.findall(r"`([^`]+)`", written)) for asked, written in ROWS if not asked.startswith("`")]

NAMES = {
    FieldKind.AREA: "text of many lines",
    FieldKind.ONE_OF: "one of the choices",
    FieldKind.SOME_OF: "some of the choices",
}
CHOICES = (Choice("mail", "By mail"), Choice("phone", "By phone"))


def field_for(asked: str) -> Field:
    by_name = {NAMES.get(kind, kind.value): kind for kind in FieldKind}
    kind = by_name.get(re.split("[:,]", asked)[0], FieldKind.TEXT)
    return Field(
        "thing",
        kind,
        required=not asked.startswith("anything"),
        choices=CHOICES,
        none_label="None",
        takes_other="own words" in asked,
        several=True,
    )


def plain(written: str) -> Plain:
    return parse(f"answers:\n  thing: {written}\n", Notation.YAML, "docs").answers["thing"]


def test_every_kind_of_answer_is_in_the_table() -> None:
    asked = {field_for(name).kind for name, _ in TABLE}
    assert asked == set(FieldKind) - {FieldKind.NOTE}


@pytest.mark.parametrize(("asked", "written"), TABLE, ids=[asked for asked, _ in TABLE])
def test_all_that_stands_in_a_row_means_the_same_and_the_first_is_how_it_is_written(
    asked: str, written: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("letters").mkdir()
    for name in ("letters/warden.pdf", "certificate.png", "signature.png"):
        shutil.copy(DOCS / "pictures" / "packet.png", name)
    field = field_for(asked)
    read = [read_field(field, plain(each)) for each in written]
    assert all(each == read[0] and not isinstance(each, Problem) for each in read), read
    answer = read[0]
    assert not isinstance(answer, Problem)
    first = plain(written[0])
    is_path = field.kind in (FieldKind.FILES, FieldKind.SIGNATURE)
    assert to_plain(answer) == (
        [str(tmp_path / str(each)) for each in first] if is_path and isinstance(first, list) else first
    )
