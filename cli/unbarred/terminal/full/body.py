"""The part of the window that is read: heading, text, answers, choices; as lines for a width."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rich.text import Text

from unbarred.terminal.printable import printable
from unbarred.terminal.prose import Block, Table, blocks, literal, set_lines
from unbarred.terminal.view import Group, Option, Pick, Row, Said, View
from unbarred.terminal.words.labels import after_label

_MARGIN = 1


@dataclass(frozen=True)
class Marks:
    """What is marked in a list of choices now."""

    ticked: frozenset[int] = frozenset()
    pointed: int | None = None
    """The number the arrow keys have come to."""


@dataclass(frozen=True)
class Body:
    """Lines to read, and where each choice stands in them: first line, and the line after its last."""

    lines: list[Text]
    places: Mapping[int, tuple[int, int]]


def body(view: View, marks: Marks, width: int) -> Body:
    """Return the body of `view`, at most `width` columns wide."""
    room = max(width - 2 * _MARGIN, 8)
    lines = set_lines(list(_before_choices(view)), room)
    places: dict[int, tuple[int, int]] = {}
    if isinstance(view.entry, Pick) and view.entry.listed:
        lines.append(Text())
        for option in view.entry.listed:
            start = len(lines)
            lines += _option(option, view.entry, marks, view.page.terms).lines(room)
            places[option.number] = (start, len(lines))
    return Body([_indented(line) for line in lines], places)


def _before_choices(view: View) -> Iterator[Block | Table]:
    terms = view.page.terms
    for notice in view.page.notices:
        yield from blocks(notice, terms, "notice")
    yield from blocks(view.page.heading, terms, "title")
    yield from blocks(view.page.text, terms)
    for group in view.groups:
        yield from _group(group, terms)
    for place, said in enumerate(view.said):
        yield _said(said, terms, "", follows=bool(place))
    for place, text in enumerate(view.lead):
        is_label = place == len(view.lead) - 1
        yield from blocks(text, terms, "strong" if is_label and view.said else "")


def _group(group: Group, terms: Mapping[str, str]) -> Iterator[Block]:
    if group.title:
        yield literal(group.title, style="title")
    for place, row in enumerate(group.rows):
        # Close together, so that much can be seen at once; a section begins with room.
        yield from _row(row, terms, follows=place > 0 and bool(group.title))


def _row(row: Row, terms: Mapping[str, str], *, follows: bool) -> Iterator[Block]:
    mark = f"{row.number:>3}  "
    title = Text(row.title)
    if len(row.said) == 1 and not row.said[0].label:
        answer = _said(row.said[0], terms, "").text
        yield Block(title.append(after_label(row.title) or " ").append_text(answer), mark, follows)
        return
    yield Block(title, mark, follows)
    for said in row.said:
        yield _said(said, terms, " " * len(mark), follows=True)


def _said(said: Said, terms: Mapping[str, str], mark: str, *, follows: bool = False) -> Block:
    text = Text()
    for block in blocks(said.label, terms)[:1]:
        text.append_text(block.text).append(after_label(block.text.plain))
    text.append(printable(said.answer), "later" if said.is_later else "strong")
    return Block(text, mark, follows)


def _option(option: Option, pick: Pick, marks: Marks, terms: Mapping[str, str]) -> Block:
    pointer = ">" if marks.pointed == option.number else " "
    is_ticked = option.number in marks.ticked
    box = ("[x] " if is_ticked else "[ ] ") if pick.several else ""
    pointer = ">" if is_ticked and not pick.several else pointer
    text = Text(style="marked" if is_ticked or pointer == ">" else "")
    for place, block in enumerate(blocks(option.label, terms)):
        text.append("\n" if place else "").append_text(block.text)
    for block in blocks(option.help, terms):
        text.append("\n").append_text(block.text)
    digits = len(str(max(each.number for each in pick.options)))
    return Block(text, f"{pointer} {option.number:>{digits}}  {box}")


def _indented(line: Text) -> Text:
    return Text(" " * _MARGIN).append_text(line)
