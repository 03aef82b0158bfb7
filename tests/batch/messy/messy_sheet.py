"""A messy, real-looking sheet of clients, the same every time, and what must be told of it.

Most rows are right, however they are written: days in many ways, yes as Y, choices in small letters, numbers
kept as text, blanks around words, formulas with their results, names in every script, texts that look like
formulas, keys that would lead out of a folder, hidden rows. None of that may be called a problem.
"""

from __future__ import annotations

import datetime
import random
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from benchmarks.invented_clients import Answers, answers
from messy_faults import FAULTS, Fault, Formula
from messy_ways import LATIN, ODD_KEYS, SCRIPTS, TEXTS, WAYS

from unbarred.batch.columns.asked import Asked, Column

MAIN = "Clients"
KEY = "Client"
DELETED = object()
"""In place of a cell's mended content: the row is taken out."""
NO_COLUMN = "Shoe size"
MISSPELT = {"petitioner.other_names": "Have you used other nmaes?"}
"""Headings as somebody typed them; nothing has to be answered below them."""

_ITEM = re.compile(r"^(?P<stem>\w+)\[(?P<number>\d+)\](?P<rest>.*)$")
_FAMILIES = {"has_helper": "helper", "children_included": "children", "abuse_included": "abuse"}


@dataclass(frozen=True)
class Expected:
    """A problem that must be told, at this cell, in words that have these in them."""

    kind: str
    sheet: str
    row: int
    column: str
    """Letters; "" if it is about the whole row."""
    words: tuple[str, ...]
    client: str = ""
    name: str = ""
    mended: object = None
    """What a volunteer writes into the cell instead."""


@dataclass
class Messy:
    """The sheets as rows of cells, the first the headings, and what must be told of them."""

    format: str
    sheets: dict[str, list[list[object]]] = field(default_factory=dict)
    names: dict[str, list[str]] = field(default_factory=dict)
    """The variable of each column, as the interview has it; "" for the client."""
    hidden: list[tuple[str, int]] = field(default_factory=list)
    merged: list[tuple[str, int, int, int]] = field(default_factory=list)
    """Sheet, column counted from 0, first and last row."""
    expected: list[Expected] = field(default_factory=list)
    clients: list[str] = field(default_factory=list)
    """Their keys, in the order of the sheet."""


def messy(asked: Asked, file_format: str, *, clients: int, faulty: int) -> Messy:
    """Return a sheet of so many clients, `faulty` of them with one fault or more of `FAULTS`."""
    chance = random.Random(f"messy {clients}")
    groups = _grouped([each for each in FAULTS if file_format in each.formats], faulty)
    # The last rows are right until `spoil` comes.
    places = sorted(chance.sample(range(max(clients - 4, 0)), faulty))
    seeds = iter(range(10_000))
    sheet = _Writer(asked, file_format, chance)
    for number in range(clients):
        faults = groups[places.index(number)] if number in places else []
        given = next(each for each in map(answers, seeds) if _fits(each, faults))
        sheet.add(number, given, faults)
    sheet.spoil()
    return sheet.done()


def _grouped(faults: Iterable[Fault], count: int) -> list[list[Fault]]:
    """Put faults into so many rows, none two that bear on each other."""
    groups: list[list[Fault]] = [[] for _ in range(count)]
    for fault in faults if count else ():
        family = _family(fault.name)
        free = [group for group in groups if family not in {_family(each.name) for each in group}]
        min(free, key=len).append(fault)
    for index, group in enumerate(groups):
        # More rows than faults: some kinds come twice.
        if not group:
            group.append(groups[index % len(FAULTS) // 2][0])
    return groups


def _family(name: str) -> str:
    stem = _FAMILIES.get(name, name)
    item = _ITEM.match(stem)
    return item["stem"] if item else stem.split(".", 1)[0] if stem.startswith(("helper", "abuse")) else stem


def _fits(given: Answers, faults: Iterable[Fault]) -> bool:
    return all(given.get(name) not in (None, False) for each in faults for name in (each.name, *each.needs))


class _Writer:
    def __init__(self, asked: Asked, file_format: str, chance: random.Random) -> None:
        self._chance = chance
        self._columns = {each.name: each for each in asked.all_columns()}
        self._titles = {each.stem: each.title for each in asked.repeated}
        self._messy = Messy(file_format)
        self._is_flat = file_format == "csv"
        self._open(MAIN, asked.columns)
        if not self._is_flat:
            for each in asked.repeated:
                self._open(each.title, each.columns)

    def _open(self, title: str, columns: Iterable[Column]) -> None:
        names = ["", *(each.name for each in columns)]
        headings = [MISSPELT.get(name) or self._columns[name].heading if name else KEY for name in names]
        extra = [NO_COLUMN] if title == MAIN else []
        self._messy.names[title] = [*names, *extra]
        self._messy.sheets[title] = [[*headings, *extra]]

    def add(self, number: int, given: Answers, faults: list[Fault]) -> None:
        """Write one client."""
        clean: dict[str, object] = {
            name: value for name, value in given.items() if not name.endswith(".there_are_any")
        }
        key = self._key(number, is_right=not faults)
        if not faults:
            self._make_odd(number, clean)
        cells = {name: self._written(name, value) for name, value in clean.items()}
        wrong = {each.name: each.value for each in faults}
        places = self._put(key, {**cells, **wrong}, is_right=not faults)
        for each in faults:
            sheet, row, column = places[each.name]
            mended = cells[each.name] if each.mended is ... else each.mended
            self._messy.expected.append(
                Expected(each.kind, sheet, row, column, each.words, key, each.name, mended)
            )
        self._messy.clients.append(key)

    def spoil(self) -> None:
        """Do to rows and sheets what people do: paste one twice, merge cells, mistype whose child it is."""
        rows = self._messy.sheets[MAIN]
        pasted = len(rows)
        first, second = pasted - 2, pasted - 1
        rows.append(list(rows[pasted - 1]))
        self._expect("a client pasted twice", MAIN, pasted, "", ("also in row", "one row"))
        self._expect("a client pasted twice", MAIN, len(rows), "", ("also in row", "one row"), mended=DELETED)
        if self._is_flat:
            return
        column = self._messy.names[MAIN].index("facility_choice")
        self._messy.merged.append((MAIN, column, first, second))
        mended, rows[second - 1][column] = rows[second - 1][column], None
        self._expect("merged cells", MAIN, second, "facility_choice", ("merged",), mended=mended)
        title = self._titles["children"]
        self._messy.sheets[title].append(["26-OOO2", "Noor", 9])
        row = len(self._messy.sheets[title])
        self._expect("a child of nobody", title, row, "", ("26-OOO2", "26-0002"), mended=DELETED)

    def _expect(
        self, kind: str, sheet: str, row: int, column: str, words: tuple[str, ...], *, mended: object = None
    ) -> None:
        letters = _letters(self._messy.names[sheet].index(column))
        client = str(self._messy.sheets[sheet][row - 1][0])
        place = "" if self._is_flat else sheet
        self._messy.expected.append(Expected(kind, place, row, letters, words, client, column, mended))

    def done(self) -> Messy:
        """Return all of it; every row is made as wide as its sheet."""
        for title, rows in self._messy.sheets.items():
            width = len(self._messy.names[title])
            for row in rows:
                row.extend([None] * (width - len(row)))
        return self._messy

    def _key(self, number: int, *, is_right: bool) -> str:
        if is_right and number % 3 == 1 and number // 3 < len(ODD_KEYS):
            return ODD_KEYS[number // 3]
        return f"26-{number:04}"

    def _make_odd(self, number: int, clean: dict[str, object]) -> None:
        """Put what is odd, and right, into a client's answers."""
        names = LATIN if self._is_flat else (*SCRIPTS, *LATIN)
        if number % 2:
            clean["petitioner.name.first"] = names[number % len(names)]
        if number % 4 == 0:
            clean["petitioner.name.last"] = TEXTS[number // 4 % len(TEXTS)]
        if number % 10 == 5:
            # A cell of a workbook takes 32,767 letters.
            clean["story"] = "I will tell it all. " * (2500 if self._is_flat else 1600)

    def _put(self, key: str, cells: dict[str, object], *, is_right: bool) -> dict[str, tuple[str, int, str]]:
        """Write the rows of a client; return where each answer stands."""
        rows: dict[tuple[str, int], dict[str, object]] = {(MAIN, 0): {}}
        homes: dict[str, tuple[str, int, str]] = {}
        for name, value in cells.items():
            homes[name] = title, number, column = self._home(name)
            rows.setdefault((title, number), {})[column] = value
        written: dict[tuple[str, int], int] = {}
        for (title, number), row in rows.items():
            written[title, number] = self._add_row(title, key, row)
        if is_right and self._chance.random() < 0.1:
            self._messy.hidden.append((MAIN, written[MAIN, 0]))
        places = {}
        for name, (title, number, column) in homes.items():
            letters = _letters(self._messy.names[title].index(column))
            places[name] = ("" if self._is_flat else title, written[title, number], letters)
        return places

    def _add_row(self, title: str, key: str, row: dict[str, object]) -> int:
        names = self._messy.names[title]
        for column in row:
            if column not in names:
                # A flat table gets a column for each item.
                names.append(column)
                self._messy.sheets[title][0].append(column)
        if title == MAIN and (len(self._messy.sheets[title]) == 1 or self._chance.random() < 0.1):
            row = {**row, NO_COLUMN: self._chance.randint(5, 11)}
        rows = self._messy.sheets[title]
        rows.append([key, *(row.get(name) for name in names[1:])])
        return len(rows)

    def _home(self, name: str) -> tuple[str, int, str]:
        """Return the sheet of an answer, the number of its item, and its column."""
        item = _ITEM.match(name)
        if item is None or self._is_flat:
            return MAIN, 0, name
        return self._titles[item["stem"]], int(item["number"]), f"{item['stem']}[i]{item['rest']}"

    def _written(self, name: str, value: object) -> object:
        """Return an answer as somebody writes it, one of many right ways."""
        item = _ITEM.match(name)
        column = self._columns[f"{item['stem']}[i]{item['rest']}" if item else name]
        if value is None:
            return None
        way = WAYS.get(column.kind)
        written = way(self._chance, value, column) if way else self._chance.choice((value, f" {value} "))
        return written if not self._is_flat or isinstance(written, str) else _as_text(written)


def _as_text(written: object) -> str:
    if isinstance(written, Formula):
        return str(written.shows)
    return written.strftime("%Y-%m-%d") if isinstance(written, datetime.date) else str(written)


def _letters(index: int) -> str:
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
