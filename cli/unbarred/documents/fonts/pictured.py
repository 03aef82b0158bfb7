"""Letters that join, change places or stand on one another, drawn as a picture that can be searched.

Arabic, Hebrew, the scripts of India, a Yoruba vowel under two marks: where a
letter goes depends on its neighbours. Pillow knows how (with Raqm); a PDF drawn
letter by letter would get it wrong. The picture is black on nothing, and fine
enough for print.
"""

from __future__ import annotations

import re
import threading
import unicodedata
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pikepdf import Pdf, Stream
    from PIL.ImageFont import FreeTypeFont

DPI = 600
_MEASURED_AT = 1000
# FreeType's fonts must not be used by two threads at once.
_ALONE = threading.Lock()
_JOINING = (
    (0x0590, 0x08FF),
    (0x0900, 0x109F),
    (0x1780, 0x18AF),
    (0x1A00, 0x1AAF),
    (0xA800, 0xABFF),
    (0xFB1D, 0xFDFF),
)
_RIGHT_TO_LEFT = ("R", "AL")
_RUN = re.compile(r"\s+|[^\s]+")


def needs_picture(text: str) -> bool:
    """Whether `text`, in composed form, has letters that cannot be set one after the other."""
    return any(
        unicodedata.category(letter) in ("Mn", "Mc", "Me")
        or any(first <= ord(letter) <= last for first, last in _JOINING)
        or unicodedata.bidirectional(letter) in _RIGHT_TO_LEFT
        for letter in text
        if ord(letter) > 0x2FF
    )


def runs_leftward(text: str) -> bool:
    """Whether the first letter of `text` that has a direction goes from right to left."""
    directions = (unicodedata.bidirectional(letter) for letter in text)
    return next((each in _RIGHT_TO_LEFT for each in directions if each in ("L", *_RIGHT_TO_LEFT)), False)


def as_seen(text: str) -> str:
    """Return the letters of `text` in the order in which the eye meets them from left to right.

    So they stand in a PDF, and programs that read it turn them round again.
    Nearly the rules of Unicode: letters of one direction stay together, and
    what has none of its own goes with its neighbours.
    """
    pieces, paragraph = _RUN.findall(text), runs_leftward(text)
    sides = [_side(piece) for piece in pieces]
    runs: list[tuple[bool, str]] = []
    for place, (piece, side) in enumerate(zip(pieces, sides, strict=True)):
        before = next((each for each in reversed(sides[:place]) if each is not None), paragraph)
        after = next((each for each in sides[place:] if each is not None), paragraph)
        leftward = side if side is not None else before if before == after else paragraph
        if runs and runs[-1][0] == leftward:
            runs[-1] = (leftward, runs[-1][1] + piece)
        else:
            runs.append((leftward, piece))
    ordered = reversed(runs) if paragraph else runs
    return "".join(run[::-1] if leftward else run for leftward, run in ordered)


def _side(piece: str) -> bool | None:
    """Return whether a word runs leftward, or None for blanks and signs, which go either way."""
    kinds = {unicodedata.bidirectional(letter) for letter in piece}
    return True if kinds & set(_RIGHT_TO_LEFT) else False if kinds & {"L", "EN", "AN"} else None


def can_picture() -> bool:
    """Whether the Pillow that is installed knows how to join letters."""
    from PIL import features

    return bool(features.check("raqm") and features.check("fribidi"))


def width(text: str, font: Path) -> float:
    """Return how wide `text` is, in thousandths of the letter size."""
    with _ALONE:
        return float(_font(font, _MEASURED_AT).getlength(text))


def picture(pdf: Pdf, text: str, font: Path, size: float) -> tuple[Stream, tuple[float, float, float, float]]:
    """Return `text` as a picture in `pdf`, and where it stands: left, bottom, width, height, in points.

    The places are seen from where the pen stands on its line.
    """
    import pikepdf
    from PIL import Image, ImageDraw

    with _ALONE:
        letters = _font(font, max(1, round(size * DPI / 72)))
        left, top, right, bottom = (int(edge) for edge in letters.getbbox(text, anchor="ls"))
        wide, high = max(1, right - left + 2), max(1, bottom - top + 2)
        image = Image.new("1", (wide, high), 1)
        ImageDraw.Draw(image).text((1 - left, 1 - top), text, font=letters, fill=0, anchor="ls")
    stream = pdf.make_stream(
        image.tobytes(),
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Image,
        Width=wide,
        Height=high,
        ImageMask=True,
        BitsPerComponent=1,
    )
    point = 72 / DPI
    return stream, ((left - 1) * point, -(bottom + 1) * point, wide * point, high * point)


@cache
def _font(path: Path, pixels: int) -> FreeTypeFont:
    from PIL import ImageFont

    return ImageFont.truetype(str(path), pixels, layout_engine=ImageFont.Layout.RAQM)
