"""Choices without a variable of their own: each leads to code or to another question of the interview."""

from __future__ import annotations

from typing import Any

from unbarred.engine.translate.binding import Buttons, Press
from unbarred.engine.translate.names import bare
from unbarred.screens import Choice, Field, FieldKind

LEAVING = frozenset({"exit", "leave", "logout", "exit_logout"})
"""What ends the sitting at once."""

AT_ONCE = LEAVING | {"restart", "new_session"}
"""What docassemble does before anything else is looked at."""


def has_buttons(status: Any) -> bool:
    """Say whether the question's choices have no variable."""
    question = status.question
    return question.question_type == "multiple_choice" and not hasattr(question.fields[0], "saveas")


def only_leave(status: Any) -> bool:
    """Say whether every button leaves or begins again: then there is nothing to choose for the papers."""
    kinds = {_kind(pair.get("key")) for pair in _pairs(status)}
    return kinds <= AT_ONCE | {"refresh", "signin", "register", "interview_exit"}


def beginning_again(status: Any) -> list[str]:
    """Return the labels of the buttons that begin the interview again."""
    return [str(pair["label"]) for pair in _pairs(status) if _kind(pair.get("key")) in AT_ONCE - LEAVING]


def leads_to(status: Any) -> str:
    """Return the address of the first button that leaves for one; "" if none does."""
    targets = [pair.get("key") for pair in _pairs(status)]
    contents = [target.content for target in targets if _kind(target) in LEAVING]
    # What code would make of an address is not known before the button is pressed.
    plain = (text.original_text.strip() for text in contents if not text.uses_mako)
    return next((text for text in plain if text), "")


def buttons(status: Any, variables: dict[str, Any]) -> Buttons:
    """Return the choice that the buttons are.

    A choice goes by its words, so that one that is put between the others later
    does not change what was chosen.
    """
    question = status.question
    known = [choice.get("key") for choice in question.fields[0].choices]
    offered: list[Choice] = []
    presses: dict[str, Press] = {}
    for pair in _pairs(status):
        value = _unused(bare(pair["label"]), presses)
        target = pair.get("key")
        number = next((place for place, key in enumerate(known) if key is target), len(presses))
        kind = _kind(target)
        sets = question.fields[0].extras.get("continue button field", "") if kind == "continue" else ""
        presses[value] = Press(number, target if kind in AT_ONCE else None, sets, kind == "refresh")
        offered.append(Choice(value, str(pair["label"]), str(pair.get("help") or "")))
    name = f"chosen[{question.name!r}]"
    made = Field(name, FieldKind.ONE_OF, choices=tuple(offered))
    return Buttons(made, question.extended_question_name(variables), presses)


def _pairs(status: Any) -> list[Any]:
    return list(status.selectcompute[status.question.fields[0].number])


def _kind(target: Any) -> str:
    return str(getattr(target, "question_type", ""))


def _unused(words: str, taken: dict[str, Press]) -> str:
    value, count = words or "…", 2
    while value in taken:
        value, count = f"{words} ({count})", count + 1
    return value
