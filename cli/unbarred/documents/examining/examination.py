"""Everything about one Word file: its tags by part, and its flaws."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from lxml import etree

from unbarred.documents.examining import belongings, markings
from unbarred.documents.examining.flaws import Flaw
from unbarred.documents.examining.tags import Tag, tags_of
from unbarred.documents.filling.compiling import DYNAMIC
from unbarred.documents.word.package import read_package
from unbarred.documents.word.validating import faults
from unbarred.documents.word.wordml import MAIN

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_XML = (".xml", ".rels")
_DOCTYPE = re.compile(rb"<!DOCTYPE", re.IGNORECASE)


@dataclass(frozen=True)
class Examination:
    """What a template holds: the tags of each part that is filled, the body first, and what is wrong."""

    parts: dict[str, list[Tag]]
    flaws: list[Flaw]


def examine(content: bytes, name: str) -> Examination:
    """Look into the Word file `content`; `name` is said in errors.

    Raises `TemplateFault` where it cannot be opened at all: it is none, is locked or damaged,
    holds a macro, or would unpack to far more than a paper needs.
    """
    packed = read_package(content, name)
    parts = {part: held.content for part, held in packed.items()}
    roots: dict[str, Element] = {}
    flaws: list[Flaw] = []
    if PurePath(name).suffix.lower() not in ("", ".docx"):
        suffix = PurePath(name).suffix
        flaws.append(Flaw("file name", f"Its name ends in {suffix}.", "Save it as a Word document (.docx)."))
    for part, held in parts.items():
        if part.endswith(_XML):
            root = _parsed(part, held, flaws)
            if root is not None:
                roots[part] = root
    flaws += belongings.flaws(parts, roots)
    flaws += markings.flaws(roots)
    found: dict[str, list[Tag]] = {}
    for part in sorted(roots, key=lambda each: (each != MAIN, each)):
        if DYNAMIC.match(part):
            found[part], broken = tags_of(roots[part], part)
            flaws += broken
    if not any(flaw.kind == "damaged" for flaw in flaws):
        flaws += _complaints(content)
    return Examination(found, flaws)


def _complaints(content: bytes) -> Iterator[Flaw]:
    """Yield what Word itself would complain of, the same thing once."""
    together: dict[tuple[str, str], list[str]] = {}
    for each in faults(content):
        together.setdefault((each.part, each.message), []).append(each.place)
    for (part, message), places in together.items():
        more = f" and {len(places) - 1} more" if len(places) > 1 else ""
        where = ", ".join(filter(None, [part, places[0]])) or "the file"
        mend = "Open it in Word, let Word repair it, and save it again."
        yield Flaw("against Word's rules", f"Word would complain of {where}{more}: {message}.", mend)


def _parsed(part: str, held: bytes, flaws: list[Flaw]) -> Element | None:
    if _DOCTYPE.search(held[:2000]):
        message = f"{part} declares a document type, which no Word file does."
        flaws.append(Flaw("damaged", message, "Open it in Word and save it again as a Word document."))
        return None
    try:
        return etree.fromstring(held, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as fault:
        mend = "Open it in Word, let Word repair it, and save it again."
        flaws.append(Flaw("damaged", f"{part} is damaged: {fault.msg}.", mend))
        return None
