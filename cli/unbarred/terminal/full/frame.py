"""How the rows of the window are shared out. Pure arithmetic; nothing here draws."""

from __future__ import annotations

from dataclasses import dataclass

from unbarred.terminal.wrapping import width_of

_LEAST_BODY = 5
_LEAST_EDITOR = 4
_BETWEEN_KEYS = " · "


@dataclass(frozen=True)
class Needs:
    """How many rows each part would like to have."""

    header: int
    body: int
    entry: int
    message: int
    keys: int
    is_writing: bool = False


@dataclass(frozen=True)
class Frame:
    """How many rows each part has, from top to bottom. They add up to the window's."""

    header: int
    body: int
    more: int
    gap: int
    entry: int
    message: int
    filler: int
    keys: int


def share_out(needs: Needs, rows: int) -> Frame:
    """Share `rows` out.

    What is typed, the problem and the keys go first, then the text. Where there
    is not room for it all, the text is moved through; in a very small window
    the header goes, and of the keys only the first row stays.
    """
    left = _Left(rows)
    entry = left.take(1 if needs.is_writing else needs.entry)
    message = left.take(needs.message)
    keys = left.take(needs.keys if left.count >= needs.keys + _LEAST_BODY else 1)
    header = left.take(needs.header if left.count >= needs.header + _LEAST_BODY else 0)
    gap = left.take(1 if left.count > _LEAST_BODY else 0)
    filler = left.take(1 if left.count > _LEAST_BODY + 2 else 0)
    if needs.is_writing:
        # The question keeps its room until what is written needs half of it.
        grown = min(max(needs.entry, _LEAST_EDITOR), (left.count + 1) // 2)
        entry += left.take(max(left.count - needs.body, grown))
    more = left.take(1 if needs.body > left.count > 1 else 0)
    body = left.take(needs.body)
    return Frame(header, body, more, gap, entry, message, filler + left.count, keys)


class _Left:
    """Rows that are still to be shared out."""

    def __init__(self, count: int) -> None:
        self.count = count

    def take(self, wanted: int) -> int:
        taken = max(min(wanted, self.count), 0)
        self.count -= taken
        return taken


def key_rows(items: tuple[str, ...], width: int) -> list[list[str]]:
    """Return the items of the key line in as few rows as they need; no item is broken."""
    rows: list[list[str]] = [[]]
    for item in items:
        joined = _BETWEEN_KEYS.join([*rows[-1], item])
        if rows[-1] and width_of(joined) > width:
            rows.append([])
        rows[-1].append(item)
    return rows
