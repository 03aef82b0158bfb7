"""What of a text may go to a terminal: letters and signs, never its control sequences.

Texts come from interviews that others wrote and from what was typed or pasted.
A control sequence in one of them could clear the window, rename it, or make the
terminal type.
"""

from __future__ import annotations

import re

_SEQUENCE = re.compile(
    r"\x1b\[[0-?]*[ -/]*[@-~]"  # colours, movements: CSI
    r"|\x9b[0-?]*[ -/]*[@-~]"
    r"|(?:\x1b\]|\x9d)[^\x07\x1b\x9c\n]*(?:\x07|\x1b\\|\x9c)?"  # titles, links, the clipboard: OSC
    r"|\x1b[PX^_][^\x1b\n]*(?:\x1b\\)?"  # strings for the terminal itself: DCS and its like
    r"|\x1b[ -/]*[0-~]"
)
_CONTROL = dict.fromkeys({*range(32), *range(127, 160)} - {ord("\t"), ord("\n")})


def printable(text: str) -> str:
    """Return `text` without control sequences and without control characters but tab and line end."""
    if text.isprintable():
        return text
    return _SEQUENCE.sub("", text).translate(_CONTROL)
