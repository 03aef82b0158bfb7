"""A walker: answers an interview by itself, on many paths, and finds what fails on them.

`explore(Ground(interview, arguments), paths, seed)` walks; each failure comes with the shortest
answers that lead to it.
"""

from unbarred.check.walk.answering import Curious, Manner
from unbarred.check.walk.branches import Branch, Coverage
from unbarred.check.walk.exploring import Exploration, Found, explore
from unbarred.check.walk.path import Ended, Failure, FailureKind, Path, Step
from unbarred.check.walk.walking import Ground, walk_path

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
