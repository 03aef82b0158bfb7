"""Answering a screen from an earlier sitting: whole, without showing it, or in part, to start from."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from unbarred.answers.values import LATER, AnswerValue
from unbarred.screens import AnsweredScreen, Screen, ScreenKind, Submission
from unbarred.sessions.earlier import Earlier
from unbarred.sessions.supply import Supply, is_of_list


class TakingOver:
    """What is known from `earlier` in a sitting about `place` in which `answered` is answered so far."""

    def __init__(
        self, earlier: Earlier, place: str, as_of: datetime.date, answered: Iterable[AnsweredScreen]
    ) -> None:
        self._supply = Supply(earlier.known(place), as_of, is_whole=False)
        for each in answered:
            self._supply.note(each.screen)

    def whole(self, screen: Screen) -> Submission | None:
        """Return the answers to the screen if all that it shows is known and it takes them; else None.

        What is all left for later is not known. Nor is what was asked in this sitting already: who is asked
        again is to look at it.
        """
        names = {field.name for field in screen.inputs if not is_of_list(field.name)}
        if screen.kind is not ScreenKind.QUESTION or names & self._supply.asked:
            return None
        given, problems = self._supply.read(screen)
        says_something = any(value is not LATER for value in given.values())
        return given if says_something and not problems else None

    def in_part(self, screen: Screen) -> dict[str, AnswerValue]:
        """Return what is known of the screen's answers and they take; nothing of what was left for later."""
        given, _ = self._supply.read(screen)
        return {name: value for name, value in given.items() if value is not LATER}
