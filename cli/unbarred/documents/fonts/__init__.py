"""Letters: font files found on this computer, measured, and put into a PDF with the letters that are used."""

from unbarred.documents.fonts.embedding import EmbeddedFont
from unbarred.documents.fonts.finding import Style, fonts_for
from unbarred.documents.fonts.typeface import FontUnusable, Typeface

__all__ = ["EmbeddedFont", "FontUnusable", "Style", "Typeface", "fonts_for"]
