"""From sheets to clients, one after another: none is held longer than she is needed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from unbarred.batch.clients import Client, Raw, RowProblem, Spot
from unbarred.batch.intake.tables import Cell, Heading, Row, Trouble
from unbarred.batch.matching.cells import answers_of, shown
from unbarred.batch.matching.items import Items
from unbarred.batch.matching.keys import SameKey, digest_of, is_example, key_at
from unbarred.batch.matching.labels import filled_in, plain
from unbarred.batch.matching.plan import Matched
from unbarred.batch.matching.sheets import Bound, MatchedSheet
from unbarred.quoting import quoted

_NOTHING = Cell()


def clients(matched: Matched) -> Iterator[Client]:
    """Yield the clients in the order of their sheets, each with her things from the other sheets.

    Only what is filled in is among the answers. Raises `UserError` where a file is damaged.
    """
    keys = matched.keys
    items = [
        Items(sheet, counts, keys.twice) for sheet, counts in zip(matched.items, keys.counts, strict=True)
    ]
    for sheet in matched.clients:
        for row in sheet.table.rows():
            if not is_example(row, sheet.key):
                yield _Reading(matched, sheet, row).client(items)


@dataclass
class _Reading:
    """One client, as her rows are read."""

    matched: Matched
    sheet: MatchedSheet
    row: Row
    answers: dict[str, Raw] = field(default_factory=dict)
    spots: dict[str, Spot] = field(default_factory=dict)
    problems: list[RowProblem] = field(default_factory=list)
    unused: list[Spot] = field(default_factory=list)

    def client(self, items: Sequence[Items]) -> Client:
        key = key_at(self.row, self.sheet.key)
        number = digest_of(key)
        same = self.matched.keys.twice.get(number)
        if self.row.fault:
            self.problems.append(RowProblem(self.row.fault, self.sheet.spot(self.row)))
        if same is not None:
            self._refuse_key(key, same)
            where = self.sheet.table.name or self.row.file or self.sheet.table.file
            key = f"{key} ({where}, row {self.row.number})" if where else f"{key} (row {self.row.number})"
        elif self.sheet.key is not None and _cell(self.row, self.sheet.key).trouble is not None:
            self._refuse_trouble(self.sheet.key)
        self._take(self.sheet, self.row, [])
        self._take_items(items, number)
        return Client(
            key,
            self.sheet.spot(self.row),
            self.answers,
            self.spots,
            tuple(self.problems),
            tuple(self.unused),
        )

    def _refuse_key(self, key: str, same: SameKey) -> None:
        own = self.sheet.spot(self.row, self.sheet.key)
        named = [_said(spot, own) for spot in same.spots if spot != own]
        more = same.count - 1 - len(named)
        elsewhere = " and ".join([*named, f"{more:,} more"] if more else named)
        message = (
            f"The client {quoted(key)} is there twice: also in {elsewhere}. "
            "Give each client one row, and a key of her own."
        )
        self.problems.append(RowProblem(message, own, value=key))

    def _refuse_trouble(self, heading: Heading) -> None:
        cell = _cell(self.row, heading)
        message = "Nobody can tell from this cell which client this is. Type her key here."
        if cell.trouble is not Trouble.MERGED:
            message = f"{quoted(shown(cell))} is no key of a client. Type her key here."
        self.problems.append(RowProblem(message, self.sheet.spot(self.row, heading), value=shown(cell)))

    def _take_items(self, items: Sequence[Items], client: int) -> None:
        """Read her things, those of outer lists first: what is within them says which it belongs to."""
        there: dict[str, list[str]] = {}
        for each in items:
            counts: dict[tuple[int, ...], int] = {}
            for row in each.of(client):
                outer = self._within(each.sheet, row, there)
                if outer is None:
                    continue
                number = counts.get(outer, 0)
                counts[outer] = number + 1
                self._take(each.sheet, row, [*outer, number])
                item = filled_in(_item_of(each.sheet), [*outer, number])
                first = next((shown(_cell(row, bound.heading)) for bound in each.sheet.bound), "")
                there.setdefault(item.rpartition("[")[0], []).append(first)

    def _within(
        self, sheet: MatchedSheet, row: Row, there: Mapping[str, Sequence[str]]
    ) -> tuple[int, ...] | None:
        """Return the numbers of the items that a row is within, counted from 0; None if it does not say."""
        numbers: list[int] = []
        for heading in sheet.within:
            outer = filled_in(_stem_at(sheet.stem, len(numbers)), numbers)
            known = there.get(outer, ())
            number = _place(_cell(row, heading).value, known)
            if number is None:
                count = f"She has {len(known)}" if known else "She has none"
                message = (
                    f"This says which of {outer} the row is about. {count}: write its number, counted from 1."
                )
                self.problems.append(
                    RowProblem(message, sheet.spot(row, heading), value=shown(_cell(row, heading)))
                )
                return None
            numbers.append(number)
        return tuple(numbers)

    def _take(self, sheet: MatchedSheet, row: Row, numbers: Sequence[int]) -> None:
        for bound in sheet.bound:
            cell = _cell(row, bound.heading)
            if cell is not _NOTHING:
                self._take_cell(sheet, row, bound, cell, numbers)
        for heading in sheet.unused:
            if _cell(row, heading).value is not None:
                self.unused.append(sheet.spot(row, heading))

    def _take_cell(
        self, sheet: MatchedSheet, row: Row, bound: Bound, cell: Cell, numbers: Sequence[int]
    ) -> None:
        if cell.value is None and cell.trouble is None:
            return
        name = filled_in(bound.name, numbers) if sheet.stem else bound.name
        spot = sheet.spot(row, bound.heading)
        for each in answers_of(bound, name, cell, spot, self.matched.mapping):
            if isinstance(each, RowProblem):
                self.problems.append(each)
                continue
            self.answers[each[0]] = each[1]
            self.spots[each[0]] = spot


def _cell(row: Row, heading: Heading) -> Cell:
    return row.cells[heading.index] if heading.index < len(row.cells) else _NOTHING


def _said(spot: Spot, own: Spot) -> str:
    if spot.file != own.file:
        return f"{spot.file}, row {spot.row}"
    return f"row {spot.row}" if spot.sheet == own.sheet else f"sheet {spot.sheet}, row {spot.row}"


def _item_of(sheet: MatchedSheet) -> str:
    return f"{sheet.stem}[{'ijklmn'[sheet.stem.count('[')]}]"


def _stem_at(stem: str, depth: int) -> str:
    """Return the list that is within `depth` others: of `a[i].b[j].c`, 0 deep `a`, 1 deep `a[i].b`."""
    return "[".join(stem.split("[")[: depth + 1])


def _place(value: object, known: Sequence[str]) -> int | None:
    """Return which of the items `value` means: by its number from 1, or by what stands first in its row."""
    if value is None:
        return None
    text = str(value)
    if text.isdecimal() and 1 <= int(text) <= len(known):
        return int(text) - 1
    same = [number for number, first in enumerate(known) if plain(first) == plain(text)]
    return same[0] if len(same) == 1 else None
