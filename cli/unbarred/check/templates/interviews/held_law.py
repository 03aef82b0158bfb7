"""What the law of each place says where a template asks: whether something is there at all.

An interview that says `law = remedy(place, 'clemency/pardon', as_of)` speaks of every place whose
law we hold about that remedy; so what a type leaves open is looked up in all of them.
"""

from __future__ import annotations

import ast
import datetime
from collections.abc import Iterable
from functools import cache, cached_property
from typing import TYPE_CHECKING

from unbarred import law
from unbarred.check.templates.interviews.interview import Interview
from unbarred.errors import ContentError

if TYPE_CHECKING:
    from unbarred.law.remedies import Remedy

_MODULE = "unbarred.law.interview"


class HeldLaw:
    """The law that an interview speaks of, in each place, as of a day."""

    def __init__(self, interview: Interview, day: datetime.date) -> None:
        self._interview = interview
        self._day = day

    def places(self, root: str) -> dict[str, Remedy]:
        """Return what the variable `root` is in each place, by their names; {} if it is no remedy."""
        return self._remedies if root == self._name else {}

    @cached_property
    def _name(self) -> str:
        """The variable that holds the remedy."""
        return self._found[0] if self._found else ""

    @cached_property
    def _found(self) -> tuple[str, str] | None:
        """The variable, and the name of the remedy."""
        if _MODULE not in self._interview.modules:
            return None
        for path, givers in self._interview.by_path.items():
            match givers[0].value:
                case ast.Call(func=ast.Name(id="remedy"), args=[_, ast.Name(id=name), *_]):
                    known = self._interview.values.get(name, [])
                    return (path, str(known[0])) if len(known) == 1 else None
                case ast.Call(func=ast.Name(id="remedy"), args=[_, ast.Constant(value=str(name)), *_]):
                    return path, name
        return None

    @cached_property
    def _remedies(self) -> dict[str, Remedy]:
        return _held(self._found[1], self._day) if self._found else {}


@cache
def _held(name: str, day: datetime.date) -> dict[str, Remedy]:
    try:
        return {place.slug: law.remedy(place.slug, name, day) for place in law.places(name)}
    except ContentError:
        # What is wrong with the law data is told by the check of it.
        return {}


def known_of(remedy: Remedy, root: str, subjects: Iterable[str]) -> dict[str, list[object]]:
    """Return the values of the subjects that are attributes of the remedy, as conditions ask for them."""
    found: dict[str, list[object]] = {}
    for subject in subjects:
        steps = subject.split(".")
        if steps[0] != root or not all(step.isidentifier() for step in steps):
            continue
        value: object = remedy
        for step in steps[1:]:
            value = getattr(value, step, None)
        # Of a text or a number conditions may ask what it is; of anything else only whether it is there.
        found[subject] = [value if value is None or isinstance(value, str | int) else bool(value)]
    return found
