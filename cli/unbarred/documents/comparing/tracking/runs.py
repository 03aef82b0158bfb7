"""Cuts the runs of paragraphs where a change begins or ends."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

from unbarred.documents.comparing.pieces import Piece
from unbarred.documents.comparing.reading.inline import FIELD_MARK, INSTRUCTION, SIMPLE_FIELD
from unbarred.documents.word.wordml import RUN, RUN_FORMAT, TEXT, keep_spaces, w

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_DELETED = {TEXT: w("delText"), INSTRUCTION: w("delInstrText")}


def run_like(run: Element, leaves: list[Element]) -> Element:
    """Return a new run in the letters of `run` that holds `leaves`; they are taken from where they are."""
    made = run.makeelement(RUN)
    form = run.find(RUN_FORMAT)
    if form is not None:
        made.append(copy.deepcopy(form))
    made.extend(leaves)
    return made


def text_leaf(leaf: Element, words: str) -> Element:
    """Return a text element like `leaf` that says `words`."""
    made = leaf.makeelement(TEXT)
    made.text = words
    keep_spaces(made)
    return made


def field_runs(field: Element) -> list[Element]:
    """Return a simple field as runs, since only runs can be put in and taken out."""
    inner = [copy.deepcopy(each) for each in field.iterchildren(RUN)]
    like = inner[0] if inner else field

    def mark(kind: str) -> Element:
        return run_like(like, [field.makeelement(FIELD_MARK, {w("fldCharType"): kind})])

    instruction = field.makeelement(INSTRUCTION)
    instruction.text = field.get(w("instr"), "")
    keep_spaces(instruction)
    return [mark("begin"), run_like(like, [instruction]), mark("separate"), *inner, mark("end")]


def cut_out(pieces: list[Piece], start: int, end: int) -> list[Element]:
    """Return copies of the runs that hold the letters from `start` to `end`, marked as taken out."""
    found: list[Element] = []
    last: Element | None = None
    at = 0
    for piece in pieces:
        begin, stop = max(start, at), min(end, at + len(piece.text))
        if begin < stop:
            for run, leaf in piece.leaves:
                if leaf.tag == SIMPLE_FIELD:
                    found += field_runs(leaf)
                    last = None
                    continue
                is_text = leaf.tag == TEXT and len(piece.leaves) == 1
                words = piece.text[begin - at : stop - at]
                made = text_leaf(leaf, words) if is_text else copy.deepcopy(leaf)
                if run is last:
                    found[-1].append(made)
                else:
                    found.append(run_like(run, [made]))
                last = run
        at += len(piece.text)
    for run in found:
        for each in list(run):
            if each.tag in _DELETED:
                each.tag = _DELETED[each.tag]
    return found
