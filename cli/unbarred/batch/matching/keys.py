"""The keys of clients: which are there twice, and which rows of their things belong to nobody."""

from __future__ import annotations

import hashlib
import itertools
import re
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from unbarred.batch.clients import RowProblem, Spot
from unbarred.batch.columns.asked import EXAMPLE
from unbarred.batch.intake.tables import Heading, Row
from unbarred.batch.matching.reading import is_whole
from unbarred.batch.matching.sheets import MatchedSheet, value_at
from unbarred.quoting import quoted

_WITH_POINT = re.compile(r"\A(\d+)\.0+\Z")
"""How exports write whole numbers of a column in which something is blank."""
_MOST_COMPARED = 40
"""Keys of nobody for which the nearest client is looked for."""
_ALIKE = 0.6
_LOOK_ALIKE = str.maketrans("oil", "011")
_MOST_SPOTS = 4
"""Places of one key that are named."""
_MOST_NAMED = 10_000
"""Problems with rows of nobody that are kept."""


@dataclass
class SameKey:
    """Clients with one key."""

    count: int = 0
    spots: list[Spot] = field(default_factory=list)
    """Where the first few are."""

    def add(self, spot: Spot) -> None:
        """Take note of another."""
        self.count += 1
        if len(self.spots) < _MOST_SPOTS:
            self.spots.append(spot)


@dataclass(frozen=True)
class Keys:
    """What is known of all keys; none of them is kept as it is written, unless it is there twice."""

    twice: Mapping[int, SameKey] = field(default_factory=dict)
    """By digest: the clients whose key is there more than once."""
    counts: tuple[Mapping[int, int], ...] = ()
    """For each sheet of items: how many rows each client has there, by digest of her key."""
    clients: int | None = None
    """How many rows of clients there are; None if they were not read."""


def text_of(value: object) -> str:
    """Return a key as it is shown: 12.0 is 12."""
    if isinstance(value, float | Decimal) and is_whole(value):
        return str(int(value))
    return " ".join(str(value).split()) if value is not None else ""


def digest_of(key: str) -> int:
    """Return the number by which keys are compared, whatever their capitals and blanks; 12.0 is 12."""
    bare = _WITH_POINT.sub(r"\1", "".join(key.split()).casefold())
    return int.from_bytes(hashlib.blake2b(bare.encode(), digest_size=8).digest(), "big")


def key_at(row: Row, key: Heading | None) -> str:
    """Return the key of a client's row; the row's number where sheets have none."""
    if key is None:
        return str(row.number)
    return text_of(value_at(row, key)) or f"row {row.number}"


def is_example(row: Row, key: Heading | None) -> bool:
    """Say whether the row shows how the sheet is filled in."""
    return key is not None and value_at(row, key) == EXAMPLE


def keys_of(
    clients: Sequence[MatchedSheet], items: Sequence[MatchedSheet]
) -> tuple[Keys, tuple[RowProblem, ...]]:
    """Read the keys of all sheets; return what is known of them, and the rows that belong to nobody.

    Nothing is read where clients are called by their rows and have nothing elsewhere.
    """
    if not items and len(clients) == 1 and clients[0].key is None:
        return Keys(), ()
    there = array("Q", (digest_of(key) for _, _, key in _clients(clients)))
    in_order = array("Q", sorted(there))
    repeated = {one for one, other in itertools.pairwise(in_order) if one == other}
    twice: dict[int, SameKey] = {}
    if repeated:
        for sheet, row, key in _clients(clients):
            if (number := digest_of(key)) in repeated:
                twice.setdefault(number, SameKey()).add(sheet.spot(row, sheet.key))
    counts, lost = _counted(items, in_order)
    return Keys(twice, counts, len(there)), _problems(lost, clients)


def _clients(clients: Sequence[MatchedSheet]) -> Iterator[tuple[MatchedSheet, Row, str]]:
    for sheet in clients:
        for row in sheet.table.rows():
            if not is_example(row, sheet.key):
                yield sheet, row, key_at(row, sheet.key)


def _counted(
    items: Sequence[MatchedSheet], in_order: array[int]
) -> tuple[tuple[Mapping[int, int], ...], list[tuple[Spot, str]]]:
    counts: list[Mapping[int, int]] = []
    lost: list[tuple[Spot, str]] = []
    for sheet in items:
        counted: Counter[int] = Counter()
        for row in sheet.table.rows():
            if is_example(row, sheet.key) or sheet.key is None:
                continue
            key = text_of(value_at(row, sheet.key))
            number = digest_of(key)
            place = bisect_left(in_order, number)
            if key and place < len(in_order) and in_order[place] == number:
                counted[number] += 1
            elif len(lost) < _MOST_NAMED:
                lost.append((sheet.spot(row, sheet.key), key))
        counts.append(counted)
    return tuple(counts), lost


def _problems(lost: Sequence[tuple[Spot, str]], clients: Sequence[MatchedSheet]) -> tuple[RowProblem, ...]:
    if not lost:
        return ()
    wanted = list(dict.fromkeys(key for _, key in lost if key))[:_MOST_COMPARED]
    near = _nearest(wanted, (key for _, _, key in _clients(clients)))
    return tuple(
        RowProblem(
            f"No row of a client has the key {quoted(key)}. {near.get(key, '')}".rstrip()
            if key
            else "This row does not say whose it is: its client is blank, or merged into another cell.",
            spot,
            value=key,
        )
        for spot, key in lost
    )


def _nearest(wanted: Sequence[str], known: Iterator[str]) -> Mapping[str, str]:
    """Return for each key in question the sentence with the nearest one that there is."""
    from difflib import SequenceMatcher

    best: dict[str, tuple[float, str]] = {}
    matchers = {key: SequenceMatcher(None, b=_looks(key), autojunk=False) for key in wanted}
    for there in known:
        bare = _looks(there)
        for key, matcher in matchers.items():
            least = max(_ALIKE, best.get(key, (0.0, ""))[0])
            matcher.set_seq1(bare)
            if matcher.real_quick_ratio() > least and matcher.quick_ratio() > least:
                ratio = matcher.ratio()
                if ratio > least:
                    best[key] = (ratio, there)
    return {key: f"Did you mean {quoted(there)}?" for key, (_, there) in best.items()}


def _looks(key: str) -> str:
    """Return a key in the signs that look like its own."""
    return key.casefold().translate(_LOOK_ALIKE)
