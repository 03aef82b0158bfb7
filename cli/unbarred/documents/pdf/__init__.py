"""PDF: exhibits become pages, pages are stamped and joined, and what stands on them is read."""

from unbarred.documents.pdf.joining import Section, join
from unbarred.documents.pdf.reading import page_count, pictures, text_of_pages

__all__ = ["Section", "join", "page_count", "pictures", "text_of_pages"]
