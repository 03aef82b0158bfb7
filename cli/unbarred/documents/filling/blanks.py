"""What a person left for later: a ruled line on the paper, and an entry in a list."""

from __future__ import annotations

import copy
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from unbarred.documents.word.wordml import (
    BREAK,
    CELL,
    NAMESPACES,
    PARAGRAPH,
    ROW,
    RUN,
    RUN_FORMAT,
    TAB,
    TABLE,
    TEXT,
    VALUE,
    ancestor,
    format_of,
    inside,
    keep_spaces,
    set_property,
    text_of,
    twentieths,
    w,
)

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

# An underscore in a 12-point serif is 6 points wide; widths in Word are twentieths of a point.
UNDERSCORE = 120
INLINE = 24
LINES_FOR_A_LONG_ANSWER = 5
# Two hundred and fortieths of a line, between the lines to write on.
ROOM_TO_WRITE = 432
# Room for two digits and the spaces around them.
NUMBER_ROOM = 4
# Half points: small, but not lost on a copy.
NUMBER_SIZE = "18"
_LONGEST_LABEL = 90
# The schema's order of a run's properties; Word refuses another.
_AFTER_SIZE = [
    w(name) for name in "szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang specVanish".split()
]
_RULE = re.compile(r"_{3,}(?: \(\d+\))?")
_NUMBER = re.compile(r"\(\d+\)")
_SECTION = "(.//w:sectPr | following::w:sectPr)[1]"


@dataclass(frozen=True)
class Blank:
    """One ruled line: its number on the paper, and the words that say what belongs there."""

    number: int
    label: str


def rule_inline(text: Element, number: int) -> Element:
    """Draw a rule of fitting length at the end of `text`; return the run of its number after it."""
    keep_spaces(text)
    text.text = (text.text or "") + "_" * _room(text)
    run = text.getparent()
    number_run = _number_run(run, number)
    run.addnext(number_run)
    return number_run


def rule_lines(paragraph: Element, number: int) -> None:
    """Make `paragraph`, which holds nothing else, into ruled lines up to the right margin."""
    run = next(paragraph.iter(RUN))
    for child in list(run):
        if child.tag != RUN_FORMAT:
            run.remove(child)
    # One paragraph: on a list it has one number, and its indent is that of the list.
    for line in range(LINES_FOR_A_LONG_ANSWER):
        run.extend([run.makeelement(BREAK)] * (line > 0) + [run.makeelement(TAB)])
    form = format_of(paragraph)
    set_property(form, "keepLines")
    tabs = set_property(form, "tabs")
    stop = {VALUE: "right", w("leader"): "underscore", w("pos"): str(_text_width(paragraph))}
    tabs.append(tabs.makeelement(TAB, stop))
    set_property(form, "spacing", line=str(ROOM_TO_WRITE), lineRule="auto")
    run.addnext(_number_run(run, number))


def label_of(text: Element) -> str:
    """Return the words that say what belongs into the blank at the end of `text`."""
    paragraph = ancestor(text, PARAGRAPH)
    assert paragraph is not None
    own = _RULE.split(_before(paragraph, text))[-1]
    clause = re.split(r"(?<=[.;])\s+", own.strip())[-1].strip(" \t\n:·,–-")
    if not any(letter.isalnum() for letter in clause):
        clause = (_column_label(paragraph) or _words_above(paragraph)).strip(" \t\n:")
    # The words next to the rule say most; long ones lose their beginning, at a word.
    return clause if len(clause) <= _LONGEST_LABEL else "… " + clause[-_LONGEST_LABEL:].partition(" ")[2]


def _before(paragraph: Element, text: Element) -> str:
    """Return the text of `paragraph` up to and with `text`."""
    words = []
    for element in paragraph.iter(TEXT, TAB, BREAK):
        words.append(element.text or "" if element.tag == TEXT else " ")
        if element is text:
            break
    return "".join(words)


def _column_label(paragraph: Element) -> str:
    """Return the heading of the table column that `paragraph` stands in, or nothing."""
    cell, table = ancestor(paragraph, CELL), ancestor(paragraph, TABLE)
    if cell is None or table is None:
        return ""
    row = ancestor(cell, ROW)
    assert row is not None
    heading, column = next(inside(table, ROW)), list(inside(row, CELL)).index(cell)
    cells = list(inside(heading, CELL))
    if heading is row or column >= len(cells):
        return ""
    return " ".join(text_of(line) for line in cells[column].iter(PARAGRAPH))


def _words_above(paragraph: Element) -> str:
    """Return the nearest text before `paragraph` in the same part, or nothing."""
    for element in paragraph.itersiblings(preceding=True):
        lines = [text_of(line).strip() for line in element.iter(PARAGRAPH)]
        for line in reversed(lines):
            if line and not _RULE.search(line) and not _NUMBER.fullmatch(line):
                return line
    return ""


def _room(text: Element) -> int:
    """Return how many underscores fit where `text` stands."""
    cell = ancestor(text, CELL)
    width = cell.find(f"{w('tcPr')}/{w('tcW')}") if cell is not None else None
    if width is None or not (width.get(w("w")) or "").isdigit():
        return INLINE
    return min(INLINE, max(int(width.get(w("w"))) // UNDERSCORE - NUMBER_ROOM, 6))


def _number_run(run: Element, number: int) -> Element:
    """Return a run with the small number of a blank, in the letters of `run`."""
    made = run.makeelement(RUN)
    own = run.find(RUN_FORMAT)
    form = made.makeelement(RUN_FORMAT) if own is None else copy.deepcopy(own)
    for old in [*form.findall(w("sz")), *form.findall(w("szCs"))]:
        form.remove(old)
    place = next((index for index, child in enumerate(form) if child.tag in _AFTER_SIZE), len(form))
    form.insert(place, form.makeelement(w("sz"), {VALUE: NUMBER_SIZE}))
    made.append(form)
    words = made.makeelement(TEXT)
    words.text = f" ({number})"
    keep_spaces(words)
    made.append(words)
    return made


def _text_width(paragraph: Element) -> int:
    """Return the width of the text area in twentieths of a point; Letter with inch margins if unsaid."""
    # A section is described at its end.
    section = next(iter(paragraph.xpath(_SECTION, namespaces=NAMESPACES)), None)
    size = section.find(w("pgSz")) if section is not None else None
    margins = section.find(w("pgMar")) if section is not None else None
    if size is None or margins is None:
        return 9360
    sides = (twentieths(margins.get(w(side)), 1440) for side in ("left", "right"))
    return twentieths(size.get(w("w")), 12240) - sum(sides)
