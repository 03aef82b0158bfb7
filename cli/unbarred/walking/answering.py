"""Answers one screen by chance, preferring what was not tried on it before."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, replace

from unbarred.answers.values import LATER, AnswerValue
from unbarred.screens import (
    Action,
    Field,
    FieldKind,
    Problem,
    Refused,
    Screen,
    Submission,
    is_asked,
    read_submission,
    settled,
)
from unbarred.walking import branches, values
from unbarred.walking.branches import Branch, Coverage
from unbarred.walking.guessing import told
from unbarred.walking.values import Taste

_READINGS = 30
"""So often answers are mended that the screen itself does not take."""

_TRIES = 60
"""So many answers are tried on a screen whose own checks refuse them."""

_SURPRISE = 0.7
"""The share of texts of any kind where those that the labels speak of did not do."""

_CURIOUS = 0.75
"""The probability of taking what was taken least, where there is a choice."""


@dataclass(frozen=True)
class Manner:
    """How to answer."""

    taste: Taste
    awkward: float = 0.0
    """The probability that a text is one that breaks what does not expect it."""
    homeward: bool = False
    """Rather no, and left for later: the way has been long."""
    acts: float = 0.15
    """The probability of doing one of the screen's actions."""


class Curious:
    """Chooses by chance what to do on a screen, rather what was done least."""

    def __init__(self, chance: random.Random, coverage: Coverage, manner: Manner) -> None:
        self._chance = chance
        self._coverage = coverage
        self.manner = manner
        self._taste = manner.taste
        self._shown: Counter[str] = Counter()

    def tries(self, screen: Screen) -> int:
        """Try many answers on any screen."""
        return _TRIES

    def go_home(self) -> None:
        """From now on rather end than explore."""
        self.manner = replace(self.manner, homeward=True, acts=0.0)

    def action(self, screen: Screen) -> Action | None:
        """Return an action of `screen` to do now, or None to answer it."""
        # A screen that came back though it was left, such as a review, has nothing but its actions.
        only_acts = not screen.inputs and self._shown[screen.id] > 1 and not self.manner.homeward
        likely = 1 - self.manner.acts if only_acts else self.manner.acts
        if not screen.actions or self._chance.random() >= likely:
            return None
        fresh = [each for each in screen.actions if not self._times(branches.of_action(screen, each))]
        return self._chance.choice(fresh or screen.actions)

    def submission(self, screen: Screen, before: Submission, problems: Collection[Problem]) -> Submission:
        """Return answers that `screen` takes by its own rules, those given before but for the refused ones.

        Raises `Refused` with what it says of the last ones if it takes none.
        """
        self._shown[screen.id] += 1
        if problems:
            self._taste = self._tried_again(screen, problems)
        elif self._shown[screen.id] > 1:
            # Whoever is asked the same again and again, such as for new names, must say something else.
            self._taste = replace(self.manner.taste, surprise=_SURPRISE)
        else:
            self._taste = self.manner.taste
        given = self._answers(screen, before, {each.field for each in problems})
        for _ in range(_READINGS):
            try:
                return read_submission(screen, given)
            except Refused as refused:
                given = self._answers(screen, given, {each.field for each in refused.problems})
        return read_submission(screen, given)

    def _answers(self, screen: Screen, before: Submission, wrong: Collection[str]) -> dict[str, AnswerValue]:
        """Return answers to the fields that are shown: those given `before` but for the `wrong` ones."""
        given: dict[str, AnswerValue] = {}
        for field in screen.inputs:
            if not is_asked(screen, field, given):
                continue
            decided = settled(screen, field, given)
            if decided is not None:
                given[field.name] = decided
            elif field.name in before and field.name not in wrong and "" not in wrong:
                given[field.name] = before[field.name]
            else:
                given[field.name] = self._value(screen, field)
        # A condition may hang on a field further down.
        return {
            each.name: given[each.name]
            for each in screen.inputs
            if each.name in given and is_asked(screen, each, given)
        }

    def _value(self, screen: Screen, field: Field) -> AnswerValue:
        if self.manner.homeward and self._chance.random() < 0.8:
            return values.simplest(field)
        offered = branches.options(field)
        if not offered:
            return self._by_chance(screen, field)
        times = {option: self._times(self._branch(screen, field, option)) for option in offered}
        if self._chance.random() < _CURIOUS:
            least = min(times.values())
            offered = tuple(option for option in offered if times[option] == least)
        return self._taking(screen, field, self._chance.choice(offered))

    def _taking(self, screen: Screen, field: Field, option: str) -> AnswerValue:
        """Return a value that takes the branch `option` of `field`."""
        if option == branches.LEFT:
            return LATER
        if field.kind is FieldKind.YES_NO:
            return option == branches.YES
        if option == branches.NOTHING:
            return ()
        if option == branches.OTHER:
            return self._by_chance(screen, replace(field, choices=()))
        if field.kind is FieldKind.SOME_OF and field.choices:
            return self._with(field, option)
        return option if field.kind is FieldKind.ONE_OF and field.choices else self._by_chance(screen, field)

    def _with(self, field: Field, option: str) -> AnswerValue:
        """Return several choices, `option` among them."""
        others = [each.value for each in field.choices if each.value != option]
        least, most = values.least_chosen(field), values.most_chosen(field)
        more = sum(self._chance.random() < 0.3 for _ in others)
        more = max(0, least - 1, min(more, most - 1))
        chosen = {option, *self._chance.sample(others, min(more, len(others)))}
        return tuple(each.value for each in field.choices if each.value in chosen)

    def _by_chance(self, screen: Screen, field: Field) -> AnswerValue:
        if self._chance.random() < self.manner.awkward:
            turn = self._coverage.turn(screen, field)
            awkward = values.awkward(field, turn)
            if awkward is not None:
                return awkward
        return values.by_chance(field, self._chance, self._taste)

    def _tried_again(self, screen: Screen, problems: Collection[Problem]) -> Taste:
        """Return what to try where an answer was refused: anything, and what the screen quotes."""
        said = " ".join(each.message for each in problems)
        numbers = [int(found) for found in re.findall(r"\b\d{1,3}\b", said)]
        up_to = numbers[0] if numbers else None
        return replace(self.manner.taste, surprise=_SURPRISE, quotes=told(screen, said), up_to=up_to)

    def _times(self, branch: Branch) -> int:
        return self._coverage.taken(branch)

    def _branch(self, screen: Screen, field: Field, option: str) -> Branch:
        return Branch(branches.alike(screen.id), branches.alike(field.name), option)
