"""Decides which blocks must stay on one page with what comes after them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from unbarred.documents.composing.blocks import Block, Caption, Control, Lines, SignatureBlock, Table, Words

# As many blocks, the signature counted, stay on its page.
_LAST_WORDS = 3


def is_kept(above: Sequence[Block], block: Block, after: Sequence[Block]) -> bool:
    """Whether `block` may not part from the block after it."""
    if isinstance(block, Lines) and block.kept:
        return True
    return (
        _is_signed(after)
        or (announces(block) and isinstance(next(_spoken(after), None), Lines | Table | Caption))
        or _opens(above, block, after)
    )


def _is_signed(after: Sequence[Block]) -> bool:
    """Whether a signature comes so soon that it would stand alone on its page but for these words."""
    return any(isinstance(each, SignatureBlock) for each in islice(_spoken(after), _LAST_WORDS))


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


def _spoken(blocks: Sequence[Block]) -> Iterator[Block]:
    return (block for block in blocks if not isinstance(block, Control))


def _is_in(block: Block | None, *styles: str) -> bool:
    return isinstance(block, Lines) and block.style.startswith(styles)
