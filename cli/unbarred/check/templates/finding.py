"""One thing that is wrong with a template, or worth knowing of it."""

from __future__ import annotations

from dataclasses import dataclass

from unbarred.check.finding import Finding


@dataclass(frozen=True, order=True)
class TemplateFinding(Finding):
    """A finding, and where in a Word file it stands."""

    kind: str = ""
    """One word or two, the same for all findings alike: `not given`, `broken tag`."""
    within: str = ""
    """Where in a Word file: `table 1, row 2, cell 3: “Name {{ name }}”`."""
    is_note: bool = False
    """Nothing is wrong: something may be left over."""

    def __str__(self) -> str:
        place = ":".join(str(each) for each in (self.file, self.line, self.column) if each)
        within = f" ({self.within})" if self.within else ""
        note = "Note: " if self.is_note else ""
        return f"{place}{within}  {note}{self.message} {self.mend}".rstrip()


@dataclass(frozen=True)
class Place:
    """Where a tag stands: file and line of a text, or file and place within a Word file."""

    file: str
    line: int = 0
    column: int = 0
    within: str = ""

    def finding(self, kind: str, message: str, mend: str = "", *, is_note: bool = False) -> TemplateFinding:
        """Return what was found here."""
        return TemplateFinding(self.file, self.line, self.column, message, mend, kind, self.within, is_note)

    def __str__(self) -> str:
        if self.within:
            return self.within
        return f"line {self.line}" if self.line else self.file
