"""Ends a search of docassemble's that would go on for years.

For each variable it looks for, docassemble tries every way to read the name: twice
as many with each part of it. An interview that asks one thing of another without
end, `a.b.b.b…`, makes it stand still long before its own limits are reached.
"""

from __future__ import annotations

from typing import Any

DEEPEST = 14
"""Parts of a name, as in `people[0].address.city`; sixteen thousand ways to read it take half a second."""


def bound(parsed: Any) -> None:
    """Let docassemble's interview `parsed` raise `RecursionError` instead of looking for an endless name."""
    search = parsed.askfor

    def askfor(missing_variable: str, *arguments: Any, **named: Any) -> Any:
        if missing_variable.count(".") + missing_variable.count("[") > DEEPEST:
            raise RecursionError
        return search(missing_variable, *arguments, **named)

    parsed.askfor = askfor
