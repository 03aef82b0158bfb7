"""Counts the lists of a document as Word does: which number or bullet stands before each paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from unbarred.documents.comparing.reading.styles import Styles
from unbarred.documents.word.wordml import VALUE, w

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_PLACE = re.compile(r"%([1-9])")
_LEVELS = 9
# Symbol fonts keep their bullets where Unicode has nothing.
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


@dataclass(frozen=True)
class Marker:
    """What a list puts before a paragraph.

    `shown` is what is printed, `number` how one speaks of it: `(a)` under `3.` is 3(a); "" for a
    bullet. `plain` is `shown` with each number as 1: the same wherever the paragraph stands.
    """

    shown: str = ""
    number: str = ""
    plain: str = ""


@dataclass(frozen=True)
class _Level:
    kind: str
    text: str
    start: int


class Numbering:
    """Counts; ask for each paragraph of the document once, in order."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        """Read `word/numbering.xml`; without one there are no lists."""
        self._styles = styles
        self._definitions: dict[str, Element] = {}
        self._lists: dict[str, Element] = {}
        for each in () if root is None else root:
            if each.tag == w("abstractNum"):
                self._definitions[each.get(w("abstractNumId"), "")] = each
            elif each.tag == w("num"):
                self._lists[each.get(w("numId"), "")] = each
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()

    def knows(self, number: str) -> bool:
        """Whether there is a list of this number."""
        return number in self._lists

    def marker(self, paragraph: Element) -> Marker:
        """Return what stands before `paragraph`, and count it."""
        said = self._styles.list_of(paragraph)
        number = said.find(w("numId")) if said is not None else None
        key = number.get(VALUE, "") if number is not None else ""
        if said is None or key not in self._lists:
            return Marker()
        definition = _value(self._lists[key].find(w("abstractNumId")))
        depth = self._depth(said, definition, self._styles.id_of(paragraph))
        level = self._level(key, definition, depth)
        counts = self._count(key, definition, depth, level)
        if level.kind in ("bullet", "none"):
            shown = _PRIVATE.sub("•", level.text).strip() if level.kind == "bullet" else ""
            return Marker(shown, "", shown)
        return self._numbered(key, definition, depth, counts)

    def _depth(self, said: Element, definition: str, style: str) -> int:
        own = _value(said.find(w("ilvl")))
        if own.isdigit():
            return min(int(own), _LEVELS - 1)
        # A style names only its list; the list says at which level the style stands.
        for level in self._definitions.get(definition, ()):
            if level.tag == w("lvl") and _value(level.find(w("pStyle"))) == style:
                return min(int(level.get(w("ilvl"), "0")), _LEVELS - 1)
        return 0

    def _level(self, key: str, definition: str, depth: int) -> _Level:
        override = self._lists[key].find(f"{w('lvlOverride')}[@{w('ilvl')}='{depth}']")
        level = override.find(w("lvl")) if override is not None else None
        if level is None and definition in self._definitions:
            level = self._definitions[definition].find(f"{w('lvl')}[@{w('ilvl')}='{depth}']")
        start = _value(override.find(w("startOverride"))) if override is not None else ""
        if level is None:
            return _Level("none", "", 1)
        start = start or _value(level.find(w("start")))
        kind = _value(level.find(w("numFmt"))) or "decimal"
        return _Level(kind, _value(level.find(w("lvlText"))), int(start) if start.isdigit() else 1)

    def _count(self, key: str, definition: str, depth: int, level: _Level) -> list[int | None]:
        counts = self._counts.setdefault(definition, [None] * _LEVELS)
        # The first paragraph of a list that starts anew; lists of one definition count on together.
        override = self._lists[key].find(f"{w('lvlOverride')}[@{w('ilvl')}='{depth}']/{w('startOverride')}")
        if override is not None and (key, depth) not in self._begun:
            counts[depth] = None
        self._begun.add((key, depth))
        before = counts[depth]
        counts[depth] = level.start if before is None else before + 1
        counts[depth + 1 :] = [None] * (_LEVELS - depth - 1)
        return counts

    def _numbered(self, key: str, definition: str, depth: int, counts: list[int | None]) -> Marker:
        levels = [self._level(key, definition, each) for each in range(depth + 1)]
        text = levels[depth].text

        def number(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            if at > depth:
                return ""
            count = counts[at]
            return _written(count if count is not None else levels[at].start, levels[at].kind)

        shown = _PLACE.sub(number, text).strip()
        plain = _PLACE.sub(
            lambda match: _written(1, levels[min(int(match[1]) - 1, depth)].kind), text
        ).strip()
        own = shown.rstrip(".:) ") if "(" not in shown else shown.rstrip(".: ")
        above = ""
        if depth and "%1" not in text and counts[0] is not None:
            above = _written(counts[0], levels[0].kind)
        return Marker(shown, above + own, plain)


def _written(count: int, kind: str) -> str:
    """Return `count` as `kind` writes it; kinds of other scripts come in plain digits."""
    if kind in ("lowerLetter", "upperLetter") and count > 0:
        letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letter if kind == "lowerLetter" else letter.upper()
    if kind in ("lowerRoman", "upperRoman") and 0 < count < 4000:
        roman = ""
        for value, letters in _ROMAN:
            roman += letters * (count // value)
            count %= value
        return roman if kind == "lowerRoman" else roman.upper()
    return f"{count:02d}" if kind == "decimalZero" else str(count)


def _value(element: Element | None) -> str:
    return "" if element is None else element.get(VALUE, "")
