"""Remembers what an interview was refused, until the step in which it happened ends.

docassemble wraps many calls in a bare `except:`, and so do interviews: an
exception that says “there is no e-mail here” could be swallowed, and the paper
would be wrong without a word. Whoever refuses therefore records it, and the
engine looks here after each step and stops. Each thread has its own record.
"""

from __future__ import annotations

import threading
from typing import TypeVar

from unbarred.errors import UserError

Refusal = TypeVar("Refusal", bound=UserError)


class _Record(threading.local):
    def __init__(self) -> None:
        self.refused: list[UserError] = []


_record = _Record()


def record(refusal: Refusal) -> Refusal:
    """Remember `refusal` and return it, to be raised."""
    _record.refused.append(refusal)
    return refusal


def take_first() -> UserError | None:
    """Return the first refusal since the last call, or None; all are forgotten."""
    first = _record.refused[0] if _record.refused else None
    _record.refused.clear()
    return first
