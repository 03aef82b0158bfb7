"""Files on topics of places that do not exist, put together from facts."""

from __future__ import annotations

from typing import Any

import yaml

MEMORY = {"kind": "memory"}
PAGE = {"kind": "official", "title": "Office of Mercy", "href": "https://mercy.example/rules"}


def fact(name: str, says: str = "The Khan decides.", **more: Any) -> dict[str, Any]:
    """Return a recalled fact, or one that was read on the `source` given."""
    source = more.get("source", MEMORY)
    return {
        "id": name,
        "says": says,
        "source": source,
        "checked": "2026-11-21",
        "confidence": "recalled" if source is MEMORY else "confirmed",
        **more,
    }


def deadline(name: str, **more: Any) -> dict[str, Any]:
    """Return a deadline of 30 days after a decision was received."""
    common: dict[str, Any] = {
        "to_do": "file the appeal",
        "period": 30,
        "unit": "calendar days",
        "event": "decision.received",
        "where": "office",
    }
    return {**fact(name, "You have 30 days to appeal."), **common, **more}


def topic(**remedies: dict[str, Any]) -> str:
    """Return the text of a file with `general` and remedies; a low line in a key stands for a hyphen."""
    return written({key.replace("_", "-"): remedy for key, remedy in remedies.items()})


def written(data: Any) -> str:
    """Return data as the text of a law file."""
    return yaml.safe_dump(data, sort_keys=False, allow_unicode=True)
