"""Looks where a page is white and where it is not."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from unbarred.documents.pdf.geometry import Box
from unbarred.documents.pdf.reading import picture_scale

if TYPE_CHECKING:
    from PIL.Image import Image
    from pypdfium2 import PdfPage

DPI = 72
WHITE = 250
"""Of 255: what is at least so light does not print."""


class Drawn:
    """Where a page is white and where not, looked at in a small picture of it."""

    def __init__(self, page: PdfPage) -> None:
        """Draw the page, with what its fields and annotations show."""
        self._scale = picture_scale(page, DPI)
        bitmap = page.render(scale=self._scale, grayscale=True)
        black = [255] * WHITE + [0] * (256 - WHITE)
        self._ink: Image = bitmap.to_pil().convert("L").point(black)
        bitmap.close()

    def ink(self, box: Box) -> Box | None:
        """Return the smallest box with all that is drawn within `box`; None if that is white."""
        scale, height = self._scale, self._ink.height
        left, top = math.floor(box.left * scale), math.floor(height - box.top * scale)
        right, bottom = math.ceil(box.right * scale), math.ceil(height - box.bottom * scale)
        found = self._ink.crop((left, top, right, bottom)).getbbox()
        if found is None:
            return None
        return Box(
            (left + found[0]) / scale,
            (height - top - found[3]) / scale,
            (left + found[2]) / scale,
            (height - top - found[1]) / scale,
        )
