"""Sets of answers as a paper, so that their changes can be tracked as those of papers are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from unbarred.answers.answer_set import AnswerSet
from unbarred.documents.comparing.answers import shown
from unbarred.documents.composing.build import document_xml, element, text
from unbarred.documents.composing.numbering import numbering_part
from unbarred.documents.composing.packing import pack, settings_part
from unbarred.documents.composing.style import LANGUAGE, LETTER, styles_part
from unbarred.documents.filling.marks import clean

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


def listing(answers: AnswerSet) -> bytes:
    """Return a DOCX with all answers by name, in their order; the same bytes each time."""
    body = element("body", _paragraph("Answers", "Title"))
    about = {"interview": answers.interview, "place": answers.jurisdiction, "as of": answers.as_of}
    for name, value in about.items():
        if value:
            body.append(_paragraph(f"{name}: {shown(str(value))}"))
    for name, answer in answers.answers.items():
        first, *others = clean(shown(answer)).split("\n")
        body.append(_paragraph(f"{name}: {first}"))
        body.extend(_paragraph(line) for line in others if line.strip())
    beside = {
        "styles.xml": ("styles", styles_part(LETTER)),
        "numbering.xml": ("numbering", numbering_part(0)),
        "settings.xml": ("settings", settings_part()),
    }
    return pack(document_xml(element("document", body)), beside, "Answers", LANGUAGE[LETTER])


def _paragraph(words: str, style: str = "") -> Element:
    form = element("pPr", element("pStyle", val=style)) if style else None
    return element("p", form, element("r", text(words)))
