"""Walks an interview from its first screen to its papers, with answers that are allowed but chance."""

from __future__ import annotations

import datetime
import random
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from unbarred.answers.values import LATER, AnswerValue
from unbarred.engine.run import Paper
from unbarred.screens import AnsweredScreen, Field, FieldKind, Refused, Screen
from unbarred.sessions import Session

COMMUTATION = "clemency/commutation"
PARDON = "clemency/pardon"
AS_OF = datetime.date(2026, 11, 21)
PLACES = ("us-ny", "us")
"""Places whose every road is walked. The others are walked once for each interview."""

_TRIES = 40
"""So often an answer by chance may be refused by the interview's own checks."""

_WORDS = "amber birch cedar dune elm fern grove heath iris jade kelp linden".split()

Leaves = Callable[[Field, random.Random], bool]


def everything(field: Field, chance: random.Random) -> bool:
    """Leave nothing for later."""
    return False


def nothing(field: Field, chance: random.Random) -> bool:
    """Leave for later whatever can be."""
    return not field.required


def some(field: Field, chance: random.Random) -> bool:
    """Leave now this and now that for later."""
    return not field.required and chance.random() < 0.4


@dataclass(frozen=True)
class Walk:
    """A walk that reached the papers."""

    answered: tuple[AnsweredScreen, ...]
    end: Screen
    papers: tuple[Paper, ...]
    session: Session


def walk(place: str, seed: int, leaves: Leaves, interview: str = COMMUTATION) -> Walk:
    """Answer every screen of the interview until it makes papers."""
    chance = random.Random(seed)
    session = Session.in_memory(interview, {"place": place, "as_of": AS_OF.isoformat()})
    while not session.is_over:
        answer_by_chance(session, chance, leaves)
        assert session.number < 300, "this goes in a circle"
    return Walk(tuple(session.answered()), session.screen, session.run.papers(), session)


def answer_by_chance(session: Session, chance: random.Random, leaves: Leaves) -> None:
    """Answer the screen, with other answers where the first are refused."""
    for _ in range(_TRIES):
        try:
            session.submit(_given(session.screen, chance, leaves))
        except Refused:
            continue
        return
    raise AssertionError(f"{session.screen.id} refuses every answer")


def _given(screen: Screen, chance: random.Random, leaves: Leaves) -> dict[str, AnswerValue]:
    given: dict[str, AnswerValue] = {}
    for field in screen.inputs:
        if field.is_shown(given):
            given[field.name] = LATER if leaves(field, chance) else _by_chance(field, chance)
    return given


def _by_chance(field: Field, chance: random.Random) -> AnswerValue:
    match field.kind:
        case FieldKind.YES_NO:
            return chance.random() < (0.4 if field.name.endswith("there_is_another") else 0.6)
        case FieldKind.ONE_OF:
            return chance.choice(field.choices).value
        case FieldKind.SOME_OF:
            return tuple(each.value for each in field.choices if chance.random() < 0.5)
        case FieldKind.DATE:
            return _day(field, chance)
        case FieldKind.INTEGER | FieldKind.NUMBER | FieldKind.CURRENCY:
            number = _number(field, chance)
            return number if field.kind is FieldKind.INTEGER else Decimal(number)
        case FieldKind.EMAIL:
            return f"{chance.choice(_WORDS)}@clinic.example"
        case FieldKind.AREA:
            return "\n\n".join(_phrase(chance, 12) for _ in range(chance.randint(1, 3)))
        case _:
            return _phrase(chance, chance.randint(1, 3))[: field.max_length]


def _number(field: Field, chance: random.Random) -> int:
    least = int(field.minimum) if isinstance(field.minimum, Decimal) else 0
    most = int(field.maximum) if isinstance(field.maximum, Decimal) else least + 40
    return chance.randint(least, min(most, least + 40))


def _day(field: Field, chance: random.Random) -> datetime.date:
    latest = field.maximum if isinstance(field.maximum, datetime.date) else datetime.date(2045, 12, 31)
    earliest = field.minimum if isinstance(field.minimum, datetime.date) else datetime.date(1975, 1, 1)
    return earliest + datetime.timedelta(days=chance.randint(0, (latest - earliest).days))


def _phrase(chance: random.Random, count: int) -> str:
    return " ".join(chance.choice(_WORDS) for _ in range(count)).capitalize()
