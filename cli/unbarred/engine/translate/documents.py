"""The papers of a screen: attachments, and what a server would send as a file or a response."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from unbarred.screens import Document


def documents(status: Any) -> Iterator[Document]:
    """Yield what is made on this screen."""
    for attachment in status.attachments or []:
        yield Document(
            str(attachment["name"]), str(attachment["filename"]), str(attachment.get("description") or "")
        )
    kind = status.question.question_type
    if kind == "sendfile" and status.question.response_file is not None:
        name = str(getattr(status.question.response_file, "filename", "file"))
        yield Document(name, name.rpartition(".")[0] or name)
    elif kind in ("response", "backgroundresponse"):
        yield Document("What the interview returned", "response")
