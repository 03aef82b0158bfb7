"""Makes DOCX papers of attachments written in Markdown, where docassemble's server has Pandoc do it.

Neither Pandoc nor LibreOffice is started, installed or not, so that an
interview gives the same papers on every machine; `unbarred.documents` makes them.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from unbarred.engine import files, private_folder
from unbarred.engine.attachment_text import TextWithPlaces
from unbarred.engine.services import refused

_METADATA = re.compile(r"\A---\n.*?\n\.\.\.\n", re.DOTALL)
"""docassemble writes the metadata in front of the text, and hands them over besides."""

_LETTER_PAPER = frozenset("BZ CA CL CO CR DO GT MX NI PA PH PR SV US VE".split())
"""Countries that write on letter paper; the others use A4."""

_OF_PAGES = frozenset({"pdf", "docx", "doc", "rtf", "odt"})
"""Endings of files whose pages a server would put into the paper as pictures."""


class MarkdownPaper:
    """What docassemble takes for its `MyPandoc`."""

    def __init__(self, **options: object) -> None:
        self.input_content = ""
        self.output_content: str | None = None
        self.output_format = "docx"
        self.output_filename: str | None = None
        self.template_file: str | None = None
        self.reference_file: str | None = None
        self.metadata: dict[str, object] = {}
        self.initial_yaml: list[str] = []
        self.additional_yaml: list[str] = []

    def convert(self, question: Any) -> None:
        """Make what `output_format` says of `input_content`: a DOCX or HTML; all else is refused."""
        if self.output_format == "html":
            from docassemble.base.thread_context import this_thread

            self.output_content = this_thread.markdown.reset().convert(self.input_content)
        elif self.output_format == "docx":
            self._draft(question)
        else:
            raise refused("document conversion")

    def _draft(self, question: Any) -> None:
        from docassemble.base.functions import get_country, word
        from docassemble.base.thread_context import this_thread

        from unbarred.documents.drafting import Answers, Showing, draft

        content, answers = self.input_content, Answers()
        text = content
        if isinstance(content, TextWithPlaces):
            text, answers = content.marked, content.answers
        title = str(this_thread.misc["attachment_info"]["name"])
        showing = Showing(
            title=str(_marked(title, answers)),
            find=lambda reference: _find(reference, question),
            metadata={key: _marked(value, answers) for key, value in self.metadata.items()},
            paper="letter" if get_country() in _LETTER_PAPER else "a4",
            page_of=(word("page"), word("of")),
        )
        made = draft(_METADATA.sub("", text, count=1), answers, showing)
        path = str(private_folder.path() / "draft.docx")
        blanks = tuple(f"{title}: {blank.label} ({blank.number})" for blank in made.blanks)
        files.of_this_run().hand_over(path, files.KeptFile(made.content, blanks))
        self.output_filename = path


def _marked(value: object, answers: Any) -> object:
    """Return a title, or a value of the metadata, with places for answers in its words."""
    from docassemble.base.thread_context import get_globals

    from unbarred.documents.drafting import cleaned

    return get_globals().unbarred_said.hold_in(cleaned(value), answers) if isinstance(value, str) else value


def _find(reference: str, question: Any) -> Path | str:
    """Return where the picture lies, or its name if there is none that could be shown."""
    from docassemble.base.hooks import file_finder

    from unbarred.documents.drafting import QR

    if reference.startswith(QR):
        return _code_of(reference.removeprefix(QR))
    if reference in question.interview.images:
        reference = question.interview.images[reference].get_reference()
    found = file_finder(reference, question=question) or {}
    if found.get("extension") in _OF_PAGES:
        raise refused("page pictures")
    path = Path(found.get("fullpath") or "")
    return path if path.is_file() else str(found.get("filename") or reference)


def _code_of(words: str) -> Path:
    from docassemble.base.filter import docx

    path = private_folder.path() / "code.png"
    docx.qrcode.make(words).save(str(path))
    return path
