"""The contents of a packet call each paper what it calls itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from unbarred.answers import answer_file
from unbarred.documents.packets import plan_file
from unbarred.documents.word.reading import text_of_parts
from unbarred.sessions import Session, make_packet
from unbarred.sessions.unattended import fill

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.mark.parametrize(("name", "place"), [("nora", "gb-eaw"), ("maria", "us-ca")])
def test_a_paper_bears_the_title_under_which_it_is_listed(name: str, place: str, tmp_path: Path) -> None:
    given = answer_file.load(EXAMPLES / f"{name}-example.yml")
    session = Session.in_memory(given.interview, {"place": place, "as_of": str(given.as_of)})
    assert fill(session, given.answers) == []
    folder = make_packet(session, tmp_path / "packet").folder
    papers = list(plan_file.read(folder).papers)
    assert len(papers) > 5
    for paper in papers:
        assert paper.title in text_of_parts((folder / paper.file).read_bytes()), paper.file
