"""What is hard to be asked: violence, illness, children. It is said why, and it can be left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from unbarred.screens import Field, Screen

MATTERS = {
    "violence": r"abus\w+|violen\w+|rap(?:e|ed|ist)|traffick\w*|hurt|beat(?:en)?|threat\w*|sexual\w*",
    "illness": r"ill|illness\w*|sick\w*|health|disab\w+|diagnos\w+|medic(?:al|ine)\w*|pregnan\w*|mental\w*",
    "children": r"child|children|sons?|daughters?|bab(?:y|ies)|kids?",
}
"""Words that touch what is hard to speak of."""

WHY = "**Why we ask:**"

ALWAYS_NEEDED = re.compile(r"\.(?:first_name|there_are_any|there_is_another)$")
"""A child's first name, without which no paper speaks of the child; docassemble's own questions of lists."""


def unexplained(screens: Iterable[Screen], topic: str) -> Iterator[str]:
    """Yield what is wrong with the screens of one walk that touch what is hard to speak of.

    Why is said on the first screen about a matter; on none of them a field must be answered.
    """
    told: set[str] = set()
    for screen in screens:
        for matter in _matters(screen, topic):
            if WHY in screen.text:
                told.add(matter)
            elif matter not in told:
                yield f"{screen.id}: does not say why it asks about {matter}"
            needed = [field.name for field in screen.inputs if _must_be_answered(field)]
            if needed:
                yield f"{screen.id}: asks about {matter}, and must be answered: {', '.join(needed)}"


def _matters(screen: Screen, topic: str) -> Iterator[str]:
    words = " ".join([screen.heading, *(f"{each.label} {each.help}" for each in screen.inputs)])
    for matter, pattern in MATTERS.items():
        if matter == "children" and topic == "family":
            continue
        if screen.inputs and re.search(rf"\b(?:{pattern})\b", words, re.IGNORECASE):
            yield matter


def _must_be_answered(field: Field) -> bool:
    return field.required and not ALWAYS_NEEDED.search(field.name)
