"""Every question can be read by somebody who left school after eighth grade."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

import pytest
import textstat
from walking import PLACES, everything, walk

from unbarred.screens import Screen

HIGHEST = 8.0

SHORTEST = 15
"""Words. A shorter question has no grade of its own: one long word in six decides it. Those of a section
are measured together."""

CITATION = re.compile(r"\*From: [^\n]*")
MARKS = re.compile(r"[*_{}#`“”]|^\s*-\s+", re.MULTILINE)


def grade(text: str) -> float:
    """Return the Flesch–Kincaid grade, its syllables counted by a dictionary of sounds."""
    textstat.set_lang("en_US")
    return float(textstat.flesch_kincaid_grade(text))


def plain(screen: Screen) -> str:
    """Return what a screen says, as sentences; citations are names and not for reading through."""
    text = MARKS.sub("", CITATION.sub("", f"{screen.heading}\n{screen.text}\n{screen.under}"))
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return " ".join(line if line[-1] in ".?!" else f"{line}." for line in lines)


def walked_screens(place: str) -> Iterator[Screen]:
    seen: set[str] = set()
    for seed in range(6):
        for each in walk(place, seed, everything).answered:
            name = each.screen.id.partition(" ")[0]
            if name not in seen:
                seen.add(name)
                yield each.screen


@pytest.mark.parametrize("place", PLACES)
def test_questions_are_of_grade_eight_or_lower(place: str) -> None:
    screens = list(walked_screens(place))
    assert len(screens) > 60
    texts: dict[str, str] = {}
    short: defaultdict[str, list[str]] = defaultdict(list)
    for screen in screens:
        text = plain(screen)
        if len(text.split()) >= SHORTEST:
            texts[screen.id] = text
        else:
            assert screen.section is not None
            short[screen.section.title].append(text)
    texts |= {f"short questions of “{title}”": " ".join(each) for title, each in short.items()}
    too_hard = {name: (grade(text), text) for name, text in texts.items() if grade(text) > HIGHEST}
    assert too_hard == {}


def test_a_hard_text_is_found_out() -> None:
    hard = (
        "The commutation of an indeterminate sentence necessitates the demonstration of extraordinary "
        "rehabilitative accomplishments, notwithstanding institutional disciplinary adjudications."
    )
    assert grade(hard) > HIGHEST
    assert grade("Where are you held? Look at the paper that the prison gave you.") < HIGHEST


@pytest.mark.parametrize("place", PLACES)
def test_hard_questions_say_why_they_are_asked(place: str) -> None:
    by_name = {screen.id.partition(" ")[0]: screen for screen in walked_screens(place)}
    for name in (
        "abuse-included", "discipline-any", "health-included", "children-included", "story",
        "appeal-pending", "conviction-range" if place == "us-ny" else "conviction-term", "custody-start",
    ):  # fmt: skip
        assert "**Why we ask:**" in by_name[name].text, name
