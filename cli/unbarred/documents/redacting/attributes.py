"""Secrets in the attributes of a part: pictures' descriptions, targets of links, names of bookmarks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from unbarred.documents.redacting.looking import Cut, Lookout, Tally
from unbarred.documents.redacting.parts import RELATIONSHIPS
from unbarred.documents.redacting.secrets import identifier
from unbarred.documents.word.wordml import w

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

WITHHELD_TARGET = "https://withheld.invalid/"
"""Where a link leads whose own target would tell a secret: nowhere, by RFC 2606."""

_RELATIONSHIP = f"{RELATIONSHIPS}Relationship"

_SPOKEN = frozenset(
    "name descr title alt tooltip author initials displayText instr fullDate docLocation string "
    "description keywords subject caption label prompt text href src "
    "userId userName displayName xpath anchor".split()
)
"""Local names of attributes that hold what somebody wrote."""

_SPOKEN_VALUES = {
    w(name)
    for name in "alias tag docVar tblCaption tblDescription default helpText statusText listEntry "
    "listItem name comments title subject category attr".split()
}
"""Elements whose value is what somebody wrote."""

_IDENTIFIERS = {
    (w("bookmarkStart"), w("name")),
    (w("hyperlink"), w("anchor")),
    (w("style"), w("styleId")),
    (w("fldSimple"), w("instr")),
    *((w(name), w("val")) for name in "pStyle rStyle tblStyle basedOn link next numStyleLink".split()),
}
"""Names by which one part of a document points at another: they have no spaces and no points."""

_FIXED = {w("lsdException"), w("rFonts"), w("font"), w("lang")}
"""Elements whose attributes are words of the format itself."""


def redact_attributes(root: Element, lookout: Lookout, tally: Tally) -> None:
    """Cut the secrets out of every attribute of a part."""
    for element, name, cuts in list(attribute_cuts(root, lookout)):
        value = str(element.get(name))
        shown = _shown(element, name, value, cuts)
        element.set(name, shown)
        lookout.note(value, cuts, shown, tally)


def attribute_cuts(root: Element, lookout: Lookout) -> Iterator[tuple[Element, str, list[Cut]]]:
    """Yield each element and attribute of a part that has something to cut out, with the cuts."""
    for element in root.iter():
        if not isinstance(element.tag, str) or element.tag in _FIXED:
            continue
        for name, value in element.attrib.items():
            if element.tag == _RELATIONSHIP and not (name == "Target" and _leads_out(element)):
                continue
            found = lookout.cuts(str(value))
            cuts = [cut for cut in found if _counts(element, str(name), str(value), cut)]
            if cuts:
                yield element, str(name), cuts


def _leads_out(link: Element) -> bool:
    return str(link.get("TargetMode")) == "External"


def _counts(element: Element, name: str, value: str, cut: Cut) -> bool:
    """In words of the format, such as `center` or `12240`, only what is written like a name is one."""
    local = name.rpartition("}")[2]
    if local in _SPOKEN or element.tag in _SPOKEN_VALUES or element.tag == _RELATIONSHIP:
        return True
    return any(character.isupper() for character in value[cut.start : cut.end])


def _shown(element: Element, name: str, value: str, cuts: Sequence[Cut]) -> str:
    if element.tag == _RELATIONSHIP:
        return WITHHELD_TARGET
    only_names = (element.tag, name) in _IDENTIFIERS
    for cut in reversed(cuts):
        instead = identifier(cut.instead) if only_names else cut.instead
        value = value[: cut.start] + instead + value[cut.end :]
    return value
