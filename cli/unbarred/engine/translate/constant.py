"""Fields that are the same whenever their question is asked: they are bound once, and kept with it.

Most questions are so. What bears on such fields is what their variables are called on this screen,
what those hold already, and the language; everything else an author wrote down as it is shown.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from unbarred.engine.translate.binding import Binding
from unbarred.engine.translate.language import language_of
from unbarred.engine.translate.names import author_name, full_name

_TYPES = frozenset("fields settrue yesno noyes yesnomaybe noyesmaybe".split())
"""Question types whose fields are as they are written. Choices that are buttons may be questions."""

_MOST = 100
"""Bindings kept of one question: a list of so many items has one for each."""

_FIXED = (str, int, float, bool, type(None))


def bound_once(
    status: Any, variables: dict[str, Any], row: int | None, bind: Callable[[], list[Binding]]
) -> list[Binding]:
    """Return what `bind` gives for the question of `status`, asking it only once."""
    question = status.question
    if row is not None or not _is_constant(question):
        return bind()
    named = (author_name(each.saveas) for each in question.fields if hasattr(each, "saveas"))
    names = tuple(full_name(name, question, variables) for name in named)
    held = tuple(status.defaults.items())
    if not all(type(value) in _FIXED for _, value in held):
        return bind()
    known = vars(question).setdefault("unbarred_bound", {})
    # True and 1 are the same key, and not the same answer.
    key = (names, held, tuple(type(value) for _, value in held), language_of(question))
    found = known.get(key)
    if found is None:
        if len(known) >= _MOST:
            known.clear()
        found = known[key] = bind()
    return list(found)


def _is_constant(question: Any) -> bool:
    known: bool | None = vars(question).get("unbarred_is_constant")
    if known is None:
        known = (
            question.question_type in _TYPES
            and not hasattr(question, "list_collect")
            and all(_is_fixed(vars(each)) for each in question.fields)
        )
        question.unbarred_is_constant = known
    return known


def _is_fixed(written: Any) -> bool:
    """Say whether there is neither code nor Mako nor a translation in what an author wrote."""
    from docassemble.base.parse import TextObject

    if isinstance(written, TextObject):
        return not (written.uses_mako or written.other_lang)
    if isinstance(written, dict):
        return all(_is_fixed(each) for each in written.values())
    if isinstance(written, list | tuple):
        return all(_is_fixed(each) for each in written)
    return isinstance(written, _FIXED)
