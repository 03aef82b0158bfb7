"""What docassemble leaves to LibreOffice and Pandoc, which are not part of unbarred.

They are never started, installed or not, so that an interview gives the same
papers on every machine. A DOCX template is filled without them: where an
interview wants a PDF of it too, or instead, she gets the DOCX. Everything else
is refused in a sentence.
"""

from __future__ import annotations

from types import CodeType
from typing import Any

from unbarred.engine.services import refused

_MADE_FROM_DOCX = frozenset({"pdf", "rtf", "rtf to docx", "tex", "html", "*"})

REPLACED = {
    "pandoc": ("MyPandoc", "convert_file", "update_references", "word_to_markdown", "word_to_pdf"),
    "parse": ("MyPandoc", "update_references", "word_to_pdf"),
    "util": ("convert_file", "word_to_markdown", "word_to_pdf"),
    "file_docx": ("convert_file",),
}
"""The names in docassemble's modules that start one of the two programs."""


def refuse(*arguments: object, **named: object) -> None:
    """Take the place of what would start LibreOffice or Pandoc."""
    raise refused("document conversion")


def cannot() -> bool:
    """Answer docassemble when it asks whether it could turn a Word file into Markdown."""
    return False


def preparing(stock: Any) -> Any:
    """Take the place of docassemble's preparation of an attachment: a DOCX template makes a DOCX only."""

    def prepare_attachment(question: Any, attachment: dict[str, Any], variables: dict[str, Any]) -> Any:
        if "docx_template_file" in attachment["options"]:
            wanted = attachment["valid_formats"]
            if isinstance(wanted, CodeType):
                # The interview's own expression, which the stock method would work out in the same way.
                wanted = eval(wanted, variables)  # noqa: S307
            attachment = attachment | {"valid_formats": _without_conversion(wanted)}
        return stock(question, attachment, variables)

    return prepare_attachment


def _without_conversion(formats: list[str]) -> list[str]:
    kept = [each for each in formats if each not in _MADE_FROM_DOCX]
    return kept if "docx" in kept or kept == formats else ["docx", *kept]
