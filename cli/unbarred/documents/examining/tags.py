"""Finds the tags of one part of a Word file, and those that cannot work as they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from unbarred.documents.examining.flaws import ERASE, Flaw
from unbarred.documents.examining.spots import Spot, spot_of
from unbarred.documents.filling import grammar
from unbarred.documents.filling.quotes import straightened
from unbarred.documents.filling.structure import MORE_THAN_WORDS, shows_more_than_words
from unbarred.documents.word.wordml import (
    CELL,
    FALLBACK,
    PARAGRAPH,
    ROW,
    SECTION,
    ancestor,
    text_of,
    texts,
    w,
)

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_STANDS_FOR = {"p": PARAGRAPH, "tr": ROW, "tc": CELL}
_CALLED = {"p": "paragraph", "tr": "table row", "tc": "table cell"}
_DELETED = (w("del"), w("moveFrom"))
_ALONE = "Let it stand alone: move the other words to another {}, or take the {} out of the tag."


@dataclass(frozen=True)
class Tag:
    """One Jinja tag: its source with straight quotes, and where it stands."""

    source: str
    spot: Spot


def tags_of(root: Element, part: str) -> tuple[list[Tag], list[Flaw]]:
    """Return the tags below `root` in the order in which they are filled, and what is wrong with them."""
    flaws: list[Flaw] = []
    found: list[tuple[int, int, Tag]] = []
    order = {text: number for number, text in enumerate(root.iter())}
    opened: str = ""
    for paragraph in root.iter(PARAGRAPH):
        if next(paragraph.iterancestors(FALLBACK), None) is not None:
            # The same text box once more, for programs that are older than it.
            continue
        pieces = list(texts(paragraph))
        whole = "".join(piece.text or "" for piece in pieces)
        spot = spot_of(paragraph, part)
        opened = _yet_open(opened, whole, spot, flaws)
        for tag in grammar.TAG.finditer(whole):
            first = _piece_at(pieces, tag.start())
            made, flaw = _read(tag.group(), first, spot)
            flaws += [flaw] if flaw else []
            found.append((order[first], tag.start(), made))
    found += [(order[each], at, tag) for each, at, tag in _beside_texts(root, part)]
    return [tag for *_, tag in sorted(found, key=lambda each: each[:2])], flaws


def _yet_open(before: str, whole: str, spot: Spot, flaws: list[Flaw]) -> str:
    """Add a flaw for half a tag in a paragraph; return what of a tag is still open after it.

    `before` is what was open: its other half is not told again.
    """
    halves = grammar.HALF.findall(grammar.TAG.sub("", whole))
    if not halves:
        return "" if grammar.TAG.search(whole) else before
    last = halves[-1]
    if before and halves == [before]:
        return ""
    closing = {"{{": "}}", "{%": "%}", "{#": "#}"}
    if last in closing:
        message = f"The tag {_shown(whole, last)} is opened with {last} and not closed in this paragraph."
        mend = f"Type the whole tag in one paragraph, with {closing[last]} at its end. {ERASE}"
    else:
        message = f"A tag is closed with {last} and not opened in this paragraph."
        mend = f"Type the whole tag in one paragraph, or take {last} out. {ERASE}"
    flaws.append(Flaw("broken tag", message, mend, spot))
    return closing.get(last, "")


def _shown(whole: str, half: str) -> str:
    return f"“{whole[whole.rindex(half) :][:40].strip()}”"


def _piece_at(pieces: list[Element], place: int) -> Element:
    position = 0
    for piece in pieces:
        position += len(piece.text or "")
        if place < position:
            return piece
    return pieces[-1]


def _read(source: str, text: Element, spot: Spot) -> tuple[Tag, Flaw | None]:
    """Return a tag as Jinja reads it, and what is wrong with where it stands."""
    straight = straightened(source)
    form = grammar.CELL_FORMAT.match(straight)
    if form:
        flaw = _outside(source, "cell", spot) if ancestor(text, CELL) is None else None
        return Tag(f"{{{{ {form['value']} }}}}", spot), flaw
    whole = grammar.WHOLE.match(straight)
    if whole is None:
        return Tag(straight, spot), _in_deleted(source, text, spot)
    plain = Tag(whole["opening"] + straight[whole.end() - 1 :], spot)
    kind = whole["kind"]
    if kind == "r":
        return plain, None
    element = ancestor(text, _STANDS_FOR[kind])
    if element is None:
        return plain, _outside(source, _CALLED[kind].removeprefix("table "), spot)
    return plain, _beside(source, kind, element, spot)


def _outside(source: str, called: str, spot: Spot) -> Flaw:
    return Flaw(
        "misplaced tag",
        f"The tag {source} is for a table {called}, but stands outside a table.",
        f"Move it into a {called} of a table, or take the letters after {source[:2]} out of it.",
        spot,
    )


def _beside(source: str, kind: str, element: Element, spot: Spot) -> Flaw | None:
    """Return the flaw of words beside a tag that stands for the whole: they are never printed."""
    called = _CALLED[kind]
    paragraphs = [element] if element.tag == PARAGRAPH else list(element.iter(PARAGRAPH))
    words = "".join(text_of(paragraph) for paragraph in paragraphs)
    rest = " ".join(grammar.TAG.sub(_printed, words).split())
    if rest:
        message = f"“{rest[:60]}” stands beside {source}, which stands for the whole {called}: it is lost."
        return Flaw("words beside a tag", message, _ALONE.format(called, kind), spot)
    if shows_more_than_words(element):
        message = f"{MORE_THAN_WORDS} beside {source}, which stands for the whole {called}."
        return Flaw("words beside a tag", message, f"Move it into another {called}.", spot)
    if element.find(f".//{SECTION}") is not None:
        message = f"The tag {source} stands for a paragraph that ends a section."
        return Flaw(
            "misplaced tag", message, "In Word, press Enter after it, before the section break.", spot
        )
    return None


def _printed(tag: re.Match[str]) -> str:
    source = tag.group()
    return source if source.startswith("{{") and not grammar.WHOLE.match(source) else ""


def _in_deleted(source: str, text: Element, spot: Spot) -> Flaw | None:
    if not any(ancestor(text, name) is not None for name in _DELETED):
        return None
    mend = "In Word, choose Review > Accept > Accept All Changes."
    return Flaw("broken tag", f"Part of the tag {source} is marked as deleted.", mend, spot)


def _beside_texts(root: Element, part: str) -> Iterator[tuple[Element, int, Tag]]:
    """Yield the tags in fields, attributes (links, pictures) and properties, with their elements."""
    for element in root.iter("*"):
        held = dict(element.attrib)
        if element.tag != w("t") and not len(element):
            held[""] = element.text or ""
        if not any("{{" in each or "{%" in each for each in map(str, held.values())):
            continue
        spot = spot_of(element, part)
        for value in held.values():
            for tag in grammar.TAG.finditer(str(value)):
                yield element, tag.start(), Tag(straightened(tag.group()), spot)
