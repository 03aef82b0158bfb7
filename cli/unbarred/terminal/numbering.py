"""The number that stands for each choice: its place, unless choices are numbers themselves.

Of the choices 3, 4 and 5 the third must not be number 3: whoever types 3 means 3.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count

from unbarred.terminal.choosing import NONE
from unbarred.terminal.prose import bare

_LONGEST = 6
"""Digits. A longer number is not what anybody would type for its place."""


def numbers_of(labels: Sequence[str], *, zero_is_none: bool) -> tuple[int, ...]:
    """Return a number for each label, no two the same; 0 is left free if it stands for none of them."""
    plain = [bare(label) for label in labels]
    own = {
        place: int(label)
        for place, label in enumerate(plain)
        if label.isdecimal() and label.isascii() and len(label) <= _LONGEST and str(int(label)) == label
    }
    if zero_is_none:
        own = {place: number for place, number in own.items() if number != NONE}
    clash = any(number <= len(plain) and number != place + 1 for place, number in own.items())
    if not clash or len(set(own.values())) < len(own):
        return tuple(range(1, len(plain) + 1))
    free = count(max(own.values()) + 1)
    return tuple(own[place] if place in own else next(free) for place in range(len(plain)))
