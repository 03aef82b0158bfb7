"""Sets a text into the box of a field, in the largest letters that fit, or finds that it does not fit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from unbarred.documents.fonts import Style, pictured
from unbarred.documents.fonts.breaking import broken
from unbarred.documents.fonts.lettering import Face, Lettering, Line, visible
from unbarred.documents.forms.fields import Field
from unbarred.documents.forms.frames import Frame
from unbarred.documents.forms.styles import TextStyle

AUTOMATIC = 12.0
"""Points: the largest letters where the form leaves the size open."""
LEADING = 1.15
"""From line to line, in letter sizes."""
_ABOVE, _BELOW = 0.9, 0.22
"""What letters with accents need above their line, and tails below it, in letter sizes."""
_STEP, _LEAST = 0.5, 4.0


@dataclass(frozen=True)
class Placed:
    """A line and where its first letter stands, in points from the lower left corner of the box."""

    line: Line
    x: float
    y: float


@dataclass(frozen=True)
class Fitted:
    """A text that fits: the size of its letters in points, and its lines."""

    size: float
    lines: tuple[Placed, ...]


class Fitter:
    """Fits texts into the fields of one form."""

    def __init__(self, lettering: Lettering) -> None:
        """Take the letters to measure with."""
        self._lettering = lettering
        self._widths: dict[tuple[str, tuple[Face, ...], Style], float] = {}

    def fit(self, text: str, field: Field, frame: Frame, style: TextStyle, smallest: float) -> Fitted | None:
        """Return `text` set into `frame`, or None if it does not fit in letters of `smallest` points.

        Raises `NoLetter` for a letter that nothing on this computer can draw.
        """
        if field.max_length is not None and len(text) > field.max_length:
            return None
        # One font for the whole text, whatever letters its lines happen to have.
        style = replace(style, faces=self._lettering.faces_for(text, style.faces, style.like))
        if field.is_comb:
            return self._in_cells(text, field.max_length or 1, frame, style, smallest)
        if "\n" in text and not field.is_multiline:
            return None
        for size in _sizes(style.size, smallest, frame, is_multiline=field.is_multiline):
            set_lines = self._set(text, frame, style, size, is_multiline=field.is_multiline)
            if set_lines is not None:
                return Fitted(size, set_lines)
        return None

    def fit_list(
        self, options: Sequence[str], frame: Frame, style: TextStyle, smallest: float
    ) -> Fitted | None:
        """Return chosen options, a line for each, set into `frame`, or None if they do not fit.

        Raises `NoLetter`.
        """
        lines = [self.line(option, style) for option in options]
        room, high = frame.width - 2 * frame.inset, frame.height - 2 * frame.border
        for size in _sizes(style.size, smallest, frame, is_multiline=len(lines) > 1):
            is_narrow = all(line.width * size / 1000 <= room for line in lines)
            if is_narrow and ((len(lines) - 1) * LEADING + _ABOVE + _BELOW) * size <= max(high, size * 1.2):
                return Fitted(size, self._listed(lines, options, frame, style, size))
        return None

    def _listed(
        self, lines: Sequence[Line], options: Sequence[str], frame: Frame, style: TextStyle, size: float
    ) -> tuple[Placed, ...]:
        top = (frame.height - (_ABOVE - 0.18 + _BELOW) * size) / 2 + _BELOW * size
        if len(lines) > 1:
            top = frame.height - frame.border - _ABOVE * size
        return tuple(
            Placed(line, _start(line, option, frame, style, size), top - number * LEADING * size)
            for number, (line, option) in enumerate(zip(lines, options, strict=True))
        )

    def line(self, text: str, style: TextStyle) -> Line:
        """Return one line of text in the letters of `style`."""
        return self._lettering.line(text, style.faces, style.like)

    def _set(
        self, text: str, frame: Frame, style: TextStyle, size: float, *, is_multiline: bool
    ) -> tuple[Placed, ...] | None:
        room = frame.width - 2 * frame.inset
        if not is_multiline:
            line = self.line(text, style)
            if line.width * size / 1000 > room:
                return None
            y = (frame.height - (_ABOVE - 0.18 + _BELOW) * size) / 2 + _BELOW * size
            return (Placed(line, _start(line, text, frame, style, size), y),)
        high = frame.height - 2 * frame.border - 2
        most = max(1, int((high / size - _ABOVE - _BELOW) / LEADING + 1.001))
        # What cannot fit is not measured: no letter is narrower than a quarter of a point.
        if text.count("\n") >= most or len(text) > most * room * 4:
            return None
        words = broken(text, room * 1000 / size, lambda part: self._width(part, style))
        if len(words) > most:
            return None
        lines = [self.line(part, style) for part in words]
        if any(line.width * size / 1000 > room for line in lines):
            return None
        top = frame.height - frame.border - 1 - _ABOVE * size
        return tuple(
            Placed(line, _start(line, part, frame, style, size), top - number * LEADING * size)
            for number, (line, part) in enumerate(zip(lines, words, strict=True))
        )

    def _width(self, text: str, style: TextStyle) -> float:
        """Return how wide `text` is, in thousandths of the letter size; sizes are tried one after another."""
        key = (text, style.faces, style.like)
        if key not in self._widths:
            self._widths[key] = self.line(text, style).width
        return self._widths[key]

    def _in_cells(
        self, text: str, cells: int, frame: Frame, style: TextStyle, smallest: float
    ) -> Fitted | None:
        shown = visible(text)
        if "\n" in text or len(shown) > cells or pictured.needs_picture(shown):
            return None
        lines = [self.line(letter, style) for letter in shown]
        cell = frame.width / cells
        for size in _sizes(style.size, smallest, frame, is_multiline=False):
            if all(line.width * size / 1000 <= cell for line in lines):
                break
        else:
            return None
        first = {0: 0, 1: (cells - len(lines)) // 2, 2: cells - len(lines)}[style.side]
        y = (frame.height - (_ABOVE - 0.18 + _BELOW) * size) / 2 + _BELOW * size
        return Fitted(
            size,
            tuple(
                Placed(line, (first + place + 0.5) * cell - line.width * size / 2000, y)
                for place, line in enumerate(lines)
            ),
        )


def _sizes(wanted: float, smallest: float, frame: Frame, *, is_multiline: bool) -> Iterator[float]:
    """Yield the letter sizes to try, the largest first."""
    one_line = _ABOVE + _BELOW if is_multiline else _ABOVE - 0.18 + _BELOW
    high = frame.height - 2 * frame.border - 2 * is_multiline
    # A box may be too low for letters of any size that its maker or we would want.
    size = min(wanted or AUTOMATIC, max(_LEAST, high / one_line))
    while size > smallest:
        yield size
        size -= _STEP
    yield min(size, smallest) if size < smallest else smallest


def _start(line: Line, text: str, frame: Frame, style: TextStyle, size: float) -> float:
    """Return where the first letter of a line stands."""
    free = frame.width - 2 * frame.inset - line.width * size / 1000
    # What is read from the right begins at the right, unless the form says otherwise.
    side = 2 if style.side == 0 and pictured.runs_leftward(visible(text)) else style.side
    return frame.inset + free * side / 2
