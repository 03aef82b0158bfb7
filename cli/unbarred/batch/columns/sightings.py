"""What was seen on all paths of an interview: each answer it asked for, in the order it asks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from unbarred.batch.columns import naming
from unbarred.batch.columns.wording import common, paragraphs, plain
from unbarred.screens import Choice, Field, FieldKind, Limit, Problem, Screen, read_field
from unbarred.walking import Ended, Path

_LONGEST_LISTS = 400
"""More choices than these, which no drop-down is good for, are no news."""


@dataclass
class Sighting:
    """One answer, as all its questions so far ask for it."""

    name: str
    """Without numbers."""
    screen: str
    """The screen that asked first; items of a list counted as one."""
    asked: Field
    question: str
    label: str
    hint: str
    help: str
    section: str
    required: bool
    minimum: Limit | None
    """None where limits hang on what was answered before."""
    maximum: Limit | None
    choices: dict[str, str] = field(default_factory=dict)
    """What is to be written for each value."""


class Sightings:
    """Takes note of paths."""

    def __init__(self) -> None:
        self.found: dict[str, Sighting] = {}
        self._order: list[str] = []
        self._complete: list[dict[str, set[str]]] = []
        """Of each path to papers: what was asked, by item; under "" what is about none."""
        self._exits: list[dict[str, set[str]]] = []

    def take(self, path: Path) -> bool:
        """Take note of a path; say whether it brought anything new."""
        before = self._extent()
        screens = [step.screen for step in path.steps]
        if path.failure is not None and path.last is not None:
            screens.append(path.last)
        names: dict[str, None] = {}
        typed = _typed(path)
        for screen in screens:
            for each in screen.inputs:
                # What is kept under words that somebody typed has no name before she typed them.
                if not naming.is_about_a_list(each.name) and typed.isdisjoint(naming.keys_in(each.name)):
                    self._see(screen, each)
                    names[naming.without_numbers(each.name)] = None
        self._put_in_order(list(names))
        if path.ended in (Ended.END, Ended.EXIT):
            asked: dict[str, set[str]] = {"": set()}
            for name in path.answers:
                asked.setdefault(naming.item_of(name), set()).add(naming.without_numbers(name))
            (self._complete if path.ended is Ended.END else self._exits).append(asked)
        return self._extent() > before

    def in_order(self) -> list[Sighting]:
        """Return all that was seen, in the order of the interview."""
        return [self.found[name] for name in self._order]

    def is_always_asked(self, name: str) -> bool:
        """Say whether each complete path asked for `name`: if it is about items, for each item there was."""
        stem = naming.stem_of(name)
        asked = [
            names
            for path in self._complete or self._exits
            for item, names in path.items()
            if naming.stem_of(naming.without_numbers(item)) == stem
        ]
        return bool(asked) and all(name in names for names in asked)

    def _extent(self) -> tuple[int, int]:
        choices = sum(min(len(each.choices), _LONGEST_LISTS) for each in self.found.values())
        return len(self.found), choices

    def _see(self, screen: Screen, asked: Field) -> None:
        name = naming.without_numbers(asked.name)
        question, label = plain(screen.heading), plain(asked.label)
        known = self.found.get(name)
        if known is None:
            known = self.found[name] = Sighting(
                name,
                naming.without_numbers(screen.id),
                asked,
                question,
                label,
                plain(asked.hint),
                _help(screen, asked),
                plain(screen.section.title) if screen.section else "",
                not asked.may_be_left,
                asked.minimum,
                asked.maximum,
            )
        elif naming.without_numbers(screen.id) == known.screen:
            known.question = common(known.question, question)
            known.label = common(known.label, label)
        known.minimum = known.minimum if known.minimum == asked.minimum else None
        known.maximum = known.maximum if known.maximum == asked.maximum else None
        known.required = known.required or not asked.may_be_left
        if asked.kind is FieldKind.TEXT and known.asked.kind is FieldKind.ONE_OF:
            # One of several ways to give one answer takes any words.
            known.asked = asked
        for choice in asked.choices:
            known.choices.setdefault(choice.value, _written(asked, choice))

    def _put_in_order(self, names: list[str]) -> None:
        """Put names that are new before the one that came next on this path, else after the one before."""
        places = set(self._order)
        for index, name in enumerate(names):
            if name in places:
                continue
            after = next((each for each in names[index + 1 :] if each in places), None)
            before = names[index - 1] if index else None
            place = self._order.index(before) + 1 if before is not None else 0
            if after is not None:
                place = max(place, self._order.index(after))
            elif before is None:
                place = len(self._order)
            self._order.insert(place, name)
            places.add(name)


def _typed(path: Path) -> set[str]:
    """Return the texts that were typed on a path, not chosen."""
    texts = (FieldKind.TEXT, FieldKind.AREA)
    given = [(step.screen, step.given) for step in path.steps]
    if path.last is not None:
        given.append((path.last, path.tried))
    return {
        value
        for screen, answers in given
        for field in screen.inputs
        if (field.kind in texts or field.takes_other)
        and isinstance(value := answers.get(field.name), str)
        and value not in {each.value for each in field.choices}
    }


def _help(screen: Screen, asked: Field) -> str:
    texts = [asked.help, screen.text, screen.under, *screen.help]
    # A word is explained where it stands.
    around = " ".join([screen.heading, asked.label, *texts]).casefold()
    words = [f"{term}: {said}" for term, said in screen.terms.items() if f"{{{term}}}" in around]
    return "\n".join(each for each in map(paragraphs, _once([*texts, *words])) if each)


def _once(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(texts))


def _written(asked: Field, choice: Choice) -> str:
    """Return what a cell says for a choice: its label, or its value where the label alone does not say it."""
    label = plain(choice.label)
    wanted = (choice.value,) if asked.kind is FieldKind.SOME_OF else choice.value
    for words in (label, choice.value):
        if ";" in words and asked.kind is FieldKind.SOME_OF:
            continue
        read = read_field(asked, words) if words else None
        if not isinstance(read, Problem) and read == wanted:
            return words
    return label or choice.value
