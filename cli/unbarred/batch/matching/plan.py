"""How the sheets of a batch are read: which are of clients, which of their things, what each column is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from unbarred.batch.clients import RowProblem, Spot
from unbarred.batch.columns.asked import CLIENT, Asked
from unbarred.batch.intake.tables import Heading, Table
from unbarred.batch.matching.binding import Binder, Found, Given
from unbarred.batch.matching.days import Order
from unbarred.batch.matching.faulty_sheets import FaultySheets
from unbarred.batch.matching.keys import Keys, keys_of
from unbarred.batch.matching.labels import has_iterators, is_path, pattern, plain, stem
from unbarred.batch.matching.mapping import IGNORE, Mapping
from unbarred.batch.matching.sheets import MatchedSheet, is_key
from unbarred.errors import UserError


@dataclass(frozen=True)
class Matched:
    """The sheets of a batch, with what is known before the first client is read."""

    clients: tuple[MatchedSheet, ...]
    items: tuple[MatchedSheet, ...]
    """Sheets of things that a client can have several of; the outer lists first."""
    mapping: Mapping
    keys: Keys = field(repr=False)
    problems: tuple[RowProblem, ...] = field(default=(), repr=False)
    """Rows of things whose client is in no sheet: they belong to nobody's packet."""
    remarks: tuple[str, ...] = ()
    """Sheets that were passed over, and what the mapping says of columns that are not there."""

    def column_of(self, name: str) -> Spot | None:
        """Return the column that holds an answer called so, by file, sheet, letters and heading."""
        for sheet in (*self.clients, *self.items):
            for bound in sheet.bound:
                if name in (bound.name, *bound.full_name) or (sheet.stem and pattern(name) == bound.name):
                    shown = bound.heading.text or bound.heading.variable
                    return Spot(sheet.table.file, sheet.table.name, 0, bound.heading.letters, shown)
        return None


def match(
    tables: Sequence[Table],
    asked: Callable[[], Asked],
    mapping: Mapping | None = None,
    *,
    order: Order = Order.UNKNOWN,
    ignore_unmatched: bool = False,
) -> Matched:
    """Match every column that has anything in it with an answer of the interview.

    `asked` is called only where headings, a mapping or the days' `order` need it; `order` goes before what
    the mapping says. Reads the keys of all rows, and keeps eight bytes of each. Raises `FaultySheets` with
    all columns that match nothing or too much, and `UserError` for a damaged file.
    """
    said = mapping or Mapping()
    if order is not Order.UNKNOWN:
        said = replace(said, order=order)
    needs_kinds = said.order is not Order.UNKNOWN or bool(said.columns)
    given = Given(_once(asked), said, ignore_unmatched, needs_kinds)
    found, remarks = _found(tables, given)
    faults = [fault for each in found for fault in each.faults]
    clients = tuple(each.sheet for each in found if not each.sheet.stem)
    items = tuple(sorted((each.sheet for each in found if each.sheet.stem), key=_depth))
    faults += [*_without_key(items), *_in_two_places(clients, items)]
    if faults:
        raise FaultySheets(tables[0].file, faults)
    keys, lost = keys_of(clients, items)
    return Matched(clients, items, said, keys, lost, (*remarks, *_not_there(tables, said)))


def _once(asked: Callable[[], Asked]) -> Callable[[], Asked]:
    kept: list[Asked] = []

    def once() -> Asked:
        if not kept:
            kept.append(asked())
        return kept[0]

    return once


def _found(tables: Sequence[Table], given: Given) -> tuple[list[Found], list[str]]:
    read = [table for table in tables if not _is_ignored(table, given.mapping)]
    if not any(table.headings for table in read):
        raise UserError(
            "There is no row of headings to read.", "Put the names of the columns in the first row."
        )
    has_variables = any(_lists_said(table, given) or _has_variables(table) for table in read)
    found, remarks = [], []
    for table in read:
        if not table.headings:
            continue
        if has_variables and not _may_be_meant(table, given):
            remarks.append(_passed_over(table))
            continue
        one = Binder(table, _list_of(table, given), given).found()
        if not one.matches and not one.sheet.stem and len(read) > 1 and one.sheet.key is None:
            remarks.append(_passed_over(table))
        else:
            found.append(one)
            remarks += one.remarks
    if not any(not each.sheet.stem for each in found):
        message = "There is no sheet of clients: no heading is one that the interview asks for."
        raise UserError(message, "unbarred batch sheet makes a sheet; unbarred batch map proposes a mapping.")
    return found, remarks


def _may_be_meant(table: Table, given: Given) -> bool:
    """Say whether a sheet beside one with variables can hold answers: notes and instructions do not."""
    headings = table.headings
    is_keyed = _is_keyed(table, given)
    is_said = plain(table.name) in given.mapping.sheets
    is_mapped = any(given.mapping.variable(table.name, each.text) for each in headings)
    return is_keyed or is_said or is_mapped or any(each.variable or is_path(each.text) for each in headings)


def _list_of(table: Table, given: Given) -> str:
    """Return the list whose items the rows of a table are; "" if they are clients."""
    said = given.mapping.sheets.get(plain(table.name))
    if said is not None and said.stem:
        return said.stem
    if lists := _lists_said(table, given):
        return max(lists, key=lambda each: each.count("["))
    if not _is_keyed(table, given) or any(
        _variable_at(table, each, given) not in ("", CLIENT) for each in table.headings
    ):
        return ""
    names = {plain(table.name), plain(table.file.rpartition(".")[0])} - {""}
    for one in given.asked().repeated:
        if names & {plain(one.title), plain(one.stem)}:
            return one.stem
    return ""


def _is_keyed(table: Table, given: Given) -> bool:
    """Say whether a table has a column of the clients' keys."""
    named = given.mapping.key(table.name)
    return any(is_key(each) or (named and plain(each.text) == named) for each in table.headings)


def _lists_said(table: Table, given: Given) -> set[str]:
    """Return the lists that variables with iterators speak of."""
    names = (_variable_at(table, heading, given) for heading in table.headings)
    return {stem(pattern(name)) for name in names if has_iterators(name)}


def _variable_at(table: Table, heading: Heading, given: Given) -> str:
    said = given.mapping.variable(table.name, heading.text) or heading.variable
    return "" if said == IGNORE else said or (heading.text.strip() if is_path(heading.text) else "")


def _has_variables(table: Table) -> bool:
    return any(each.variable for each in table.headings)


def _is_ignored(table: Table, mapping: Mapping) -> bool:
    said = mapping.sheets.get(plain(table.name))
    return said is not None and said.is_ignored


def _passed_over(table: Table) -> str:
    return f"The sheet {table.name or table.file} was passed over: none of its headings is an answer's."


def _depth(sheet: MatchedSheet) -> int:
    return sheet.stem.count("[")


def _without_key(items: Sequence[MatchedSheet]) -> Iterator[str]:
    for sheet in items:
        named = f"Sheet {sheet.table.name or sheet.table.file}"
        if sheet.key is None:
            yield f"{named} has no column “{CLIENT}”: it says whose each row is."
        if len(sheet.within) < sheet.stem.count("["):
            outer = sheet.stem.partition("[")[0]
            yield f"{named} has no column “{outer}”: it says which of the client's {outer} each row is about."


def _in_two_places(clients: Sequence[MatchedSheet], items: Sequence[MatchedSheet]) -> Iterator[str]:
    """Yield a sentence for each list that has columns among the clients, and a sheet of its own too."""
    own = {sheet.stem: sheet for sheet in items}
    wide = {stem(pattern(bound.name)) for sheet in clients for bound in sheet.bound if "[" in bound.name}
    for each in sorted(wide & own.keys()):
        table = own[each].table
        where = table.name or table.file
        yield f"{each} are in sheet {where} and in columns of the clients. Keep one of them."


def _not_there(tables: Sequence[Table], mapping: Mapping) -> Iterator[str]:
    there = {plain(heading.text) for table in tables for heading in table.headings}
    lost = [written for words, written in mapping.headings.items() if words not in there]
    if lost:
        yield f"The mapping speaks of columns that are not there: {', '.join(lost[:10])}."
