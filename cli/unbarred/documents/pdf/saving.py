"""How every PDF of ours is written: the same content gives the same bytes."""

from __future__ import annotations

import io
import warnings
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pikepdf import Pdf


def saved(pdf: Pdf) -> bytes:
    """Return the bytes of a PDF; its id is reckoned from its content, and it names no program."""
    import pikepdf

    out = io.BytesIO()
    with warnings.catch_warnings():
        # Of fields that no form lists: they show all the same.
        warnings.simplefilter("ignore", pikepdf.PageCopyWarning)
        pdf.save(
            out,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            fix_metadata_version=False,
        )
    return out.getvalue()
