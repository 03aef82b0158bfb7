"""Several PDFs become one."""

from unbarred.documents.pdf.joining.sections import Section, join

__all__ = ["Section", "join"]
