"""Fields that are the same whenever their question is asked: they are bound once, and kept with it.

Most questions are so. What bears on such fields is what their variables are called on this screen,
what those hold already, the language, and the limits and hints that are worked out for the day or
the place; everything else an author wrote down as it is shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from unbarred.engine.translate.binding import Binding, Translated
from unbarred.engine.translate.language import language_of
from unbarred.engine.translate.names import author_name, full_name

T = TypeVar("T")

_TYPES = frozenset("fields settrue yesno noyes yesnomaybe noyesmaybe".split())
"""Question types whose fields are as they are written. Choices that are buttons may be questions."""

_MORE = ("list_collect", "review_saveas", "fields_saveas")
"""What has variables besides those of the fields."""

_MOST = 32
"""Bindings kept of one question: a list of so many items has one for each."""

_FIXED = (str, int, float, bool, type(None))

_LIMITS = ("min", "max")
"""What may be worked out, and is no answer of hers: a day as of which she asks, an example for the place."""


def bound_once(
    status: Any, variables: dict[str, Any], row: int | None, bind: Callable[[], list[Binding]]
) -> list[Binding]:
    """Return what `bind` gives for the question of `status`, asking it only once."""
    if row is not None:
        return bind()
    return list(_made_once(status, variables, "unbarred_bound", bind))


def translated_once(status: Any, variables: dict[str, Any], make: Callable[[], Translated]) -> Translated:
    """Return the screen without words that `make` makes of the question of `status`, making it only once."""
    return _made_once(status, variables, "unbarred_translated", make)


def _made_once(status: Any, variables: dict[str, Any], kept_as: str, make: Callable[[], T]) -> T:
    question = status.question
    may_differ: tuple[Any, ...] | None = ()
    if not is_constant(question):
        may_differ = _offered(status) if _differs_by_offer(question) else None
    if may_differ is None:
        return make()
    named = (author_name(each.saveas) for each in question.fields if hasattr(each, "saveas"))
    names = tuple(full_name(name, question, variables) for name in named)
    held = tuple(status.defaults.items())
    if not all(type(value) in _FIXED for _, value in held):
        return make()
    known: dict[Any, T] = vars(question).setdefault(kept_as, {})
    # True and 1 are the same key, and not the same answer.
    types = tuple(type(value) for _, value in held)
    key = (names, held, types, language_of(question), *_worked_out(status), *may_differ)
    found = known.get(key)
    if found is None:
        if len(known) >= _MOST:
            known.clear()
        found = known[key] = make()
    return found


def _worked_out(status: Any) -> Iterator[tuple[Any, ...]]:
    yield tuple(status.hints.items())
    for name in _LIMITS:
        if name in status.extras:
            yield (name, *status.extras[name].items())


def _offered(status: Any) -> tuple[Any, ...] | None:
    """Return the labels and the choices of a question; None if a choice is more than words."""
    pairs = [(number, pair) for number, offered in status.selectcompute.items() for pair in offered]
    if not all(type(each) in _FIXED for _, pair in pairs for each in pair.values()):
        return None
    choices = tuple((number, *((name, repr(each)) for name, each in pair.items())) for number, pair in pairs)
    return (*status.labels.items(), *choices)


def is_constant(question: Any) -> bool:
    """Say whether a question's fields are the same whenever it is asked, but for limits and hints."""
    known: bool | None = vars(question).get("unbarred_is_constant")
    if known is None:
        known = (
            question.question_type in _TYPES
            and not any(hasattr(question, name) for name in _MORE)
            and all(_is_constant_field(vars(each)) for each in question.fields)
        )
        question.unbarred_is_constant = known
    return known


def _differs_by_offer(question: Any) -> bool:
    """Say whether a question would be constant but for its labels and for choices that are worked out."""
    known: bool | None = vars(question).get("unbarred_differs_by_offer")
    if known is None:
        known = (
            question.question_type == "fields"
            and not any(hasattr(question, name) for name in _MORE)
            and all(_differs_so(vars(each)) for each in question.fields)
        )
        question.unbarred_differs_by_offer = known
    return known


def _differs_so(written: dict[str, Any]) -> bool:
    if str(written.get("datatype", "")).startswith("object"):
        # What is chosen is then a thing of this client's.
        return False
    others = {name: each for name, each in written.items() if name not in ("label", "selections")}
    return _is_constant_field(others) and _is_fixed(written.get("label"), mako=True)


def _is_constant_field(written: dict[str, Any]) -> bool:
    extras = written.get("extras", {})
    others = {name: each for name, each in written.items() if name not in ("extras", "hint")}
    others |= {name: each for name, each in extras.items() if name not in _LIMITS}
    may_change = [written.get("hint"), *(extras.get(name) for name in _LIMITS)]
    return _is_fixed(others) and all(_is_fixed(each, mako=True) for each in may_change)


def _is_fixed(written: Any, *, mako: bool = False) -> bool:
    """Say whether there is no code and no translation in what an author wrote, nor Mako, if it may not be."""
    from docassemble.base.parse import TextObject

    if isinstance(written, TextObject):
        return not written.other_lang and (mako or not written.uses_mako)
    if isinstance(written, dict):
        return all(_is_fixed(each) for each in written.values())
    if isinstance(written, list | tuple):
        return all(_is_fixed(each) for each in written)
    return isinstance(written, _FIXED)
