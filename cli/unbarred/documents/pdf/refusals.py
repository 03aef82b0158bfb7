"""Why a PDF or an exhibit is not taken, in a sentence."""

from __future__ import annotations

from unbarred.errors import UserError, Where

TAKEN = "Exhibits can be Word (.docx), PDF, JPEG, PNG or TIFF files."


class PdfUnreadable(UserError):
    """A PDF is damaged, or is none."""


class ExhibitRefused(UserError):
    """A file cannot be an exhibit. The sentence says what it is, and the hint how to mend it."""

    def at(self, place: str) -> ExhibitRefused:
        """Return the same refusal, saying which file it speaks of."""
        return ExhibitRefused(self.message, self.hint, Where(place))


class ExhibitDamaged(ExhibitRefused):
    """A PDF is not what the format asks for; another program may still make sense of it."""

    def __init__(self) -> None:
        """Say so."""
        super().__init__(
            "This PDF is damaged and cannot be repaired.",
            "Get it once more, or print it to a new PDF.",
        )
