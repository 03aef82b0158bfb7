"""A walker: answers an interview by itself, on many paths, and finds what fails on them.

`explore(Ground(interview, arguments), paths, seed)` walks; each failure comes with the shortest
answers that lead to it.
"""

from unbarred.walking.answering import Curious, Manner
from unbarred.walking.branches import Branch, Coverage
from unbarred.walking.exploring import Exploration, Found, explore
from unbarred.walking.path import Ended, Failure, FailureKind, Path, Step
from unbarred.walking.walking import Ground, walk_path

__all__ = [
    "Branch",
    "Coverage",
    "Curious",
    "Ended",
    "Exploration",
    "Failure",
    "FailureKind",
    "Found",
    "Ground",
    "Manner",
    "Path",
    "Step",
    "explore",
    "walk_path",
]
