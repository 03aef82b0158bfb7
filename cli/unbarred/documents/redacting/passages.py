"""The passages of a part: what stands in one paragraph, however many runs it is split over.

A secret can be cut by formatting, by a field, by hidden text. So each paragraph is read in
several ways, and what any reader could see is looked through.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from unbarred.documents.redacting.looking import Cut, Lookout, Tally
from unbarred.documents.redacting.secrets import identifier
from unbarred.documents.word.wordml import (
    BREAK,
    PARAGRAPH,
    RUN,
    RUN_FORMAT,
    TAB,
    TEXT,
    WP,
    keep_spaces,
    w,
)

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_PARAGRAPHS = {PARAGRAPH, f"{_DRAWING}p"}
_DELETED = w("delText")
_SEEN = {TEXT, f"{_DRAWING}t", f"{_MATHS}t", _DELETED}
_INSTRUCTIONS = {w("instrText"), w("delInstrText")}
_SIGNS = {
    TAB: "\t",
    BREAK: "\n",
    w("cr"): "\n",
    w("noBreakHyphen"): "-",
    w("softHyphen"): "",
    w("ptab"): "\t",
    f"{_DRAWING}br": "\n",
}
_HIDDEN = {w("vanish"), w("specVanish")}

_ROUNDS = 4
"""Cutting one secret may bring the halves of another together; so often it is looked again."""


@dataclass(frozen=True)
class Piece:
    """Some text of a passage: of the element itself, after it, or of a sign such as a tab."""

    element: Element
    text: str
    is_tail: bool = False
    is_sign: bool = False


Passage = tuple[Piece, ...]


def passages(root: Element) -> Iterator[Passage]:
    """Yield every passage of a part; one text may stand in several."""
    paragraphs: dict[Element, list[Piece]] = {each: [] for each in root.iter(*_PARAGRAPHS)}
    instructions: dict[Element | None, list[Piece]] = {}
    others: list[Piece] = []
    for element in root.iter():
        home = next(element.iterancestors(*_PARAGRAPHS), None)
        if home is not None and (element.tag in _SEEN or _is_sign(element)):
            is_sign = element.tag in _SIGNS
            text = _SIGNS[element.tag] if is_sign else element.text or ""
            paragraphs[home].append(Piece(element, text, is_sign=is_sign))
            others += _behind(element)
        elif element.tag in _INSTRUCTIONS:
            instructions.setdefault(home, []).append(Piece(element, element.text or ""))
        else:
            others += _loose(element)
    for pieces in paragraphs.values():
        yield tuple(pieces)
        if any(_is_hidden(piece.element) for piece in pieces):
            # What is hidden or was deleted keeps apart what is read as one.
            yield tuple(piece for piece in pieces if not _is_hidden(piece.element))
    yield from map(tuple, instructions.values())
    yield from ((piece,) for piece in others)
    if _has_mixed_text(root):
        yield tuple(others)


def redact(passage: Passage, lookout: Lookout, tally: Tally) -> bool:
    """Cut the secrets out of a passage; say whether there were any."""
    pieces = [_now(piece) for piece in passage]
    text = "".join(piece.text for piece in pieces)
    cuts = lookout.cuts(text) if text.strip() else []
    for cut in reversed(cuts):
        pieces = _without(pieces, cut)
    if cuts:
        lookout.note(text, cuts, "".join(piece.text for piece in pieces), tally)
    return bool(cuts)


def redact_all(root: Element, lookout: Lookout, tally: Tally) -> None:
    """Cut the secrets out of every passage of a part."""
    for _ in range(_ROUNDS):
        found = [redact(passage, lookout, tally) for passage in passages(root)]
        if not any(found):
            return


def _without(pieces: Sequence[Piece], cut: Cut) -> list[Piece]:
    """Return the pieces without what was cut; its first piece holds what stands in its place."""
    after: list[Piece] = []
    start, instead = 0, cut.instead
    for piece in pieces:
        end = start + len(piece.text)
        first, last = max(cut.start, start), min(cut.end, end)
        if piece.element.tag in _INSTRUCTIONS:
            instead = instead and identifier(instead)
        if first < last and not (piece.is_sign and piece.text.isspace()):
            kept = piece.text[: first - start] + instead + piece.text[last - start :]
            instead = ""
            after.append(_written(piece, kept))
        else:
            after.append(piece)
        start = end
    return after


def _written(piece: Piece, text: str) -> Piece:
    """Write the text into the piece's element."""
    element = piece.element
    if piece.is_tail:
        element.tail = text
    elif piece.is_sign:
        # A hyphen that does not break becomes text like any other.
        element.tag, element.text = TEXT, text
        return Piece(element, text)
    else:
        element.text = text
        if element.tag == TEXT:
            keep_spaces(element)
    return Piece(element, text, piece.is_tail)


def _now(piece: Piece) -> Piece:
    """Return the piece as it reads now: an earlier passage may have changed it."""
    if piece.is_tail:
        return Piece(piece.element, piece.element.tail or "", is_tail=True)
    if piece.element.tag in _SIGNS:
        return piece
    return Piece(piece.element, piece.element.text or "")


def _is_sign(element: Element) -> bool:
    parent = element.getparent()
    in_run = parent is not None and (parent.tag == RUN or element.tag == f"{_DRAWING}br")
    return in_run and element.tag in _SIGNS


def _is_hidden(element: Element) -> bool:
    if element.tag == _DELETED:
        return True
    run = element.getparent()
    form = run.find(RUN_FORMAT) if run is not None else None
    return form is not None and any(child.tag in _HIDDEN for child in form)


def _loose(element: Element) -> Iterator[Piece]:
    """Yield the text of an element that is no text of a paragraph: of a property, of other XML."""
    if str(element.tag).startswith(f"{{{WP}}}"):
        # Places and sizes, in figures.
        return
    if element.text and element.text.strip():
        yield Piece(element, element.text)
    yield from _behind(element)


def _behind(element: Element) -> Iterator[Piece]:
    if element.tail and element.tail.strip():
        yield Piece(element, element.tail, is_tail=True)


def _has_mixed_text(root: Element) -> bool:
    """Say whether a part has text of its own kind, which tags may cut in the middle of a word."""
    return not str(root.tag).startswith(w(""))
