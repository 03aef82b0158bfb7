"""One thing that is wrong within a Word file."""

from __future__ import annotations

from dataclasses import dataclass

from unbarred.documents.examining.spots import Spot

ERASE = "In Word, select it, press Ctrl+Space to clear its formatting, and type it again."


@dataclass(frozen=True)
class Flaw:
    """What is wrong, where, and how to mend it in Word's own terms."""

    kind: str
    """One word or two, the same for all flaws alike: `broken tag`, `macro`."""
    message: str
    mend: str
    spot: Spot | None = None
    """None for the whole file."""
