"""The language of a screen."""

from __future__ import annotations

from typing import Any


def language_of(question: Any) -> str:
    """Return the language of the question, such as `es`; if it is for all, that which is spoken now."""
    if question.language != "*":
        return str(question.language)
    from docassemble.base.functions import get_language

    return str(get_language())
