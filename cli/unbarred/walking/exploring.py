"""Walks many paths through an interview and sums up what was found on them."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from unbarred.answers.answer_set import AnswerSet
from unbarred.walking.answering import Curious, Manner
from unbarred.walking.branches import Branch, Coverage, alike
from unbarred.walking.path import Ended, Failure, Path
from unbarred.walking.replaying import difference
from unbarred.walking.reproducing import answer_set, fails_again
from unbarred.walking.shrinking import shortest
from unbarred.walking.values import Taste
from unbarred.walking.walking import Ground, walk_path

AWKWARD = 0.15
"""The share of texts that are meant to break what does not expect them."""


@dataclass
class Found:
    """A failure, how often it came, and the shortest way to it."""

    failure: Failure
    shortest: Path
    answers: AnswerSet
    is_reproduced: bool
    """Whether the answers alone lead to it; else the steps of `shortest` do."""
    times: int = 1


@dataclass
class Exploration:
    """What was found on all paths."""

    interview: str
    seed: int
    paths: int = 0
    answered: int = 0
    """Screens answered, over all paths."""
    screens: set[str] = field(default_factory=set)
    """Ids of the screens seen, items of a list counted as one."""
    ends: Counter[tuple[Ended, str]] = field(default_factory=Counter)
    """How paths ended, and on which screen."""
    papers: Counter[str] = field(default_factory=Counter)
    """Titles of the papers made, and on how many paths."""
    branches: int = 0
    never_taken: list[Branch] = field(default_factory=list)
    found: list[Found] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)


def explore(
    ground: Ground,
    paths: int,
    seed: int,
    *,
    replay: bool = False,
    tell: Callable[[int], None] = lambda number: None,
) -> Exploration:
    """Walk `paths` paths of an interview; the same seed finds the same.

    `replay` also replays each path that came to its end and compares. `tell` hears
    the number of each path as it begins.
    """
    found = Exploration(ground.interview.name, seed)
    coverage = Coverage()
    for number in range(1, paths + 1):
        tell(number)
        name = f"{seed}:{number}"
        chooser = Curious(random.Random(name), coverage, Manner(Taste(), AWKWARD))  # noqa: S311
        path = walk_path(ground, chooser, coverage, name)
        if replay and path.failure is None:
            path.failure = difference(ground, path)
        _add(found, ground, path)
        if path.last is None:
            # No path gets any further.
            break
    found.branches = coverage.offered
    found.never_taken = coverage.never_taken()
    return found


def _add(found: Exploration, ground: Ground, path: Path) -> None:
    found.paths += 1
    found.answered += len(path.steps)
    found.screens.update(alike(step.screen.id) for step in path.steps)
    if path.last is not None:
        found.screens.add(alike(path.last.id))
    found.ends[path.ended, alike(path.last.id) if path.last else ""] += 1
    found.papers.update({paper.title for paper in path.papers})
    found.seconds += path.seconds
    if path.failure is None:
        return
    known = next((each for each in found.found if each.failure.sign == path.failure.sign), None)
    if known is not None:
        known.times += 1
        return
    short = shortest(ground, path)
    answers = answer_set(ground, short)
    found.found.append(Found(path.failure, short, answers, fails_again(ground, short, answers)))
