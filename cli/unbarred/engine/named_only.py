"""Gives a text of an interview those variables that it names, not all seven hundred.

Mako copies whatever it is given five times before it prints a word.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

_LOOKING_AROUND = frozenset(("context", "kwargs", "self", "local", "next", "parent", "caller", "capture"))
"""Mako's own names, by which a text may look at everything."""

_EVERYTHING = "pageargs"
"""Another one, which it has without asking for it."""


def given_named(stock: Callable[[Any, dict[str, Any]], Any]) -> Callable[[Any, dict[str, Any]], Any]:
    """Return what takes the place of docassemble's `TextObject.text`, which is `stock`."""

    def text(words: Any, variables: dict[str, Any]) -> Any:
        names = getattr(words.template, "names_used", None) if words.uses_mako else None
        # One that has translations says the same things in other words, and may name others.
        if names is None or words.other_lang:
            return stock(words, variables)
        if _EVERYTHING in words.original_text or not names.isdisjoint(_LOOKING_AROUND):
            return stock(words, variables)
        return words.template.render(**{name: variables[name] for name in names if name in variables})

    return text
