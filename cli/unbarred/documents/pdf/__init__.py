"""PDF: exhibits become pages, pages are stamped and joined, and what stands on them is read."""

from unbarred.documents.pdf.exhibits import exhibit_pages
from unbarred.documents.pdf.joining import Section, join
from unbarred.documents.pdf.reading import page_count, pictures, text_of_pages
from unbarred.documents.pdf.refusals import ExhibitRefused, PdfUnreadable
from unbarred.documents.pdf.stamping import bates, stamp

__all__ = [
    "ExhibitRefused",
    "PdfUnreadable",
    "Section",
    "bates",
    "exhibit_pages",
    "join",
    "page_count",
    "pictures",
    "stamp",
    "text_of_pages",
]
