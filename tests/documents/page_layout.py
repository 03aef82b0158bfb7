"""Where the ink of a page is, and whether that is where it was.

Two LibreOffices, and two ways to draw letters, never agree on every point. But a line that stands
elsewhere shows: the page is cut into columns, and down each column the ink is added up, row by row.
What differs by more than a hair's breadth is a difference of layout.
"""

from __future__ import annotations

import io
from itertools import groupby

from PIL import Image, ImageFilter

DPI = 40
_COLUMNS = 6
_WIDE = 16
_SLACK = 1
"""Rows, each a fortieth of an inch: so far may ink stand from where it was. A line is eight or more."""
_DIFFERENT = 12
"""How much lighter or darker a piece of a column may be. A line of text has 25 to 40."""
_FULL = 50
"""No piece counts as darker than this: how black a ruled line is depends on who draws it."""
_ROWS = 2
"""As many rows in one column must be different, one after another, before it counts."""
_SHADES = 16


def small(page: bytes) -> bytes:
    """Return a page, a PNG at `DPI`, in as few bytes as show its layout."""
    out = io.BytesIO()
    Image.open(io.BytesIO(page)).convert("L").quantize(_SHADES).save(out, "PNG", optimize=True)
    return out.getvalue()


def moved(before: bytes, after: bytes) -> list[str]:
    """Return where the layouts of two pages differ, in words; nothing if they are alike."""
    old, new = (Image.open(io.BytesIO(page)).convert("L") for page in (before, after))
    if old.size != new.size:
        return [f"the sheet is {new.size} points of {DPI} to the inch, not {old.size}"]
    left, right = _ink(old), _ink(new)
    found = []
    for column in range(_COLUMNS):
        one, other = ([row[column] for row in ink] for ink in (left, right))
        differ = [_differs(one, other, row) or _differs(other, one, row) for row in range(len(one))]
        at = 0
        for is_different, rows in groupby(differ):
            length = len(list(rows))
            if is_different and length >= _ROWS:
                inches = f"{at / DPI:.1f} to {(at + length) / DPI:.1f} inches from the top"
                found.append(f"column {column + 1} of {_COLUMNS}, {inches}")
            at += length
    return found


def _ink(page: Image.Image) -> list[list[int]]:
    """Return how dark each piece of each column is, by row, from 0 to 255."""
    dark = page.point(lambda shade: 255 - shade)
    strips = dark.resize((_COLUMNS, page.height), Image.Resampling.BOX)
    # Down, not across: a letter's own shape is no layout.
    soft = strips.resize((_COLUMNS * _WIDE, page.height), Image.Resampling.NEAREST)
    soft = soft.filter(ImageFilter.GaussianBlur((0, 1.2)))
    middles = [column * _WIDE + _WIDE // 2 for column in range(_COLUMNS)]
    return [[min(soft.getpixel((at, row)), _FULL) for at in middles] for row in range(page.height)]


def _differs(one: list[int], other: list[int], row: int) -> bool:
    """Whether nothing near the `row` of `other` is as dark as it is in `one`."""
    near = other[max(0, row - _SLACK) : row + _SLACK + 1]
    return min(abs(one[row] - each) for each in near) > _DIFFERENT
