"""The finished papers of a screen: attachments, files that are sent, responses."""

from __future__ import annotations

import dataclasses
import mimetypes
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from unbarred.engine import file_names
from unbarred.engine.files import FileStore

_FORMATS = ("docx", "rtf to docx", "pdf", "rtf", "html", "md", "raw")
"""docassemble's formats of an attachment; of a DOCX and what is made of it, the DOCX is kept."""

_LONGEST_NAME = 120
"""Letters of a file's name, well below what any disk takes."""


@dataclass(frozen=True)
class Paper:
    """A finished document: title, file name without ending, its content, places left blank."""

    title: str
    filename: str
    content: bytes
    blanks: tuple[str, ...]
    extension: str = "docx"
    template: Path | None = None
    """The Word file that was filled, if it was made from one."""

    @property
    def file(self) -> str:
        """Its whole file name, safe to write in any folder."""
        return f"{self.filename}.{self.extension}"


def collected(before: Mapping[str, Paper], now: Iterable[Paper]) -> dict[str, Paper]:
    """Return the papers of earlier screens with those of this one, by file name.

    A paper takes the place of an earlier screen's of the same name; two of one
    screen both stay, and the second gets another name.
    """
    here: dict[str, Paper] = {}
    for paper in now:
        safe = file_names.readable(paper.filename)[:_LONGEST_NAME].strip() or "paper"
        extension = file_names.plain(paper.extension)
        kept = dataclasses.replace(paper, filename=safe, extension=extension)
        count = 2
        while kept.file in here:
            kept = dataclasses.replace(kept, filename=f"{safe} ({count})")
            count += 1
        here[kept.file] = kept
    return {**before, **here}


def papers(status: Any, files: FileStore, variables: dict[str, Any]) -> Iterator[Paper]:
    """Yield the papers of the screen that `status` is, in order."""
    for attachment in status.attachments or []:
        yield from _attached(attachment, files)
    kind = status.question.question_type
    if kind == "sendfile" and status.question.response_file is not None:
        yield _sent(status.question.response_file)
    elif kind in ("response", "backgroundresponse"):
        yield _returned(status, variables)


def _attached(attachment: Any, files: FileStore) -> Iterator[Paper]:
    made = attachment["file"]
    for each in _FORMATS:
        number = made.get(each)
        if number is None:
            continue
        kept = files.numbered(number)
        extension = files.kind(number)[0] or "docx"
        yield Paper(
            str(attachment["name"]),
            str(attachment["filename"]),
            kept.content,
            kept.blanks,
            extension,
            kept.template,
        )
        if each == "docx":
            return
    if not made:
        yield from _written(attachment)


def _written(attachment: Any) -> Iterator[Paper]:
    """Yield what docassemble only shows, where it makes no file of it: HTML, or Markdown."""
    for each in ("html", "md"):
        if each in attachment["content"]:
            content = str(attachment["content"][each]).encode()
            yield Paper(str(attachment["name"]), str(attachment["filename"]), content, (), each)


def _sent(file: Any) -> Paper:
    path = Path(file.path())
    name = str(getattr(file, "filename", path.name))
    stem, _, extension = name.rpartition(".")
    return Paper(name, stem or name, path.read_bytes(), (), extension or "bin")


def _returned(status: Any, variables: dict[str, Any]) -> Paper:
    question = status.question
    kind = str(status.extras.get("content_type") or "text/plain").partition(";")[0].strip()
    if hasattr(question, "all_variables"):
        from docassemble.base.functions import dict_as_json

        content = dict_as_json(
            variables, include_internal=getattr(question, "include_internal", False)
        ).encode()
    elif hasattr(question, "binaryresponse"):
        held = question.binaryresponse
        content = held.encode() if isinstance(held, str) else bytes(held)
    elif hasattr(question, "backgroundresponse"):
        content = str(question.backgroundresponse).encode()
    else:
        content = (status.question_text or "").encode()
    extension = (mimetypes.guess_extension(kind) or ".txt").lstrip(".")
    return Paper("What the interview returned", "response", content, (), extension)
