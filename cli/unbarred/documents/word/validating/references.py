"""What refers to something by its identifier: styles, lists, notes, comments, bookmarks, drawings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from unbarred.documents.word.validating.fault import Fault, fault_at
from unbarred.documents.word.wordml import VALUE, WP, w

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

STYLES, NUMBERING = "word/styles.xml", "word/numbering.xml"
_STYLE_KINDS = {"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table"}
_NAMING = ("basedOn", "next", "link")
# A list of number 0 is none.
_NO_LIST = "0"
_NOTES = {
    "footnoteReference": ("word/footnotes.xml", "footnote"),
    "endnoteReference": ("word/endnotes.xml", "endnote"),
    "commentReference": ("word/comments.xml", "comment"),
    "commentRangeStart": ("word/comments.xml", "comment"),
    "commentRangeEnd": ("word/comments.xml", "comment"),
}
_DRAWING = f"{{{WP}}}docPr"
_LOOK = Callable[["Element"], str]


def reference_faults(trees: Mapping[str, Element]) -> Iterator[Fault]:
    """Yield identifiers that stand twice, and references to what is not there."""
    for part, root in trees.items():
        yield from _twice(
            part, root.iter(w("bookmarkStart")), "bookmarks", lambda each: each.get(w("id"), "")
        )
        yield from _twice(
            part, root.iter(w("bookmarkStart")), "bookmarks", lambda each: each.get(w("name"), "")
        )
        yield from _twice(part, root.iter(_DRAWING), "drawings", lambda each: each.get("id", ""))
        yield from _unpaired(part, root)
        for name in ("footnote", "endnote", "comment"):
            yield from _twice(part, root.iter(w(name)), f"{name}s", lambda each: each.get(w("id"), ""))
        yield from _note_faults(part, root, trees)
    yield from _style_faults(trees)
    yield from _list_faults(trees)


def _twice(part: str, elements: Iterable[Element], what: str, of: _LOOK) -> Iterator[Fault]:
    found = list(elements)
    counts = Counter(map(of, found))
    seen: set[str] = set()
    for element in found:
        key = of(element)
        if counts[key] > 1 and key in seen:
            yield fault_at(part, element, f"two {what} are called {key!r}")
        seen.add(key)


def _unpaired(part: str, root: Element) -> Iterator[Fault]:
    starts = {each.get(w("id")) for each in root.iter(w("bookmarkStart"))}
    ends = {each.get(w("id")) for each in root.iter(w("bookmarkEnd"))}
    for identifier in sorted(filter(None, starts ^ ends)):
        yield Fault(part, "", f"the bookmark {identifier} has a beginning or an end, but not both")


def _note_faults(part: str, root: Element, trees: Mapping[str, Element]) -> Iterator[Fault]:
    for name, (home, kind) in _NOTES.items():
        for reference in root.iter(w(name)):
            notes = trees.get(home)
            known = {each.get(w("id")) for each in notes.iter(w(kind))} if notes is not None else set()
            if reference.get(w("id")) not in known:
                yield fault_at(part, reference, f"there is no {kind} {reference.get(w('id'))}")


def _style_faults(trees: Mapping[str, Element]) -> Iterator[Fault]:
    root = trees.get(STYLES)
    known: dict[str, set[str]] = {}
    if root is not None:
        styles = list(root.iter(w("style")))
        yield from _twice(STYLES, styles, "styles", lambda each: each.get(w("styleId"), ""))
        yield from _twice(STYLES, styles, "styles", lambda each: _name(each).lower())
        for style in styles:
            known.setdefault(style.get(w("type"), "paragraph"), set()).add(style.get(w("styleId"), ""))
        every = set().union(*known.values())
        for name in _NAMING:
            for element in root.iter(w(name)):
                if element.get(VALUE) not in every:
                    yield fault_at(STYLES, element, f"there is no style {element.get(VALUE)}")
    for part, tree in trees.items():
        for name, kind in _STYLE_KINDS.items():
            for element in tree.iter(w(name)):
                if element.get(VALUE) not in known.get(kind, set()):
                    yield fault_at(part, element, f"there is no {kind} style {element.get(VALUE)}")


def _name(style: Element) -> str:
    name = style.find(w("name"))
    return (name.get(VALUE) or "") if name is not None else ""


def _list_faults(trees: Mapping[str, Element]) -> Iterator[Fault]:
    root = trees.get(NUMBERING)
    lists = {_NO_LIST}
    if root is not None:
        made = list(root.iter(w("num")))
        kinds = list(root.iter(w("abstractNum")))
        yield from _twice(NUMBERING, made, "lists", lambda each: each.get(w("numId"), ""))
        yield from _twice(NUMBERING, kinds, "kinds of list", lambda each: each.get(w("abstractNumId"), ""))
        lists |= {each.get(w("numId"), "") for each in made}
        known = {each.get(w("abstractNumId")) for each in kinds}
        for element in root.iter(w("abstractNumId")):
            if element.get(VALUE) not in known:
                yield fault_at(NUMBERING, element, f"there is no kind of list {element.get(VALUE)}")
    for part, tree in trees.items():
        for element in tree.iter(w("numId")):
            if element.get(VALUE) not in lists:
                yield fault_at(part, element, f"there is no list {element.get(VALUE)}")
