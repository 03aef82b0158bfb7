"""Why one raw answer cannot be read, before it is tied to a field."""

from __future__ import annotations


class NotAccepted(Exception):
    """The answer is not accepted; `message` says why and what to type instead."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message
