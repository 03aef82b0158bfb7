"""What a machine cannot redact: exhibits, and papers that are no Word files. A sheet stands for each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from unbarred import content as contents
from unbarred import law, templates
from unbarred.documents.packets import Exhibit
from unbarred.documents.redacting import kinds_left
from unbarred.errors import UsageError, UserError, Where

if TYPE_CHECKING:
    from unbarred.documents.packets import Plan
    from unbarred.documents.redacting import Lookout
    from unbarred.sessions.session import Session

_SHEET = "public-copy/left-out"
_KINDS = (".pdf", ".docx", ".jpg", ".jpeg", ".png", ".tif", ".tiff")


def exhibits(plan: Plan | None, redacted: Mapping[str, Path]) -> list[Exhibit]:
    """Return the exhibits of a packet, with the redacted files that are given for them, and no other file.

    Raises `UsageError` for a file given for an exhibit that is not there, or of a kind that no exhibit has.
    """
    found = [Exhibit(each.label, each.title) for each in plan.exhibits] if plan else []
    for label, path in redacted.items():
        if label not in [each.label for each in found]:
            known = ", ".join(each.label for each in found)
            hint = f"The exhibits are {known}." if known else "These papers have no exhibits."
            raise UsageError(f"There is no exhibit {label}.", hint)
        if path.suffix.lower() not in _KINDS:
            raise UsageError(f"{path} cannot be an exhibit.", f"An exhibit ends in {', '.join(_KINDS)}.")
    return [
        replace(each, file=str(redacted[each.label])) if each.label in redacted else each for each in found
    ]


def check_redacted(exhibit: Exhibit, content: bytes, lookout: Lookout) -> None:
    """Raise `UserError` if the text of a redacted exhibit still tells a secret; pictures cannot be read."""
    for kind, where in kinds_left(content, exhibit.file, lookout):
        raise UserError(
            f"{exhibit.heading} still shows a {kind} {where}".rstrip() + ".",
            "Take it out of the file itself; black over the words leaves them in it.",
            Where(exhibit.file),
        )


def sheet(session: Session, what: str, why: str) -> bytes:
    """Return the sheet that says that `what` is not part of the public copy."""
    from unbarred.documents import render

    paper = law.place(session.place).paper_size if session.place else "letter"
    file = contents.templates() / templates.template_for(_SHEET, session.place or "any", paper)
    return render(file, {"left_out": {"what": what, "why": why}}).content
