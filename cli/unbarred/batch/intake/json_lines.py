"""JSON Lines: an object a line, with names of variables, or with things that stand in one another."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from unbarred.answers.path import AnswerPath
from unbarred.batch.columns.asked import CLIENT
from unbarred.batch.intake.faults import unreadable
from unbarred.batch.intake.sources import Source
from unbarred.batch.intake.tables import Cell, Heading, Row
from unbarred.batch.intake.texts import EMPTY, text_cell

LONGEST_LINE = 20_000_000
"""Bytes."""
MOST_NAMES = 16_384
"""Different names in one file: as many as a sheet can have columns."""
_BOM = b"\xef\xbb\xbf"


class JsonLines:
    """A table of JSON Lines: every name is a column; a row's number is its line.

    A name that is one of a variable is given as one too: `Heading.variable`.
    """

    name = ""

    def __init__(self, source: Source) -> None:
        self.file = source.name
        self.remarks: Sequence[str] = [f"{source.name or 'Standard input'} was read as JSON Lines."]
        self._source = source
        self._columns: dict[str, int] = {}
        for _, given in self._objects():
            for name in given if isinstance(given, dict) else ():
                self._columns.setdefault(name, len(self._columns))
            if len(self._columns) > MOST_NAMES:
                message = f"There are more than {MOST_NAMES:,} different names in it."
                raise unreadable(self.file, message, "Every line needs the same names.")
        self.headings: Sequence[Heading] = [
            Heading(index, "", name, variable_in(name)) for name, index in self._columns.items()
        ]

    def rows(self) -> Iterator[Row]:
        """Yield a row for each line; one that cannot be read has a `fault`."""
        for number, given in self._objects():
            if isinstance(given, str):
                yield Row(number, (), fault=given)
                continue
            cells = [EMPTY] * (1 + max((self._columns.get(name, 0) for name in given), default=-1))
            for name, value in given.items():
                # A name that was not there before: the file has grown since.
                if name in self._columns:
                    cells[self._columns[name]] = value
            yield Row(number, cells)

    def _objects(self) -> Iterator[tuple[int, dict[str, Cell] | str]]:
        """Yield each line's number with its cells by name, or with what is wrong with it."""
        with self._source.open() as stream:
            number = 0
            while line := stream.readline(LONGEST_LINE + 1):
                number += 1
                if len(line) > LONGEST_LINE:
                    message = f"Line {number:,} is too long for the answers of one person."
                    raise unreadable(self.file, message, "Each person needs a line of her own.")
                if number == 1:
                    line = line.removeprefix(_BOM)
                if line.strip():
                    yield number, _cells_or_fault(line)


def variable_in(name: str) -> str:
    """Return the variable that `name` is, in its usual spelling, or "" if it cannot be one."""
    try:
        return str(AnswerPath.parse(name))
    except ValueError:
        return ""


def flattened(given: Mapping[str, Any]) -> dict[str, Cell]:
    """Return the cells of one person's object by variable: `children[0].first_name`.

    Raises `ValueError`, in words, if two things in it have the same name.
    """
    cells: dict[str, Cell] = {}
    _flatten("", given, cells)
    return cells


def _cells_or_fault(line: bytes) -> dict[str, Cell] | str:
    try:
        given = json.loads(
            line.decode("utf-8"), parse_float=Decimal, parse_constant=_refuse, object_pairs_hook=_once
        )
        if not isinstance(given, dict):
            return 'This line holds no names: write {"name": answer, …} in it.'
        return flattened(given)
    except UnicodeDecodeError:
        return "This line is not UTF-8: save the file as UTF-8."
    except json.JSONDecodeError as error:
        return f"This line is not JSON: {error.msg[:1].lower()}{error.msg[1:]}, at character {error.pos + 1}."
    except RecursionError:
        return "Things stand in one another too deep in this line."
    except ValueError as error:
        return f"This line cannot be read: {error}."


def _refuse(name: str) -> None:
    raise ValueError(f"{name} is not a number in JSON; write null where nothing is known")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    given = dict(pairs)
    if len(given) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(f"the name {twice[:80]!r} is written twice")
    return given


def _flatten(name: str, value: Any, cells: dict[str, Cell]) -> None:
    if isinstance(value, dict):
        for key, each in value.items():
            _flatten(_within(name, key), each, cells)
    elif isinstance(value, list) and not all(_is_choice(each) for each in value):
        for index, each in enumerate(value):
            _flatten(f"{name}[{index}]", each, cells)
    elif name in cells:
        raise ValueError(f"the name {name[:80]!r} is given twice")
    else:
        cells[name] = _cell(value)


def _is_choice(value: Any) -> bool:
    return isinstance(value, str | int) and not isinstance(value, bool)


def _within(name: str, key: str) -> str:
    if not name:
        return CLIENT if key.strip().lower() == CLIENT else key.strip()
    return (
        f"{name}.{key}"
        if variable_in(key) == key and "." not in key and "[" not in key
        else f"{name}[{key!r}]"
    )


def _cell(value: Any) -> Cell:
    if value is None:
        return EMPTY
    if isinstance(value, str):
        return text_cell(value)
    if isinstance(value, list):
        return Cell([str(each) for each in value])
    if isinstance(value, Decimal) and value.is_finite() and value == value.to_integral_value():
        # A number such as 1e999999 would fill the memory as an int.
        return Cell(int(value) if abs(value.adjusted()) < 40 else value)
    return Cell(value)
