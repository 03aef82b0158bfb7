"""Tracked changes: accepted they give the newer paper, refused the older one."""

from __future__ import annotations

from typing import Any

import deciding
import small_papers
from hypothesis import given, settings
from small_papers import Paper, made

from unbarred.documents.comparing.reading.readable import readable
from unbarred.documents.comparing.tracking.writing import tracked
from unbarred.documents.word.validating import faults

NAMES = ("before.docx", "after.docx")


def texts(said: dict[str, list[Any]]) -> dict[str, list[Any]]:
    """Return what was said without the styles: those are the newer paper's."""

    def plain(blocks: list[Any]) -> list[Any]:
        return [
            [[plain(cell) for cell in row] for row in held] if kind == "table" else held
            for kind, held in blocks
        ]

    return {story: plain(blocks) for story, blocks in said.items()}


def complaints(content: bytes) -> set[str]:
    return {fault.message for fault in faults(content)}


def check(before: bytes, after: bytes) -> bytes:
    result = tracked(before, after, NAMES)
    assert deciding.decided(result, accept=True) == deciding.said(after)
    assert texts(deciding.decided(result, accept=False)) == texts(deciding.said(before))
    # Our own reading takes tracked changes as accepted.
    assert readable(result, "x").split("== footer")[0] == readable(after, "x").split("== footer")[0]
    # Word finds nothing in it that it would not find in the papers themselves.
    assert complaints(result) <= complaints(before) | complaints(after)
    ids = [
        each.get(deciding.W + "id")
        for root in deciding.parts(result).values()
        for each in root.iter(deciding.W + "ins", deciding.W + "del", deciding.W + "pPrChange")
    ]
    assert len(ids) == len(set(ids))
    assert tracked(before, after, NAMES) == result
    return result


@settings(deadline=None, max_examples=40)
@given(pair=small_papers.pairs())
def test_any_two_papers(pair: tuple[Paper, Paper]) -> None:
    check(*map(made, pair))
