"""Pages as a reader sees them, by poppler and qpdf and not by what made them."""

from __future__ import annotations

import io
import subprocess
import tempfile
from pathlib import Path

from PIL import Image, ImageChops

DARK = 128
"""Of 255."""


def checked(pdf: bytes) -> bytes:
    """The PDF, which qpdf finds nothing wrong with."""
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(pdf)
        file.flush()
        done = subprocess.run(["qpdf", "--check", file.name], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return pdf


def texts(pdf: bytes) -> list[str]:
    """The text of each page, as pdftotext lays it out, with single spaces."""
    done = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True)
    return [" ".join(page.split()) for page in done.stdout.decode().split("\f")[:-1]]


def seen(pdf: bytes, dpi: int = 36) -> list[Image.Image]:
    """Each page as poppler shows it."""
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            ["pdftoppm", "-cropbox", "-r", str(dpi), "-", f"{folder}/page"],
            input=pdf,
            capture_output=True,
            check=True,
        )
        assert b"Error" not in done.stderr, done.stderr.decode()
        return [
            Image.open(io.BytesIO(path.read_bytes())).convert("RGB")
            for path in sorted(Path(folder).iterdir())
        ]


def drawn(page: Image.Image) -> tuple[float, float, float, float]:
    """The smallest box that holds all that is not white: left, top, right, bottom, as shares of the page."""
    found = ImageChops.invert(page.convert("L")).point([0] * 16 + [255] * 240).getbbox()
    assert found is not None, "the page is empty"
    return found[0] / page.width, found[1] / page.height, found[2] / page.width, found[3] / page.height


def is_red(page: Image.Image, x: float, y: float) -> bool:
    """Whether the page is red at a point, told in shares of what is drawn on it, from the top left."""
    left, top, right, bottom = drawn(page)
    at = (
        min(page.width - 1, int((left + (right - left) * x) * page.width)),
        min(page.height - 1, int((top + (bottom - top) * y) * page.height)),
    )
    red, green, blue = page.getpixel(at)
    return bool(red > 2 * max(green, blue, 1))


def points_up(page: Image.Image) -> bool:
    """Whether the arrow of `made_pdfs.arrow` is upright and not mirrored."""
    corners = {(x, y): is_red(page, x, y) for x in (0.1, 0.9) for y in (0.1, 0.9)}
    return corners == {(0.1, 0.1): True, (0.1, 0.9): False, (0.9, 0.1): False, (0.9, 0.9): False}
