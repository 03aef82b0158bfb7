"""Why one raw answer cannot be read, before it is tied to a field."""

from __future__ import annotations


class NotAccepted(Exception):
    """The answer is not accepted; `message` says why and what to type instead."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


def shown(raw: object, longest: int = 40) -> str:
    """Return `raw` as it can be quoted in a message: on one line and not too long."""
    text = " ".join("".join(c if c.isprintable() else " " for c in str(raw)).split())
    return f"“{text if len(text) <= longest else text[: longest - 1].rstrip() + '…'}”"
