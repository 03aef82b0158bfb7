"""The sheets that papers are printed on, in points (1/72 inch)."""

from __future__ import annotations

from dataclasses import dataclass

from unbarred.errors import UsageError, nearest

INCH = 72.0
MM = INCH / 25.4
LONGEST = 200 * INCH
"""The longest edge that PDF itself allows for."""


@dataclass(frozen=True)
class Sheet:
    """An upright sheet of paper: `width` and `height` in points."""

    width: float
    height: float


SHEETS = {
    "letter": Sheet(8.5 * INCH, 11 * INCH),
    "legal": Sheet(8.5 * INCH, 14 * INCH),
    "a4": Sheet(210 * MM, 297 * MM),
}


def sheet(name: str) -> Sheet:
    """Return the sheet called `letter`, `legal` or `a4`, written in any case."""
    found = SHEETS.get(name.strip().lower())
    if found is None:
        known = list(SHEETS)
        raise UsageError(
            f"There is no paper called {name!r}.", nearest(name, known) or f"Use {', '.join(known)}."
        )
    return found
