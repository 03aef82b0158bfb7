"""Settles the printed answers in a filled part: paragraphs, line breaks, tabs, ruled lines.

Works on the parsed document and sets texts through lxml, so that nothing an
answer contains can become markup.
"""

from __future__ import annotations

import copy
import re
from typing import TYPE_CHECKING

from lxml import etree

from unbarred.documents.errors import TemplateFault
from unbarred.documents.filling.blanks import Blank, label_of, rule_inline, rule_lines
from unbarred.documents.filling.marks import ANSWER, ANSWER_END, ANSWER_PLACE
from unbarred.documents.word.wordml import (
    BODY,
    BREAK,
    CELL,
    PARAGRAPH,
    PARAGRAPH_FORMAT,
    RUN,
    RUN_FORMAT,
    SECTION,
    TAB,
    TEXT,
    TEXT_BOX,
    ancestor,
    keep_spaces,
    w,
)
from unbarred.errors import Where

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_MARK = re.compile(f"[{ANSWER}{ANSWER_END}]")
_BIT = re.compile("(\n|\t)")
_STRAY = etree.XPath(f"//text()[contains(., '{ANSWER}') or contains(., '{ANSWER_END}')]")
_MARKED_ATTRIBUTES = etree.XPath(f"//@*[contains(., '{ANSWER}')]")
# Fields, drawings and properties hold text too, but no paragraphs.
_HOLDERS = frozenset(("instrText", "delText", "t", "title", "subject", "creator", "description", "keywords"))
_KEEP_NEXT, _NEW_PAGE = w("keepNext"), w("pageBreakBefore")
_HOLDERS_OF_WORDS = frozenset((PARAGRAPH_FORMAT, RUN_FORMAT, TEXT))


def settle(root: Element, template: str, blanks: list[Blank], source: str = "") -> None:
    """Lay out every printed answer below `root`, and add its blanks to `blanks`.

    `source` is the XML that `root` was read from, where it is at hand: if all its answers stand in texts
    of runs, nothing else is looked at. Raises `TemplateFault` when the template prints where no text
    can stand.
    """
    texts = [text for text in root.iter(TEXT) if ANSWER in (text.text or "")]
    found = sum(len(ANSWER_PLACE.findall(text.text or "")) for text in texts)
    is_all = bool(source) and found == source.count(ANSWER) == source.count(ANSWER_END)
    for text in texts:
        paragraph = ancestor(text, PARAGRAPH)
        if paragraph is None or text.getparent().tag != RUN:
            raise TemplateFault("It prints outside a paragraph.", where=Where(template))
        if not _settle_alone(text, paragraph, blanks):
            _settle_inline(text, blanks)
    if is_all:
        return
    for words in _STRAY(root):
        holder = words.getparent()
        if words.is_tail or etree.QName(holder).localname not in _HOLDERS or not ANSWER_PLACE.search(words):
            message = f"It prints “{_MARK.sub('', words).strip()}” where no text can stand."
            raise TemplateFault(message, where=Where(template))
        holder.text = _MARK.sub("", words)
    for value in _MARKED_ATTRIBUTES(root):
        value.getparent().set(value.attrname, _MARK.sub("", value))


def _settle_alone(text: Element, paragraph: Element, blanks: list[Blank]) -> bool:
    """Lay out an answer that has its paragraph to itself; return whether it has and needed it."""
    answer = ANSWER_PLACE.fullmatch((text.text or "").strip())
    if answer is None or not _is_alone(text, paragraph):
        return False
    words = answer.group(1)
    if not words:
        # Lines as long as the page is wide have room in the body alone.
        narrow = next(paragraph.iterancestors(CELL, TEXT_BOX), None)
        if narrow is not None or ancestor(paragraph, BODY) is None:
            return False
        text.text = ""
        blanks.append(Blank(len(blanks) + 1, label_of(text)))
        rule_lines(paragraph, len(blanks))
        return True
    if "\n" not in words or not words.strip():
        return False
    # Blank lines in an answer part its paragraphs; the style says how far.
    lines = [line for line in words.split("\n") if line.strip()]
    text.text = ""
    made = [copy.deepcopy(paragraph) for _ in lines[1:]]
    for before, line in zip(made, lines, strict=False):
        # Only the last paragraph ends a section, or stays with what comes after the answer.
        _strip(before, SECTION, _KEEP_NEXT)
        paragraph.addprevious(before)
        _Pen(next(before.iter(TEXT))).write(line)
    for later in [*made, paragraph][1:]:
        _strip(later, _NEW_PAGE)
    _Pen(text).write(lines[-1])
    return True


def _strip(paragraph: Element, *names: str) -> None:
    """Take the properties called `names` out of a paragraph's format."""
    for form in paragraph.findall(PARAGRAPH_FORMAT):
        for name in names:
            for each in form.findall(name):
                form.remove(each)


def _is_alone(text: Element, paragraph: Element) -> bool:
    """Whether `text` is all that `paragraph` says and shows."""
    for run in paragraph.iter(RUN):
        for child in run:
            if child.tag not in _HOLDERS_OF_WORDS:
                return False
            if child.tag == TEXT and child is not text and (child.text or "").strip():
                return False
    return True


def _settle_inline(text: Element, blanks: list[Blank]) -> None:
    """Lay out the answers that stand among other words in `text`."""
    pieces = ANSWER_PLACE.split(text.text or "")
    text.text = ""
    pen = _Pen(text)
    for position, piece in enumerate(pieces):
        # The pieces are, in turn, the template's words and an answer.
        if position % 2 and not piece:
            number = len(blanks) + 1
            blanks.append(Blank(number, label_of(pen.at)))
            pen.rule(number)
        else:
            pen.write(piece)


class _Pen:
    """Writes on from one text element: words, line breaks, tabs and ruled lines."""

    def __init__(self, text: Element) -> None:
        self.at = text
        keep_spaces(text)

    def write(self, words: str) -> None:
        """Write `words`; newlines become line breaks."""
        for bit in _BIT.split(words):
            if bit in ("\n", "\t"):
                self._put(BREAK if bit == "\n" else TAB)
                self._put(TEXT)
                keep_spaces(self.at)
            else:
                self.at.text = (self.at.text or "") + bit

    def rule(self, number: int) -> None:
        """Draw a ruled line with its number, and go on in a new run after it."""
        run = self.at.getparent()
        rest = run.makeelement(RUN)
        form = run.find(RUN_FORMAT)
        if form is not None:
            rest.append(copy.deepcopy(form))
        later = list(self.at.itersiblings())
        number_run = rule_inline(self.at, number)
        number_run.addnext(rest)
        self.at = rest.makeelement(TEXT)
        rest.append(self.at)
        rest.extend(later)
        keep_spaces(self.at)

    def _put(self, name: str) -> None:
        made = self.at.makeelement(name)
        self.at.addnext(made)
        self.at = made
