"""Finds each template of our own package once, not anew for every paper of every client."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from unbarred.engine.origins.origin import OUR_PACKAGE


def in_our_package(stock: Callable[..., str | None]) -> Callable[..., str | None]:
    """Return what takes the place of `package_template_filename`, which is `stock`.

    Where our package lies is settled when the engine starts, for as long as the program runs; where
    others lie may change. What is not there is looked for again.
    """
    found: dict[str, str] = {}

    def package_template_filename(name: str, **named: Any) -> str | None:
        if named != {"package": OUR_PACKAGE}:
            return stock(name, **named)
        path = found.get(name)
        if path is None:
            path = stock(name, **named)
            if path is not None:
                found[name] = path
        return path

    return package_template_filename
