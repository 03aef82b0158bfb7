"""Python's own chance, which an interview's code uses, as one run draws from it."""

from __future__ import annotations

import random
from collections.abc import Callable
from types import TracebackType
from typing import Any


class Chance:
    """While it is entered, what the functions of `random` give comes from `seed` alone.

    That of `random.SystemRandom` does too: docassemble draws its codes and many names of objects there.
    It goes on where it was left; meanwhile everything else draws on as if nothing had been. To enter it
    again within is cheap: to change places takes longer than many a screen's other parts.
    """

    def __init__(self, seed: int) -> None:
        self._state = random.Random(seed).getstate()  # noqa: S311  (for interviews, not for secrets)
        self._outer = self._state
        self._depth = 0

    def __enter__(self) -> None:
        """Take the place of whatever chance there is."""
        if not self._depth:
            self._outer = random.getstate()
            random.setstate(self._state)
            _let_system_draw(_number, _bits)
        self._depth += 1

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Leave the place to what there was before."""
        self._depth -= 1
        if not self._depth:
            self._state = random.getstate()
            random.setstate(self._outer)
            _let_system_draw(*_OF_THE_SYSTEM)


_OF_THE_SYSTEM = (random.SystemRandom.random, random.SystemRandom.getrandbits)
"""What all that such an object draws comes from."""


def _number(of: object) -> float:
    return random.random()  # noqa: S311  (for interviews, not for secrets)


def _bits(of: object, k: int) -> int:
    return random.getrandbits(k)


def _let_system_draw(number: Callable[[Any], float], bits: Callable[[Any, int], int]) -> None:
    random.SystemRandom.random = number  # type: ignore[method-assign, assignment]
    random.SystemRandom.getrandbits = bits  # type: ignore[method-assign, assignment]
