"""Makes docassemble's Jinja environment once, not anew for every paper."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any


def made_once(stock: Callable[..., Any], registered: Mapping[str, Any]) -> Callable[..., Any]:
    """Return what takes the place of `custom_jinja_env`, which is `stock`.

    `registered` are the filters that interviews and packages bring: when they are others, so is it.
    """
    kept: dict[bool, tuple[dict[str, Any], Any]] = {}

    def custom_jinja_env(skip_undefined: bool = False) -> Any:
        found = kept.get(skip_undefined)
        if found is None or found[0] != registered:
            found = kept[skip_undefined] = (dict(registered), stock(skip_undefined=skip_undefined))
        return found[1]

    return custom_jinja_env
