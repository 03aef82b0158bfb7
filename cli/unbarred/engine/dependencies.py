"""What an interview forgets where an answer changes: its author's `depends on`."""

from __future__ import annotations

import re
from ast import literal_eval
from collections.abc import Iterator
from typing import Any

from unbarred.answers.path import AnswerPath
from unbarred.engine.assign import lookup

_ITERATOR = re.compile(r"\\\[([ijklmn])\\\]")
_GENERIC = re.compile(r"x(?=\\\.|\\\[)")


def forget(interview: Any, variables: dict[str, Any], name: str) -> None:
    """Forget what depends on the variable `name`, as if it had changed.

    An author says what depends on `kids[i].age`, not on `kids[0].age`: the items are then those of `name`.
    """
    if name in interview.invalidation_todo:
        interview.invalidate_dependencies(name, variables, {}, force=True)
    for general, items in _general(interview.invalidation_todo, name):
        for iterator, item in items.items():
            variables[iterator] = (
                lookup(variables, AnswerPath.parse(item)) if iterator == "x" else literal_eval(item)
            )
        interview.invalidate_dependencies(general, variables, {}, force=True)


def _general(known: Any, name: str) -> Iterator[tuple[str, dict[str, str]]]:
    """The names of an author that can mean `name`, and what stands for `x`, `i`, `j` and so on then."""
    for each in list(known):
        pattern = _ITERATOR.sub(r"\\[(?P<\1>[^\\[\\]]+)\\]", re.escape(each))
        pattern = _GENERIC.sub("(?P<x>.+)", pattern) if each.startswith("x") else pattern
        try:
            found = re.fullmatch(pattern, name)
        except re.error:
            # The same iterator twice in one name: that means nothing to docassemble either.
            continue
        if found and found.groupdict():
            yield each, found.groupdict()
