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
        self._about = (getattr(variables.get("x"), "instanceName", "None"), _items(variables))
        self._sought = (status.sought, status.orig_sought)

    def ask(self, variables: dict[str, Any], old_variables: Any, *about_nothing: Any) -> Any:
        """Return what docassemble's question returns; what it would be about is known here."""
        return self._question.ask(variables, old_variables, *self._about, *self._sought)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._question, name)


def _items(variables: dict[str, Any]) -> list[str]:
    """What stands for `i`, `j` and so on, in docassemble's words for it."""
    found: list[str] = []
    for name in _ITERATORS:
        if name not in variables:
            break
        found.append(repr(variables[name]))
    return found
