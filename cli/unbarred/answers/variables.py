"""Makes the variables of a template from an answer set: single answers become things and lists."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, field

from unbarred.answers.answer_set import AnswerSet
from unbarred.answers.entries import FaultyAnswers
from unbarred.answers.path import AnswerPath, Attribute
from unbarred.answers.things import (
    LIST_ONLY,
    PARTS_OF_A_NAME,
    PARTS_OF_AN_ADDRESS,
    Address,
    Listed,
    Name,
    Thing,
)
from unbarred.errors import Where

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_DEEPEST = 20


@dataclass
class _Node:
    """What is known of one thing: its own value, or what its attributes, items and entries are."""

    path: str
    value: object = None
    is_answered: bool = False
    attributes: dict[str, _Node] = field(default_factory=dict)
    items: dict[int, _Node] = field(default_factory=dict)
    entries: dict[str, _Node] = field(default_factory=dict)


def variables(answers: AnswerSet, source: str) -> dict[str, object]:
    """Return the variables that `answers` give a template, by name.

    A text that is written like `2026-11-21` and is a day becomes one; an empty text
    is None, which is what was left for later; every other answer stays as it was read. Raises
    `FaultyAnswers`, which says `source`, for answers that cannot stand together:
    `name` and `name.first`, or a list without its second item.
    """
    builder = _Builder(answers, source)
    for name, value in answers.answers.items():
        builder.add(name, value)
    return builder.build()


class _Builder:
    def __init__(self, answers: AnswerSet, source: str) -> None:
        self._answers, self._source = answers, source
        self._roots: dict[str, _Node] = {}
        self._faults: list[tuple[Where, str]] = []

    def add(self, name: str, value: object) -> None:
        path = AnswerPath.parse(name)
        node = self._roots.setdefault(path.root, _Node(path.root))
        if len(path.steps) > _DEEPEST:
            self._faults.append((self._place(name), f"An answer's name has at most {_DEEPEST} parts."))
            return
        for step in path.steps:
            if isinstance(step, Attribute):
                node = node.attributes.setdefault(step.name, _Node(f"{node.path}.{step.name}"))
            elif isinstance(step.key, int):
                node = node.items.setdefault(step.key, _Node(f"{node.path}[{step.key}]"))
            else:
                node = node.entries.setdefault(step.key, _Node(f"{node.path}[{step.key!r}]"))
        node.value, node.is_answered = value, True

    def build(self) -> dict[str, object]:
        built = {name: self._built(node) for name, node in self._roots.items()}
        if self._faults:
            raise FaultyAnswers(self._source, self._faults)
        return built

    def _built(self, node: _Node) -> object:
        if node.is_answered:
            if node.attributes or node.items or node.entries:
                self._fault(node, f"{node.path} is answered itself, so nothing in it can be.")
            return _value(node.value)
        attributes = {name: self._built(each) for name, each in node.attributes.items()}
        if node.entries:
            if attributes or node.items:
                self._fault(node, f"{node.path} is a table in one answer and something else in another.")
            return {key: self._built(each) for key, each in node.entries.items()}
        if node.items or (attributes and attributes.keys() <= LIST_ONLY):
            return Listed(self._items(node), attributes)
        return _kind(node)(attributes)

    def _items(self, node: _Node) -> list[object]:
        missing = next((number for number in range(len(node.items)) if number not in node.items), None)
        if missing is not None:
            self._fault(node, f"{node.path}[{missing}] is missing, but a later one is there.")
        return [self._built(node.items[number]) for number in sorted(node.items)]

    def _fault(self, node: _Node, message: str) -> None:
        below = (name for name in self._answers.answers if name.startswith(node.path))
        self._faults.append((self._place(next(below, "")), message))

    def _place(self, name: str) -> Where:
        return self._answers.where(name) or Where(self._source)


def _kind(node: _Node) -> type[Thing]:
    """Return what a thing is, by its name and the names of its parts."""
    parts = node.attributes.keys()
    if node.path.endswith(".name") and parts <= PARTS_OF_A_NAME:
        return Name
    if node.path.rpartition(".")[2].endswith("address") and parts <= PARTS_OF_AN_ADDRESS:
        return Address
    return Thing


def _value(value: object) -> object:
    if value == "":
        return None
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            return datetime.date.fromisoformat(value)
        except ValueError:
            return value
    return value
