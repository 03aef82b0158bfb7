"""What comes along with a Word file and must not: macros, links to elsewhere, objects, names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from unbarred.documents.examining.flaws import Flaw
from unbarred.documents.examining.spots import Spot, spot_of
from unbarred.documents.word.wordml import w

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_MACRO = re.compile(r"(vbaProject\w*\.bin|vbaData\.xml)$", re.IGNORECASE)
_OBJECT = re.compile(r"(^|/)(embeddings|activeX)/|(^|/)customUI/|oleObject", re.IGNORECASE)
_CUSTOM_XML = re.compile(r"(^|/)customXml/item\d*\.xml$")
_HARMLESS_LINK = re.compile(r"(https?|mailto|tel):|#|\{", re.IGNORECASE)
_FETCHING_FIELD = re.compile(
    r"^\s*(INCLUDETEXT|INCLUDEPICTURE|IMPORT|DDE|DDEAUTO|LINK|DATABASE|RD|MACROBUTTON)\b", re.IGNORECASE
)
_AUTHORS = {
    "creator": "its author",
    "lastModifiedBy": "who saved it last",
    "Company": "a company",
    "Manager": "a manager",
}
_INSPECT = "In Word, choose File > Info > Check for Issues > Inspect Document, and remove {}."
_PASTE = "In Word, delete it, and put its words into the text."
_BREAK_LINKS = "In Word, choose File > Info > Edit Links to Files, and break the link."
_HINTS = {
    "attachedTemplate": "In Word, choose File > Options > Add-ins > Manage: Templates, and clear the path.",
    "image": "In Word, delete the picture and insert it again without Link to File.",
    "hyperlink": "In Word, right-click the link and choose Remove Hyperlink.",
}


def flaws(parts: Mapping[str, bytes], roots: Mapping[str, Element]) -> Iterator[Flaw]:
    """Yield a flaw for each thing that must not come along; `parts` by name, `roots` where they are XML."""
    for part in sorted(parts):
        if _MACRO.search(part):
            mend = "In Word, save it as a Word document (.docx): that drops the macro."
            yield Flaw("macro", "It holds a macro, a program inside the file.", mend)
        elif _OBJECT.search(part) and not part.endswith(".rels"):
            message = f"It holds an object of another program ({part})."
            yield Flaw("embedded object", message, _PASTE)
        elif _CUSTOM_XML.search(part) and not _is_empty(roots.get(part)):
            message = f"It holds data of another program that nobody sees ({part})."
            yield Flaw("custom XML", message, _INSPECT.format("Custom XML Data"))
    for part, root in sorted(roots.items()):
        if part.endswith(".rels"):
            yield from _links(part, root)
        elif part.startswith("word/"):
            yield from _fields(part, root)
            yield from _objects(part, root)
    yield from _names(roots)
    if "word/people.xml" in roots and len(roots["word/people.xml"]):
        yield Flaw(
            "properties",
            "It holds the names of people who commented on it or changed it.",
            _INSPECT.format("Document Properties and Personal Information"),
        )


def _is_empty(root: Element | None) -> bool:
    """Say whether it is the empty list of sources that Word itself puts into many files."""
    return root is not None and root.tag.endswith("/bibliography}Sources") and not len(root)


def _links(part: str, root: Element) -> Iterator[Flaw]:
    for each in root:
        if each.get("TargetMode") != "External":
            continue
        kind = each.get("Type", "").rpartition("/")[2]
        target = each.get("Target", "")
        if kind == "hyperlink" and _HARMLESS_LINK.match(target):
            continue
        owner = part.replace("_rels/", "").removesuffix(".rels")
        message = f"It fetches something from elsewhere ({kind}): {target}."
        yield Flaw("external link", message, _HINTS.get(kind, _BREAK_LINKS), spot_of(root, owner))


def _fields(part: str, root: Element) -> Iterator[Flaw]:
    for element, code in _codes(root):
        found = _FETCHING_FIELD.match(code)
        if found:
            message = f"The field {found.group(1).upper()} fetches or starts something when Word opens it."
            mend = "In Word, select it and press Ctrl+Shift+F9: the field becomes plain text."
            yield Flaw("external link", message, mend, spot_of(element, part))


def _codes(root: Element) -> Iterator[tuple[Element, str]]:
    """Yield what each field does, and the element that it begins with; fields may stand in one another."""
    open_now: list[tuple[Element, list[str]]] = []
    for each in root.iter(w("fldSimple"), w("fldChar"), w("instrText")):
        if each.tag == w("fldSimple"):
            yield each, each.get(w("instr"), "")
        elif each.tag == w("instrText"):
            if open_now:
                open_now[-1][1].append(each.text or "")
            else:
                yield each, each.text or ""
        elif each.get(w("fldCharType")) == "begin":
            open_now.append((each, []))
        elif each.get(w("fldCharType")) == "end" and open_now:
            element, words = open_now.pop()
            yield element, "".join(words)
    yield from ((element, "".join(words)) for element, words in open_now)


def _objects(part: str, root: Element) -> Iterator[Flaw]:
    for name, called in (("object", "an object"), ("control", "a control"), ("altChunk", "a whole file")):
        for each in root.iter(w(name)):
            message = f"Here stands {called} of another program."
            yield Flaw("embedded object", message, _PASTE, spot_of(each, part))


def _names(roots: Mapping[str, Element]) -> Iterator[Flaw]:
    """Yield what the properties tell of whoever wrote the file: not the names, but that they are there."""
    named: dict[str, Spot] = {}
    for part, root in sorted(roots.items()):
        if not part.startswith("docProps/"):
            continue
        own = [each.get("name", "") for each in root if part.endswith("custom.xml")]
        if own:
            message = f"It has properties of its own that nobody sees: {', '.join(own)}."
            yield Flaw("properties", message, _INSPECT.format("Custom Properties"), spot_of(root, part))
        for each in root.iter("*"):
            called = _AUTHORS.get(each.tag.rpartition("}")[2], "")
            value = (each.text or "").strip()
            if called and value and "{" not in value:
                named.setdefault(called, spot_of(each, part))
    if named:
        *first, last = named
        told = f"{', '.join(first)} and {last}" if first else last
        message = f"Its properties name {told}; every paper made from it says so too."
        mend = _INSPECT.format("Document Properties and Personal Information")
        yield Flaw("properties", message, mend, named[last])
