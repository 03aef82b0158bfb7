"""How near a heading is to what the interview asks, by the meaning of the words they share."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from unbarred.batch.columns.asked import Column, Repeated
from unbarred.batch.intake.tables import CellValue
from unbarred.batch.proposing.heading_words import meanings

_NAME = frozenset({"name"})
_BOTH = frozenset({"first", "last"})


@dataclass(frozen=True)
class Candidate:
    """An answer that a column may be."""

    name: str
    score: float
    why: str
    is_likely: bool


@dataclass(frozen=True)
class _Known:
    column: Column
    ways: tuple[frozenset[str], ...]
    """What its label, or its question if it has none, and its variable mean."""
    all: frozenset[str]
    """What all its words mean, with those of its question and of the list it belongs to."""
    telling: frozenset[str] | None = None
    """Of a thing that clients have several of: words, one of which a heading among clients must have."""


class Nearness:
    """The columns of one sheet; in a sheet of clients also those of the things they have."""

    LIKELY = 0.72
    GUESS = 0.45

    def __init__(self, columns: Sequence[Column], repeated: Sequence[Repeated]) -> None:
        self._known = [_known(each, "") for each in columns]
        taken = frozenset().union(*(_short(each) for each in columns))
        for one in repeated:
            known = [_known(each, one.stem) for each in one.columns]
            self._known += [replace(each, telling=(each.all - taken) | meanings(one.stem)) for each in known]
            taken = taken.union(*(_short(each) for each in one.columns))
        counts = Counter(word for each in self._known for word in each.all)
        self._weights = {word: 1 / (1 + math.log(count)) for word, count in counts.items()}
        self._columns = columns

    def of(self, heading: str) -> Iterator[tuple[Column, float, frozenset[str]]]:
        """Yield the columns that share words with `heading`: how near they are, 0 to 1, and the words."""
        words = meanings(heading)
        if words == _NAME and len(self._persons()) == 1:
            # Of everything that has a name it is the person whom the row is about: see `full_names`.
            return
        for each in self._known:
            shared = words & each.all
            if shared and (each.telling is None or shared & each.telling):
                told = self._weight(shared) / self._weight(words)
                meant = max((self._weight(words & way) / self._weight(way) for way in each.ways), default=0)
                yield each.column, 0.6 * told + 0.4 * meant, shared

    def full_names(self, heading: str, values: Sequence[CellValue]) -> Iterator[Candidate]:
        """Yield the person whose full name the column may hold: its answers are the parts of a name."""
        words = meanings(heading)
        if words not in (_NAME, _NAME | _BOTH):
            return
        stems = self._persons()
        whole = [
            value for value in values if isinstance(value, str) and len(value.replace(",", " ").split()) > 1
        ]
        if len(stems) == 1 and len(whole) * 2 > len(values):
            yield Candidate(stems[0], 0.95, "its values are first and last names in one", is_likely=True)

    def _persons(self) -> list[str]:
        """Return the names, as variables, of those who are asked for the parts of theirs."""
        return [
            each.name.removesuffix(".first") for each in self._columns if each.name.endswith(".name.first")
        ]

    def _weight(self, words: frozenset[str]) -> float:
        # A word that no question has counts as much as the rarest.
        return sum(self._weights.get(word, 1.0) for word in words)


def _short(column: Column) -> frozenset[str]:
    """What the label and the variable mean."""
    return meanings(column.label) | _of_name(column)


def _of_name(column: Column) -> frozenset[str]:
    return meanings(column.name.replace("[i]", " ").replace("[j]", " ").replace(".", " "))


def _known(column: Column, stem: str) -> _Known:
    of_name, of_list = _of_name(column), meanings(stem)
    of_question = meanings(column.question)
    said = meanings(column.label) or of_question
    everything = said | of_name | of_question | meanings(column.heading) | of_list
    ways = tuple(way for way in (said, of_name - of_list) if way)
    return _Known(column, ways, everything)
