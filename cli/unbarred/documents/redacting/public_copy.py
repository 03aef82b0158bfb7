"""Makes the public copy of a Word file: the same paper without what must not be seen, in no part of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from unbarred.documents.errors import TemplateFault
from unbarred.documents.redacting import marking
from unbarred.documents.redacting.attributes import attribute_cuts, redact_attributes
from unbarred.documents.redacting.looking import Lookout, Tally
from unbarred.documents.redacting.parts import TYPES, Renaming, is_picture
from unbarred.documents.redacting.passages import passages, redact_all
from unbarred.documents.redacting.pictures import said_beside
from unbarred.documents.word.package import CONTENT_TYPES, Part, read_package, write_package
from unbarred.documents.word.settling import settle
from unbarred.documents.word.wordml import UTF8
from unbarred.errors import UserError, Where

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_MAIN = "word/document.xml"
_MAIN_LINKS = "word/_rels/document.xml.rels"
_HEADER = re.compile(r"word/header[^/]*\.xml")
_SEALED = re.compile(
    r".*(?:/embeddings/|/activeX/|afchunk|\.(?:bin|html?|mht|rtf|docx?|xlsx?)$)", re.IGNORECASE
)
"""Parts that hold a document of another kind, which cannot be looked through."""


class HoldsAnotherFile(UserError):
    """A paper has a file of another kind embedded in it, which cannot be looked through."""


@dataclass(frozen=True)
class PublicCopy:
    """The public copy of one paper, what was redacted in it, and how many pictures nobody looked at."""

    content: bytes
    tally: Tally
    pictures: int


def public_copy(content: bytes, name: str, lookout: Lookout) -> PublicCopy:
    """Return the public copy of a DOCX; `name` is what errors call it. Same content, same bytes.

    Raises `TemplateFault` for what is no DOCX, `HoldsAnotherFile`, or `UserError` where a secret
    would still be in it; nothing is made then.
    """
    parts = _opened(content, name)
    tally = Tally()
    trees = {part: _parsed(part, held, name) for part, held in parts.items() if _is_xml(part)}
    renaming = Renaming.of(parts, lookout)
    for part, root in trees.items():
        renaming.apply(part, root)
        if part != CONTENT_TYPES:
            settle(root)
            redact_all(root, lookout, tally)
            redact_attributes(root, lookout, tally)
    _mark(trees)
    others = {renaming.new_name(part): held for part, held in parts.items() if part not in trees}
    others = {part: held for part, held in others.items() if part}
    _prove(trees, others, name, lookout)
    made = others | {part: Part.of(_written(root)) for part, root in trees.items()}
    return PublicCopy(write_package(made), tally, sum(map(is_picture, made)))


def kinds_in_word_file(content: bytes, name: str, lookout: Lookout) -> Iterator[str]:
    """Yield the kind of each secret that a DOCX tells.

    Raises `TemplateFault` for what is none, and `HoldsAnotherFile`.
    """
    parts = _opened(content, name)
    trees = {part: _parsed(part, held, name) for part, held in parts.items() if _is_xml(part)}
    others = {part: held for part, held in parts.items() if part not in trees}
    yield from _kinds_left(trees, others, lookout)


def _opened(content: bytes, name: str) -> dict[str, Part]:
    parts = read_package(content, name)
    if any(_SEALED.match(f"/{part}") for part in parts):
        raise HoldsAnotherFile(
            "A file is embedded in this paper, and what it holds cannot be redacted.",
            "Take it out of the paper, or leave the paper out of the public copy.",
            Where(name),
        )
    return parts


def _is_xml(part: str) -> bool:
    return part.lower().endswith((".xml", ".rels", ".vml", ".svg")) or part == CONTENT_TYPES


def _parsed(part: str, held: Part, name: str) -> Element:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        return etree.fromstring(held.content, parser)
    except etree.XMLSyntaxError as fault:
        raise TemplateFault(f"The part {part} of this Word file is damaged.", where=Where(name)) from fault


def _written(root: Element) -> bytes:
    from lxml import etree

    text: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=False)
    return UTF8.encode() + text


def _mark(trees: dict[str, Element]) -> None:
    """Put the mark of a public copy on every page."""
    for part, root in trees.items():
        if _HEADER.fullmatch(part):
            marking.mark(root)
    if marking.refer_to_new_header(trees[_MAIN]):
        links = trees.setdefault(_MAIN_LINKS, marking.no_links())
        part = marking.free_part(trees)
        trees[part] = marking.new_header()
        marking.link_new_header(links, part)
        override = {"PartName": f"/{part}", "ContentType": marking.HEADER_TYPE}
        trees[CONTENT_TYPES].append(trees[CONTENT_TYPES].makeelement(f"{TYPES}Override", override))


def _prove(trees: dict[str, Element], others: dict[str, Part], name: str, lookout: Lookout) -> None:
    """Raise `UserError` if a secret is still anywhere in the file."""
    for kind in _kinds_left(trees, others, lookout):
        raise UserError(
            f"A {kind} would still be in the public copy.",
            "No public copy was made. Take the place out of the paper, or redact the paper by hand.",
            Where(name),
        )


def _kinds_left(trees: dict[str, Element], others: dict[str, Part], lookout: Lookout) -> Iterator[str]:
    for part, root in trees.items():
        if part != CONTENT_TYPES:
            yield from _kinds_in(root, lookout)
    for held in others.values():
        yield from (cut.kind for text in said_beside(held.content) for cut in lookout.cuts(text))


def _kinds_in(root: Element, lookout: Lookout) -> Iterator[str]:
    for passage in passages(root):
        yield from (cut.kind for cut in lookout.cuts("".join(piece.text for piece in passage)))
    for _, _, cuts in attribute_cuts(root, lookout):
        yield from (cut.kind for cut in cuts)
