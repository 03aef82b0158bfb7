"""Finds the shortest way to a failure: fewer screens, simpler answers, by leaving out what is not needed.

Delta debugging (Zeller and Hildebrandt, 2002): what is left out of the script is answered in the simplest
way; what is needed for the failure to come again stays.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from unbarred.answers.values import LATER, AnswerValue
from unbarred.walking.answering import Curious, Manner
from unbarred.walking.branches import Coverage
from unbarred.walking.path import Ended, FailureKind, Path
from unbarred.walking.scripted import Cue, Script, Scripted, script_of
from unbarred.walking.values import Taste
from unbarred.walking.walking import Chooser, Ground, walk_path

_MOST_WALKS = 400
"""So many paths are walked to shrink one."""


def shortest(ground: Ground, failing: Path) -> Path:
    """Return the shortest path found that fails like `failing`; `failing` itself if none is shorter."""
    return _Shrinking(ground, failing).shrunk()


class _Shrinking:
    def __init__(self, ground: Ground, failing: Path) -> None:
        assert failing.failure is not None
        self._ground = Ground(ground.interview, ground.arguments, limit=len(failing.steps) + 5)
        self._sign = failing.failure.sign
        is_refusal = failing.failure.kind is FailureKind.NO_ANSWER and failing.last is not None
        self._accepts_nothing = failing.last.id if is_refusal and failing.last else ""
        self._best = failing
        self._script = script_of(failing)
        self._walks = 0

    def shrunk(self) -> Path:
        if self._best.last is None or self._best.ended is Ended.LIMIT:
            return self._best
        cues: list[Cue] = [*self._script.answers, *self._script.actions]
        _leave_out(cues, lambda kept: self._fails(_only(self._script, kept)))
        for cue in list(self._script.answers):
            self._simplify(cue)
        return self._best

    def _fails(self, script: Script) -> bool:
        """Say whether a script fails in the same way; keep it and its path if so."""
        if self._walks >= _MOST_WALKS:
            return False
        self._walks += 1
        path = walk_path(self._ground, Scripted(script, self._tried_hard()), Coverage(), self._best.seed)
        same = path.failure is not None and path.failure.sign == self._sign
        if not same or len(path.steps) > len(self._best.steps):
            return False
        self._best, self._script = path, script
        return True

    def _tried_hard(self) -> dict[str, Chooser]:
        """The screen that accepts nothing must go on accepting nothing, whatever is tried."""
        if not self._accepts_nothing:
            return {}
        return {self._accepts_nothing: Curious(random.Random(0), Coverage(), Manner(Taste(), awkward=0.2))}  # noqa: S311

    def _simplify(self, cue: Cue) -> None:
        """Try simpler values for one answer, as long as one of them still fails."""
        while any(self._fails(self._with(cue, value)) for value in simpler(self._script.answers[cue])):
            pass

    def _with(self, cue: Cue, value: AnswerValue) -> Script:
        return self._script._replace(answers={**self._script.answers, cue: value})


def _only(script: Script, kept: Sequence[Cue]) -> Script:
    return Script(
        {cue: value for cue, value in script.answers.items() if cue in kept},
        {cue: action for cue, action in script.actions.items() if cue in kept},
    )


def _leave_out(cues: list[Cue], fails: Callable[[Sequence[Cue]], bool]) -> None:
    """Leave out of `cues` whatever `fails` does not need, in ever smaller pieces."""
    size = len(cues)
    while size:
        at = 0
        while at < len(cues):
            kept = cues[:at] + cues[at + size :]
            if fails(kept):
                cues[:] = kept
            else:
                at += size
        size //= 2


def simpler(value: AnswerValue) -> Iterator[AnswerValue]:
    """Yield values that say less than `value`, the least first."""
    if value is LATER or isinstance(value, bool):
        return
    if isinstance(value, str):
        yield from _shorter(value)
    elif isinstance(value, tuple):
        yield from (value[:at] + value[at + 1 :] for at in range(len(value)) if len(value) > 1)
    elif isinstance(value, int | Decimal):
        yield from _nearer_zero(value)


def _shorter(text: str) -> Iterator[str]:
    if len(text) > 1:
        yield "a"
    size = len(text) // 2
    while size:
        yield from (text[:at] + text[at + size :] for at in range(0, len(text), size))
        size //= 2


def _nearer_zero(number: int | Decimal) -> Iterator[AnswerValue]:
    whole = int(number)
    for value in (0, 1, -1, int(whole / 2), whole - 1, whole + 1):
        if abs(value) < abs(whole):
            yield value if isinstance(number, int) else Decimal(value)
