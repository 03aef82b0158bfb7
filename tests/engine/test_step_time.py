"""What an interview is told of the time: when it began, who was last there when; nobody waits for it."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import Any

from unbarred.engine import Run

BEGAN, ANSWERED, LATER_ON = (datetime(2031, 3, day, 12, tzinfo=UTC) for day in (1, 2, 5))

TIMES = """
mandatory: True
objects:
  - told: DAList.using(auto_gather=False, gathered=True)
---
question: Name
fields:
  - Name: person
---
question: Town
fields:
  - Town: town
---
on change:
  person: |
    told.append(start_time().date().isoformat())
---
mandatory: True
code: |
  person
  town
  done
---
event: done
question: The end
subquestion: |
  ${ told } ${ start_time(timezone='America/New_York').hour } ${ last_access_time().day }
"""

SLEEPS = """
imports:
  - time
---
mandatory: True
code: |
  time.sleep(3600)
  task = background_action('work')
  done
---
event: work
code: |
  import time as clock
  clock.sleep(3600)
  background_response(7)
---
event: done
question: ${ task.get() }
"""


def test_when_it_began_and_when_somebody_was_there(start: Any) -> None:
    first = start(TIMES)
    run = Run(first.interview, {}, at=BEGAN)
    run.answer({"person": "Ana"}, ANSWERED)
    run.answer({"town": "Erie"}, LATER_ON)
    assert run.screen.text == "2031-03-01 7 2"


def test_nobody_waits_while_an_interview_sleeps(start: Any) -> None:
    assert start(SLEEPS).screen.heading == "7"
    assert time.sleep.__module__ == "time", "outside of a step time goes on as ever"
