"""Values a field may take: the simplest one, and others by chance, plausible or awkward."""

from __future__ import annotations

import datetime
import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from unbarred.answers.values import LATER, AnswerValue
from unbarred.screens import Field, FieldKind
from unbarred.walking import sample_files
from unbarred.walking.guessing import meant

WORDS = "amber birch cedar dune elm fern grove heath iris jade kelp linden".split()

PLAUSIBLE: Sequence[str] = (
    "Rosa", "Rosa Delgado", "12", "1204", "12345", "98-A-1234", "2125550143", "(212) 555-0143",
    "123-45-6789", "3/14/2001", "2001-03-14", "10:30 AM", "rosa@clinic.example", "https://clinic.example",
    "NY", "yes", "a",
)  # fmt: skip
"""What people type into lines that an interview checks: names, numbers of every usual form, a code."""

AWKWARD: Sequence[str] = (
    "O’Neill-D'Arcy", "<b>5 < 6 & 7</b>", "\"quoted\" \\ back", "${ 1/0 }", "{{ nobody }}", "% if x:",
    "🙂 niña Ωmega", "-", "0", "None", "[x](y) *z* _w_ # h", "long " * 300,
)  # fmt: skip
"""What breaks a template or a block that does not expect it."""

_ON = datetime.date(2026, 11, 21)
_TIMES = (datetime.time(9, 30), datetime.time(0, 0), datetime.time(23, 59))


def simplest(field: Field) -> AnswerValue:
    """Return the least telling answer that the field takes: left for later, no, the first, the smallest."""
    if not field.required:
        return LATER
    if field.kind is FieldKind.ONE_OF and not field.choices:
        return _fitted("a", field) if field.takes_other else LATER
    make = _SIMPLEST.get(field.kind)
    return make(field) if make is not None else _fitted("a", field)


@dataclass(frozen=True)
class Taste:
    """Which texts are given."""

    surprise: float = 0.3
    """The probability of one that is not of the kind the field's label speaks of."""
    quotes: Sequence[str] = ()
    """What stands in quotation marks where the answer before was refused."""
    up_to: int | None = None
    """A number that the refusal speaks of: numbers from 0 to it are tried."""


def by_chance(field: Field, chance: random.Random, taste: Taste) -> AnswerValue:
    """Return an answer by chance."""
    if field.kind in (FieldKind.INTEGER, FieldKind.NUMBER, FieldKind.CURRENCY):
        return _number(field, chance, taste)
    make = _BY_CHANCE.get(field.kind)
    return make(field, chance) if make is not None else _text(field, chance, taste)


def awkward(field: Field, number: int) -> AnswerValue | None:
    """Return the so-many-th text that breaks what does not expect it, or None if `field` takes no text."""
    if field.kind not in (FieldKind.TEXT, FieldKind.AREA):
        return None
    return _fitted(AWKWARD[number % len(AWKWARD)], field)


def _text(field: Field, chance: random.Random, taste: Taste) -> AnswerValue:
    usual = meant(field)
    if taste.quotes and chance.random() < 0.3:
        words = chance.choice(taste.quotes)
    elif usual and chance.random() >= taste.surprise:
        words = chance.choice(usual)
    elif field.kind is FieldKind.AREA:
        words = "\n\n".join(_phrase(chance, 8) for _ in range(chance.randint(1, 2)))
    elif chance.random() < 0.5:
        words = _phrase(chance, chance.randint(1, 3))
    else:
        words = chance.choice([*PLAUSIBLE, *([field.hint] if field.hint else [])])
    return _fitted(words, field)


def _fitted(words: str, field: Field) -> str:
    """Make a text as long as the field wants it."""
    if field.min_length is not None and len(words) < field.min_length:
        words = (words + " more" * field.min_length)[: max(field.min_length, len(words))]
    words = words[: field.max_length].strip()
    return words or "a"


def _phrase(chance: random.Random, count: int) -> str:
    return " ".join(chance.choice(WORDS) for _ in range(count)).capitalize()


def _email(field: Field, chance: random.Random) -> AnswerValue:
    return f"{chance.choice(WORDS)}@clinic.example"


def _url(field: Field, chance: random.Random) -> AnswerValue:
    return f"https://{chance.choice(WORDS)}.example/{chance.choice(WORDS)}"


def _least_number(field: Field) -> Decimal:
    if isinstance(field.minimum, Decimal):
        return field.minimum
    most = field.maximum if isinstance(field.maximum, Decimal) else None
    return min(Decimal(1), most) if most is not None else Decimal(1)


def _number(field: Field, chance: random.Random, taste: Taste) -> AnswerValue:
    least = field.minimum if isinstance(field.minimum, Decimal) else None
    most = field.maximum if isinstance(field.maximum, Decimal) else None
    begin = least if least is not None else (min(Decimal(0), most) if most is not None else Decimal(0))
    end = most if most is not None else begin + 40
    # Mostly few: a number often says how many screens follow.
    count = chance.choice((0, 1, 1, 2, 2, 3, 4, chance.randint(0, 40)))
    if taste.up_to is not None:
        count = chance.randint(0, taste.up_to)
    value = min(begin + count * (field.step or 1), end)
    if field.kind is FieldKind.INTEGER:
        return int(value)
    return value


def _whole_or_not(field: Field) -> AnswerValue:
    least = _least_number(field)
    return int(least) if field.kind is FieldKind.INTEGER else least


def _first_day(field: Field) -> datetime.date:
    if isinstance(field.minimum, datetime.date):
        return field.minimum
    latest = field.maximum if isinstance(field.maximum, datetime.date) else None
    day = datetime.date(2000, 1, 1)
    return min(day, _bare(latest)) if latest is not None else day


def _bare(day: datetime.date) -> datetime.date:
    return day.date() if isinstance(day, datetime.datetime) else day


def _day(field: Field, chance: random.Random) -> datetime.date:
    earliest = _bare(field.minimum) if isinstance(field.minimum, datetime.date) else None
    latest = _bare(field.maximum) if isinstance(field.maximum, datetime.date) else None
    begin = earliest or min(datetime.date(1975, 1, 1), latest or datetime.date.max)
    end = latest or max(datetime.date(2030, 12, 31), begin)
    days = chance.choice((0, (end - begin).days, chance.randint(0, (end - begin).days)))
    if begin <= _ON <= end and chance.random() < 0.1:
        return _ON
    return begin + datetime.timedelta(days=days)


def _moment(field: Field, chance: random.Random) -> AnswerValue:
    made = datetime.datetime.combine(_day(field, chance), chance.choice(_TIMES))
    if isinstance(field.minimum, datetime.datetime):
        made = max(made, field.minimum)
    if isinstance(field.maximum, datetime.datetime):
        made = min(made, field.maximum)
    return made


def _first_moment(field: Field) -> AnswerValue:
    first = _first_day(field)
    return first if isinstance(first, datetime.datetime) else datetime.datetime.combine(first, _TIMES[0])


def _time(field: Field, chance: random.Random) -> AnswerValue:
    limits = [each for each in (field.minimum, field.maximum) if isinstance(each, datetime.time)]
    return chance.choice(limits or list(_TIMES))


def _first_time(field: Field) -> AnswerValue:
    return field.minimum if isinstance(field.minimum, datetime.time) else _TIMES[0]


def _some(field: Field, chance: random.Random) -> AnswerValue:
    values = [each.value for each in field.choices]
    least, most = least_chosen(field), most_chosen(field)
    chosen = [value for value in values if chance.random() < 0.4]
    if not least <= len(chosen) <= most:
        chosen = chance.sample(values, min(max(least, 1), most, len(values)))
    return tuple(value for value in values if value in chosen)


def least_chosen(field: Field) -> int:
    """Return how many choices a `SOME_OF` must have."""
    if field.min_length is not None:
        return field.min_length
    return 1 if field.required and not field.none_label else 0


def most_chosen(field: Field) -> int:
    """Return how many choices a `SOME_OF` may have."""
    return len(field.choices) if field.max_length is None else min(field.max_length, len(field.choices))


def _one(field: Field, chance: random.Random) -> AnswerValue:
    if not field.choices:
        return _fitted(_phrase(chance, 1), field) if field.takes_other else LATER
    return chance.choice(field.choices).value


_SIMPLEST: Mapping[FieldKind, Callable[[Field], AnswerValue]] = {
    FieldKind.YES_NO: lambda field: False,
    FieldKind.ONE_OF: lambda field: field.choices[0].value,
    FieldKind.SOME_OF: lambda field: tuple(each.value for each in field.choices[: least_chosen(field)]),
    FieldKind.INTEGER: _whole_or_not,
    FieldKind.NUMBER: _whole_or_not,
    FieldKind.CURRENCY: _whole_or_not,
    FieldKind.DATE: _first_day,
    FieldKind.TIME: _first_time,
    FieldKind.DATE_TIME: _first_moment,
    FieldKind.EMAIL: lambda field: "a@clinic.example",
    FieldKind.URL: lambda field: "https://clinic.example",
    FieldKind.FILES: lambda field: (sample_files.fitting(field.accepts)[0],),
    FieldKind.SIGNATURE: lambda field: (sample_files.signature(),),
}

_BY_CHANCE: Mapping[FieldKind, Callable[[Field, random.Random], AnswerValue]] = {
    FieldKind.YES_NO: lambda field, chance: chance.random() < 0.5,
    FieldKind.ONE_OF: _one,
    FieldKind.SOME_OF: _some,
    FieldKind.DATE: _day,
    FieldKind.TIME: _time,
    FieldKind.DATE_TIME: _moment,
    FieldKind.EMAIL: _email,
    FieldKind.URL: _url,
    FieldKind.FILES: lambda field, chance: (chance.choice(sample_files.fitting(field.accepts)),),
    FieldKind.SIGNATURE: lambda field, chance: (sample_files.signature(),),
}
