"""Somebody who answers a sitting, without any terminal."""

from __future__ import annotations

from scripted import Scripted
from scripted_screens import TODAY

from unbarred.terminal.ending import Ending
from unbarred.terminal.sitting import sitting
from unbarred.terminal.view import Reply, View


class Sitter:
    """Answers a sitting by hand."""

    def __init__(self, conversation: Scripted) -> None:
        self._turns = sitting(conversation, TODAY)
        self.view: View = next(self._turns)
        self.ending: Ending | None = None

    def reply(self, *replies: Reply) -> View:
        for reply in replies:
            try:
                self.view = self._turns.send(reply)
            except StopIteration as end:
                self.ending = end.value
        return self.view
