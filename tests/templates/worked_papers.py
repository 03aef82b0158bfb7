"""What the templates of parole, family and so on are filled with: the variables of worked examples.

A template of clemency, or one that clemency uses too, is tried with the people of `people.py`, made by hand.
For the others nobody has to make any: each is filled by the interview itself, for the worked examples.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import people
import worked_examples
from worked_examples import Filled

from unbarred import content
from unbarred.errors import UserError
from unbarred.screens import Field, FieldKind

TEMPLATES = content.templates()
_OF_PEOPLE = ("clemency", "packet", "public-copy")
_OF_ANY_TOPIC = (*people.PAPERS, "instead")
_TYPED = (FieldKind.TEXT, FieldKind.AREA)


@dataclass(frozen=True)
class Worked:
    """A template as an interview filled it, and what was asked for that."""

    filled: Filled
    asked: dict[str, Field]
    """The fields by the names of their variables."""


def is_of_worked_examples(path: Path) -> bool:
    """Say whether a template of ours is tried with worked examples, and not with the people made by hand."""
    if path.parent.name == "any-topic":
        return path.stem.removesuffix("-a4") not in _OF_ANY_TOPIC
    return path.parent.name not in _OF_PEOPLE


def templates() -> list[Path]:
    """Return the templates that are tried with worked examples; of two sizes of one paper, letter size."""
    found = [path for path in sorted(TEMPLATES.rglob("*.docx")) if is_of_worked_examples(path)]
    return [path for path in found if not (path.stem.endswith("-a4") and _letter(path) in found)]


def worked(path: Path) -> Worked | None:
    """Return how the first worked example that has this paper filled it; None if none has."""
    topic = path.parent.name if path.parent.name != "any-topic" else ""
    while path not in _found:
        case = next(_cases(topic), None)
        if case is None:
            return None
        try:
            of_her = worked_examples.made(*case)
        except UserError:
            # An example that fails is told by its own tests.
            continue
        asked = {field.name: field for each in of_her.session.answered() for field in each.screen.inputs}
        for filled in of_her.filled:
            _found.setdefault(_letter(filled.template), Worked(filled, asked))
    return _found[path]


_found: dict[Path, Worked] = {}
"""By the template for letter size."""


@cache
def _cases(topic: str) -> Iterator[tuple[str, str]]:
    """Return an iterator over the worked examples of a topic: each interview in one place, then the next."""
    cases = [case for case in worked_examples.cases() if case[0].startswith(topic)]
    return iter(sorted(cases, key=lambda case: (worked_examples.places(case[0])[::-1].index(case[1]), case)))


def _letter(path: Path) -> Path:
    return path.with_name(f"{path.stem.removesuffix('-a4')}{path.suffix}")
