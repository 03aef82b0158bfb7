"""Several Word files become one, each with its own look, numbers, header and footer."""

from unbarred.documents.packets.uniting.uniting import Piece, united

__all__ = ["Piece", "united"]
