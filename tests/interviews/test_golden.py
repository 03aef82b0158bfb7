"""The whole packet of the invented person, word for word.

When a change to the words is meant: `pytest tests/interviews/test_golden.py --update-golden`,
then read the difference before it is committed.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from worked_examples import packet_text

from unbarred.answers import answer_file
from unbarred.sessions import Session
from unbarred.sessions.unattended import fill

ROSA = Path(__file__).parents[2] / "examples" / "rosa-example.yml"
GOLDEN = Path(__file__).parent / "golden" / "rosa-example.txt"


def text_of_the_packet() -> str:
    rosa = answer_file.load(ROSA)
    session = Session.in_memory(rosa.interview, {"place": rosa.jurisdiction, "as_of": str(rosa.as_of)})
    assert fill(session, rosa.answers) == []
    return packet_text(session.run.papers())


def test_the_packet_says_what_it_said(request: pytest.FixtureRequest) -> None:
    text = text_of_the_packet()
    if request.config.getoption("--update-golden"):
        GOLDEN.parent.mkdir(exist_ok=True)
        GOLDEN.write_text(text, encoding="utf-8")
        pytest.skip("the golden text was written anew")
    assert text.splitlines() == GOLDEN.read_text(encoding="utf-8").splitlines()
