"""Draws the pictures of a draft in the width their author wants, or says which they are."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree

from unbarred.documents.drafting.blocks import Picture
from unbarred.documents.drafting.layouts import inches
from unbarred.documents.filling.inserting import Insertions

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

Finder = Callable[[str], "Path | str"]
"""Returns where the picture lies that a reference means, or the words that stand for it."""

_USUAL = 4.0
"""Inches: the width of a picture of which nothing is said, as on docassemble's server."""
_TALLEST = 8.5
_PER_INCH = 914400
_PART = re.compile(r"([0-9.]+)%")


class Pictures:
    """The pictures of one document whose text is `width` inches wide."""

    def __init__(self, insertions: Insertions, find: Finder, width: float) -> None:
        self._insertions = insertions
        self._find = find
        self._width = width

    def draw(self, picture: Picture) -> Element | str:
        """Return the drawing; its words in brackets if it is none that Word shows."""
        from docx.image.exceptions import (
            InvalidImageStreamError,
            UnexpectedEndOfFileError,
            UnrecognizedImageError,
        )
        from docx.image.image import Image

        found = self._find(picture.reference)
        if isinstance(found, str):
            return f"({picture.description or found})" if picture.description or found else ""
        try:
            image = Image.from_blob(found.read_bytes())
            width = min(self._wanted(picture.width), self._width)
            tallest = _TALLEST * image.px_width / max(image.px_height, 1)
            drawn = self._insertions.picture(found, round(min(width, tallest) * _PER_INCH))
        except (InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError):
            return f"({picture.description or found.name})"
        drawing = etree.fromstring(drawn)
        if picture.description:
            for named in drawing.iter("{*}docPr"):
                named.set("descr", picture.description)
        return drawing

    def _wanted(self, width: str) -> float:
        part = _PART.fullmatch(width.strip())
        if part and part.group(1).count(".") < 2:
            return self._width * float(part.group(1)) / 100 or _USUAL
        return self._width if width == "full" else inches_of(width) or _USUAL


def inches_of(width: str) -> float:
    """Return a width in inches; a bare number is points, as on docassemble's server."""
    return inches(f"{width}pt") if width.replace(".", "", 1).isdigit() else inches(width)
