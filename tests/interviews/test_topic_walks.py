"""Every interview on every topic but clemency, in every place: by whatever road she comes, there are whole
papers of that place's law, questions that can be read, and nothing hard asked without a reason.

Where there is a worked example the roads are ten, elsewhere one. `poe walks` takes ten everywhere, and
`poe walks --roads 200` two hundred.
"""

from __future__ import annotations

from collections.abc import Iterator
from zlib import crc32

import pytest
import worked_examples
from exported_again import papers_from_export
from place_words import after_the_place, childs_place, foreign, words_on
from reading_ease import once_each, too_hard
from sensitive import unexplained
from walking import Walk, everything, nothing, some, walk
from worked_examples import PROGRAM, words_of

from unbarred.answers.answer_file import Notation
from unbarred.screens import ScreenKind
from unbarred.sessions import catalogue

LEAVES = (everything, nothing, some)
SEEDS = 10

EVERYWHERE = [
    (name, place) for name in worked_examples.interviews() for place in catalogue.entry(name).places
]
DEEP = [(name, place) for name, place in EVERYWHERE if place in worked_examples.places(name)]


def ids(cases: list[tuple[str, str]]) -> list[str]:
    return [f"{name} {place}" for name, place in cases]


def faults(name: str, place: str, walked: Walk) -> Iterator[str]:
    """Yield what is wrong with a walk."""
    topic = catalogue.entry(name).topic
    screens = after_the_place(walked.answered)
    childs = childs_place(walked.answered)
    if walked.end.kind is not ScreenKind.END or not walked.papers:
        yield f"ends on {walked.end.id} without papers"
    for screen in screens:
        said = words_on([screen])
        yield from (f"{screen.id}: says {sign}" for sign in PROGRAM.findall(said))
        yield from (f"{screen.id}: speaks of {mark}" for mark in foreign(name, place, said, childs))
    for paper in walked.papers:
        said = words_of(paper)
        yield from (f"{paper.filename}: says {sign}" for sign in PROGRAM.findall(said))
        yield from (f"{paper.filename}: speaks of {mark}" for mark in foreign(name, place, said, childs))
        if len(said.split()) <= 25:
            yield f"{paper.filename}: is all but empty"
    yield from unexplained((each.screen for each in walked.answered), topic)


@pytest.mark.parametrize(("name", "place"), EVERYWHERE, ids=ids(EVERYWHERE))
def test_every_road_ends_in_papers_of_the_place(
    name: str, place: str, request: pytest.FixtureRequest
) -> None:
    roads = request.config.getoption("--roads") or (SEEDS if (name, place) in DEEP else 1)
    # Where there is but one road it is not the same everywhere.
    seeds = range(roads) if roads > 1 else [crc32(f"{name} {place}".encode()) % 1000]
    walks = {seed: walk(place, seed, LEAVES[seed % len(LEAVES)], name) for seed in seeds}
    found = {fault: seed for seed, walked in walks.items() for fault in faults(name, place, walked)}
    wrong = [f"{fault} (seed {seed})" for fault, seed in found.items()]
    hard = too_hard(once_each(each.screen for walked in walks.values() for each in walked.answered))
    wrong += [f"{screen}: is of grade {grade:.1f}: {text}" for screen, (grade, text) in hard.items()]
    if wrong:
        pytest.fail("\n".join(wrong), pytrace=False)


@pytest.mark.parametrize(("name", "place"), DEEP, ids=ids(DEEP))
def test_what_was_answered_runs_again_from_its_export(name: str, place: str) -> None:
    seed = crc32(f"{name} {place}".encode()) % 1000
    walked = walk(place, seed, some, name)
    notation = [Notation.YAML, Notation.JSON][seed % 2]
    papers = papers_from_export(walked, name, place, notation)
    assert papers == [paper.content for paper in walked.papers]
