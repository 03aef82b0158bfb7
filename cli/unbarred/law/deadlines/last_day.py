"""Finds the last day of one deadline, and says each step and each fact on the way.

The rules are those in force on the day of the event. Where a rule is not known, the day
that is safe for her is taken, and said to be so.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from unbarred.errors import UserError
from unbarred.law.deadlines import counting
from unbarred.law.deadlines.closed_days import WEEKDAYS, ClosedDays
from unbarred.law.deadlines.deadline import Deadline
from unbarred.law.deadlines.rules import AnyRule, CountingRules, MailDays, Roll, in_force
from unbarred.law.facts import Fact
from unbarred.law.words import MONTH_FIRST, counted, day_words


class NotKnown(Exception):
    """A day cannot be told; `words` says what we would need to know, plainly."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.words = words


@dataclass(frozen=True)
class LastDay:
    """The last day, how it was counted, and on what that rests."""

    day: datetime.date
    steps: tuple[str, ...]
    facts: tuple[Fact, ...]
    notes: tuple[str, ...]
    """What is not sure about the count, in words."""


def last_day(
    deadline: Deadline,
    happened: datetime.date,
    rules: CountingRules,
    extra: MailDays | None = None,
    *,
    order: str = MONTH_FIRST,
) -> LastDay:
    """Return the last day of `deadline` if its event is on `happened`, with `extra` days for mail.

    `order` is that in which the place writes days. Raises `NotKnown`, and `UserError` where the
    count runs out of the calendar.
    """
    if not deadline.holds_on(happened):
        raise NotKnown(f"the rule that held on {day_words(happened, order)}")
    try:
        return _Count(deadline, happened, rules, order).last_day(extra)
    except OverflowError as error:
        raise UserError("The day is beyond the calendar.", "Check the date you gave.") from error


def dated(day: datetime.date, order: str = MONTH_FIRST) -> str:
    """Return `Saturday, June 5, 2027`, or with `DAY_FIRST` `Saturday 5 June 2027`."""
    comma = "," if order == MONTH_FIRST else ""
    return f"{WEEKDAYS[day.weekday()]}{comma} {day_words(day, order)}"


class _Count:
    """One count, and what it notes on the way."""

    def __init__(self, deadline: Deadline, happened: datetime.date, rules: CountingRules, order: str) -> None:
        self.order = order
        self.deadline = deadline
        self.happened = happened
        self.rules = rules
        self.back = deadline.direction == "before"
        self.closed = ClosedDays(rules, "court" if deadline.unit == "court days" else deadline.where)
        self.steps = [f"{deadline.starts_with.happens} {self._dated(happened)}."]
        self.facts: list[Fact] = [deadline]
        self.notes: list[str] = []

    def last_day(self, extra: MailDays | None) -> LastDay:
        day = self._period_end()
        if extra and extra.added == "to the period":
            day = self._with_mail(day, extra)
        day = self._moved(day)
        if extra and extra.added == "after the last day":
            day = self._moved(self._with_mail(day, extra))
        return LastDay(day, tuple(self.steps), tuple(dict.fromkeys(self.facts)), tuple(self.notes))

    def _period_end(self) -> datetime.date:
        if not self.deadline.period:
            self.steps.append("It is due on that same day.")
            return self.happened
        unit = self._unit()
        if unit in ("months", "years"):
            self.facts += in_force(self.rules.months, self.deadline.where, self.happened)
        event_day_counts = self._event_day_counts()
        day = counting.end(
            self.happened,
            self.deadline.period,
            unit,
            back=self.back,
            event_day_counts=event_day_counts,
            is_open=self.closed.is_open,
        )
        self.steps.append(self._period_step(day, event_day_counts))
        if unit == "open days":
            self._note_skipped(day, event_day_counts)
        return day

    def _unit(self) -> counting.Unit:
        unit = self.deadline.unit
        if unit in ("weeks", "months", "years"):
            return unit
        if unit == "calendar days":
            short = self._first(self.rules.short_periods)
            if short is None or self.deadline.period >= short.under_days:
                return "days"
            self.facts.append(short)
        if not self.closed.known_on(self.happened):
            raise NotKnown("on which days it is closed")
        return "open days"

    def _event_day_counts(self) -> bool:
        """Say whether the day of the event counts; if no rule says, choose what is safe for her.

        Her own period ends earlier; that of somebody else, for whom she waits, later.
        """
        if self.deadline.event_day_counts is not None:
            return self.deadline.event_day_counts
        rule = self._first(self.rules.first_day)
        if rule:
            self.facts.append(rule)
            return rule.event_day_counts
        taken = "later" if self.deadline.by else "earlier"
        self.notes.append(
            "We found no rule on whether the day it is counted from counts too. "
            f"We took the {taken} last day."
        )
        return self.back if self.deadline.by else not self.back

    def _period_step(self, day: datetime.date, event_day_counts: bool) -> str:
        words = self.deadline.period_words
        ends = "ends" if self.deadline.period == 1 else "end"
        if event_day_counts:
            goes = " and goes back" if self.back else ""
            return f"The count starts on that day{goes}; {words} {ends} on {self._dated(day)}."
        if self.back:
            return f"{words} before that is {self._dated(day)}."
        return f"The count starts the day after; {words} {ends} on {self._dated(day)}."

    def _note_skipped(self, day: datetime.date, event_day_counts: bool) -> None:
        """Note the facts that closed the days in between."""
        step = -counting.ONE_DAY if self.back else counting.ONE_DAY
        between = range(0 if event_day_counts else 1, abs((day - self.happened).days))
        closures = [
            closure for each in between if (closure := self.closed.closure(self.happened + each * step))
        ]
        self.facts += [fact for each in closures for fact in each.facts]
        if closures:
            self.steps.append("Closed days in between are not counted.")

    def _with_mail(self, day: datetime.date, extra: MailDays) -> datetime.date:
        later = day + datetime.timedelta(days=extra.days)
        self.facts.append(extra)
        are = "is" if extra.days == 1 else "are"
        self.steps.append(
            f"{counted(extra.days, 'day').capitalize()} {are} added, because the paper came by mail: "
            f"{self._dated(later)}."
        )
        return later

    def _moved(self, day: datetime.date) -> datetime.date:
        """Return the last day once it is moved off a closed day, where there is a rule for that."""
        closure = self.closed.closure(day)
        if closure is None:
            if not self.closed.known_on(day):
                self.notes.append("We do not know on which days it is closed.")
            return day
        goes_to = self._goes_to()
        if goes_to is None:
            before = counting.nearest_open(day, self.closed.is_open, back=True)
            self.notes.append(
                f"{self._dated(day)} is {closure.words}. We found no rule that moves the last day, so it "
                f"stays. The last open day before it is {self._dated(before)}."
            )
            return day
        if goes_to == "stays":
            self.steps.append(f"That day is {closure.words}, but the last day does not move.")
            return day
        back = goes_to == "previous open day"
        opened = counting.nearest_open(day, self.closed.is_open, back=back)
        if self._is_past_event(opened):
            self.notes.append(
                f"{self._dated(day)} is {closure.words}. No open day lies between it and the day "
                "it is counted from, so it stays."
            )
            return day
        self._tell_moved(day, opened, back)
        return opened

    def _goes_to(self) -> Roll | str | None:
        if self.deadline.last_day:
            return self.deadline.last_day
        fitting = [each for each in self.rules.last_day if self.deadline.direction in each.direction]
        rule = self._first(tuple(fitting))
        if rule:
            self.facts.append(rule)
        return rule.goes_to if rule else None

    def _is_past_event(self, day: datetime.date) -> bool:
        return day > self.happened if self.back else day < self.happened

    def _tell_moved(self, day: datetime.date, opened: datetime.date, back: bool) -> None:
        step = -counting.ONE_DAY if back else counting.ONE_DAY
        told = "That day"
        while day != opened:
            closure = self.closed.closure(day)
            if closure:
                self.steps.append(f"{told} is {closure.words}.")
                self.facts += closure.facts
            day += step
            told = self._dated(day)
        self.steps.append(
            f"The {'last open day before it' if back else 'next open day'} is {self._dated(opened)}."
        )

    def _dated(self, day: datetime.date) -> str:
        return dated(day, self.order)

    def _first(self, rules: tuple[AnyRule, ...]) -> AnyRule | None:
        found = in_force(rules, self.deadline.where, self.happened)
        return found[0] if found else None
