"""Pictures become the pages of a PDF, with no loss: scans at their own size, photographs to fit the sheet."""

from __future__ import annotations

import io
import warnings
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from unbarred.documents.pdf.exhibits.fitting import EDGE, FOOT
from unbarred.documents.pdf.exhibits.jpeg import without_metadata
from unbarred.documents.pdf.exhibits.kinds import Kind
from unbarred.documents.pdf.opening import FAULTS
from unbarred.documents.pdf.paper import INCH, LONGEST, Sheet
from unbarred.documents.pdf.refusals import ExhibitRefused
from unbarred.documents.pdf.saving import saved

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_PIXELS = 120_000_000
"""A letter page at 1,100 dots to the inch."""
MOST_FRAMES = 1000
ORIENTATION, EXIF = 0x112, 0x8769
BITS, PHOTOMETRIC, WHITE_IS_ZERO = 0x102, 0x106, 0
TURNS = {3: 180, 6: 90, 8: 270}
MIRRORED, LYING = {2, 4, 5, 7}, {5, 6, 7, 8}
"""How a camera was held, as EXIF numbers it."""
EXPOSURE = {0x829A, 0x829D, 0x920A}
"""Time, aperture and focal length: who tells them is a camera, and says a resolution without meaning it."""
SAID_DPI = (100, 2400)
"""A resolution outside of these is what cameras and screens write without knowing the size."""
LEAST_DPI = 60
"""Of the coarser direction: a fax has 204 dots across and 98 up."""
PHOTO_DPI = 150
"""A picture that does not say its size is printed so large, or smaller to fit."""
LEAST_OF_WIDTH = 0.5
"""A picture so long that on one sheet it would be narrower than this, of the width it could have, is a long
screenshot."""
PLAIN = {"1", "L", "P", "RGB", "CMYK"}


@dataclass(frozen=True)
class Frame:
    """One picture, packed as img2pdf takes it without loss.

    `dpi` is across and up; `turn` is how far it has to be turned to the right, in degrees.
    """

    content: bytes
    width: int
    height: int
    dpi: tuple[float, float]
    turn: int = 0


def pictures_as_pdf(content: bytes, kind: Kind, sheet: Sheet) -> bytes:
    """Return a PDF with one page for each picture; raises `ExhibitRefused`."""
    with warnings.catch_warnings():
        # Of large pictures, and of what is odd in them; ours are the limits below.
        warnings.simplefilter("ignore")
        frames = _frames(content, kind)
        try:
            return _converted(frames, [_size(frame, sheet) for frame in frames])
        except Exception as error:  # img2pdf's own errors have no common class
            raise _damaged(kind) from error


def _converted(frames: Sequence[Frame], sizes: Sequence[tuple[float, float]]) -> bytes:
    import img2pdf

    waiting = iter(sizes)

    def layout(_width: int, _height: int, _dpi: object) -> tuple[float, float, float, float]:
        width, height = next(waiting)
        return width, height, width, height

    made: bytes = img2pdf.convert(
        # As files: img2pdf takes bytes for a file's name first.
        [io.BytesIO(frame.content) for frame in frames],
        layout_fun=layout,
        rotation=img2pdf.Rotation.none,
        nodate=True,
        first_frame_only=True,
    )
    return _turned(made, frames) if any(frame.turn for frame in frames) else made


def _turned(pdf: bytes, frames: Sequence[Frame]) -> bytes:
    """Say on each page how it is to be turned: the picture itself is not coded again."""
    import pikepdf

    with pikepdf.Pdf.open(io.BytesIO(pdf)) as document:
        for page, frame in zip(document.pages, frames, strict=True):
            page.obj.Rotate = frame.turn
        return saved(document)


def _size(frame: Frame, sheet: Sheet) -> tuple[float, float]:
    """Return width and height of the page, in points, before it is turned."""
    if frame.turn in {90, 270}:
        lying = replace(frame, width=frame.height, height=frame.width, dpi=frame.dpi[::-1], turn=0)
        height, width = _size(lying, sheet)
        return width, height
    across, up = frame.dpi
    if min(frame.dpi) >= LEAST_DPI and SAID_DPI[0] <= max(frame.dpi) <= SAID_DPI[1]:
        return frame.width / across * INCH, frame.height / up * INCH
    # Dots that are higher than wide are believed all the same.
    stretch = across / up if min(frame.dpi) > 0 and 0.2 < across / up < 5 else 1.0
    width, height = frame.width, frame.height * stretch
    room = (sheet.width - 2 * EDGE, sheet.height - EDGE - FOOT)
    widest = min(INCH / PHOTO_DPI, room[0] / width)
    scale = min(widest, room[1] / height)
    if scale < widest * LEAST_OF_WIDTH:
        # It is split then: of messages on one sheet nobody could read a word.
        scale = min(widest, LONGEST / height)
    return max(3.0, width * scale), max(3.0, height * scale)


def _frames(content: bytes, kind: Kind) -> list[Frame]:
    from PIL import Image

    try:
        picture = Image.open(io.BytesIO(content), formats=[kind.name])
        count = getattr(picture, "n_frames", 1) if kind is Kind.TIFF else 1
        if count > MOST_FRAMES:
            raise ExhibitRefused(
                f"This picture has {count} pages, and an exhibit can have {MOST_FRAMES}.", "Split it."
            )
        frames = []
        for index in range(count):
            picture.seek(index)
            if picture.width * picture.height > MOST_PIXELS:
                raise _too_large()
            frames.append(_frame(picture, content if kind is not Kind.TIFF else b"", kind))
    except Image.DecompressionBombError as error:
        raise _too_large() from error
    except (SyntaxError, *FAULTS) as error:
        # Pillow says so of a broken PNG.
        raise _damaged(kind) from error
    return frames


def _frame(picture: Image, content: bytes, kind: Kind) -> Frame:
    from PIL import ImageOps

    exif = picture.getexif()
    orientation = exif.get(ORIENTATION, 1)
    said = (0, 0) if EXPOSURE & set(exif.get_ifd(EXIF)) else picture.info.get("dpi", (0, 0))
    across, up = (float(value) for value in said)
    if content and orientation not in MIRRORED and _is_plain(picture):
        picture.load()
        clean = without_metadata(content) if kind is Kind.JPEG else content
        return Frame(clean, picture.width, picture.height, (across, up), TURNS.get(orientation, 0))
    upright = ImageOps.exif_transpose(_flat(picture))
    if orientation in LYING:
        across, up = up, across
    packed = io.BytesIO()
    profile = picture.info.get("icc_profile") if upright.mode == picture.mode else None
    if upright.mode == "CMYK":
        upright.save(packed, "TIFF", compression="tiff_lzw", icc_profile=profile)
    else:
        upright.save(packed, "PNG", icc_profile=profile)
    return Frame(packed.getvalue(), upright.width, upright.height, (across, up))


def _is_plain(picture: Image) -> bool:
    return picture.mode in PLAIN and "transparency" not in picture.info


def _flat(picture: Image) -> Image:
    """Return a picture in a mode that PDF has, see-through parts laid on white."""
    from PIL import Image

    if picture.mode in {"RGBA", "LA", "PA", "RGBa", "La"} or "transparency" in picture.info:
        clear = picture.convert("RGBA")
        white = Image.new("RGBA", clear.size, "white")
        return Image.alpha_composite(white, clear).convert("RGB")
    if picture.mode in {"I", "F"} or picture.mode.startswith("I;16"):
        return _eight_bits(picture)
    return picture if picture.mode in PLAIN else picture.convert("RGB")


def _eight_bits(picture: Image) -> Image:
    """Return a grey picture of more bits or of floating numbers in eight bits; paper shows no more."""
    wide = picture.convert("F")
    _, highest = wide.getextrema()
    assert isinstance(highest, float), "one band has one highest value"
    is_wide = picture.mode.startswith("I;16") or highest > 255
    white = 65535.0 if is_wide else 255.0 if highest > 1 else 1.0
    said = getattr(picture, "tag_v2", {})
    if is_wide and isinstance(said.get(BITS), tuple) and said[BITS][0] < 16:
        # Pillow gives the 12 bits of some scanners as they are: white would be nearly black.
        white = float(2 ** said[BITS][0] - 1)
    factor, start = 255.0 / white, 0.0
    if is_wide and said.get(PHOTOMETRIC) == WHITE_IS_ZERO:
        factor, start = -factor, 255.0
    return wide.point(lambda value: value * factor + start).convert("L")


def _too_large() -> ExhibitRefused:
    return ExhibitRefused(
        f"This picture has more than {MOST_PIXELS // 1_000_000} million dots.", "Save it smaller."
    )


def _damaged(kind: Kind) -> ExhibitRefused:
    return ExhibitRefused(f"This file is {kind.value} that is damaged.", "Scan it or copy it once more.")
