"""Opens a PDF from outside, within limits that keep a hostile one from filling the memory."""

from __future__ import annotations

import io
import threading
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from unbarred.documents.pdf.quiet import hush
from unbarred.documents.pdf.refusals import ExhibitDamaged, ExhibitRefused, PdfUnreadable

if TYPE_CHECKING:
    from pikepdf import Pdf

END = b"%%EOF"
REBUILT = "reconstruct"
"""In qpdf's warning that it went through a file to find its parts."""
MOST_PAGES = 1000
LARGEST_STREAM = 256 * 1024 * 1024
"""Bytes that one stream may unpack to."""

OVER_LIMIT = "limit exceeded"
"""In what qpdf says of a stream that unpacks to more than it may."""

FAULTS = (
    *(PdfUnreadable, RuntimeError, ValueError, TypeError, LookupError, AttributeError),
    *(ArithmeticError, MemoryError, OSError, zlib.error),
)
"""What reading a faulty PDF ends in. qpdf's and PDFium's own errors are of these kinds."""

_ONCE = threading.Lock()


@contextmanager
def opened_exhibit(content: bytes) -> Iterator[Pdf]:
    """Give a PDF that is to become an exhibit; raises `ExhibitRefused` where that cannot be."""
    import pikepdf

    _limit()
    try:
        # Without an end, qpdf gives up the last object of a torn file.
        pdf = pikepdf.Pdf.open(io.BytesIO(content if END in content[-1024:] else content + b"\n" + END))
    except pikepdf.PasswordError as error:
        raise ExhibitRefused(
            "This PDF is locked with a password.",
            "Open it with the password, print it to a new PDF, and use that one.",
        ) from error
    except (pikepdf.PikepdfError, *FAULTS) as error:
        raise ExhibitDamaged from error
    with pdf:
        try:
            # A repaired file can lack it, and qpdf writes it only where it was.
            pdf.trailer.Size = len(pdf.objects) + 1
            _check(pdf)
            yield pdf
        except (pikepdf.PikepdfError, *FAULTS) as error:
            # A name where a number belongs, a page that is a text: the file is not what the format asks for.
            raise _overfull() if OVER_LIMIT in str(error) else ExhibitDamaged() from error


def _limit() -> None:
    """Tell qpdf its limits. They hold for the whole process, and only bombs reach them."""
    from pikepdf import settings

    with _ONCE:
        hush()
        settings.set_qpdf_limits(
            flate_max_memory=LARGEST_STREAM,
            run_length_max_memory=LARGEST_STREAM,
            png_max_memory=LARGEST_STREAM,
            tiff_max_memory=LARGEST_STREAM,
        )


def _check(pdf: Pdf) -> None:
    count = len(pdf.pages)
    if count == 0:
        raise ExhibitRefused("This PDF has no pages.", "Make it anew from what it should show.")
    if count > MOST_PAGES:
        raise ExhibitRefused(
            f"This PDF has {count} pages, and an exhibit can have {MOST_PAGES}.",
            "Split it, or take only the pages that are needed.",
        )
    if any(REBUILT in warning for warning in pdf.get_warnings()) and has_lost_pages(pdf):
        raise ExhibitDamaged
    if bool(pdf.Root.get("/NeedsRendering", False)):
        raise ExhibitRefused(
            "This PDF is a form that only Adobe Reader can show (XFA).",
            "Open it there, print it to a new PDF, and use that one.",
        )
    if "/Collection" in pdf.Root:
        raise ExhibitRefused(
            "This PDF is a portfolio: what it is about are other files that it holds.",
            "Open it in Adobe Reader, save the files in it, and take them one by one.",
        )


def has_lost_pages(pdf: Pdf) -> bool:
    """Whether what a page showed is among what a repaired file has lost."""
    return any("/Contents" not in page.obj for page in pdf.pages)


def _overfull() -> ExhibitRefused:
    return ExhibitRefused(
        "Something in this PDF unpacks to more than a computer can hold.", "Get it from somebody you trust."
    )
