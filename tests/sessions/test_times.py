"""A step keeps the time at which it was first taken, however much later the session is gone on with."""

from __future__ import annotations

import datetime
import json
from typing import Any

from small_interviews import END, Desk

TIMES = (
    """
mandatory: True
code: |
  first
  day
  second
  moment
  over
---
code: day = today().format('yyyy-MM-dd')
---
code: moment = current_datetime('UTC').isoformat()
---
question: First?
fields:
  - First: first
---
question: Second, on ${ day }?
fields:
  - Second: second
"""
    + END
)


def put_back(desk: Desk, *times: str) -> None:
    """Write the journal as if its events had happened at `times`."""
    desk.session.close()
    events = [json.loads(line) for line in desk.journal.read_text().splitlines()]
    dated = [event | {"at": at} for event, at in zip(events, times, strict=True)]
    desk.journal.write_text("".join(json.dumps(event) + "\n" for event in dated))


def test_a_session_that_is_resumed_years_later_tells_the_times_it_told(sit: Any) -> None:
    desk = sit(TIMES)
    desk.give({"first": "a"}, {"second": "b"})
    put_back(desk, "2019-03-01T10:00:00+00:00", "2020-05-06T12:00:00-04:00", "2021-07-08T09:10:11+02:00")
    session = desk.resume()
    assert session.answered()[1].screen.heading == "Second, on 2020-05-06?"
    assert session.run.value("moment") == "2021-07-08T07:10:11+00:00"


def test_what_is_new_happens_now(sit: Any) -> None:
    desk = sit(TIMES)
    desk.give({"first": "a"})
    put_back(desk, "2019-03-01T10:00:00+00:00", "2020-05-06T12:00:00-04:00")
    desk.resume()
    before = datetime.datetime.now(datetime.UTC).replace(microsecond=0)
    desk.give({"second": "b"})
    moment = desk.session.run.value("moment")
    assert before <= datetime.datetime.fromisoformat(moment)
    assert desk.session.run.value("day") == "2020-05-06"
    assert desk.resume().run.value("moment") == moment


def test_an_event_without_a_time_is_taken_as_of_now(sit: Any) -> None:
    desk = sit(TIMES)
    desk.give({"first": "a"})
    desk.session.close()
    events = [json.loads(line) for line in desk.journal.read_text().splitlines()]
    for event in events:
        del event["at"]
    desk.journal.write_text("".join(json.dumps(event) + "\n" for event in events))
    assert desk.resume().screen.heading.startswith("Second, on 2")
