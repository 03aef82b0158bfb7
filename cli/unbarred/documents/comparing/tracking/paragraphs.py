"""Writes what changed in one paragraph into it, letter by letter."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from unbarred.documents.comparing.edits import Edit, edits
from unbarred.documents.comparing.matching import Comparison
from unbarred.documents.comparing.pieces import Piece, leaves_of
from unbarred.documents.comparing.reading.inline import SIMPLE_FIELD
from unbarred.documents.comparing.tracking.carrying import Carrier
from unbarred.documents.comparing.tracking.marks import Marks
from unbarred.documents.comparing.tracking.runs import cut_out, field_runs, run_like, text_leaf
from unbarred.documents.word.wordml import PARAGRAPH_FORMAT, SECTION, TEXT

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


@dataclass(frozen=True)
class Ground:
    """What all changes of one pair of stories are made with; `parts` are those they stand in."""

    comparison: Comparison
    marks: Marks
    carrier: Carrier
    parts: tuple[str, str]


def change(ground: Ground, before: Element, after: Element) -> None:
    """Mark in the paragraph `after` what was put in, and put into it what was taken out of `before`."""
    old = ground.comparison.before.spelling(ground.parts[0]).pieces(before)
    new = ground.comparison.after.spelling(ground.parts[1]).pieces(after)
    _Rewriting(ground, old, new, edits(_letters(old), _letters(new))).rewrite(after)


def put_in(ground: Ground, paragraph: Element) -> None:
    """Mark all that the paragraph holds as put in."""
    new = ground.comparison.after.spelling(ground.parts[1]).pieces(paragraph)
    whole = Edit(0, 0, 0, len(_letters(new)), same=False)
    _Rewriting(ground, [], new, [whole]).rewrite(paragraph)


def taken_out(ground: Ground, paragraph: Element) -> Element:
    """Return the paragraph of the older paper as one that was taken out of the newer."""
    made = paragraph.makeelement(paragraph.tag)
    form = paragraph.find(PARAGRAPH_FORMAT)
    if form is not None:
        own = copy.deepcopy(form)
        for section in own.findall(SECTION):
            own.remove(section)
        made.append(own)
    old = ground.comparison.before.spelling(ground.parts[0]).pieces(paragraph)
    runs = cut_out(old, 0, len(_letters(old)))
    if runs:
        made.append(ground.marks.wrap("del", runs))
    ground.carrier.settle(made, *ground.parts)
    return made


def _letters(pieces: list[Piece]) -> str:
    return "".join(piece.text for piece in pieces)


class _Rewriting:
    """Builds the runs of one paragraph anew."""

    def __init__(self, ground: Ground, old: list[Piece], new: list[Piece], made: list[Edit]) -> None:
        self._ground = ground
        self._old = old
        self._edits = made
        self._due = {edit.begin: edit for edit in made if not edit.same and edit.start < edit.end}
        self._place: dict[Element, tuple[int, Piece]] = {}
        at = 0
        for piece in new:
            for _, leaf in piece.leaves:
                self._place[leaf] = at, piece
            at += len(piece.text)
        self._end = at

    def rewrite(self, paragraph: Element) -> None:
        """Put the new runs where the old ones were, in whatever they stand in."""
        by_run: dict[Element, list[Element]] = {}
        for run, leaf in list(leaves_of(paragraph)):
            by_run.setdefault(run, []).append(leaf)
        for run, leaves in by_run.items():
            made = list(self._runs(run, leaves))
            parent = run.getparent()
            at = parent.index(run)
            if made != [run]:
                parent[at : at + 1] = made
        paragraph.extend(self._taken_out(self._end))

    def _runs(self, run: Element, leaves: list[Element]) -> Iterator[Element]:
        """Yield what stands in the place of `run`: runs, and marks around runs."""
        kept: list[Element] = []
        added: list[Element] = []

        def flush() -> Iterator[Element]:
            if kept:
                yield run_like(run, kept)
            if added:
                yield self._ground.marks.wrap("ins", [run_like(run, added)])
            kept.clear()
            added.clear()

        for leaf in leaves:
            for out, is_new, piece in self._cut(leaf):
                if out or (kept if is_new else added):
                    yield from flush()
                yield from out
                if piece.tag == SIMPLE_FIELD:
                    yield from flush()
                    yield self._ground.marks.wrap("ins", field_runs(piece)) if is_new else piece
                else:
                    (added if is_new else kept).append(piece)
        yield from flush()

    def _cut(self, leaf: Element) -> Iterator[tuple[list[Element], bool, Element]]:
        """Yield the parts of `leaf`: what was taken out before each, whether it is new, and itself."""
        if leaf not in self._place:
            yield [], False, leaf
            return
        at, piece = self._place[leaf]
        end = at + len(piece.text)
        within = [edit for edit in self._edits if edit.begin < end and edit.stop > at]
        if len(within) == 1 or leaf.tag != TEXT or len(piece.leaves) > 1:
            yield self._taken_out(at), not within[0].same, leaf
            return
        for edit in within:
            start, stop = max(edit.begin, at), min(edit.stop, end)
            words = text_leaf(leaf, piece.text[start - at : stop - at])
            yield self._taken_out(start), not edit.same, words

    def _taken_out(self, at: int) -> list[Element]:
        """Return what was taken out before the letter `at`, the first time it is asked for."""
        edit = self._due.pop(at, None)
        if edit is None:
            return []
        runs = cut_out(self._old, edit.start, edit.end)
        mark = self._ground.marks.wrap("del", runs)
        self._ground.carrier.settle(mark, *self._ground.parts)
        return [mark]
