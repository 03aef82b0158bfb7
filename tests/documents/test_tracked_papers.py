"""Tracked changes in real papers: sound in Word's terms, and pages in LibreOffice."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from seen_pages import texts

from unbarred.answers import answer_file
from unbarred.answers.answer_set import AnswerSet
from unbarred.documents.comparing.listing import listing
from unbarred.documents.comparing.reading.readable import readable
from unbarred.documents.comparing.tracking.writing import tracked
from unbarred.documents.office import Office
from unbarred.documents.word.validating import faults
from unbarred.sessions import Session
from unbarred.sessions.unattended import fill

ROSA = Path(__file__).parents[2] / "examples" / "rosa-example.yml"
CHANGED = {
    "petitioner.other_names": "Rosa Simple",
    "appeals[0].outcome": "Reversed in part",
    "custody.jail_days": 400,
    "story": "I drove the car.\n\nI knew that he had a gun, and I am sorry.",
}


def papers(answers: AnswerSet, changed: Mapping[str, object]) -> dict[str, bytes]:
    starting = {"place": answers.jurisdiction, "as_of": str(answers.as_of)}
    session = Session.in_memory(answers.interview, starting)
    assert fill(session, {**answers.answers, **changed}) == []
    return {paper.filename: paper.content for paper in session.run.papers()}


@pytest.fixture(scope="module")
def pairs() -> dict[str, tuple[bytes, bytes, bytes]]:
    """The papers that a change of answers changes: before, after, and with tracked changes, by name."""
    rosa = answer_file.load(ROSA)
    before, after = papers(rosa, {}), papers(rosa, CHANGED)
    return {
        name: (content, after[name], tracked(content, after[name], (name, name), rosa.as_of))
        for name, content in before.items()
        if name in after and content != after[name]
    }


def test_word_would_open_them(pairs: dict[str, tuple[bytes, bytes, bytes]]) -> None:
    assert {"1-Application", "2-Personal-statement", "3-Biography"} <= pairs.keys()
    for name, (before, after, both) in pairs.items():
        assert faults(both) == [], name
        assert readable(both, name) == readable(after, name)
        # In the other direction the newer paper is the older one.
        assert readable(tracked(after, before, (name, name)), name) == readable(before, name)


def test_libreoffice_shows_what_was_taken_out_beside_what_was_put_in(
    pairs: dict[str, tuple[bytes, bytes, bytes]], office: Office
) -> None:
    (pdf,) = office.to_pdf([pairs["1-Application"][2]])
    text = " ".join(texts(pdf))
    assert "Rosa SampleSimple" in text.replace("Sample Simple", "SampleSimple")
    assert "412400 days" in text.replace("412 400", "412400")


def test_answers_are_listed_in_a_sound_paper() -> None:
    rosa = answer_file.load(ROSA)
    other = AnswerSet(rosa.interview, rosa.jurisdiction, rosa.as_of, {**rosa.answers, **CHANGED})  # type: ignore[dict-item]
    both = tracked(listing(rosa), listing(other), ("before", "after"))
    assert faults(both) == []
    assert "petitioner.other_names: Rosa Simple" in readable(both, "x")
