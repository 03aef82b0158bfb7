"""Taking a full name apart, where it says itself which part is which."""

from __future__ import annotations

import re

from unbarred.batch.matching.unclear import Unclear
from unbarred.quoting import quoted

_SUFFIX = re.compile(r"(?:jr|sr|ii|iii|iv)\.?", re.IGNORECASE)
_INITIAL = re.compile(r"\w\.?")


def split(full: str, *, last_word_is_last: bool = False) -> dict[str, str]:
    """Return `first`, `middle` (perhaps "") and `last` of a name.

    “Last, First Middle” and “First Last” say which is which, and so does “First M. Last”. In a name
    of more words without a comma the last name may have two of them: that is `Unclear`, unless
    `last_word_is_last`. A `Jr.` stays with the last name.
    """
    words = " ".join(full.split())
    parts = [part.strip() for part in words.split(",")]
    if len(parts) == 2 and all(parts) and not _SUFFIX.fullmatch(parts[1]):
        first, _, middle = parts[1].partition(" ")
        return {"first": first, "middle": middle, "last": parts[0]}
    suffix = f", {parts.pop()}" if len(parts) == 2 and _SUFFIX.fullmatch(parts[1]) else ""
    if len(parts) > 1 or not parts[0]:
        raise Unclear(f"{quoted(full)} has a comma where it cannot be told. Write it as Last, First Middle.")
    names = parts[0].split()
    if len(names) > 2 and _SUFFIX.fullmatch(names[-1]):
        suffix = f" {names.pop()}"
    if len(names) == 2:
        return {"first": names[0], "middle": "", "last": names[1] + suffix}
    if len(names) < 2:
        raise Unclear(f"{quoted(full)} is only one name. Write it as Last, First Middle.")
    if last_word_is_last or (len(names) == 3 and _INITIAL.fullmatch(names[1])):
        return {"first": names[0], "middle": " ".join(names[1:-1]), "last": names[-1] + suffix}
    one = f"{names[-1]}{suffix}, {' '.join(names[:-1])}"
    two = f"{' '.join(names[-2:])}{suffix}, {' '.join(names[:-2])}"
    raise Unclear(
        f"{quoted(full)} can be {quoted(one, 80)} or {quoted(two, 80)}. "
        "Write the last name first, with a comma."
    )
