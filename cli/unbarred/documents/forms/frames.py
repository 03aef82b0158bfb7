"""The box of a field on the page: its size, its edge and ground, and which way up it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from unbarred.documents.fonts.drawing import number

if TYPE_CHECKING:
    from pikepdf import Dictionary, Object

_OPERATORS = {1: ("g", "G"), 3: ("rg", "RG"), 4: ("k", "K")}


@dataclass(frozen=True)
class Frame:
    """A field's box in points, seen with its text upright."""

    width: float
    height: float
    border: float
    """How thick the line around it is, 0 without one."""
    turn: int
    """Degrees against the clock by which the text is turned on the page."""
    ground: str
    """The operators that draw its ground and its edge."""

    @property
    def inset(self) -> float:
        """How far the text stays from the left and right edge."""
        return max(2.0, 2 * self.border)

    @property
    def matrix(self) -> list[float]:
        """The matrix of the appearance, which turns it to how it stands on the page."""
        matrices: dict[int, list[float]] = {
            0: [1, 0, 0, 1, 0, 0],
            90: [0, 1, -1, 0, self.height, 0],
            180: [-1, 0, 0, -1, self.width, self.height],
            270: [0, -1, 1, 0, 0, self.width],
        }
        return matrices[self.turn]


def frame_of(widget: Dictionary) -> Frame:
    """Return the box of a widget annotation."""
    from pikepdf import Dictionary

    left, bottom, right, top = (float(edge) for edge in widget["/Rect"])
    width, height = abs(right - left), abs(top - bottom)
    look = widget.get("/MK")
    look = look if isinstance(look, Dictionary) else Dictionary()
    turn = int(look.get("/R", 0)) % 360
    if turn not in (0, 90, 180, 270):
        turn = 0
    if turn in (90, 270):
        width, height = height, width
    style = widget.get("/BS")
    thick = float(style.get("/W", 1)) if isinstance(style, Dictionary) else _old_border(widget)
    edge = _colour(look.get("/BC"), stroke=True)
    ground = _colour(look.get("/BG"), stroke=False)
    drawn = []
    if ground:
        drawn.append(f"{ground} 0 0 {number(width)} {number(height)} re f")
    if edge and thick:
        half = number(thick / 2)
        size = f"{number(width - thick)} {number(height - thick)}"
        drawn.append(f"{edge} {number(thick)} w {half} {half} {size} re S")
    border = thick if edge else 0.0
    return Frame(width, height, border, turn, f"q {' '.join(drawn)} Q" if drawn else "")


def _old_border(widget: Dictionary) -> float:
    """Return the width of the edge as older forms say it."""
    from pikepdf import Array

    said = widget.get("/Border")
    return float(said[2]) if isinstance(said, Array) and len(said) > 2 else 1.0


def _colour(said: Object | None, *, stroke: bool) -> str:
    """Return the operator that sets a colour; nothing for one that is see-through."""
    from pikepdf import Array

    parts = [float(part) for part in said] if isinstance(said, Array) else []
    if len(parts) not in _OPERATORS:
        return ""
    return f"{' '.join(map(number, parts))} {_OPERATORS[len(parts)][stroke]}"
