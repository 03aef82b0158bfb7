"""Where a citation is used."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from unbarred.law.browsing.holdings import Holding, holdings
from unbarred.law.facts import Citation

_MARKS = re.compile(r"[§.,;:()\s]+|\b(?:sections?|secs?|ss?|arts?|articles?|rr?|rules?)\b", re.IGNORECASE)
"""What people write in one way or another: the section sign, points, brackets, and their names."""


def citing(root: Path, text: str) -> Iterator[Holding]:
    """Yield the facts with a citation that has `text` in it, however its section is written.

    `28 CFR 1.2`, `28 C.F.R. § 1.2` and `28 C.F.R. 1.2` find the same; `28 C.F.R.` finds all of it.
    """
    wanted = _parts(text)
    for each in holdings(root):
        if wanted and any(_has(cite, wanted) for cite in (each.fact.cite, *each.fact.also)):
            yield each


def _has(cite: Citation | None, wanted: list[str]) -> bool:
    """Say whether the parts stand in the citation, in their order, and a number is not cut short."""
    if cite is None:
        return False
    parts = _parts(str(cite))
    starts = range(len(parts) - len(wanted) + 1)
    return any(parts[start : start + len(wanted)] == wanted for start in starts)


def _parts(text: str) -> list[str]:
    """Return the words and numbers of a citation: `28 C.F.R. § 1.2(a)` as `28`, `cfr`, `1.2`, `a`."""
    kept = re.sub(r"(?<=\d)\.(?=\d)", "\0", text)
    kept = re.sub(r"\b((?:[A-Za-z]\.)+)", lambda match: match[0].replace(".", "") + " ", kept)
    return [part.replace("\0", ".").casefold() for part in _MARKS.split(kept) if part]
