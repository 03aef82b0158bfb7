"""A datatype that an interview brings is asked as its input type says, and gets what a browser would send."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from one_field import asked_again, asking

from unbarred.engine import Run, load_file
from unbarred.screens import FieldKind, read_submission

MODULE = """
from docassemble.base.util import CustomDataType

class Sent(CustomDataType):
    name = "sent"
    input_type = "{input_type}"

    @classmethod
    def validate(cls, item):
        return isinstance(item, str)

    @classmethod
    def transform(cls, item):
        return "sent: " + item

    @classmethod
    def default_for(cls, item):
        return item.removeprefix("sent: ")
"""

SENT = [
    ("text", FieldKind.TEXT, "seven", "seven", "seven"),
    ("tel", FieldKind.TEXT, "555-0100", "555-0100", "555-0100"),
    ("number", FieldKind.NUMBER, "2.50", "2.50", 2.5),
    ("number", FieldKind.NUMBER, "100000000", "100000000", 100_000_000),
    ("range", FieldKind.NUMBER, "3", "3", 3),
    ("email", FieldKind.EMAIL, "pat@clinic.example", "pat@clinic.example", "pat@clinic.example"),
    ("date", FieldKind.DATE, "2031-03-14", "2031-03-14", datetime.date(2031, 3, 14)),
    ("time", FieldKind.TIME, "08:05", "08:05", datetime.time(8, 5)),
    (
        "datetime-local",
        FieldKind.DATE_TIME,
        "2031-03-14 08:05",
        "2031-03-14T08:05",
        datetime.datetime(2031, 3, 14, 8, 5),
    ),
]


@pytest.mark.parametrize(("input_type", "kind", "typed", "sent", "shown"), SENT)
def test_it_is_asked_sent_and_shown_again(
    tmp_path: Path, input_type: str, kind: FieldKind, typed: str, sent: str, shown: object
) -> None:
    package = tmp_path / "docassemble" / "sending"
    questions = package / "data" / "questions"
    questions.mkdir(parents=True)
    (package / "__init__.py").touch()
    (package / "kinds.py").write_text(MODULE.format(input_type=input_type), encoding="utf-8")
    asks = asking(
        "datatype: sent\nrequired: False\nvalidate: |\n  lambda made: made[:6] == 'sent: '",
        "modules:\n  - .kinds\n",
    )
    (questions / "main.yml").write_text(asks, encoding="utf-8")
    run = Run(load_file(questions / "main.yml"), {})
    assert run.screen.fields[0].kind is kind
    run.answer(read_submission(run.screen, {"answer": typed}))
    assert run.value("answer") == f"sent: {sent}"
    assert asked_again(run).default == shown
