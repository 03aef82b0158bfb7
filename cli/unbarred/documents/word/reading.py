"""Reads back what a DOCX says."""

from __future__ import annotations

import re

from lxml import etree

from unbarred.documents.word.package import read_package
from unbarred.documents.word.wordml import PARAGRAPH, text_of

_SPOKEN = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml$")


def text_of_parts(content: bytes) -> str:
    """Return the text of a DOCX, a line for each paragraph: the body first, then notes, headers, footers."""
    parts = read_package(content, "the document")
    names = sorted(filter(_SPOKEN.match, parts), key=lambda name: (name != "word/document.xml", name))
    lines = []
    for name in names:
        root = etree.fromstring(parts[name].content)
        lines += [text_of(paragraph) for paragraph in root.iter(PARAGRAPH)]
    return "\n".join(lines)
