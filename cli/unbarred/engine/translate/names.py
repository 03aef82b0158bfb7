"""The names docassemble gives its fields, and ours."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

_MARKUP = re.compile(r"<[^>]*>|[*_`{}\[\]]")


@lru_cache(maxsize=4096)
def author_name(encoded: str) -> str:
    """Return the variable as its author wrote it."""
    from docassemble.base.parse import from_safeid

    return str(from_safeid(encoded))


def full_name(name: str, question: Any, variables: dict[str, Any]) -> str:
    """Return `name` with the iterators and the generic object in it replaced."""
    if "[" not in name and not question.is_generic:
        # As it is in most names; docassemble would look for each of its iterators.
        return name
    from docassemble.base.parse import substitute_vars_from_user_dict

    return str(substitute_vars_from_user_dict(name, variables, is_generic=question.is_generic))


def bare(text: Any) -> str:
    """Return a label without marks and line breaks, for a name or a choice's value."""
    return " ".join(_MARKUP.sub(" ", str(text or "")).split())
