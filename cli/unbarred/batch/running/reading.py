"""What a run takes from its files: tables, matched with the interview, and the clients in them."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from unbarred.batch.clients import Client
from unbarred.batch.columns.asked import EXAMPLE
from unbarred.batch.intake.tables import Table
from unbarred.batch.running import mended, naming
from unbarred.errors import UsageError, UserError, nearest

if TYPE_CHECKING:
    from unbarred.batch.columns.asked import Asked
    from unbarred.batch.matching.days import Order as DayOrder
    from unbarred.batch.matching.plan import Matched
    from unbarred.batch.matching.sheets import MatchedSheet
    from unbarred.batch.reports.attention import Source

_COUNTING = 0.7
"""Seconds for counting rows, so that the time left can be told; if there are more it is not."""


@dataclass(frozen=True)
class Ways:
    """How a foreign sheet is to be understood."""

    mapping: Path | None = None
    day_order: DayOrder | None = None
    ignore_unmatched: bool = False


@dataclass(frozen=True)
class Read:
    """The files of a batch, opened, with their columns known."""

    tables: Sequence[Table]
    matched: Matched
    is_mended: bool
    """Whether these are the rows that an earlier run refused, and not all there are."""
    asked: Callable[[], Asked]

    @property
    def remarks(self) -> tuple[str, ...]:
        """What was found out by now, each once; more may come while rows are read."""
        of_tables = [said for table in self.tables for said in table.remarks]
        return tuple(dict.fromkeys((*of_tables, *self.matched.remarks)))

    def clients(self) -> Iterator[Client]:
        """Yield the clients in the order of their sheets; raises `UserError` where a file is damaged."""
        from unbarred.batch.matching.clients import clients

        return clients(self.matched)

    def count(self) -> int | None:
        """Return how many rows there are, None if counting them takes long; raises `UserError` for none."""
        count = self.matched.keys.clients
        if count is None and (count := self._counted()) is None:
            return None
        if not count and not self.matched.problems:
            raise _without_clients(self.matched.clients[0].table)
        return count

    def _counted(self) -> int | None:
        from unbarred.batch.matching.keys import is_example

        count, until = 0, time.monotonic() + _COUNTING
        for sheet in self.matched.clients:
            for row in sheet.table.rows():
                count += not is_example(row, sheet.key)
                if count % 100 == 0 and time.monotonic() > until:
                    return None
        return count

    def sources(self) -> list[Source]:
        """Return the tables of the input, with the questions that their columns stand for."""
        from unbarred.batch.matching.labels import pattern
        from unbarred.batch.reports.attention import Source

        try:
            by_name = {each.name: each for each in self.asked().all_columns()}
        except UserError:
            # Somebody else's interview may be one that cannot be walked; the sheet has no drop-downs then.
            by_name = {}

        def source(sheet: MatchedSheet) -> Source:
            names = {each.heading: each.name for each in sheet.bound}
            return Source(
                sheet.table,
                sheet.key,
                not sheet.stem,
                lambda heading: by_name.get(pattern(names.get(heading, ""))),
            )

        return [source(sheet) for sheet in (*self.matched.clients, *self.matched.items)]


def _without_clients(table: Table) -> UserError:
    file = table.file or "Standard input"
    where = f"sheet {table.name}" if table.name else "the file"
    return UserError(
        f"{file} has no row for a client.",
        f"Each client has a row of {where}, below the headings; one called {EXAMPLE} is passed over.",
    )


def read(
    files: Sequence[Path | Literal["-"]],
    interview: str,
    arguments: Mapping[str, str],
    ways: Ways,
    pattern: naming.Pattern,
) -> Read:
    """Open the files and match their columns; raises `UserError` for all that is wrong with them."""
    from unbarred.batch.intake.opening import open_intake

    asked = _Asked(interview, arguments)
    intake = open_intake(files)
    tables = mended.without_reasons(intake.tables)
    matched = _match(tables, asked, ways)
    _check_pattern(pattern, matched)
    return Read(tables, matched, mended.is_mended(intake.tables), asked)


class _Asked:
    """What the interview can ask, found when it is first needed: that takes seconds."""

    def __init__(self, interview: str, arguments: Mapping[str, str]) -> None:
        self._interview = interview
        self._arguments = arguments
        self._found: Asked | None = None

    def __call__(self) -> Asked:
        """Return it."""
        if self._found is None:
            from unbarred.batch.columns.finding import find_asked

            self._found = find_asked(self._interview, self._arguments)
        return self._found


def _match(tables: Sequence[Table], asked: Callable[[], Asked], ways: Ways) -> Matched:
    from unbarred.batch.matching.days import Order as DayOrder
    from unbarred.batch.matching.mapping import read_mapping
    from unbarred.batch.matching.plan import match

    return match(
        tables,
        asked,
        read_mapping(ways.mapping) if ways.mapping else None,
        order=ways.day_order or DayOrder.UNKNOWN,
        ignore_unmatched=ways.ignore_unmatched,
    )


def _check_pattern(pattern: naming.Pattern, matched: Matched) -> None:
    """Raise `UsageError` if no column holds an answer that folders are to be called by."""
    for name in pattern.answers:
        if matched.column_of(name) is None:
            known = [bound.name for sheet in matched.clients for bound in sheet.bound]
            raise UsageError(
                f"No column of the sheet is {name}, which --name asks for.", nearest(name, known)
            )
