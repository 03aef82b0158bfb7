"""How hard a screen is to read."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

import textstat

from unbarred.screens import Screen

HIGHEST = 8.0

SHORTEST = 15
"""Words. A shorter question has no grade of its own: one long word in six decides it. Those of a section
are measured together."""

CITATION = re.compile(r"\*From: [^\n]*")
MARKS = re.compile(r"[*_{}#`“”]|^\s*-\s+", re.MULTILINE)


@lru_cache(maxsize=10_000)
def grade(text: str) -> float:
    """Return the Flesch–Kincaid grade, its syllables counted by a dictionary of sounds."""
    textstat.set_lang("en_US")
    return float(textstat.flesch_kincaid_grade(text))


def plain(screen: Screen) -> str:
    """Return what a screen says, as sentences; citations are names and not for reading through."""
    text = MARKS.sub("", CITATION.sub("", f"{screen.heading}\n{screen.text}\n{screen.under}"))
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return " ".join(line if line[-1] in ".?!" else f"{line}." for line in lines)


def once_each(screens: Iterable[Screen]) -> list[Screen]:
    """Return the screens without those that ask the same of another item."""
    first: dict[str, Screen] = {}
    for screen in screens:
        first.setdefault(screen.id.partition(" ")[0], screen)
    return list(first.values())


def too_hard(screens: Iterable[Screen]) -> dict[str, tuple[float, str]]:
    """Return the texts that are above the highest grade: each long one, the short ones by section."""
    texts: dict[str, str] = {}
    short: defaultdict[str, list[str]] = defaultdict(list)
    for screen in screens:
        text = plain(screen)
        if len(text.split()) >= SHORTEST:
            texts[screen.id] = text
        else:
            short[screen.section.title if screen.section else ""].append(text)
    texts |= {f"short questions of “{title}”": " ".join(each) for title, each in short.items()}
    measured = {name: text for name, text in texts.items() if len(text.split()) >= SHORTEST}
    return {name: (grade(text), text) for name, text in measured.items() if grade(text) > HIGHEST}
