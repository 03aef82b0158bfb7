"""What she adds to her papers, made into pages of one size."""

from unbarred.documents.pdf.exhibits.taking import exhibit_pages

__all__ = ["exhibit_pages"]
