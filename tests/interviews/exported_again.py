"""Runs a walk again from what is exported of it."""

from __future__ import annotations

from walking import AS_OF, Walk

from unbarred.answers import answer_file
from unbarred.answers.answer_file import Notation
from unbarred.sessions import Session
from unbarred.sessions.export import answer_set
from unbarred.sessions.unattended import fill


def papers_from_export(walked: Walk, interview: str, place: str, notation: Notation) -> list[bytes]:
    """Export the answers of a walk, read them again, and return the papers that they make."""
    exported = answer_set(walked.session)
    read = answer_file.parse(answer_file.dump(exported, notation), notation, "export")
    assert read == exported
    again = Session.in_memory(interview, {"place": place, "as_of": AS_OF.isoformat()})
    assert fill(again, read.answers) == []
    return [paper.content for paper in again.run.papers()]
