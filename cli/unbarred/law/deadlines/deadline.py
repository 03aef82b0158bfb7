"""A deadline as it stands in a place's law."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from unbarred.law.deadlines.events import EVENTS, Event, EventName
from unbarred.law.deadlines.rules import Direction, MailDays, PrisonMail, Roll, Where
from unbarred.law.facts import Fact, Text
from unbarred.law.words import counted

Unit = Literal["calendar days", "business days", "court days", "weeks", "months", "years"]

_AFTER = ("denial.", "appeal.", "decision.received")
"""How the names of events begin that come only after a no."""

_ONE = {
    "calendar days": "day",
    "business days": "business day",
    "court days": "court day",
    "weeks": "week",
    "months": "month",
    "years": "year",
}


class Deadline(Fact):
    """Something that has to be done within a period after an event, or some time before one.

    What it leaves open, the place's rules of counting decide. `since` and `until` are the
    days of the event for which it holds.
    """

    to_do: Text
    """After `The last day to`: `file the notice of appeal`."""
    by: str = ""
    """Who has to act, if it is not she: `the warden`."""
    period: Annotated[int, Field(ge=0, le=10_000)]
    unit: Unit
    event: EventName
    direction: Direction = "after"
    where: Where
    """Where the paper goes: to a court, or to any other office."""
    event_day_counts: bool | None = None
    """The day of the event is day one; by the place's rule if unsaid."""
    last_day: Roll | Literal["stays"] | None = None
    """Where a last day goes that is closed; by the place's rule if unsaid."""
    mail: tuple[MailDays, ...] | None = None
    """Its own extra days for mail; by the place's rule if unsaid, none if empty."""
    prison_mail: tuple[PrisonMail, ...] | None = None
    """Its own rule on prison mail; by the place's rule if unsaid, none if empty."""
    exceptions: tuple[Fact, ...] = ()
    """What can make the day another one, in words."""

    @property
    def last_day_words(self) -> str:
        """`The last day to file the notice of appeal`, `The last day for the warden to answer`."""
        return f"The last day {f'for {self.by} ' if self.by else ''}to {self.to_do}"

    @property
    def starts_with(self) -> Event:
        """The event from which it is counted."""
        return EVENTS[self.event]

    @property
    def period_words(self) -> str:
        """`30 days`, `1 month`, `10 business days`."""
        return counted(self.period, _ONE[self.unit])

    @property
    def follows_a_decision(self) -> bool:
        """Say whether it is about what comes after a decision: a step that she takes, or the next look."""
        name = self.event
        return name.startswith(_AFTER) or (name.startswith("decision.") and not self.by)
