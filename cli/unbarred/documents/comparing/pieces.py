"""A paragraph as a row of letters and objects, so that two can be compared letter by letter.

An object, such as a picture, the sign of a footnote or a field, is one letter of a private alphabet;
equal objects have the same letter.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING

from unbarred.documents.comparing.reading.inline import (
    BOX,
    DRAWN,
    FIELD_MARK,
    LETTERS,
    NOTE_SIGNS,
    SIMPLE_FIELD,
)
from unbarred.documents.comparing.reading.opened import Opened
from unbarred.documents.word.wordml import FALLBACK, PARAGRAPH, PARAGRAPH_FORMAT, RUN, RUN_FORMAT, TEXT, R, w

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_DRAWN_TEXT = "{http://schemas.openxmlformats.org/drawingml/2006/main}t"
_FIRST = 0xF0000
# They print nothing: what Word noted when it last laid out the pages, and the sign of a comment.
_NOTHING = {w("lastRenderedPageBreak"), w("commentReference"), w("annotationRef")}


class Alphabet:
    """The letters of the objects of two documents that are compared."""

    def __init__(self) -> None:
        self._letters: dict[Hashable, str] = {}

    def letter(self, key: Hashable) -> str:
        """Return the letter of every object that has this key."""
        return self._letters.setdefault(key, chr(_FIRST + len(self._letters)))


@dataclass(eq=False)
class Piece:
    """Some letters of a paragraph that come from one element, or one object that may have many.

    `leaves` are the elements in runs, each with its run; of a simple field it is the field alone.
    """

    text: str
    leaves: list[tuple[Element, Element]] = field(default_factory=list)


class Spelling:
    """Spells the paragraphs of one document."""

    def __init__(
        self, opened: Opened, part: str, alphabet: Alphabet, fellows: dict[Element, Hashable]
    ) -> None:
        """`fellows` has a key for each note and text box that the other document has too."""
        self._opened = opened
        self._targets = opened.relationships(part)
        self._notes = {kind: _by_id(opened, f"{kind}s") for kind in NOTE_SIGNS.values()}
        self._alphabet = alphabet
        self._fellows = fellows

    def spelled(self, paragraph: Element) -> str:
        """Return the paragraph's letters."""
        return "".join(piece.text for piece in self.pieces(paragraph))

    def pieces(self, paragraph: Element) -> list[Piece]:
        """Return the pieces of the paragraph in order; what prints nothing is in none."""
        found: list[Piece] = []
        leaves = list(leaves_of(paragraph))
        at = 0
        while at < len(leaves):
            run, leaf = leaves[at]
            end = _end_of_field(leaves, at) if leaf.tag == FIELD_MARK else at + 1
            if end > at + 1:
                key = "".join(f"{each.tag}{each.text or ''}" for _, each in leaves[at:end])
                found.append(Piece(self._alphabet.letter(("field", key)), leaves[at:end]))
            elif leaf.tag not in _NOTHING:
                found.append(Piece(self._letters(leaf), [(run, leaf)]))
            at = end
        return [piece for piece in found if piece.text]

    def _letters(self, leaf: Element) -> str:
        if leaf.tag == TEXT:
            return leaf.text or ""
        if leaf.tag == w("br"):
            return "\n" if leaf.get(w("type")) in (None, "textWrapping") else self._object(leaf)
        return LETTERS.get(leaf.tag) or self._object(leaf)

    def _object(self, leaf: Element) -> str:
        return self._alphabet.letter((leaf.tag, self._key(leaf)))

    def _key(self, leaf: Element) -> Hashable:
        """Return what tells this object from others of its kind."""
        if leaf.tag in NOTE_SIGNS:
            kind, number = NOTE_SIGNS[leaf.tag], leaf.get(w("id"), "")
            return self._fellows.get(self._notes[kind].get(number), (id(self), kind, number))
        box = next(leaf.iter(BOX), None)
        if box is not None:
            return self._fellows.get(box, (id(self), "".join(box.itertext())))
        if leaf.tag == SIMPLE_FIELD:
            shown = "".join(each.text or "" for each in leaf.iter(TEXT))
            return leaf.get(w("instr"), "").strip(), shown
        held = [
            self._digest(each.get(name))
            for each in leaf.iter()
            for name in each.attrib
            if name.startswith(f"{{{R}}}")
        ]
        # Sizes and places are looks; what is written in a drawing, or said of it, is not.
        words = [each.text for each in leaf.iter(TEXT, _DRAWN_TEXT)]
        words += [each.get(name) for each in leaf.iter(DRAWN) for name in ("descr", "title")]
        own = tuple(held) or (tuple(sorted(leaf.attrib.items())), leaf.text)
        return *own, *words

    def _digest(self, reference: str) -> str:
        """Return what a relationship holds, in short."""
        related = self._targets.get(reference)
        if related is None:
            return reference
        part = self._opened.parts.get(related.target)
        return related.target if part is None else sha256(part.content).hexdigest()


def _by_id(opened: Opened, kind: str) -> dict[str, Element]:
    part = opened.named(kind)
    root = opened.root(part) if part else None
    return {} if root is None else {note.get(w("id"), ""): note for note in root}


def objects_in(letters: str) -> str:
    """Return the letters of the objects alone."""
    return "".join(each for each in letters if ord(each) >= _FIRST)


def leaves_of(element: Element) -> Iterator[tuple[Element, Element]]:
    """Yield what stands in the runs below `element`, with the run; a simple field is its own run."""
    for child in element:
        if child.tag in (PARAGRAPH_FORMAT, PARAGRAPH, FALLBACK):
            continue
        if child.tag == SIMPLE_FIELD:
            yield child, child
        elif child.tag == RUN:
            yield from ((child, leaf) for leaf in child if leaf.tag != RUN_FORMAT)
        else:
            yield from leaves_of(child)


def _end_of_field(leaves: list[tuple[Element, Element]], at: int) -> int:
    """Return the position after the field that begins at `at`; `at + 1` if it does not end here."""
    depth = 0
    for position in range(at, len(leaves)):
        leaf = leaves[position][1]
        if leaf.tag == FIELD_MARK:
            kind = leaf.get(w("fldCharType"))
            depth += (kind == "begin") - (kind == "end")
            if depth == 0 and kind == "end":
                return position + 1
            if depth < 0 or (position == at and kind != "begin"):
                break
    return at + 1
