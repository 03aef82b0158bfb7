"""Finding out what each column of one sheet is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from unbarred.batch.columns.asked import Asked, Column, Repeated
from unbarred.batch.columns.naming import is_about_a_list
from unbarred.batch.intake.tables import Heading, Table
from unbarred.batch.matching import faulty_sheets
from unbarred.batch.matching.labels import Labels, is_path, pattern, plain, stem
from unbarred.batch.matching.mapping import IGNORE, Mapping
from unbarred.batch.matching.sheets import Bound, MatchedSheet, filled, is_key
from unbarred.errors import nearest

_MOST_TOLD = 40
"""Columns in question that are told one by one."""


@dataclass(frozen=True)
class Given:
    """What columns are matched by besides their headings."""

    asked: Callable[[], Asked]
    mapping: Mapping
    ignore_unmatched: bool = False
    needs_kinds: bool = False
    """Whether the interview is looked at in any case, because its kinds of answers must be known."""


@dataclass(frozen=True)
class Found:
    """A sheet as it was matched, and what is wrong with it."""

    sheet: MatchedSheet
    faults: tuple[str, ...]
    matches: int
    """How many of its columns are answers."""
    remarks: tuple[str, ...] = ()


class Binder:
    """Matches the columns of one sheet: of clients, or of the items of the list `of`."""

    def __init__(self, table: Table, of: str, given: Given) -> None:
        self._table = table
        self._of = of
        self._given = given
        self._faults: list[str] = []
        self._unmatched: dict[Heading, None] = {}
        self._ambiguous: dict[int, tuple[Column, ...]] = {}
        self._remarks: list[str] = []
        self._labels: Labels | None = None
        self._looks = given.needs_kinds or any(self._needs_words(each) for each in table.headings)

    def found(self) -> Found:
        """Return the sheet with every column that has anything in it matched, or named as a fault."""
        key = next((each for each in self._table.headings if self._is_key(each)), None)
        within = tuple(self._within())
        bound: dict[str, Bound] = {}
        for heading in self._table.headings:
            one = None if heading in within else self._bound(heading, is_key=heading is key)
            if one is None:
                continue
            if one.name in bound:
                first = bound[one.name].heading
                self._faults.append(faulty_sheets.twice(self._table, first, heading, one.name))
            bound.setdefault(one.name, one)
        there = filled(self._table, [each for each in self._table.headings if self._is_in_question(each)])
        unused = tuple(each for each in self._unmatched if each.index in there)
        self._tell([each for each in self._table.headings if each.index in there])
        sheet = MatchedSheet(self._table, self._of, key, within, tuple(bound.values()), unused)
        return Found(sheet, tuple(self._faults), len(bound), tuple(self._remarks))

    def _is_in_question(self, heading: Heading) -> bool:
        return heading in self._unmatched or heading.index in self._ambiguous

    def _tell(self, headings: Sequence[Heading]) -> None:
        """Take note of what is wrong with headings that match nothing, or several answers."""
        if self._given.ignore_unmatched:
            headings = [each for each in headings if each.index in self._ambiguous]
        for each in headings[:_MOST_TOLD]:
            several = self._ambiguous.get(each.index)
            if several:
                self._faults.append(faulty_sheets.matches_several(self._table, each, several))
            else:
                self._faults.append(faulty_sheets.matches_nothing(self._table, each, self._columns()))
        if len(headings) > _MOST_TOLD:
            self._faults.append(f"{len(headings) - _MOST_TOLD:,} more columns are in question.")

    def _is_key(self, heading: Heading) -> bool:
        named = self._given.mapping.key(self._table.name)
        if named and plain(heading.text) == named:
            return True
        # In sheets of items a foreign key may be called otherwise than in that of the clients.
        if named and not self._of:
            return False
        return is_key(heading)

    def _within(self) -> Iterator[Heading]:
        """Yield the columns that say which item of each outer list is meant."""
        for item in Repeated(self._of, "", ()).within:
            words = {plain(item), plain(item.rpartition(".")[2].partition("[")[0])}
            words |= {each.removesuffix("s") for each in words}
            outer = item.rpartition("[")[0]
            words |= {plain(each.title) for each in self._lists() if each.stem == outer}
            headings = self._table.headings
            yield from [each for each in headings if each.variable == item or plain(each.text) in words][:1]

    def _lists(self) -> Sequence[Repeated]:
        return self._given.asked().repeated if self._looks else ()

    def _needs_words(self, heading: Heading) -> bool:
        """Say whether only the interview's own words can tell what a column is."""
        is_said = self._given.mapping.variable(self._table.name, heading.text) or _is_variable(heading)
        return not (is_said or self._is_key(heading) or is_path(heading.text)) and bool(plain(heading.text))

    def _bound(self, heading: Heading, *, is_key: bool) -> Bound | None:
        said = self._given.mapping.variable(self._table.name, heading.text)
        if said == IGNORE or (is_key and not said):
            return None
        if said:
            bound = self._named(heading, self._placed(said), is_sure=True)
            if bound is not None and bound.column is None and not bound.full_name and self._looks:
                self._doubt(heading, bound.name)
            return bound
        if _is_variable(heading):
            return self._named(heading, self._placed(heading.variable), is_sure=True, may_be_full=False)
        if is_path(heading.text):
            return self._named(heading, self._placed(heading.text.strip()), is_sure=False)
        return self._labelled(heading)

    def _doubt(self, heading: Heading, name: str) -> None:
        """Say that no question was found for a variable of the mapping; the rows may still show one."""
        if not is_about_a_list(name):
            near = nearest(pattern(name), [each.name for each in self._given.asked().all_columns()])
            where = faulty_sheets.place(self._table, heading)
            said = f"{where} is {name} by the mapping, and no question was found that asks for it. {near}"
            self._remarks.append(said.rstrip())

    def _placed(self, name: str) -> str:
        """Return the variable with iterators, if it is about the items of this sheet."""
        return pattern(name) if self._of and stem(pattern(name)) == self._of else name

    def _named(self, heading: Heading, name: str, *, is_sure: bool, may_be_full: bool = True) -> Bound | None:
        if self._of and not name.startswith(f"{self._of}["):
            self._faults.append(
                f"{faulty_sheets.place(self._table, heading)} is {name}, which has its place in the sheet "
                f"of clients: the rows here are {self._of}."
            )
            return None
        is_full = may_be_full and name.endswith(".name")
        if not (self._looks or is_full):
            return Bound(heading, name)
        by_name = {each.name: each for each in self._given.asked().all_columns()}
        column = by_name.get(pattern(name))
        if column is None and is_full:
            parts = tuple(f"{name}.{part}" for part in ("first", "last", "middle"))
            if all(pattern(each) in by_name for each in parts[:2]):
                return Bound(heading, name, None, tuple(each for each in parts if pattern(each) in by_name))
        if column is None and not is_sure and not is_about_a_list(name):
            self._unmatched[heading] = None
            return None
        return Bound(heading, name, column)

    def _labelled(self, heading: Heading) -> Bound | None:
        if not plain(heading.text):
            self._unmatched[heading] = None
            return None
        if self._labels is None:
            within = self._of + "[" + "ijklmn"[self._of.count("[")] + "]" if self._of else ""
            self._labels = Labels(self._columns(), within)
        found = self._labels.find(heading.text)
        if len(found) > 1:
            self._ambiguous[heading.index] = found
        elif not found:
            self._unmatched[heading] = None
        return Bound(heading, found[0].name, found[0]) if len(found) == 1 else None

    def _columns(self) -> tuple[Column, ...]:
        asked = self._given.asked()
        if not self._of:
            return asked.columns
        return next((each.columns for each in asked.repeated if each.stem == self._of), ())


def _is_variable(heading: Heading) -> bool:
    """Say whether a column has its variable. In JSON every word is one, so one with capitals is looked up."""
    name = heading.variable
    return bool(name) and (bool(heading.letters) or is_path(name) or name == name.lower())
