"""The question on the screen, asked once more: texts and rows as they are after something was changed."""

from __future__ import annotations

from typing import Any

_ITERATORS = "ijklmn"


class AskedAgain:
    """Stands for docassemble's question that `status` shows, to be forced about the same things.

    docassemble forces a question as one about nothing in particular; this one knows its items.
    """

    def __init__(self, status: Any, variables: dict[str, Any]) -> None:
        self._question = status.question
        self._about = (getattr(variables.get("x"), "instanceName", "None"), _items(status, variables))
        self._sought = (status.sought, status.orig_sought)

    def ask(self, variables: dict[str, Any], old_variables: Any, *about_nothing: Any) -> Any:
        """Return what docassemble's question returns; what it would be about is known here."""
        return self._question.ask(variables, old_variables, *self._about, *self._sought)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._question, name)


def _items(status: Any, variables: dict[str, Any]) -> list[str]:
    """What stands for `i`, `j` and so on, in docassemble's words for it.

    Of a list that is collected on one screen the row that was last there may be deleted meanwhile.
    """
    collected, row = status.extras.get("list_collect", False), status.extras.get("list_iterator")
    found: list[str] = []
    for name in _ITERATORS:
        if name not in variables:
            break
        item = variables[name]
        if collected is not False and name == row:
            item = min(item, len(collected.elements) - 1)
        found.append(repr(item))
    return found
