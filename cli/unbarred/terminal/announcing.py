"""What is said when the packet is made."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TextIO

from unbarred.terminal.words import leaving

_WIDEST = 80
_GAP = "  "


@dataclass(frozen=True)
class Paper:
    """One paper of the packet; `pages` is None where they were not counted."""

    title: str
    pages: int | None = None
    filename: str = ""


@dataclass(frozen=True)
class Packet:
    """What was made, for telling the person."""

    folder: str
    papers: Sequence[Paper]
    blanks: int = 0
    """Places still to complete by hand."""
    to_check: int = 0
    """Points of law or addresses to check before filing."""
    next_steps: Sequence[str] = ()
    open_first: str = ""
    """The file to open first."""
    pdf: str = ""
    """The file in which all that is filed stands in order; empty if it was not made."""
    pdf_pages: int = 0
    use_again: str = ""
    """The command that uses these answers in another interview; empty if there is none."""


def announce(
    packet: Packet, *, plain: bool = False, out: TextIO | None = None, width: int | None = None
) -> None:
    """Say what the packet holds, what is still missing, and what comes next.

    In plain mode a paper and its pages stand in one line of words, not in columns.
    """
    stream = out or sys.stdout
    room = (width or min(shutil.get_terminal_size().columns, _WIDEST)) - 1
    papers = _in_words(packet.papers, room) if plain else _in_columns(packet.papers, room)
    filed = _wrapped(leaving.filed(packet.pdf, packet.pdf_pages), room) if packet.pdf else []
    paragraphs = [_wrapped(_ready(packet), room), list(papers), filed, _to_do(packet, room)]
    paragraphs.append(_next(packet, room))
    paragraphs.append(_wrapped(leaving.use_again(packet.use_again), room) if packet.use_again else [])
    margin = "" if plain else " "
    for place, lines in enumerate(paragraphs):
        if place and lines:
            stream.write("\n")
        stream.writelines(f"{margin}{line}\n" for line in lines)


def _ready(packet: Packet) -> str:
    counts = [paper.pages for paper in packet.papers]
    known = [count for count in counts if count is not None]
    return leaving.packet_ready(len(counts), sum(known) if len(known) == len(counts) else None, packet.folder)


def _in_words(papers: Sequence[Paper], room: int) -> Iterator[str]:
    for number, paper in enumerate(papers, 1):
        pages = "" if paper.pages is None else f", {leaving.page_count(paper.pages)}"
        yield from _hanging(f"{number}. ", f"{paper.title}{pages}", room)


def _in_columns(papers: Sequence[Paper], room: int) -> Iterator[str]:
    from unbarred.terminal.wrapping import rows, width_of

    counts = ["" if paper.pages is None else leaving.page_count(paper.pages) for paper in papers]
    right = max(map(width_of, counts), default=0)
    number_width = len(str(len(papers)))
    title_room = max(room - 2 - number_width - 2 * len(_GAP) - right, 8)
    title_width = min(title_room, max((width_of(paper.title) for paper in papers), default=0))
    for number, (paper, count) in enumerate(zip(papers, counts, strict=True), 1):
        for place, row in enumerate(rows(paper.title, title_room)):
            mark = f"{number:>{number_width}}" if place == 0 else " " * number_width
            fill = " " * (title_width - width_of(row))
            end = f"{_GAP}{count:>{right}}" if place == 0 else ""
            yield f"{_GAP}{mark}{_GAP}{row}{fill}{end}".rstrip()


def _to_do(packet: Packet, room: int) -> list[str]:
    lines: list[str] = []
    if packet.blanks:
        lines += _wrapped(leaving.by_hand(packet.blanks), room)
    if packet.to_check:
        lines += _wrapped(leaving.to_check(packet.to_check), room)
    return lines


def _next(packet: Packet, room: int) -> list[str]:
    lines = [leaving.next_steps()] if packet.next_steps else []
    for step in packet.next_steps:
        lines += _hanging("- ", step, room)
    return lines + (_wrapped(leaving.open_first(packet.open_first), room) if packet.open_first else [])


def _hanging(mark: str, text: str, room: int) -> list[str]:
    """Return `text` in rows, the mark before the first and room for it before the others."""
    first, *others = _wrapped(text, room - len(mark))
    return [f"{mark}{first}", *(f"{' ' * len(mark)}{row}" for row in others)]


def _wrapped(text: str, room: int) -> list[str]:
    from unbarred.terminal.wrapping import rows

    return rows(text, max(room - 2, 8))
