"""Looks at Python's stack without opening the source files of what stands on it.

docassemble asks where it stands to name a new object after the variable it goes into, and
where a name was not defined, many times on the way to a screen. It looks at names and line
numbers only; the standard library also reads and cuts out the lines of source for each frame.
"""

from __future__ import annotations

import inspect
import sys
import traceback
from types import CodeType, FrameType, TracebackType

from unbarred.engine import compiled_once
from unbarred.engine.instead import Instead


def _stack(context: int = 0) -> list[inspect.FrameInfo]:
    frames = []
    frame: FrameType | None = sys._getframe(1)
    while frame is not None:
        code = frame.f_code
        frames.append(inspect.FrameInfo(frame, code.co_filename, frame.f_lineno, code.co_name, None, None))
        frame = frame.f_back
    return frames


class _Place:
    """What `traceback.FrameSummary` says first; the line is looked up only if somebody asks.

    It holds no frame: what is said of an error stands in the frames that the error came through.
    """

    __slots__ = ("_at", "_code")

    line = ""

    def __init__(self, code: CodeType, at: int) -> None:
        self._code = code
        self._at = at

    @property
    def filename(self) -> str:
        return self._code.co_filename

    @property
    def name(self) -> str:
        return self._code.co_name

    @property
    def lineno(self) -> int | None:
        return next((line for begin, end, line in self._code.co_lines() if begin <= self._at < end), None)

    def __getitem__(self, index: int) -> str | int | None:
        return (self.filename, self.lineno, self.name, self.line)[index]


def _extract_tb(tb: TracebackType | None, limit: int | None = None) -> list[_Place]:
    places = []
    while tb is not None:
        code = tb.tb_frame.f_code
        if code not in compiled_once.OWN:
            places.append(_Place(code, tb.tb_lasti))
        tb = tb.tb_next
    return places


INSPECT = Instead(inspect, stack=_stack)
"""Takes the place of `inspect` where docassemble looks for the name of a variable."""

TRACEBACK = Instead(traceback, extract_tb=_extract_tb)
"""Takes the place of `traceback` where docassemble looks where a name was not defined."""
