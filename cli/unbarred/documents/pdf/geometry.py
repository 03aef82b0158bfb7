"""Boxes and matrices of PDF, in points: x goes right and y goes up."""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True)
class Box:
    """An upright rectangle by its edges."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """From the left edge to the right."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """From the bottom edge to the top."""
        return self.top - self.bottom

    def wider(self, by: float) -> Box:
        """Return the box with each edge `by` further out."""
        return Box(self.left - by, self.bottom - by, self.right + by, self.top + by)

    def moved(self, x: float, y: float) -> Box:
        """Return the box `x` further right and `y` further up."""
        return Box(self.left + x, self.bottom + y, self.right + x, self.top + y)

    def meets(self, other: Box) -> Box | None:
        """Return what lies in both boxes, or None."""
        common = Box(
            max(self.left, other.left),
            max(self.bottom, other.bottom),
            min(self.right, other.right),
            min(self.top, other.top),
        )
        return common if common.width > 0 and common.height > 0 else None

    def has(self, x: float, y: float) -> bool:
        """Whether a point lies within the box."""
        return self.left <= x <= self.right and self.bottom <= y <= self.top

    def holds(self, other: Box, slack: float = 0.01) -> bool:
        """Whether `other` lies within this box; `slack` points over an edge do not count."""
        return (
            other.left >= self.left - slack
            and other.bottom >= self.bottom - slack
            and other.right <= self.right + slack
            and other.top <= self.top + slack
        )


@dataclass(frozen=True)
class Matrix:
    """Takes (x, y) to (ax + cy + e, bx + dy + f), as the `cm` of a content stream does."""

    a: float = 1
    b: float = 0
    c: float = 0
    d: float = 1
    e: float = 0
    f: float = 0

    def then(self, other: Matrix) -> Matrix:
        """Return the matrix that does this one first and `other` after it."""
        return Matrix(
            self.a * other.a + self.b * other.c,
            self.a * other.b + self.b * other.d,
            self.c * other.a + self.d * other.c,
            self.c * other.b + self.d * other.d,
            self.e * other.a + self.f * other.c + other.e,
            self.e * other.b + self.f * other.d + other.f,
        )

    def back(self) -> Matrix:
        """Return the matrix that undoes this one."""
        size = self.a * self.d - self.b * self.c
        a, b, c, d = self.d / size, -self.b / size, -self.c / size, self.a / size
        return Matrix(a, b, c, d, -(self.e * a + self.f * c), -(self.e * b + self.f * d))

    def of(self, box: Box) -> Box:
        """Return the upright rectangle that `box` becomes, for turns by quarters."""
        corners = [self.at(x, y) for x in (box.left, box.right) for y in (box.bottom, box.top)]
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        return Box(min(xs), min(ys), max(xs), max(ys))

    def at(self, x: float, y: float) -> tuple[float, float]:
        """Return where a point goes."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def is_close(self, other: Matrix, by: float = 0.5) -> bool:
        """Whether this matrix takes what is on a sheet of paper to the same places, up to `by` points."""
        far = 1000.0
        return all(math.dist(self.at(x, y), other.at(x, y)) <= by for x, y in ((0, 0), (far, 0), (0, far)))

    def __str__(self) -> str:
        return " ".join(number(value) for value in (self.a, self.b, self.c, self.d, self.e, self.f))


def number(value: float) -> str:
    """Return a number as PDF writes it: at most five decimals, no exponent."""
    return f"{value:.5f}".rstrip("0").rstrip(".") if abs(value) >= 0.000005 else "0"


def as_seen(box: Box, turn: int, unit: float) -> Matrix:
    """Return the matrix from a page's own space to the page as it is seen, lower left corner at 0, 0.

    `box` is the part of the page that shows, `turn` its /Rotate in degrees
    clockwise, `unit` its /UserUnit.
    """
    seen = {
        0: Matrix(1, 0, 0, 1, -box.left, -box.bottom),
        90: Matrix(0, -1, 1, 0, -box.bottom, box.right),
        180: Matrix(-1, 0, 0, -1, box.right, box.top),
        270: Matrix(0, 1, -1, 0, box.top, -box.left),
    }[turn]
    return seen.then(Matrix(a=unit, d=unit))
