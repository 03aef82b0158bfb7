"""Deadlines: from what day one counts, how, to which day, and how sure that is.

    found = due(deadline, happened, law.counting_rules("us-ny"), as_of)

A deadline is law data; so is how a place counts, in its `counting.yml`. Nothing here
knows a place, a number of days or a section, and nothing asks what day it is. What is
not known is said; where a rule is not known the earlier day is taken, never the later.
"""

from __future__ import annotations

from unbarred.law.deadlines.deadline import Deadline
from unbarred.law.deadlines.due import Change, Due, due
from unbarred.law.deadlines.events import EVENTS, Event
from unbarred.law.deadlines.rules import CountingRules

__all__ = ["EVENTS", "Change", "CountingRules", "Deadline", "Due", "Event", "due"]
