"""Gives a text of an interview those variables that it names, not all seven hundred, and prints it at once.

Mako copies whatever it is given five times before it prints a word, and prepares for texts that
inherit from others. Those of interviews hardly ever do.
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
        # One that has translations says the same things in other words, and may name others.
        if words.uses_mako and not words.other_lang and _is_plain(words):
            template = words.template
            given = {name: variables[name] for name in template.names_used if name in variables}
            return _printed(template, given)
        return stock(words, variables)

    return text


def _is_plain(words: Any) -> bool:
    """Say whether a text names all that it looks at, and stands on its own."""
    known: bool | None = vars(words).get("unbarred_is_plain")
    if known is None:
        template = words.template
        names = getattr(template, "names_used", None)
        known = (
            names is not None
            and names.isdisjoint(_LOOKING_AROUND)
            and _EVERYTHING not in words.original_text
            and not hasattr(template.module, "_mako_inherit")
            and not (template.format_exceptions or template.error_handler)
        )
        words.unbarred_is_plain = known
    return known


def _printed(template: Any, given: dict[str, Any]) -> Any:
    """Print a plain text, as Mako's own `render` does where nothing inherits."""
    runtime = type(template).render.__globals__["runtime"]
    if not template.reserved_names.isdisjoint(given):
        return template.render(**given)
    # Made without its own initialization, which prepares for texts that look around, and refers to itself.
    context = runtime.Context.__new__(runtime.Context)
    buffer = runtime.util.FastEncodingBuffer(template.output_encoding, template.encoding_errors)
    vars(context).update(
        _buffer_stack=[buffer],
        _data=given,
        _kwargs={},
        _with_template=template,
        _outputting_as_unicode=False,
        caller_stack=runtime.CallerStack(),
        namespaces={},
    )
    template.callable_(context)
    return context._pop_buffer().getvalue()
