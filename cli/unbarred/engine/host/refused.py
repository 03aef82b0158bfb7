"""Refuses the hooks for which unbarred has no service."""

from __future__ import annotations

from typing import Any

from unbarred.engine.host.marker import hookimpl
from unbarred.engine.services import refused


def refusing(names: dict[str, str]) -> object:
    """Return a plugin that refuses each hook in `names`, which gives the service the hook is for."""
    made: object = type(
        "RefusedHooks", (), {name: _refuse(name, service) for name, service in names.items()}
    )()
    return made


def _refuse(name: str, service: str) -> Any:
    def refuse(self: object) -> None:
        raise refused(service)

    refuse.__name__ = name
    return hookimpl(refuse)
