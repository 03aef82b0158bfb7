"""What the journal's events add up to: the answered screens that count."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from unbarred.answers.values import Plain
from unbarred.sessions.journal import Event


@dataclass(frozen=True)
class Record:
    """One answered screen: its id and what was given, in plain JSON types."""

    screen: str
    answers: Mapping[str, Plain]
    withdrawn: bool = False
    """She went back over it; kept only to start from when it is asked again."""


@dataclass
class Records:
    """All records of a session, in the order they were first given."""

    interview: str = ""
    arguments: dict[str, str] = field(default_factory=dict)
    records: list[Record] = field(default_factory=list)
    finished: bool = False
    last_day: str = ""

    def apply(self, event: Event) -> None:
        """Take one event into account."""
        self.last_day = str(event.get("at", self.last_day))[:10]
        handler = getattr(self, f"_{event['event']}", None)
        if handler is not None:
            handler(event)

    def _opened(self, event: Event) -> None:
        self.interview = event["interview"]
        self.arguments = dict(event["arguments"])

    def _answered(self, event: Event) -> None:
        self.finished = False
        self.records.append(Record(event["screen"], event["answers"]))

    def _withdrawn(self, event: Event) -> None:
        self.finished = False
        number = event["record"]
        self.records[number] = replace(self.records[number], withdrawn=True)

    def _amended(self, event: Event) -> None:
        self.finished = False
        number = event["record"]
        self.records[number] = replace(self.records[number], answers=event["answers"])

    def _finished(self, event: Event) -> None:
        self.finished = True

    def last_given(self, screen: str) -> Mapping[str, Plain]:
        """Return what was last given on a screen, withdrawn or not; empty if nothing was."""
        for record in reversed(self.records):
            if record.screen == screen:
                return record.answers
        return {}


def add_up(events: Iterable[Event]) -> Records:
    """Return what `events` add up to."""
    records = Records()
    for event in events:
        records.apply(event)
    return records


def plain_answers(submission: Mapping[str, Any]) -> dict[str, Plain]:
    """Return a submission in plain JSON types, as a record keeps it."""
    from unbarred.answers.values import to_plain

    return {name: to_plain(value) for name, value in submission.items()}
