"""What can be left out is asked in a way that a docassemble server does not answer by itself."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from unbarred import content

NOUGHT = {"integer", "number", "float", "currency", "range"}
"""Datatypes of which a server makes 0 where they are left blank."""

NO = {"boolean", "yesno", "noyes", "yesnowide", "noyeswide"}
"""Boxes to tick, which a server takes for an answer where nobody touched them."""


def optional() -> Iterator[tuple[str, str]]:
    """Yield the datatype and the place of every field of ours that need not be answered."""
    for path in sorted(content.interviews().rglob("*.yml")):
        for block in yaml.safe_load_all(path.read_text(encoding="utf-8")):
            for field in block.get("fields", ()) if isinstance(block, dict) else ():
                if field.get("required", True) is not True:
                    yield field.get("datatype", "text"), f"{path.name}: {field}"


def test_there_are_fields_of_every_kind_to_look_at() -> None:
    assert {"optional_integer", "date", "yesnoradio", "text"} <= {datatype for datatype, _ in optional()}


def test_no_number_that_is_left_out_becomes_nought() -> None:
    assert [place for datatype, place in optional() if datatype in NOUGHT] == []


def test_no_question_that_is_left_out_becomes_a_no() -> None:
    assert [place for datatype, place in optional() if datatype in NO] == []
