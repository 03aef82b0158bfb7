"""By what day something is due, how that was counted, how sure it is, and what would change it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from unbarred.law.deadlines.deadline import Deadline
from unbarred.law.deadlines.last_day import LastDay, NotKnown, dated, last_day
from unbarred.law.deadlines.rules import CountingRules, MailDays, in_force
from unbarred.law.facts import Fact
from unbarred.law.words import MONTH_FIRST, counted


@dataclass(frozen=True)
class Change:
    """Something that would make the day another one, or that decides whether it is met."""

    says: str
    fact: Fact | None = None
    day: datetime.date | None = None
    """The day it would be then, where that can be counted."""


@dataclass(frozen=True)
class Due:
    """When something is due, as of one day; everything about the day is None where it is not known."""

    deadline: Deadline
    as_of: datetime.date
    day: datetime.date | None = None
    """The last day on which it can still be done."""
    missing: str = ""
    """What we would need to know to tell the day, in plain words."""
    steps: tuple[str, ...] = ()
    """How the day was counted, one sentence a step."""
    facts: tuple[Fact, ...] = ()
    """Every fact the day rests on, the deadline first."""
    changes: tuple[Change, ...] = ()
    order: str = MONTH_FIRST
    """In which the place writes days."""

    @property
    def headline(self) -> str:
        """The day, or what is missing, in one sentence."""
        if self.day is None:
            words = self.deadline.last_day_words
            return f"To tell {words[0].lower()}{words[1:]}, we need to know {self.missing}."
        verb = "was" if self.passed else "is"
        return f"{self.deadline.last_day_words} {verb} {dated(self.day, self.order)}."

    @property
    def counted(self) -> str:
        """How the day was counted, in words; empty where it is not known."""
        return " ".join(self.steps)

    @property
    def cited(self) -> tuple[str, ...]:
        """The citation of every fact the day rests on, one line each."""
        return tuple(dict.fromkeys(fact.cited for fact in self.facts))

    @property
    def confidence(self) -> Literal["confirmed", "recalled"]:
        """That of the least sure fact the day rests on."""
        return "recalled" if any(fact.confidence == "recalled" for fact in self.facts) else "confirmed"

    @property
    def needs_checking(self) -> bool:
        """Say whether any fact the day rests on must be checked before relying on it."""
        return any(fact.needs_checking for fact in self.facts)

    @property
    def passed(self) -> bool | None:
        """Say whether the last day is over."""
        return None if self.day is None else self.as_of > self.day

    @property
    def days_left(self) -> int | None:
        """Days from the as-of day to the last day: 0 on the last day, and when it has passed."""
        return None if self.day is None else max(0, (self.day - self.as_of).days)

    @property
    def left_words(self) -> str:
        """`15 days are left.`, `It is today.`, `It passed 3 days ago.`; empty where it is not known."""
        if self.day is None:
            return ""
        days = (self.day - self.as_of).days
        if days < 0:
            return f"It passed {counted(-days, 'day')} ago."
        return f"{counted(days, 'day')} {'is' if days == 1 else 'are'} left." if days else "It is today."


def due(
    deadline: Deadline,
    happened: datetime.date | None,
    rules: CountingRules,
    as_of: datetime.date,
    *,
    mailed: bool | None = None,
    order: str = MONTH_FIRST,
) -> Due:
    """Return when `deadline` is due if its event is on `happened`, by the place's `rules`, as of a day.

    `happened` None is not known. `mailed` says whether the paper that starts the period
    came by mail; where the law then gives more days, None takes none and tells how many.
    `order` is that in which the place writes days.
    Raises `UserError` for a day so far off that the count leaves the calendar, and
    `ContentError` where the rules name holidays that cannot be looked up.
    """
    if happened is None:
        return Due(deadline, as_of, missing=deadline.starts_with.words, facts=(deadline,))
    more = sorted(_mail_days(deadline, rules, happened), key=lambda each: each.days)
    taken = more[0] if mailed and more else None
    try:
        found = last_day(deadline, happened, rules, taken, order=order)
    except NotKnown as unknown:
        return Due(deadline, as_of, missing=unknown.words, facts=(deadline,))
    others = [] if mailed is False else [each for each in more if each is not taken]
    changes = (
        *(Change(note) for note in found.notes),
        *_mail_changes(deadline, happened, rules, others, order),
        *_prison_mail(deadline, rules, happened, found, order),
        *(Change(each.says, each) for each in deadline.exceptions if each.holds_on(happened)),
    )
    return Due(deadline, as_of, found.day, steps=found.steps, facts=found.facts, changes=changes, order=order)


def _mail_days(deadline: Deadline, rules: CountingRules, happened: datetime.date) -> list[MailDays]:
    """Return the extra days for mail that the law has for such a deadline."""
    if deadline.direction == "before":
        return []
    if deadline.mail is not None:
        return in_force(deadline.mail, deadline.where, happened)
    return in_force(rules.mail, deadline.where, happened) if deadline.starts_with.by_service else []


def _mail_changes(
    deadline: Deadline, happened: datetime.date, rules: CountingRules, others: list[MailDays], order: str
) -> Iterator[Change]:
    for each in others:
        day = last_day(deadline, happened, rules, each, order=order).day
        yield Change(f"{each.says} Then the last day is {dated(day, order)}.", each, day)


def _prison_mail(
    deadline: Deadline, rules: CountingRules, happened: datetime.date, found: LastDay, order: str
) -> Iterator[Change]:
    if deadline.by:
        return  # Somebody else hands it over, and not in a prison.
    own = deadline.prison_mail
    for each in in_force(rules.prison_mail if own is None else own, deadline.where, happened):
        last = (
            "The last day to hand it over is"
            if each.counts_as_filed
            else "The last day for it to get there is"
        )
        yield Change(f"{each.says} {last} {dated(found.day, order)}.", each)
