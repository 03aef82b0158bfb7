"""The front end for terminals: one screen after another, rich or plain.

It knows `unbarred.screens` and nothing behind it. `hold` asks the questions of
a conversation, `review` shows and changes what was answered, `announce` says
what the packet holds.
"""

from __future__ import annotations

from unbarred.terminal.announcing import Packet, Paper, announce
from unbarred.terminal.ending import Ending
from unbarred.terminal.holding import hold, review

__all__ = ["Ending", "Packet", "Paper", "announce", "hold", "review"]
