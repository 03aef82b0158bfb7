"""One thing that is wrong with the content."""

from __future__ import annotations

from dataclasses import dataclass

from unbarred.errors import ContentError, Where


@dataclass(frozen=True, order=True)
class Finding:
    """What is wrong, where, and how to mend it."""

    file: str
    """As messages name it: `jurisdictions/us-ny/clemency.yml`."""
    line: int
    """From 1; 0 for the whole file."""
    column: int
    message: str
    mend: str = ""

    @classmethod
    def of(cls, error: ContentError) -> Finding:
        """Return the finding that an error of reading the content comes to."""
        where = error.where or Where("")
        return cls(where.source, where.line or 0, where.column or 0, error.message, error.hint)

    def __str__(self) -> str:
        place = ":".join(str(each) for each in (self.file, self.line, self.column) if each)
        return f"{place}  {self.message} {self.mend}".rstrip()
