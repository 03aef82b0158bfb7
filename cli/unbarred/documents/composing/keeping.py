"""Decides which blocks must stay on one page with what comes after them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice, takewhile

from unbarred.documents.composing.blocks import Block, Caption, Control, Lines, SignatureBlock, Table, Words

# As many blocks that are always there, the signature counted, stay on its page; and as many of all.
_LAST_WORDS = 3
_LAST_BLOCKS = 4
_LONGEST_CHAIN = 5
_OPENING = re.compile(r"\{%-?\s*(?:if|for)\b")
_LOOP, _END_OF_LOOP = re.compile(r"\{%-?\s*for\b"), re.compile(r"\{%-?\s*endfor\b")
_CLOSING = re.compile(r"\{%-?\s*end(?:if|for)\b")


def is_kept(above: Sequence[Block], block: Block, after: Sequence[Block]) -> bool:
    """Whether `block` may not part from the block after it."""
    if isinstance(block, Lines) and block.kept:
        return True
    return (
        _is_signed(after)
        or (announces(block) and isinstance(next(_spoken(after), None), Lines | Table | Caption))
        or _opens(above, block, after)
        or (_is_in(block, "ListBullet") and not _is_repeated(above) and _is_at_an_end(above, block, after))
    )


def kept_lines(always: Sequence[int]) -> frozenset[int]:
    """Return which lines of a block stay with the next; `always` numbers those that no condition governs.

    A short block stays whole; of a long one no line stands alone at the foot or head of a page.
    LibreOffice gives up on more than `_LONGEST_CHAIN` lines that have to stay together.
    """
    if len(always) < 2:
        return frozenset()
    if len(always) <= _LONGEST_CHAIN:
        return frozenset(range(always[0], always[-1]))
    return frozenset((*range(always[0], always[1]), *range(always[-2], always[-1])))


def _is_signed(after: Sequence[Block]) -> bool:
    """Whether a signature comes so soon that it would stand alone on its page but for these words."""
    always = 0
    for each, is_always in islice(_coming(after), _LAST_BLOCKS):
        if isinstance(each, SignatureBlock):
            return True
        if _is_in(each, "Heading"):
            # What is signed has a section of its own.
            return False
        # Words that a condition may leave out keep nothing company.
        always += is_always
        if always >= _LAST_WORDS:
            return False
    return False


def announces(block: Block | None) -> bool:
    """Whether `block` ends in a colon: what comes next is what it speaks of."""
    last = block.inline[-1] if isinstance(block, Lines) and block.inline else None
    return isinstance(last, Words) and last.text.rstrip().endswith(":")


def _opens(above: Sequence[Block], block: Block, after: Sequence[Block]) -> bool:
    """Whether `block` is all that stands between a heading and a list, so that both would part from it."""
    if not isinstance(block, Lines) or block.style != "Normal":
        return False
    heading, coming = next(_spoken(above[::-1]), None), next(_spoken(after), None)
    return _is_in(heading, "Heading") and (isinstance(coming, Table) or _is_in(coming, "List", "Checklist"))


def _is_at_an_end(above: Sequence[Block], block: Block, after: Sequence[Block]) -> bool:
    """Whether `block` is the first of several bullets, or the last but one of those that are always there."""
    coming = list(takewhile(lambda pair: _is_like(pair[0], block), _coming(after)))
    is_first = not _is_like(next(_spoken(above[::-1]), None), block)
    return sum(is_always for _, is_always in coming) == 1 or (is_first and bool(coming))


def _is_repeated(above: Sequence[Block]) -> bool:
    """Whether a loop is open: what keeps with the next once would keep all that the loop says on one page."""
    tags = "".join(each.tag for each in above if isinstance(each, Control))
    return len(_LOOP.findall(tags)) > len(_END_OF_LOOP.findall(tags))


def _coming(after: Sequence[Block]) -> Iterator[tuple[Block, bool]]:
    """Yield the blocks of `after` that say something, and whether no condition of their own governs each."""
    depth = outermost = 0
    for each in after:
        if isinstance(each, Control):
            depth += depth_of(each.tag)
            outermost = min(outermost, depth)
        else:
            yield each, depth == outermost


def depth_of(tags: str) -> int:
    """Return how many more conditions and loops statements open than they close."""
    return len(_OPENING.findall(tags)) - len(_CLOSING.findall(tags))


def _is_like(each: Block | None, block: Block) -> bool:
    return isinstance(each, Lines) and isinstance(block, Lines) and each.style == block.style


def _spoken(blocks: Sequence[Block]) -> Iterator[Block]:
    return (block for block in blocks if not isinstance(block, Control))


def _is_in(block: Block | None, *styles: str) -> bool:
    return isinstance(block, Lines) and block.style.startswith(styles)
