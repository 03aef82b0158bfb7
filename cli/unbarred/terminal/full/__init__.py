"""The rich face: the whole window, drawn again whenever something changes.

It lives on the terminal's second screen, so that nothing of a sitting stays to
be read by the next person once it ends.
"""

from __future__ import annotations

from unbarred.terminal.full.face import FullFace

__all__ = ["FullFace"]
