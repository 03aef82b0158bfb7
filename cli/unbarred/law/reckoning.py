"""Counts time on a sentence: served time, the ends of terms, parole and release days.

The rules come from the place's `sentence.yml`. Every day found here is an estimate:
the prison's own paper decides, and a day she gives from it beats our count.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from unbarred.errors import UserError
from unbarred.law.aggregate import Aggregate, aggregate
from unbarred.law.days import Span, add_months, share_day, span
from unbarred.law.facts import Fact, shares_on
from unbarred.law.jurisdictions import Place, ShareRule, TimeRules
from unbarred.law.names import Value
from unbarred.law.sentences import Custody, Sentence
from unbarred.law.words import LIFE, day_words, term_words

DaySource = Literal["sheet", "count"]
Leads = Literal["parole", "release"]

FAR_APART = 62
"""Days by which a paper and our count may differ before we say so: months are counted in many ways."""


@dataclass(frozen=True)
class Reckoning:
    """What follows from the sentences and the time in custody on one day.

    Everything is None, and its words are "", where it is not known.
    """

    as_of: datetime.date
    kind: str | None = None
    received: datetime.date | None = None
    """The day custody on the sentence started."""
    started: datetime.date | None = None
    """The day from which time counts: start of custody less jail time credit."""
    served: Span | None = None
    served_days: int | None = None
    minimum_months: int | None = None
    maximum_months: int | None = None
    maximum_is_life: bool = False
    term_months: int | None = None
    minimum_ends: datetime.date | None = None
    term_ends: datetime.date | None = None
    """The end of the full maximum or fixed term, no time off."""
    half_served_on: datetime.date | None = None
    """Half of the minimum; for a fixed term half of the way to release, where there are minimums at all."""
    parole_eligible_on: datetime.date | None = None
    parole_source: DaySource | None = None
    release_on: datetime.date | None = None
    release_source: DaySource | None = None
    rules: tuple[Fact, ...] = ()
    """The rules of law that were used."""
    missing: tuple[str, ...] = ()
    """What is not known and would be needed, in plain words."""
    differs: tuple[str, ...] = ()
    """Where her paper and our count are far apart, in plain words."""
    caution: str = ""
    """To be shown with every day of ours."""
    life_words: str = LIFE
    """What a life sentence without a minimum is called."""

    @property
    def served_words(self) -> str:
        """`11 years and 2 months`."""
        return str(self.served) if self.served else ""

    @property
    def minimum_words(self) -> str:
        """`15 years`."""
        return term_words(self.minimum_months) if self.minimum_months is not None else ""

    @property
    def maximum_words(self) -> str:
        """`life` or `25 years`."""
        if self.maximum_is_life:
            return "life"
        return term_words(self.maximum_months) if self.maximum_months is not None else ""

    @property
    def term_words(self) -> str:
        """`12 years and 6 months`, of a determinate sentence."""
        return term_words(self.term_months) if self.term_months is not None else ""

    @property
    def sentence_words(self) -> str:
        """All sentences together: `15 years to life`, `12 years`, `life without parole`."""
        if self.kind == "life":
            return self.life_words
        if self.kind == "determinate":
            return self.term_words
        return " to ".join(each for each in (self.minimum_words, self.maximum_words) if each)

    def known(self) -> dict[str, Value]:
        """Return the values by the names that conditions use; see `law.names`."""
        return {
            "sentence.kind": self.kind,
            "sentence.minimum_months": self.minimum_months,
            "sentence.maximum_months": self.maximum_months,
            "sentence.term_months": self.term_months,
            "sentence.for_life": None if self.kind is None else self.maximum_is_life,
            "sentence.served_days": self.served_days,
            "sentence.served_months": self.served.whole_months if self.served else None,
            "dates.received": self.received,
            "dates.started": self.started,
            "dates.minimum_ends": self.minimum_ends,
            "dates.term_ends": self.term_ends,
            "dates.parole_eligibility": self.parole_eligible_on,
            "dates.release": self.release_on,
            "dates.earliest_release": self._earliest_release(),
        }

    def _earliest_release(self) -> datetime.date | None:
        """Where there is a minimum, parole may come before release: then its day has to be known."""
        if self.kind in ("determinate", "life"):
            return self.release_on
        if self.kind is None or self.parole_eligible_on is None:
            return None
        return min(self.parole_eligible_on, self.release_on or self.parole_eligible_on)


def reckon(
    sentences: Sequence[Sentence],
    custody: Custody,
    place: Place,
    rules: TimeRules,
    as_of: datetime.date,
) -> Reckoning:
    """Count time on `sentences` under the `rules` of `place` as of a day, in the words of the place.

    Without a start of custody, terms are still added up, but there are no days.
    """
    started = _started(custody)
    whole = _aggregate(sentences, rules, started or as_of, as_of)
    days = _Days(whole, rules, as_of, started)
    parole, parole_source = _chosen(custody.parole_date, days.after_share("parole"))
    release, release_source = _chosen(custody.release_date, days.after_share("release"))
    return Reckoning(
        as_of=as_of,
        kind=whole.kind,
        received=custody.start,
        started=started,
        served=span(started, as_of) if started else None,
        served_days=max(0, (as_of - started).days) if started else None,
        minimum_months=whole.minimum_months,
        maximum_months=whole.maximum_months,
        maximum_is_life=whole.maximum_is_life,
        term_months=whole.term_months,
        minimum_ends=whole.minimum_ends if started else None,
        term_ends=whole.term_ends if started else None,
        half_served_on=days.half(),
        parole_eligible_on=parole,
        parole_source=parole_source,
        release_on=release,
        release_source=release_source,
        rules=(*([rules.start] if rules.start else []), *whole.rules, *days.used),
        missing=(*_missing(custody), *whole.missing),
        differs=tuple(_differences(custody, days, place.days)),
        caution=place.caution,
        life_words=place.life_words,
    )


class _Days:
    """The days that follow from shares of the whole sentence; none without a start."""

    def __init__(
        self, whole: Aggregate, rules: TimeRules, as_of: datetime.date, started: datetime.date | None
    ) -> None:
        self.whole = whole
        self.rules = rules
        self.as_of = as_of
        self.started = started
        self.used: list[Fact] = []

    def after_share(self, leads_to: Leads) -> datetime.date | None:
        """Return the day of parole or release by the place's rule; None if it has none or not known."""
        found = _share(self.rules, self.whole.kind, leads_to, self.as_of)
        if found is None or self.started is None:
            return None
        rule, share = found
        end = self.whole.minimum_ends if rule.of == "minimum" else self.whole.term_ends
        if end is None:
            return None
        if rule not in self.used:
            self.used.append(rule)
        if end <= add_months(self.started, rule.longer_than_months):
            return end
        day = share_day(self.started, end, share)
        parole = self.after_share("parole") if rule.not_before_parole else None
        return max(day, parole) if parole else day

    def half(self) -> datetime.date | None:
        """Return the day half of the minimum is served, or of what stands for it in a fixed term."""
        has_minimums = any(rule.leads_to == "parole" for rule in self.rules.shares)
        end = self.whole.minimum_ends or (self.after_share("release") if has_minimums else None)
        return share_day(self.started, end, Fraction(1, 2)) if self.started and end else None


def _aggregate(
    sentences: Sequence[Sentence], rules: TimeRules, start: datetime.date, as_of: datetime.date
) -> Aggregate:
    fixed = _share(rules, "determinate", "release", as_of)
    try:
        return aggregate(sentences, rules, start, fixed[1] if fixed else None)
    except OverflowError as error:
        raise UserError("A term is longer than the calendar.", "Check the years of each sentence.") from error


def _share(
    rules: TimeRules, kind: str | None, leads_to: Leads, day: datetime.date
) -> tuple[ShareRule, Fraction] | None:
    for rule in rules.shares:
        if kind in rule.sentence and rule.leads_to == leads_to:
            share = shares_on(rule.values, day).get("served")
            return (rule, share) if share else None
    return None


def _started(custody: Custody) -> datetime.date | None:
    if custody.start is None or custody.jail_days is None:
        return None
    try:
        return custody.start - datetime.timedelta(days=custody.jail_days)
    except OverflowError as error:
        raise UserError(
            "The days before the sentence are longer than the calendar.",
            "Check the days you were held before your sentence.",
        ) from error


def _missing(custody: Custody) -> list[str]:
    missing = [] if custody.start else ["the day the prison received you"]
    return (
        missing
        if custody.jail_days is not None
        else [*missing, "the days you were held before your sentence"]
    )


def _chosen(
    sheet: datetime.date | None, count: datetime.date | None
) -> tuple[datetime.date | None, DaySource | None]:
    if sheet:
        return sheet, "sheet"
    return count, "count" if count else None


def _differences(custody: Custody, days: _Days, order: str) -> Iterator[str]:
    pairs = (
        ("parole eligibility", custody.parole_date, days.after_share("parole")),
        ("release", custody.release_date, days.after_share("release")),
    )
    for what, sheet, count in pairs:
        if sheet and count and abs((sheet - count).days) > FAR_APART:
            yield (
                f"Your paper says {day_words(sheet, order)} for {what}; "
                f"our count says {day_words(count, order)}. "
                "We use your paper. Check what you typed for the sentence and the days in jail."
            )
