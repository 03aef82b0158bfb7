"""What docassemble leaves to LibreOffice and Pandoc, which are not part of unbarred.

They are never started, installed or not, so that an interview gives the same
papers on every machine. DOCX templates are filled, and Markdown is drafted,
without them: where an interview wants a PDF of it too, or instead, she gets the
DOCX. Everything else is refused in a sentence.
"""

from __future__ import annotations

from types import CodeType
from typing import Any

from unbarred.engine.services import refused

_MADE_FROM_DOCX = frozenset({"pdf", "rtf", "rtf to docx", "tex", "*"})

REPLACED = {
    "pandoc": ("convert_file", "update_references", "word_to_markdown", "word_to_pdf"),
    "parse": ("update_references", "word_to_pdf"),
    "util": ("convert_file", "word_to_markdown", "word_to_pdf"),
    "file_docx": ("convert_file",),
}
"""The names in docassemble's modules that start one of the two programs."""

DRAFTED = ("pandoc", "parse")
"""The modules in which `MyPandoc` is the class that makes papers of Markdown."""


def refuse(*arguments: object, **named: object) -> None:
    """Take the place of what would start LibreOffice or Pandoc."""
    raise refused("document conversion")


def can() -> bool:
    """Answer docassemble when it asks whether it could turn a Word file into Markdown: trying is refused."""
    return True


def look_through(filename: str, extension: str) -> None:
    """Take the place of a look whether a file from a word processor is whole, which only converts it."""


def preparing(stock: Any) -> Any:
    """Take the place of docassemble's preparation of an attachment: what is written makes a DOCX only."""

    def prepare_attachment(question: Any, attachment: dict[str, Any], variables: dict[str, Any]) -> Any:
        options = attachment["options"]
        if "pdf_template_file" in options or attachment["raw"]:
            return stock(question, attachment, variables)
        wanted = attachment["valid_formats"]
        if isinstance(wanted, CodeType):
            # The interview's own expression, which the stock method would work out in the same way.
            wanted = eval(wanted, variables)  # noqa: S307
        if "docx_template_file" in options:
            formats = _without_conversion([each for each in wanted if each != "html"] or ["docx"])
            return stock(question, attachment | {"valid_formats": formats}, variables)
        return _holding_answers(
            stock, question, attachment | {"valid_formats": _without_conversion(wanted)}, variables
        )

    return prepare_attachment


def _holding_answers(stock: Any, question: Any, attachment: dict[str, Any], variables: dict[str, Any]) -> Any:
    """Prepare an attachment of Markdown, in which her answers are no Markdown."""
    from docassemble.base.thread_context import get_globals

    from unbarred.documents.drafting import Answers, blackened, cleaned
    from unbarred.engine.attachment_text import HoldingText, TextWithPlaces

    said, answers = get_globals().unbarred_said, Answers()
    written = attachment["content"]
    if written is not None:
        attachment = attachment | {"content": HoldingText(written, said, answers)}
    prepared = stock(question, attachment, variables)
    for kind, made in prepared["markdown"].items():
        # In a file that code names, the answers are looked for in the whole of it.
        text = said.hold_in(cleaned(made), answers) if written is None else made
        prepared["markdown"][kind] = (
            TextWithPlaces.of(text, answers) if kind == "docx" else answers.restore(blackened(text, answers))
        )
    return prepared


def _without_conversion(formats: list[str]) -> list[str]:
    kept = [each for each in formats if each not in _MADE_FROM_DOCX]
    return kept if "docx" in kept or kept == formats else ["docx", *kept]
