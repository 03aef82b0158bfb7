"""Interviews small enough to be read in a test, and sessions with them."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

from unbarred.answers.values import LATER, AnswerValue
from unbarred.engine import LoadedInterview, load_file
from unbarred.screens import AnsweredScreen, Submission
from unbarred.sessions import Session

END = """
---
event: over
id: end
question: The end
buttons:
  - Exit: exit
"""

MORE_KIDS = """
---
id: kids-any
question: Any kids?
fields:
  - no label: kids.there_are_any
    datatype: yesnoradio
---
id: kids-another
question: Another kid?
fields:
  - no label: kids.there_is_another
    datatype: yesnoradio
"""
"""Whether there are children, and whether there is one more."""

STORY = """
---
id: story
question: What happened?
fields:
  - no label: story
    input type: area
    required: False
"""

FAMILY = (
    """
objects:
  - kids: DAList.using(object_type=DAObject, complete_attribute='is_complete')
---
mandatory: True
code: |
  seen
  first
  color
  if color == 'red':
    shade
  kids.gather()
  story
  over
---
id: welcome
question: Welcome
continue button field: seen
---
id: name
question: What is your name?
fields:
  - First name: first
    maxlength: 20
  - Born: born
    datatype: date
    required: False
---
id: color
question: Which color, ${ first }?
fields:
  - no label: color
    input type: radio
    choices:
      - red
      - blue
---
id: shade
question: Which red?
fields:
  - no label: shade
    input type: radio
    choices:
      - dark
      - light
validation code: |
  if first == 'Mo' and shade == 'dark':
    validation_error('Mo does not like dark red.', field='shade')
---
id: kid
question: Kid ${ i + 1 }?
fields:
  - Name: kids[i].first
---
code: |
  kids[i].first
  kids[i].is_complete = True
"""
    + MORE_KIDS
    + STORY
    + END
)

ARGUMENTS = {"place": "us-ny", "as_of": "2026-11-21"}

SEEN: Submission = {}
ANA: Submission = {"first": "Ana", "born": LATER}


class Desk:
    """One session in one folder, put down and taken up again."""

    def __init__(self, folder: Path, text: str) -> None:
        self._folder = folder
        self.write(text)
        self.session = Session.begin(folder / "session", "small", ARGUMENTS, self._find)

    def write(self, text: str) -> None:
        """Write the interview, also over an earlier one."""
        path = self._folder / "small.yml"
        path.write_text(dedent(text), encoding="utf-8")
        self._loaded = load_file(path)

    @property
    def folder(self) -> Path:
        """The folder of the session."""
        return self._folder / "session"

    @property
    def journal(self) -> Path:
        """The session's journal."""
        return self.folder / "journal.jsonl"

    def resume(self) -> Session:
        """Put the session down and go on with it from the disk."""
        self.session.close()
        self.session = Session.resume(self.folder, self._find)
        return self.session

    def give(self, *submissions: Submission) -> Session:
        """Answer screen after screen."""
        for each in submissions:
            self.session.submit(each)
        return self.session

    def _find(self, name: str) -> LoadedInterview:
        return self._loaded


def names_of(answered: list[AnsweredScreen] | tuple[AnsweredScreen, ...]) -> list[str]:
    """Return the names that were answered, in order."""
    return [name for each in answered for name in each.given]


def said(session: Session) -> list[tuple[str, dict[str, AnswerValue]]]:
    """Return each answered screen and what was given on it: all that there is to compare."""
    return [(each.screen.id, dict(each.given)) for each in session.answered()]
