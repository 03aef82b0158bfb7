"""Answers by name, given to the screens that ask for them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Mapping

from unbarred.screens import Field, Problem, Refused, Screen, Submission, read_field, read_submission

_LIST_QUESTIONS = ("there_are_any", "there_is_another")
"""docassemble's own questions about a list."""

_ITEM = re.compile(r"\[(\d+)\]")

Careful = Callable[[Field, object], "object | Problem"]
"""Looks at what is given for a field before the field's own reading: returns what is to be read, or
why that is not clear."""


def is_of_list(name: str) -> bool:
    """Say whether `name` is one of docassemble's own questions about a list."""
    return name.rpartition(".")[2] in _LIST_QUESTIONS


class Supply:
    """The answers of a set, and which of them were asked for.

    `careful` is asked about every answer first. With `blank_if_missing`, an answer that is not in the set
    is left for later. A set that `is_whole` has all items of each list; another says nothing of a list of
    which it has no item, nor of what comes after an item that it does not have.
    """

    def __init__(
        self,
        answers: Mapping[str, object],
        as_of: datetime.date,
        careful: Careful | None = None,
        *,
        blank_if_missing: bool = False,
        is_whole: bool = True,
    ) -> None:
        self.answers = answers
        self._as_of = as_of
        self._careful = careful
        self._blank_if_missing = blank_if_missing
        self._is_whole = is_whole
        self._asked: set[str] = set()
        self._items_given = _Items(answers)
        self._items_asked = _Items()

    @property
    def asked(self) -> frozenset[str]:
        """The names that screens asked for so far."""
        return frozenset(self._asked)

    def note(self, screen: Screen) -> None:
        """Take note that `screen` was asked."""
        for field in screen.inputs:
            self._asked.add(field.name)
            self._items_asked.add(field.name)

    def read(self, screen: Screen) -> tuple[Submission, tuple[Problem, ...]]:
        """Return the answers to `screen` that are right, and the problems with the others."""
        given = {field.name: self._value(field) for field in screen.inputs if self._has(field)}
        self.note(screen)
        unclear = self._look_at(screen, given) if self._careful else {}
        try:
            read_all = read_submission(screen, given, as_of=self._as_of)
            return read_all, tuple(unclear.values())
        except Refused as refused:
            others = [problem for problem in refused.problems if problem.field not in unclear]
            problems = (*unclear.values(), *others)
            wrong = {problem.field for problem in problems}
            fields = {field.name: field for field in screen.inputs}
            read = {
                name: read_field(fields[name], raw, as_of=self._as_of)
                for name, raw in given.items()
                if name not in wrong
            }
            right = {name: value for name, value in read.items() if not isinstance(value, Problem)}
            return right, problems

    def _look_at(self, screen: Screen, given: dict[str, object]) -> dict[str, Problem]:
        """Put what is clear in place of what is given; take out the rest, and return why."""
        assert self._careful is not None
        unclear: dict[str, Problem] = {}
        for field in screen.inputs:
            if field.name not in given:
                continue
            clear = self._careful(field, given[field.name])
            if isinstance(clear, Problem):
                unclear[field.name] = clear
                del given[field.name]
            else:
                given[field.name] = clear
        return unclear

    def _has(self, field: Field) -> bool:
        if self._blank_if_missing or field.name in self.answers:
            return True
        if not is_of_list(field.name):
            return False
        return self._is_whole or self._knows_list(field.name)

    def _knows_list(self, name: str) -> bool:
        """Say whether the items of the set answer a question about a list: not where she has added others."""
        stem = name.rpartition(".")[0]
        given = self._items_given.of(stem)
        return bool(given) and self._items_asked.of(stem) <= given

    def _value(self, field: Field) -> object:
        """What the set says. A list's own questions are answered by how many items it has."""
        stem, _, last = field.name.rpartition(".")
        in_file = self._items_given.of(stem)
        if last == "there_is_another":
            return bool(in_file - self._items_asked.of(stem))
        if last == "there_are_any" and field.name not in self.answers:
            return bool(in_file)
        return self.answers.get(field.name)


class _Items:
    """Which items of which lists occur in names: of `children[1].visits[0].day`, 1 and 0."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        self._numbers: dict[str, set[int]] = {}
        for name in names:
            self.add(name)

    def add(self, name: str) -> None:
        """Take note of the items that `name` speaks of."""
        for found in _ITEM.finditer(name) if "[" in name else ():
            self._numbers.setdefault(name[: found.start()], set()).add(int(found[1]))

    def of(self, stem: str) -> set[int]:
        """Return the numbers of the items of the list `stem`."""
        return self._numbers.get(stem, set())
