"""What the journal's events add up to: the answered screens that count."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from unbarred.answers.values import Plain
from unbarred.errors import SessionError
from unbarred.screens import Action
from unbarred.sessions import kept_files
from unbarred.sessions.journal import Event, Journal, MemoryJournal, damaged


@dataclass(frozen=True)
class Record:
    """One answered screen: its id and what was given, in plain JSON types, or what was done there."""

    screen: str
    answers: Mapping[str, Plain]
    action: Action | None = None
    """What was done instead of answering; it has no label, which is the screen's to say."""
    at: datetime | None = None
    """When it was given."""
    withdrawn: bool = False
    """She went back over it; kept only to start from when it is asked again."""
    taken_from: str = ""
    """Where it was taken over from, without being shown; "" once she has given it herself."""


@dataclass
class Records:
    """All records of a session, in the order they were first given."""

    folder: Path = Path()
    """Where the session's files lie."""
    interview: str = ""
    arguments: dict[str, str] = field(default_factory=dict)
    seed: int = 0
    """What the interview's chance comes from, so that it falls the same way each time."""
    opened_at: datetime | None = None
    source: str = ""
    """Whose answers are used again: the name of an earlier session or of a file, or ""."""
    records: list[Record] = field(default_factory=list)
    set_aside: set[int] = field(default_factory=set)
    """Numbers of records that an amendment of hers left without a question."""
    finished: bool = False
    last_day: str = ""
    _gone_back_over: list[int] = field(default_factory=list)
    """Numbers of withdrawn records that were not given anew yet, the last withdrawn last."""

    def apply(self, event: Event) -> None:
        """Take one event into account."""
        self.last_day = str(event.get("at", self.last_day))[:10]
        handler = getattr(self, f"_{event['event']}", None)
        if handler is not None:
            handler(event)

    def _opened(self, event: Event) -> None:
        self.interview = event["interview"]
        self.arguments = dict(event["arguments"])
        self.seed = int(event.get("seed", 0))
        self.opened_at = _when(event)

    def _drew_on(self, event: Event) -> None:
        self.source = event["from"]

    def _answered(self, event: Event) -> None:
        taken_from = self.source if event.get("taken_over") else ""
        answers = self._answers(event)
        self._add(event, Record(event["screen"], answers, at=_when(event), taken_from=taken_from))

    def _acted(self, event: Event) -> None:
        action = Action(event["action"], "", dict(event["arguments"]))
        self._add(event, Record(event["screen"], {}, action, _when(event)))

    def _add(self, event: Event, record: Record) -> None:
        self.finished = False
        for number in event.get("instead_of", ()):
            self._withdraw(number)
        before = self._last_gone_back_over(event["screen"])
        if before is not None:
            self._gone_back_over.remove(before)
        self.records.append(record)

    def _withdrawn(self, event: Event) -> None:
        self.finished = False
        for number in event["records"]:
            self._withdraw(number)
            self._gone_back_over.append(number)

    def _amended(self, event: Event) -> None:
        self.finished = False
        number = event["record"]
        self.records[number] = replace(self.records[number], answers=self._answers(event), taken_from="")
        self.set_aside.update(event["dropped"])
        for again in event.get("again", ()):
            self._withdraw(again)
            self._gone_back_over.append(again)

    def _finished(self, event: Event) -> None:
        self.finished = True

    def _answers(self, event: Event) -> dict[str, Plain]:
        return dict(event["answers"]) | kept_files.from_journal(event.get("files", {}), self.folder)

    def given_before(self, screen: str, left_over: Iterable[int]) -> Mapping[str, Plain]:
        """Return what was given on `screen` before she went back over it; else what does not fit any more.

        `left_over` numbers the records without a question. Empty if there is neither.
        """
        number = self._last_gone_back_over(screen)
        if number is None:
            number = next((each for each in left_over if self.records[each].screen == screen), None)
        return self.records[number].answers if number is not None else {}

    def _withdraw(self, number: int) -> None:
        self.records[number] = replace(self.records[number], withdrawn=True)

    def _last_gone_back_over(self, screen: str) -> int | None:
        return next(
            (each for each in reversed(self._gone_back_over) if self.records[each].screen == screen), None
        )


def _when(event: Event) -> datetime | None:
    return datetime.fromisoformat(event["at"]) if "at" in event else None


def add_up(journal: Journal | MemoryJournal) -> Records:
    """Return what the events of `journal` add up to.

    Raises `SessionError` if they cannot be read, do not belong together, or
    there are none.
    """
    records = Records(journal.path.parent)
    for number, event in enumerate(journal.events(), start=1):
        try:
            records.apply(event)
        except (KeyError, IndexError, TypeError, ValueError, AttributeError) as error:
            raise damaged(journal.path, number) from error
    if not records.interview:
        raise SessionError("This saved session holds nothing: it was cut off as it began.")
    return records


def plain_answers(submission: Mapping[str, Any]) -> dict[str, Plain]:
    """Return a submission in plain JSON types, as a record keeps it."""
    from unbarred.answers.values import to_plain

    return {name: to_plain(value) for name, value in submission.items()}
