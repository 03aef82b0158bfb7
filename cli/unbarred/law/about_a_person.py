"""What a set of answers tells of a person, by the names that conditions use.

The answers may be those to any interview: what is not among them is not known.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

from unbarred.answers.path import AnswerPath, Attribute, Item
from unbarred.law.interview import facts_for, reckon
from unbarred.law.names import NAMES, Value


def known_from(answers: Mapping[str, object], place: str, as_of: datetime.date) -> dict[str, Value]:
    """Return the values of names of `law.names` that `answers` (by their variables) tell, as of a day.

    Time is reckoned by the rules of `place`. Raises `UserError` for an answer that cannot be
    what its variable says, such as a term of `abc` years.
    """
    convictions: dict[int, dict[str, object]] = {}
    custody: dict[str, object] = {}
    told: dict[str, object] = {}
    for name, value in answers.items():
        path = AnswerPath.parse(name)
        match path.root, path.steps:
            case "convictions", (Item(int() as index), Attribute(part)):
                convictions.setdefault(index, {})[part] = value
            case "custody", (Attribute(part),):
                custody[part] = value
            case "told", (Item(str() as known),) if known in NAMES:
                told[known] = value
    ordered = [convictions[index] for index in sorted(convictions)]
    reckoning = reckon(place, ordered, custody, as_of)
    in_prison = answers.get("in_prison")
    return facts_for(
        reckoning,
        answers.get("appeal_pending"),
        told,
        _day(answers.get("petitioner.birthdate")),
        in_prison if isinstance(in_prison, bool) else None,
    )


def _day(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    try:
        return datetime.date.fromisoformat(value.strip())
    except ValueError:
        return None
