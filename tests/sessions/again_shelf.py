"""A small interview whose answers may be used again, and sessions begun from earlier answers."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from textwrap import dedent
from typing import Any

from small_interviews import END, MORE_KIDS, STORY

from unbarred.answers.answer_set import AnswerSet
from unbarred.answers.values import Plain
from unbarred.engine import load_file
from unbarred.sessions import Session
from unbarred.sessions.earlier import Earlier, taken_from

LIST = """
metadata:
  title: Small
  used again:
    first: A name stays.
    last: A name stays.
    kids[i].first: A name stays.
    kids[i].born: A birthday stays.
  used again in the same place:
    prison: Each place has its own.
  used again if yes:
    has_helper: Somebody helped.
"""

SMALL = (
    """
---
objects:
  - kids: DAList.using(object_type=DAObject, complete_attribute='is_complete')
---
mandatory: True
code: |
  if url_args.get('place'):
    place = url_args['place']
---
mandatory: True
code: |
  seen
  first
  prison
  has_helper
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
  - First: first
  - Last: last
    required: False
validation code: |
  if first == 'Nobody':
    validation_error('That is no name.', field='first')
---
id: prison
question: Which prison?
fields:
  - no label: prison
---
id: helper
question: Does somebody help you?
fields:
  - no label: has_helper
    datatype: yesnoradio
---
id: kid
question: Kid ${ i + 1 }?
fields:
  - Name: kids[i].first
  - Born: kids[i].born
    required: False
---
code: |
  kids[i].first
  kids[i].is_complete = True
"""
    + MORE_KIDS
    + STORY
    + END
)


class Shelf:
    """Sessions with one small interview, begun from the answers of an earlier one."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "session"
        self._path = folder / "small.yml"
        self.session: Any = None

    def begin(self, earlier: Mapping[str, Plain], text: str = LIST, place: str = "us-ny") -> Session:
        self._path.write_text(dedent(text + SMALL), encoding="utf-8")
        self._loaded = load_file(self._path)
        known = self.known(earlier)
        self.session = Session.begin(self.folder, "small", {"place": place}, lambda _: self._loaded, known)
        assert isinstance(self.session, Session)
        return self.session

    def known(self, answers: Mapping[str, Plain]) -> Earlier:
        given = AnswerSet("small", "us-ny", None, answers)
        return taken_from(given, "the-first-abcd", self._loaded, self._loaded)

    def resume(self) -> Session:
        self.session.close()
        self.session = Session.resume(self.folder, lambda _: self._loaded)
        return self.session

    def events(self) -> list[dict[str, object]]:
        return [json.loads(line) for line in (self.folder / "journal.jsonl").read_bytes().splitlines()]
