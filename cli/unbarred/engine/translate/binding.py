"""A field of ours and what docassemble wants set for it."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from unbarred.screens import Action, Field, Screen

NOTHING_TO_CHOOSE: Final[Any] = object()
"""What is given to a field whose choices are none."""


@dataclass(frozen=True)
class Binding:
    """One field of a screen, and how its answer becomes a variable."""

    field: Field
    saveas: str
    """The variable as the author wrote it, with its iterators, as `depends on` names it."""
    datatype: str = "text"
    keys: Mapping[str, Any] = dataclasses.field(default_factory=dict)
    """For choices: docassemble's own key, or the object, by our choice value."""
    inverted: bool = False
    """`noyes`: the variable is true where the person says no."""
    input_type: str = ""
    """docassemble's `input type`, such as `radio`, which decides what a script in a browser sees."""
    blank_is_no: bool = False
    """A box to tick: left blank, it is no."""
    is_given: bool = False
    """The person is not asked: a continue button sets it, or it is hidden with a value of its own."""
    given: Any = True
    """What is set where `is_given`."""
    check: Any = None
    """The author's function that accepts or refuses the value (`validate`), compiled."""
    parameters: Mapping[str, Any] = dataclasses.field(default_factory=dict)
    """For an interview's own datatype: what its author gave along."""

    @property
    def name(self) -> str:
        """The variable's full name, iterators replaced."""
        return self.field.name


@dataclass(frozen=True)
class Press:
    """What a button without a variable does: the number docassemble knows it by, or a place to leave for."""

    number: int
    leads_to: Any = None
    """docassemble's own question that ends or restarts the interview at once, or None."""
    sets: str = ""
    """The variable that a `continue` button sets."""
    only_refreshes: bool = False
    """It changes nothing: the screen is looked at anew."""


@dataclass(frozen=True)
class Buttons:
    """Choices that have no variable: docassemble keeps the one pressed under the question's name."""

    field: Field
    question: str
    presses: Mapping[str, Press]


@dataclass(frozen=True)
class Row:
    """One row of a list that docassemble collects on one screen, and we row by row."""

    list_name: str
    number: int
    count: int
    """How many rows there are without one more."""
    more: Field | None
    """Asks whether there is another row; None where none can be added after this one."""

    def is_last(self, wants_more: bool) -> bool:
        """Say whether the list is complete with this row."""
        return self.number + 1 >= self.count and not wants_more


@dataclass(frozen=True)
class Translated:
    """A screen, and how to give its answers to docassemble."""

    screen: Screen
    bindings: tuple[Binding, ...] = ()
    buttons: Buttons | None = None
    row: Row | None = None

    def action(self, wanted: Action) -> Action | None:
        """Return the screen's own action that `wanted` is, or None if it offers no such one."""
        same = (each for each in self.screen.actions if each.name == wanted.name)
        return next((each for each in same if each.arguments == wanted.arguments), None)
