"""How a sitting at the terminal ended."""

from __future__ import annotations

from enum import Enum


class Ending(Enum):
    """Why a front end gave the terminal back. Whatever it is, all that was submitted is kept."""

    FINISHED = "finished"
    """Every question is answered and the papers may be made; after `review`: she has seen enough."""
    EXIT = "exit"
    """The interview itself ended without papers."""
    STOPPED = "stopped"
    """The person chose to save and stop."""
    INTERRUPTED = "interrupted"
    """Ctrl-C, Ctrl-D, the end of the input, a lost connection, or a request to end."""
