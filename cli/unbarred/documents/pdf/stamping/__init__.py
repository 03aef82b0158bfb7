"""A line is stamped on each page."""

from unbarred.documents.pdf.stamping.lines import bates, stamp

__all__ = ["bates", "stamp"]
