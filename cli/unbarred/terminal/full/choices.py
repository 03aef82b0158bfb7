"""A list of choices while the arrow keys, the space bar and typing mark them."""

from __future__ import annotations

from unbarred.terminal.choosing import NONE, matching
from unbarred.terminal.full.body import Marks
from unbarred.terminal.view import Pick


class Choices:
    """Which options are ticked, and which one the arrow keys have come to."""

    def __init__(self, pick: Pick) -> None:
        self._pick = pick
        self._numbers = [option.number for option in pick.listed]
        self._ticked = set(pick.chosen) if pick.several else set()
        self._pointed = min(pick.chosen) if pick.chosen and not pick.several else None

    @property
    def are_listed(self) -> bool:
        """Say whether there is a list to move in."""
        return bool(self._numbers)

    def move(self, step: int) -> int:
        """Point to the next option (1) or the one before (-1); return its number."""
        if self._pointed is None:
            place = 0 if step > 0 else len(self._numbers) - 1
        else:
            place = min(max(self._numbers.index(self._pointed) + step, 0), len(self._numbers) - 1)
        self._pointed = self._numbers[place]
        return self._pointed

    def toggle(self) -> None:
        """Tick the option pointed to, or take the tick away; none of them goes with no other."""
        number = self._pointed if self._pointed is not None else self.move(1)
        if number == self._pick.everything:
            self._ticked = set() if self._has_all else set(self._each)
        elif number in self._ticked:
            self._ticked.remove(number)
        elif number == NONE:
            self._ticked = {NONE}
        else:
            self._ticked = (self._ticked - {NONE}) | {number}

    def reply(self) -> str:
        """Return what is marked, as it would be typed; `""` if nothing is."""
        if self._has_all:
            return str(self._pick.everything)
        if self._pick.several:
            return " ".join(str(number) for number in sorted(self._ticked))
        return "" if self._pointed is None else str(self._pointed)

    def marks(self, typed: str) -> Marks:
        """Return what to mark while `typed` stands on the line."""
        ticked = matching(self._pick, typed) if typed.strip() else frozenset(self._ticked)
        everything = self._pick.everything
        if everything is not None and (everything in ticked or self._each <= ticked):
            ticked = self._each | {everything}
        return Marks(ticked, None if typed.strip() else self._pointed)

    @property
    def _each(self) -> frozenset[int]:
        """The numbers of the choices themselves, without those for all or none of them."""
        return frozenset(self._numbers) - {NONE, self._pick.everything or NONE}

    @property
    def _has_all(self) -> bool:
        return self._pick.everything is not None and self._each <= self._ticked
