"""Which facts nobody has checked for long."""

from __future__ import annotations

import datetime
from pathlib import Path

from unbarred.law.browsing.holdings import Holding, holdings


def stale(root: Path, as_of: datetime.date, older_than: int) -> list[Holding]:
    """Return the facts to be checked again as of a day, the oldest first.

    These are the facts checked more than `older_than` days before it, and those whose
    `review` day has come.
    """
    found = [
        each
        for each in holdings(root)
        if (as_of - each.fact.checked).days > older_than or each.fact.due_for_review(as_of)
    ]
    return sorted(found, key=lambda each: (each.fact.checked, each.address))
