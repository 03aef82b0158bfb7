"""Sentences and custody as plain records, read from whatever an interview or a batch holds.

The reader takes mappings and objects alike, and never asks an object for what the kind
of sentence does not have: a docassemble object would turn that into a question.
Blank (None, `""`, absent) is not known; it is never taken as nought.
"""

from __future__ import annotations

import datetime
import numbers
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from unbarred.errors import UserError
from unbarred.law.days import day_or_none
from unbarred.law.words import LIFE, term_words


@dataclass(frozen=True)
class Sentence:
    """One sentence of imprisonment. Terms are in whole months; None is not known."""

    kind: str | None
    """`determinate`, `indeterminate` or `life` (no minimum: life without parole)."""
    minimum: int | None = None
    maximum: int | None = None
    maximum_is_life: bool = False
    term: int | None = None
    """The fixed term of a determinate sentence."""
    consecutive: bool | None = None
    """It runs after the others, not beside them."""


@dataclass(frozen=True)
class Custody:
    """Her time in custody so far, and the days her own paper gives."""

    start: datetime.date | None = None
    """The day the prison received her on this sentence."""
    jail_days: int | None = None
    """Days in jail before that which count; None is not known."""
    parole_date: datetime.date | None = None
    release_date: datetime.date | None = None


def read_sentences(convictions: Iterable[Any]) -> tuple[Sentence, ...]:
    """Read sentences from convictions with the interview's attributes or keys.

    Raises `UserError` for what is there and cannot be read, such as a term of `abc` years.
    """
    return tuple(_sentence(each) for each in convictions)


def read_custody(custody: Any) -> Custody:
    """Read custody from an object or mapping with the interview's attributes or keys."""
    return Custody(
        start=_day(custody, "start"),
        jail_days=_count(custody, "jail_days"),
        parole_date=_day(custody, "parole_date"),
        release_date=_day(custody, "release_date"),
    )


def _sentence(conviction: Any) -> Sentence:
    kind = _get(conviction, "sentence_kind")
    consecutive = _yes(conviction, "consecutive")
    if kind == "determinate":
        return Sentence(kind, term=_months(conviction, "term"), consecutive=consecutive)
    if kind == "life":
        return Sentence(kind, maximum_is_life=True, consecutive=consecutive)
    if kind == "minimum-to-life":
        minimum = _months(conviction, "minimum")
        return Sentence("indeterminate", minimum=minimum, maximum_is_life=True, consecutive=consecutive)
    if kind != "indeterminate":
        return Sentence(None, consecutive=consecutive)
    for_life = bool(_yes(conviction, "maximum_is_life"))
    return Sentence(
        kind,
        minimum=_months(conviction, "minimum"),
        maximum=None if for_life else _months(conviction, "maximum"),
        maximum_is_life=for_life,
        consecutive=consecutive,
    )


def _get(thing: Any, name: str) -> Any:
    """Return the value, None if blank. Never asks an object for what it does not have.

    Why: docassemble objects note every such question, even one that is caught.
    """
    if isinstance(thing, Mapping):
        value = thing.get(name)
    elif name in getattr(thing, "__dict__", ()) or hasattr(type(thing), name):
        value = getattr(thing, name)
    else:
        value = None
    return None if _is_blank(value) else value


def _is_blank(value: Any) -> bool:
    """Say whether nothing was given; docassemble's empty thing is only known by its empty text."""
    if value is None or isinstance(value, numbers.Number | datetime.date):
        return value is None
    return not str(value).strip()


def _count(thing: Any, name: str) -> int | None:
    value = _get(thing, name)
    if value is None:
        return None
    try:
        number = int(value)
    except (TypeError, ValueError, OverflowError) as error:
        raise UserError(f"{name} is not a whole number: {value!r}.", "Give a number such as 15.") from error
    if number < 0 or (not isinstance(value, str) and number != value):
        raise UserError(f"{name} is not a whole number from 0 up: {value!r}.", "Give a number such as 15.")
    return number


def _months(thing: Any, part: str) -> int | None:
    years, months = _count(thing, f"{part}_years"), _count(thing, f"{part}_months")
    # Without the years, no months say nothing: an interview proposes 0 for them.
    if years is None and not months:
        return None
    return 12 * (years or 0) + (months or 0)


def _yes(thing: Any, name: str) -> bool | None:
    value = _get(thing, name)
    return None if value is None else bool(value)


def _day(thing: Any, name: str) -> datetime.date | None:
    value = _get(thing, name)
    if isinstance(value, str):
        try:
            return datetime.date.fromisoformat(value.strip())
        except ValueError as error:
            raise UserError(f"{name} is not a date: {value!r}.", "Write it as 2031-03-14.") from error
    return day_or_none(value)


def words(sentence: Sentence, life: str = LIFE) -> str:
    """Return the sentence in words: `12 years`, `15 years to life`, or `""`.

    `life` is what one for life without a minimum is called.
    """
    if sentence.kind == "life":
        return life
    if sentence.kind == "determinate":
        return term_words(sentence.term) if sentence.term is not None else ""
    parts = [term_words(sentence.minimum)] if sentence.minimum is not None else []
    if sentence.maximum_is_life:
        parts.append("life")
    elif sentence.maximum is not None:
        parts.append(term_words(sentence.maximum))
    return " to ".join(parts)
