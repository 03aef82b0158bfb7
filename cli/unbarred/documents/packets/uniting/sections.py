"""Sections: what gives each paper its own pages, header and footer within one file."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from typing import TYPE_CHECKING

from unbarred.documents.word.wordml import BODY, PARAGRAPH, PARAGRAPH_FORMAT, SECTION, R, w

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

RUNNING = ("headerReference", "footerReference")
_BEFORE_TYPE = [w(name) for name in (*RUNNING, "footnotePr", "endnotePr")]
_BEFORE_COUNT = [
    *_BEFORE_TYPE,
    *(w(name) for name in "type pgSz pgMar paperSrc pgBorders lnNumType".split()),
]


def begin_anew(section: Element) -> None:
    """Let a section begin on a new page, and count its pages from 1."""
    for old in (*section.findall(w("type")), *section.findall(w("pgNumType"))):
        section.remove(old)
    _insert(section, "type", _BEFORE_TYPE, val="nextPage")
    _insert(section, "pgNumType", _BEFORE_COUNT, start="1")


def missing_running(section: Element) -> Sequence[tuple[str, str]]:
    """Return the headers and footers that a section does not have, and would take from the one before it."""
    kinds = ["default"] + (["first"] if section.find(w("titlePg")) is not None else [])
    there = {(each.tag, each.get(w("type"))) for name in RUNNING for each in section.iter(w(name))}
    return [(name, kind) for name in RUNNING for kind in kinds if (w(name), kind) not in there]


def refer_to(section: Element, name: str, kind: str, relation: str) -> None:
    """Give a section the header or footer with the name `relation`."""
    reference = section.makeelement(w(name), {w("type"): kind, f"{{{R}}}id": relation})
    section.insert(0, reference)


def first_section(body: Element) -> Element | None:
    """Return the properties of the first section of a body."""
    return next(body.iter(SECTION), None)


def end_with(elements: list[Element], section: Element) -> None:
    """Let the section that `elements` are end with the last paragraph, which is added if there is none."""
    last = elements[-1] if elements else None
    if last is None or last.tag != PARAGRAPH or last.find(f"{PARAGRAPH_FORMAT}/{SECTION}") is not None:
        last = section.makeelement(PARAGRAPH)
        elements.append(last)
    form = last.find(PARAGRAPH_FORMAT)
    if form is None:
        form = last.makeelement(PARAGRAPH_FORMAT)
        last.insert(0, form)
    form.append(copy.deepcopy(section))


def taken_apart(body: Element) -> tuple[list[Element], Element]:
    """Return what stands in a body, and the properties of its last section."""
    assert body.tag == BODY
    elements = list(body)
    if elements and elements[-1].tag == SECTION:
        return elements[:-1], elements[-1]
    return elements, body.makeelement(SECTION)


def _insert(section: Element, name: str, before: list[str], **values: str) -> None:
    made = section.makeelement(w(name), {w(key): value for key, value in values.items()})
    section.insert(sum(1 for child in section if child.tag in before), made)
