"""What is wrong with the headings of sheets, all of it at once, before any row is read."""

from __future__ import annotations

from collections.abc import Sequence

from unbarred.batch.columns.asked import Column
from unbarred.batch.intake.tables import Heading, Table
from unbarred.batch.matching.labels import plain
from unbarred.errors import UserError, Where
from unbarred.quoting import quoted

_HINT = (
    "Rename these headings, or say in a mapping which answers they are (unbarred batch map proposes one); "
    "--ignore-unmatched passes over columns that match nothing."
)
_LONGEST = 80
_ALIKE = 0.55
"""So much of a heading must be in another for that to be named."""


class FaultySheets(UserError):
    """Headings that match no answer, or more than one. `faults` has a sentence for each."""

    def __init__(self, source: str, faults: Sequence[str]) -> None:
        self.faults = tuple(faults)
        where = Where(source or "standard input")
        if len(self.faults) == 1:
            super().__init__(self.faults[0], _HINT, where)
            return
        lines = "".join(f"\n  {fault}" for fault in self.faults)
        super().__init__(
            f"There are {len(self.faults)} columns or sheets to look at. {_HINT}{lines}", "", where
        )


def place(table: Table, heading: Heading) -> str:
    """Return where a column is, to begin a sentence with."""
    sheet = f"Sheet {table.name}, " if table.name else ""
    column = f"column {heading.letters}" if heading.letters else "the column"
    shown = heading.text or heading.variable
    words = f"{sheet}{column} {quoted(shown, _LONGEST)}" if shown else f"{sheet}{column}"
    return words[0].upper() + words[1:]


def matches_nothing(table: Table, heading: Heading, known: Sequence[Column]) -> str:
    """Return the sentence on a column that no question asks for, with the nearest headings and names."""
    if not (heading.text or heading.variable):
        return f"{place(table, heading)} has something in it and no heading."
    near = _nearest(heading, known)
    return f"{place(table, heading)} is no answer that this interview asks for. {near}".rstrip()


def _nearest(heading: Heading, known: Sequence[Column]) -> str:
    from difflib import get_close_matches

    names = {text: text for each in known for text in (each.heading, each.label, each.name) if text}
    by_words = {plain(text): text for text in names}
    close = get_close_matches(plain(heading.text), list(by_words), n=3, cutoff=_ALIKE)
    *others, last = [quoted(by_words[words], _LONGEST) for words in close] or [""]
    if not last:
        return ""
    return f"Did you mean {', '.join(others)} or {last}?" if others else f"Did you mean {last}?"


def matches_several(table: Table, heading: Heading, found: Sequence[Column]) -> str:
    """Return the sentence on a column that can be several answers."""
    ways = " or ".join(f"{quoted(each.heading, _LONGEST)} ({each.name})" for each in found[:4])
    more = f" or one of {len(found) - 4} others" if len(found) > 4 else ""
    return f"{place(table, heading)} can be {ways}{more}. Write one of these above it."


def twice(table: Table, first: Heading, second: Heading, name: str) -> str:
    """Return the sentence on two columns for one answer."""
    return f"{place(table, second)} and {place(table, first)} are both {name}. Keep one of them."
