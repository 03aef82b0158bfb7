"""What makes papers into pages: LibreOffice, a typeface, the libraries for PDF."""

from __future__ import annotations

import shutil
import subprocess
import sys
from importlib import import_module
from importlib.metadata import version

from unbarred.doctor.sign import Sign, State
from unbarred.errors import UserError

PAPER_FONTS = ("Liberation Serif", "Times New Roman", "Tinos", "TeX Gyre Termes", "Nimbus Roman")
"""Serif faces of the same widths; with any of them the pages break where we looked at them."""

PDF_LIBRARIES = ("pikepdf", "img2pdf", "pypdfium2")

_TRIED_FOR = 20.0
"""Seconds: more than the slowest computer needs for one page."""


def libreoffice() -> Sign:
    """Whether LibreOffice is here and makes a PDF of one page; papers are Word files without it."""
    from unbarred.documents.office import OfficeMissing, find, try_out

    about = "LibreOffice"
    try:
        found = find()
        if found is None:
            return Sign(
                about,
                State.OPTIONAL,
                "for papers as PDF; without it they are Word files",
                OfficeMissing().hint,
            )
        seconds = try_out(found, _TRIED_FOR)
    except UserError as error:
        return Sign(about, State.BAD, error.message, error.hint)
    return Sign(
        about, State.GOOD, f"{found.version}, {found.path}; made a PDF of one page in {seconds:.1f} seconds"
    )


def fonts() -> Sign:
    """Whether a typeface is here that the papers were set in."""
    if sys.platform in ("win32", "darwin"):
        return Sign("typeface", State.GOOD, "Times New Roman comes with this system")
    if shutil.which("fc-list") is None:
        says = "nobody can say which typefaces are here"
        return Sign("typeface", State.OPTIONAL, says, _get("fontconfig fonts-liberation"))
    listed = subprocess.run(["fc-list", ":", "family"], capture_output=True, text=True, check=False).stdout  # noqa: S607
    found = next((font for font in PAPER_FONTS if font in listed), None)
    if found is None:
        says = "Times New Roman or its equal, for papers that look here as they will in court"
        return Sign("typeface", State.OPTIONAL, says, _get("fonts-liberation"))
    return Sign("typeface", State.GOOD, found)


def _get(debian: str) -> str:
    if shutil.which("apt-get"):
        return f"Get it with: sudo apt-get install {debian}"
    return f"Install {debian}."


def pdf() -> Sign:
    """Whether the libraries that join, stamp and show PDFs are here and start."""
    try:
        for name in PDF_LIBRARIES:
            import_module(name)
    except ImportError as error:
        return Sign("PDF", State.BAD, f"No PDF can be made: {error}.", "Set it up again with ./setup.")
    return Sign("PDF", State.GOOD, ", ".join(f"{name} {version(name)}" for name in PDF_LIBRARIES))
