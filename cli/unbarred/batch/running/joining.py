"""All problems of a row at once: what reading it found, and what the interview did."""

from __future__ import annotations

import dataclasses
import datetime
import re
from collections.abc import Callable, Iterable
from decimal import Decimal

from unbarred.answers.values import Plain, to_plain
from unbarred.batch.clients import Client, Raw, RowProblem, Spot
from unbarred.batch.matching.reading import day_given
from unbarred.batch.tasks import Fault

ColumnOf = Callable[[str], Spot | None]
"""The column that holds an answer of this name, by its sheet, letters and heading; its row is 0."""

_ITEM = re.compile(r"^(.*\[\d+\])")


def plain_answers(client: Client) -> dict[str, Plain]:
    """Return her answers in the types that JSON knows; what is blank is None, left for later."""
    return {name: _plain(raw) for name, raw in client.answers.items()}


def problems(client: Client, faults: tuple[Fault, ...], column_of: ColumnOf) -> tuple[RowProblem, ...]:
    """Return what is wrong with a row, each cell once, in the order of the sheet."""
    named = {each.name for each in client.problems if each.name}
    if client.problems and not client.answers:
        # Nothing of it could be read: that every answer is missing says nothing more.
        faults = ()
    joined = [
        *client.problems,
        *(_told(client, each, column_of) for each in faults if each.name not in named),
    ]
    joined = list({(each.spot, each.name, each.message): each for each in joined}.values())
    return tuple(sorted(joined, key=lambda each: _order(client, each.spot)))


def _told(client: Client, fault: Fault, column_of: ColumnOf) -> RowProblem:
    return RowProblem(
        message=fault.message,
        spot=client.spots.get(fault.name) or _would_be(client, fault.name, column_of),
        name=fault.name,
        question=fault.question,
        value=shown(client.answers.get(fault.name)),
    )


def _would_be(client: Client, name: str, column_of: ColumnOf) -> Spot:
    """Return where an answer would stand that is not given: in the row of the item that it is about."""
    column = column_of(name)
    item = _ITEM.match(name)
    about = (
        next((spot for each, spot in client.spots.items() if each.startswith(item[1])), None)
        if item
        else None
    )
    if column is None:
        return dataclasses.replace(about, column="", heading="") if about else client.spot
    if about is not None and about.sheet == column.sheet and about.file == column.file:
        return dataclasses.replace(column, row=about.row)
    is_hers = (column.file, column.sheet) == (client.spot.file, client.spot.sheet)
    # Of something that has a sheet of its own, and that she has none of, only the sheet is known.
    return dataclasses.replace(column, row=client.spot.row) if is_hers else client.spot


def headings(client: Client, names: Iterable[str]) -> tuple[str, ...]:
    """Return what stands above the answers called so, each once, with the sheet if it is not her own."""
    found = dict.fromkeys(_above(client, name) for name in names)
    return tuple(found)


def _above(client: Client, name: str) -> str:
    spot = client.spots.get(name)
    if spot is None or not spot.heading:
        return name
    return spot.heading if spot.sheet == client.spot.sheet else f"{spot.sheet}: {spot.heading}"


def shown(raw: Raw) -> str:
    """Return an answer as it can stand in a message."""
    if raw is None:
        return ""
    return ", ".join(raw) if isinstance(raw, list) else str(raw)


def _order(client: Client, spot: Spot) -> tuple[bool, str, int, int, str]:
    is_other = (spot.file, spot.sheet) != (client.spot.file, client.spot.sheet)
    return is_other, spot.sheet, spot.row, len(spot.column), spot.column


def _plain(raw: Raw) -> Plain:
    if raw is None or raw == "":
        return None
    if isinstance(raw, Decimal):
        return to_plain(raw) if raw.is_finite() else str(raw)
    if isinstance(raw, datetime.time):
        return to_plain(raw)
    if isinstance(raw, datetime.date):
        return day_given(raw)
    return raw
