"""The stories of a document: its body, its headers and footers, its notes, comments and text boxes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from unbarred.documents.comparing.reading.inline import boxes
from unbarred.documents.comparing.reading.opened import DOCUMENT, Opened
from unbarred.documents.word.wordml import BODY, PARAGRAPH, SECTION, R, w

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

BODY_STORY = "body"
_ID = f"{{{R}}}id"
_REFERENCES = (w("headerReference"), w("footerReference"))
# Word's own lines above the notes, not notes.
_SEPARATORS = ("separator", "continuationSeparator", "continuationNotice")
_WORDS = {"first": "first page", "even": "even pages"}


@dataclass(frozen=True)
class Story:
    """One stream of paragraphs and tables: `root` holds them.

    `name` is the same for the same story of two documents: `body`, `footer`, `header, first page`,
    `footnote 2`, `comment 1`, `text box 1`. `part` is the part of the package it stands in. `section`
    counts the sections of the document from 1, and `pages` is Word's word for those that a header or
    footer is on: `default`, `first`, `even`.
    """

    name: str
    root: Element
    part: str
    section: int = 0
    pages: str = ""


def stories(opened: Opened) -> list[Story]:
    """Return everything that `opened` says: headers first, then body, footers, notes, comments, boxes."""
    body = opened.document.find(BODY)
    found = [] if body is None else [Story(BODY_STORY, body, DOCUMENT)]
    running = list(_running(opened))
    headers = [each for each in running if each.name.startswith("header")]
    footers = [each for each in running if not each.name.startswith("header")]
    ordered = [*headers, *found, *footers, *_notes(opened)]
    return [*ordered, *_boxes(ordered)]


def _running(opened: Opened) -> Iterator[Story]:
    """Yield headers and footers, each part once, named for the first section that has it."""
    targets = opened.relationships(DOCUMENT)
    seen = set()
    for number, section in enumerate(opened.document.iter(SECTION), start=1):
        for reference in section.iterchildren(*_REFERENCES):
            related = targets.get(reference.get(_ID, ""))
            root = opened.root(related.target) if related is not None and not related.outside else None
            if related is None or root is None or related.target in seen:
                continue
            seen.add(related.target)
            kind = "header" if reference.tag == _REFERENCES[0] else "footer"
            pages = reference.get(w("type"), "default")
            details = [_WORDS.get(pages, ""), f"section {number}" if number > 1 else ""]
            yield Story(", ".join([kind, *filter(None, details)]), root, related.target, number, pages)


def _notes(opened: Opened) -> Iterator[Story]:
    """Yield footnotes, endnotes and comments that the text has a sign of, in their order."""
    for kind, name in (("footnotes", "footnote"), ("endnotes", "endnote"), ("comments", "comment")):
        part = opened.named(kind)
        root = opened.root(part) if part else None
        signs = {each.get(w("id")) for each in opened.document.iter(w(f"{name}Reference"))}
        for note in () if root is None else root.iterchildren(w(name)):
            if note.get(w("type")) not in _SEPARATORS and note.get(w("id")) in signs:
                yield Story(f"{name} {note.get(w('id'), '')}", note, part)


def _boxes(hosts: list[Story]) -> Iterator[Story]:
    number = 0
    for host in hosts:
        for paragraph in host.root.iter(PARAGRAPH):
            for box in boxes(paragraph):
                number += 1
                yield Story(f"text box {number}", box, host.part)
