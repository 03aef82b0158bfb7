"""Names of answers without the numbers of items: `children[0].age` is `children[i].age`."""

from __future__ import annotations

import re
from itertools import count

from unbarred.answers.path import AnswerPath, Item

_NUMBER = re.compile(r"\[(\d+)\]")
_ITEM = re.compile(r"\[[i-n]\]")
_LETTERS = "ijklmn"
"""docassemble's own, for things within things; deeper ones have none."""

_LIST_QUESTIONS = frozenset({"there_are_any", "there_is_another"})
"""docassemble's questions about a list: how many rows there are answers them."""


def without_numbers(name: str) -> str:
    """Return `name` with docassemble's letters in place of the numbers of items."""
    depth = count()
    return _NUMBER.sub(lambda _: f"[{_LETTERS[min(next(depth), len(_LETTERS) - 1)]}]", name)


def stem_of(name: str) -> str:
    """Return the innermost list that `name`, without numbers, speaks of; "" if it speaks of none."""
    items = list(_ITEM.finditer(name))
    return name[: items[-1].start()] if items else ""


def item_of(name: str) -> str:
    """Return the innermost item that `name`, with its numbers, speaks of: `children[0]`; "" if of none."""
    items = list(_NUMBER.finditer(name))
    return name[: items[-1].end()] if items else ""


def keys_in(name: str) -> tuple[str, ...]:
    """Return the keys of dictionaries in `name`: of `told['age']`, `age`."""
    try:
        steps = AnswerPath.parse(_ITEM.sub("[0]", name)).steps
    except ValueError:
        return ()
    return tuple(step.key for step in steps if isinstance(step, Item) and isinstance(step.key, str))


def is_about_a_list(name: str) -> bool:
    """Say whether `name` is a question about a list itself, which no column answers."""
    return name.rpartition(".")[2] in _LIST_QUESTIONS
