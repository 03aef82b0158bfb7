"""Why something that stands in a cell is not taken: it could be read in more than one way."""

from __future__ import annotations


class Unclear(Exception):
    """What stands in a cell is no one answer; `message` says why, and how to write it instead."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message
