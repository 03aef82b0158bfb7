"""Choices by number, by ranges of numbers, or by first letters."""

from __future__ import annotations

import re

from unbarred.terminal.prose import bare
from unbarred.terminal.view import Option, Pick
from unbarred.terminal.words import choosing, problems

NONE = 0
"""The number that stands for none of the choices."""

_NUMBERS = re.compile(r"\d+(\s*-\s*\d+)?([\s,;]+\d+(\s*-\s*\d+)?)*[\s,;]*")
_RANGE = re.compile(r"(\d+)(?:\s*-\s*(\d+))?")
_MOST_NAMED = 4


class NotChosen(Exception):
    """What was typed does not say which; `message` says what to type."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


def read_choice(pick: Pick, typed: str) -> frozenset[int] | None:
    """Return the numbers that `typed` chooses, or None if it names none of the options at all.

    Raises `NotChosen` where it chooses too many, too few or what is not there.
    """
    text = typed.strip()
    if _NUMBERS.fullmatch(text):
        numbers = _numbers(pick, text)
        if numbers is not None:
            return _checked(pick, numbers)
    parts = re.split(r"[,;]", text) if pick.several else [text]
    found = [_by_letters(pick, part) for part in parts if part.strip()]
    known = [number for number in found if number is not None]
    return _checked(pick, frozenset(known)) if known and len(known) == len(found) else None


def matching(pick: Pick, typed: str) -> frozenset[int]:
    """Return the numbers that `typed` could mean so far; never raises. For marking while she types."""
    try:
        return read_choice(pick, typed) or frozenset()
    except NotChosen:
        return frozenset()


def _numbers(pick: Pick, text: str) -> frozenset[int] | None:
    """The numbers in `text`, or None if it can only be a label such as `2019`."""
    offered = {option.number for option in pick.options}
    wanted: set[int] = set()
    for first, last in _RANGE.findall(text):
        start, end = int(first), int(last or first)
        if max(start, end) > max(offered) and _starting_with(pick, text):
            return None
        if start not in offered or end not in offered:
            raise NotChosen(
                problems.no_such_number(end if start in offered else start, min(offered), max(offered))
            )
        wanted.update(range(min(start, end), max(start, end) + 1))
    return frozenset(wanted & offered)


def _checked(pick: Pick, numbers: frozenset[int]) -> frozenset[int]:
    if not pick.several and len(numbers) > 1:
        raise NotChosen(problems.only_one())
    if NONE in numbers and len(numbers) > 1:
        raise NotChosen(problems.none_or_some())
    if pick.everything in numbers and len(numbers) > 1:
        raise NotChosen(choosing.all_or_some())
    return numbers


def _by_letters(pick: Pick, part: str) -> int | None:
    close = _starting_with(pick, part)
    if pick.other is not None and close:
        return _meant(pick, pick.other, part, close)
    if len(close) > 1:
        named = ", ".join(bare(option.label) for option in close[:_MOST_NAMED])
        raise NotChosen(problems.several_match(part.strip(), len(close), named, len(close) > _MOST_NAMED))
    return close[0].number if close else None


def _meant(pick: Pick, other: int, part: str, close: list[Option]) -> int | None:
    """Where words of her own are taken, the beginning of a choice may be either; a word inside it is hers."""
    start = " ".join(part.split())
    first = close[0]
    if bare(first.label).casefold() == start.casefold():
        return first.number
    near = [each for each in close if bare(each.label).casefold().startswith(start.casefold())]
    if near and near[0].number == other:
        return other
    if near:
        raise NotChosen(choosing.near_a_choice(start, near[0].number, bare(near[0].label), other))
    return None


def _starting_with(pick: Pick, part: str) -> list[Option]:
    """The options whose label is `part`, else starts with it, else has a word that does."""
    start = " ".join(part.split()).casefold()
    labels = [(option, bare(option.label).casefold()) for option in pick.options]
    exact = [option for option, label in labels if label == start]
    front = [option for option, label in labels if label.startswith(start)]
    return exact or front or [option for option, label in labels if f" {start}" in label]
