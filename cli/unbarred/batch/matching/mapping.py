"""The mapping of a foreign sheet: a file that says which column is which answer (docs/batch-map.md)."""

from __future__ import annotations

from collections.abc import Mapping as MappingOf
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from unbarred.answers.path import AnswerPath
from unbarred.batch.matching.days import Order
from unbarred.batch.matching.labels import filled_in, has_iterators, pattern, plain
from unbarred.errors import ContentError, UserError, Where
from unbarred.quoting import quoted

if TYPE_CHECKING:
    from unbarred.located_yaml import Key

IGNORE = "ignore"
LAST_WORD = "last-word"
"""How names are told: the last word of a name without a comma is the last name."""

TOP = ["confirmed", "client", "dates", "names", "sheets", "columns", "values"]
_SHEET = ["list", "client", "columns"]


@dataclass(frozen=True)
class SheetMapping:
    """What a mapping says of one sheet besides what it says of all."""

    stem: str = ""
    """The list that its rows are items of, such as `children`; "" for a sheet of clients."""
    is_ignored: bool = False
    client: str = ""
    """The heading of the keys in this sheet, where it is another than elsewhere."""
    columns: MappingOf[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Mapping:
    """Which column is which answer. Headings and sheets are there as `labels.plain` has them."""

    columns: MappingOf[str, str] = field(default_factory=dict)
    """By heading: a variable, with iterators in a sheet of items, or `ignore`."""
    values: MappingOf[str, MappingOf[str, str | None]] = field(default_factory=dict, repr=False)
    """By variable with iterators: what stands for a choice in the sheet, compared as `plain_value` has it,
    and the choice; None leaves the answer for later."""
    sheets: MappingOf[str, SheetMapping] = field(default_factory=dict)
    client: str = ""
    order: Order = Order.UNKNOWN
    last_word_is_last_name: bool = False
    headings: MappingOf[str, str] = field(default_factory=dict)
    """The headings as they are written in the file, by what they are compared by."""

    def key(self, sheet: str) -> str:
        """Return the heading of the clients' keys in a sheet, in plain words; "" if nothing is said."""
        own = self.sheets.get(plain(sheet))
        return (own.client if own else "") or self.client

    def variable(self, sheet: str, heading: str) -> str:
        """Return what the mapping says of a column: its variable, `ignore`, or "" if it says nothing."""
        own = self.sheets.get(plain(sheet))
        words = plain(heading)
        return (own.columns.get(words, "") if own else "") or self.columns.get(words, "")


def plain_value(text: object) -> str:
    """Return what stands in a cell as it is compared: whatever the capitals and blanks."""
    return " ".join(str(text).split()).casefold()


class FaultyMap(ContentError):
    """A mapping cannot be used. Holds every fault at once, each with its line and column."""

    def __init__(self, source: str, faults: Sequence[tuple[Where, str]]) -> None:
        self.faults = tuple(sorted(faults, key=lambda fault: (fault[0].line or 0, fault[0].column or 0)))
        if len(self.faults) == 1:
            super().__init__(self.faults[0][1], where=self.faults[0][0])
            return
        lines = "".join(f"\n  {where}: {message}" for where, message in self.faults)
        super().__init__(f"There are {len(self.faults)} things to mend.{lines}", where=Where(source))


def read_mapping(path: Path) -> Mapping:
    """Return the mapping in the YAML file at `path`.

    Raises `FaultyMap` with every fault, `UserError` for one that nobody has confirmed, `ContentError`
    for a file that is no YAML or cannot be read.
    """
    from unbarred import located_yaml

    content = located_yaml.read(path)
    reader = _Reader(content)
    mapping = reader.mapping()
    if reader.faults:
        places = located_yaml.wheres(path, [keys for keys, _ in reader.faults])
        said = [message for _, message in reader.faults]
        raise FaultyMap(str(path), list(zip(places, said, strict=True)))
    if content.get("confirmed") is False:
        raise UserError(
            "Nobody has confirmed this mapping yet: it was only proposed.",
            "Read it line by line, mend what is wrong, and write “confirmed: true” at its top.",
            located_yaml.where(path, ["confirmed"]),
        )
    return mapping


class _Reader:
    def __init__(self, content: Any) -> None:
        self._content = content
        self._headings: dict[str, str] = {}
        self.faults: list[tuple[tuple[Key, ...], str]] = []

    def mapping(self) -> Mapping:
        top = self._table(self._content, (), TOP, "a mapping")
        if not isinstance(top.get("confirmed", True), bool):
            self._fault(("confirmed",), "“confirmed” is true or false.")
        dates = self._one_of(top, "dates", [Order.DAY_FIRST.value, Order.MONTH_FIRST.value])
        return Mapping(
            columns=self._columns(top.get("columns"), ("columns",)),
            values=self._values(top.get("values")),
            sheets=self._sheets(top.get("sheets")),
            client=plain(self._text(top.get("client"), ("client",))),
            order=Order(dates) if dates else Order.UNKNOWN,
            last_word_is_last_name=bool(self._one_of(top, "names", [LAST_WORD])),
            headings=self._headings,
        )

    def _fault(self, keys: tuple[Key, ...], message: str) -> None:
        self.faults.append((keys, message))

    def _table(self, given: Any, keys: tuple[Key, ...], known: list[str], what: str) -> dict[str, Any]:
        from unbarred import located_yaml

        table, faults = located_yaml.known_entries(given, keys, known, what)
        self.faults += faults
        return table

    def _lines(self, given: Any, keys: tuple[Key, ...], of: str) -> dict[Any, Any]:
        if given is None:
            return {}
        if not isinstance(given, dict):
            self._fault(keys, f"“{keys[-1]}” needs a line for each {of}, with a colon behind it.")
            return {}
        return given

    def _columns(self, given: Any, keys: tuple[Key, ...]) -> dict[str, str]:
        found: dict[str, str] = {}
        for heading, said in self._lines(given, keys, "heading").items():
            words = plain(_word(heading))
            if not words:
                self._fault((*keys, heading), f"The heading {quoted(heading)} has no letter and no number.")
            elif words in found:
                self._fault((*keys, heading), f"{quoted(heading, 80)} is there twice, written in two ways.")
            found[words] = self._variable(said, (*keys, heading))
            self._headings[words] = _word(heading)
        return found

    def _variable(self, said: Any, keys: tuple[Key, ...]) -> str:
        text = self._text(said, keys)
        if text in ("", IGNORE):
            return text
        name = pattern(text) if has_iterators(text) else text
        try:
            AnswerPath.parse(filled_in(name, [0] * 9) if has_iterators(name) else name)
        except (ValueError, StopIteration):
            self._fault(
                keys, f"{quoted(text, 80)} is no variable: write one, such as children[i].age, or ignore."
            )
        return name

    def _values(self, given: Any) -> dict[str, dict[str, str | None]]:
        found: dict[str, dict[str, str | None]] = {}
        for name, table in self._lines(given, ("values",), "variable").items():
            lines = self._lines(table, ("values", name), "text of the sheet")
            found[pattern(_word(name))] = {
                plain_value(_word(text)): None
                if choice is None
                else self._text(choice, ("values", name, text))
                for text, choice in lines.items()
            }
        return found

    def _sheets(self, given: Any) -> dict[str, SheetMapping]:
        return {
            plain(_word(name)): self._sheet(said, ("sheets", name))
            for name, said in self._lines(given, ("sheets",), "sheet").items()
        }

    def _sheet(self, said: Any, keys: tuple[Key, ...]) -> SheetMapping:
        if not isinstance(said, dict):
            text = self._text(said, keys)
            return SheetMapping(is_ignored=True) if text == IGNORE else SheetMapping(pattern(text))
        table = self._table(said, keys, _SHEET, "what a sheet takes")
        stem = self._text(table["list"], (*keys, "list")) if "list" in table else ""
        return SheetMapping(
            pattern(stem),
            client=plain(self._text(table.get("client"), (*keys, "client"))),
            columns=self._columns(table.get("columns"), (*keys, "columns")),
        )

    def _one_of(self, top: dict[str, Any], key: str, known: list[str]) -> str:
        given = top.get(key)
        if given is not None and given not in known:
            self._fault((key,), f"“{key}” is {' or '.join(known)}, and {quoted(given)} is neither.")
            return ""
        return given or ""

    def _text(self, given: Any, keys: tuple[Key, ...]) -> str:
        if isinstance(given, dict | list) or (given is None and keys[-1] != "client"):
            self._fault(keys, f"{quoted(keys[-1], 80)} needs a text behind its colon.")
            return ""
        return "" if given is None else _word(given).strip()


def _word(given: Any) -> str:
    """Return a word as it is written: YAML makes yes and no of some."""
    return {True: "true", False: "false"}[given] if isinstance(given, bool) else str(given)
