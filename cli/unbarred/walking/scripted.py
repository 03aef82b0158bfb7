"""Answers screens from a script, and all that is not in it in the simplest way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from typing import NamedTuple

from unbarred.answers.values import AnswerValue
from unbarred.screens import Action, Field, Problem, Screen, Submission, is_asked, read_submission, settled
from unbarred.walking import values
from unbarred.walking.path import Path, Step
from unbarred.walking.walking import Chooser


class Cue(NamedTuple):
    """When a line of the script is due: the so-many-th time that a name is asked, or a screen shown."""

    name: str
    time: int


class Script(NamedTuple):
    """Answers and actions that differ from the simplest ones."""

    answers: Mapping[Cue, AnswerValue]
    actions: Mapping[Cue, Action]


class Scripted:
    """Does what a script says."""

    def __init__(self, script: Script, tried_hard: Mapping[str, Chooser] | None = None) -> None:
        """`tried_hard` names screens on which another chooser looks for an answer that is accepted."""
        self._script = script
        self._tried_hard = tried_hard or {}
        self._asked: Counter[str] = Counter()
        self._shown: Counter[str] = Counter()

    def action(self, screen: Screen) -> Action | None:
        """Return the action the script has for this screen, if the screen offers it."""
        self._shown[screen.id] += 1
        action = self._script.actions.get(Cue(screen.id, self._shown[screen.id]))
        return action if action in screen.actions else None

    def submission(self, screen: Screen, before: Submission, problems: Collection[Problem]) -> Submission:
        """Return the script's answers, and the simplest ones besides; raises `Refused` if they do not do."""
        if screen.id in self._tried_hard:
            return self._tried_hard[screen.id].submission(screen, before, problems)
        given: dict[str, AnswerValue] = {}
        for field in screen.inputs:
            if is_asked(screen, field, given):
                given[field.name] = self._value(screen, field, given)
        return read_submission(screen, given)

    def _value(self, screen: Screen, field: Field, given: Submission) -> AnswerValue:
        self._asked[field.name] += 1
        cue = Cue(field.name, self._asked[field.name])
        if cue in self._script.answers:
            return self._script.answers[cue]
        decided = settled(screen, field, given)
        return decided if decided is not None else values.simplest(field)

    def tries(self, screen: Screen) -> int:
        """A script has one answer for a screen."""
        return self._tried_hard[screen.id].tries(screen) if screen.id in self._tried_hard else 1

    def go_home(self) -> None:
        """A script goes where it goes."""


def script_of(path: Path) -> Script:
    """Return the script by which `path` is walked again, without what is simplest anyway."""
    answers: dict[Cue, AnswerValue] = {}
    actions: dict[Cue, Action] = {}
    asked: Counter[str] = Counter()
    shown: Counter[str] = Counter()
    for step in steps_of(path):
        shown[step.screen.id] += 1
        if step.action is not None:
            actions[Cue(step.screen.id, shown[step.screen.id])] = step.action
        for field in step.screen.inputs:
            if field.name in step.given:
                asked[field.name] += 1
                if step.given[field.name] != values.simplest(field):
                    answers[Cue(field.name, asked[field.name])] = step.given[field.name]
    return Script(answers, actions)


def steps_of(path: Path) -> tuple[Step, ...]:
    """Return the steps of `path`, with the one that failed."""
    if path.last is None or not (path.tried or path.acted):
        return path.steps
    return (*path.steps, Step(path.last, path.tried, path.acted))
