"""Makes one sentence of several, by the rules of the place."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from unbarred.law.days import add_months, share_day, span
from unbarred.law.facts import Fact
from unbarred.law.jurisdictions import AggregationRule, TimeRules
from unbarred.law.sentences import Sentence

Part = Literal["minimum", "maximum", "term"]

ORDER_UNKNOWN = "whether your sentences run one after the other or at the same time"
KIND_UNKNOWN = "the kind of each sentence"
RULE_UNKNOWN = "how your sentences are put together there"


@dataclass(frozen=True)
class Aggregate:
    """All sentences as one. Terms are whole months, ends are days; None is not known or not there."""

    kind: str | None = None
    minimum_months: int | None = None
    maximum_months: int | None = None
    maximum_is_life: bool = False
    term_months: int | None = None
    minimum_ends: datetime.date | None = None
    term_ends: datetime.date | None = None
    """The end of the whole maximum or fixed term."""
    rules: tuple[Fact, ...] = ()
    missing: tuple[str, ...] = ()


def kind_of(sentences: Sequence[Sentence]) -> str | None:
    """Return the kind of all sentences together: one of their kinds, or `mixed`; None if not known."""
    kinds = {each.kind for each in sentences}
    if not kinds or None in kinds:
        return None
    if "life" in kinds:
        return "life"
    return kinds.pop() if len(kinds) == 1 else "mixed"


@dataclass(frozen=True)
class _Stretch:
    """A term of whole months, or a share of one."""

    months: int
    share: Fraction | None = None

    def end(self, start: datetime.date) -> datetime.date:
        whole = add_months(start, self.months)
        return whole if self.share is None else share_day(start, whole, self.share)


def _end(stretches: Sequence[_Stretch], start: datetime.date) -> datetime.date:
    """Return the end of stretches one after the other; whole months first, so that they add up exactly."""
    day = add_months(start, sum(each.months for each in stretches if each.share is None))
    for each in stretches:
        if each.share is not None:
            day = each.end(day)
    return day


class _Terms:
    """Several sentences, begun on one day, under one place's rules."""

    def __init__(
        self, sentences: Sequence[Sentence], rules: TimeRules, start: datetime.date, counted: Fraction | None
    ) -> None:
        self.sentences = sentences
        self.rules = rules
        self.start = start
        self.counted = counted
        self.kind = kind_of(sentences)
        self.used: list[Fact] = []
        self.missing: list[str] = []

    def end(self, part: Part) -> datetime.date | None:
        """Return the day on which that part of all sentences together ends; None if not known."""
        stretches = [self._stretch(each, part) for each in self.sentences]
        known = [each for each in stretches if each is not None]
        if len(known) < len(stretches):
            return None
        together = known if len(known) == 1 else self._together(known, part)
        return _end(together, self.start) if together else None

    def _stretch(self, sentence: Sentence, part: Part) -> _Stretch | None:
        if sentence.kind == "determinate":
            if sentence.term is None or (part == "minimum" and self.counted is None):
                return None
            return _Stretch(sentence.term, self.counted if part == "minimum" else None)
        months = sentence.minimum if part == "minimum" else sentence.maximum
        return None if months is None else _Stretch(months)

    def _together(self, stretches: Sequence[_Stretch], part: Part) -> list[_Stretch]:
        """Return the stretches that follow each other; none if their order or the rule is not known."""
        order = [each.consecutive for each in self.sentences]
        if None in order[1:]:
            return self._miss(ORDER_UNKNOWN)
        beside: list[_Stretch] = []
        behind: list[_Stretch] = []
        for stretch, consecutive in zip(stretches, order, strict=True):
            rule = self._rule("consecutive" if consecutive else "concurrent", part)
            if rule is None:
                return self._miss(RULE_UNKNOWN)
            (behind if rule.how == "added" else beside).append(stretch)
        longest = [max(beside, key=lambda each: each.end(self.start))] if beside else []
        return longest + behind

    def _rule(self, runs: str, part: Part) -> AggregationRule | None:
        for rule in self.rules.aggregation:
            if self.kind in rule.sentence and (rule.runs, rule.of) == (runs, part):
                if rule not in self.used:
                    self.used.append(rule)
                return rule
        return None

    def _miss(self, words: str) -> list[_Stretch]:
        if words not in self.missing:
            self.missing.append(words)
        return []


def aggregate(
    sentences: Sequence[Sentence], rules: TimeRules, start: datetime.date, counted: Fraction | None
) -> Aggregate:
    """Put `sentences` that began on `start` together under `rules`.

    `counted` is the share of a fixed term that stands for its minimum beside other kinds.
    """
    terms = _Terms(sentences, rules, start, counted)
    if terms.kind is None:
        return Aggregate(missing=(KIND_UNKNOWN,))
    if terms.kind == "life":
        return Aggregate(kind="life", maximum_is_life=True)
    fixed = terms.kind == "determinate"
    for_life = any(each.maximum_is_life for each in sentences)
    minimum_ends = None if fixed else terms.end("minimum")
    term_ends = None if for_life else terms.end("term" if fixed else "maximum")
    whole = _whole_months(start, term_ends)
    return Aggregate(
        kind=terms.kind,
        minimum_months=_whole_months(start, minimum_ends),
        maximum_months=None if fixed else whole,
        maximum_is_life=for_life,
        term_months=whole if fixed else None,
        minimum_ends=minimum_ends,
        term_ends=term_ends,
        rules=tuple(terms.used),
        missing=tuple(terms.missing),
    )


def _whole_months(start: datetime.date, end: datetime.date | None) -> int | None:
    return None if end is None else span(start, end).whole_months
