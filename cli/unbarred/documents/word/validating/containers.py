"""The container: which parts there are, of what kind each is, and how they point to each other."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING
from urllib.parse import unquote

from unbarred.documents.word.package import CONTENT_TYPES
from unbarred.documents.word.validating.fault import Fault, fault_at
from unbarred.documents.word.wordml import R

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

ROOT_RELATIONSHIPS = "_rels/.rels"
_MAIN = "/officeDocument"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
# The kinds of part that Word looks for by relationship, and their content types.
_KINDS = {
    kind: f"{_WORD}{kind}+xml"
    for kind in (
        "styles numbering settings fontTable webSettings header footer footnotes endnotes comments"
    ).split()
}
_MAINS = tuple(f"{_WORD}{kind}.main+xml" for kind in ("document", "template"))


def container_faults(parts: Mapping[str, bytes], trees: Mapping[str, Element]) -> Iterator[Fault]:
    """Yield what is wrong with the container."""
    for name in (CONTENT_TYPES, ROOT_RELATIONSHIPS):
        if name not in parts:
            yield Fault("", "", f"it has no {name}")
    for lowered, count in Counter(map(str.lower, parts)).items():
        if count > 1:
            yield Fault("", "", f"two parts are called {lowered}, but for the size of letters")
    types = _Types(trees[CONTENT_TYPES]) if CONTENT_TYPES in trees else None
    if types:
        yield from types.faults(parts)
    for name, root in trees.items():
        if name.endswith(".rels"):
            for relationship in _relationships(root):
                yield from _relationship_faults(name, relationship, parts, types)
            yield from _same_ids(name, root)
        else:
            yield from _dangling(name, root, trees)
    if ROOT_RELATIONSHIPS in trees:
        yield from _main_faults(trees[ROOT_RELATIONSHIPS])


def _main_faults(root: Element) -> Iterator[Fault]:
    mains = sum(each.get("Type", "").endswith(_MAIN) for each in _relationships(root))
    if mains != 1:
        yield Fault(ROOT_RELATIONSHIPS, "", f"it points to {mains} main documents; there has to be one")


class _Types:
    """The list of content types."""

    def __init__(self, root: Element) -> None:
        self.overrides = [
            (each.get("PartName", ""), each.get("ContentType", "")) for each in _named(root, "Override")
        ]
        self.defaults = [
            (each.get("Extension", ""), each.get("ContentType", "")) for each in _named(root, "Default")
        ]

    def of(self, name: str) -> str:
        """Return the content type of the part `name`; "" if it has none."""
        own: dict[str, str] = {key.lower(): kind for key, kind in self.overrides}
        endings: dict[str, str] = {key.lower(): kind for key, kind in self.defaults}
        lowered = name.lower()
        return own.get(f"/{lowered}") or endings.get(lowered.rpartition(".")[2], "")

    def faults(self, parts: Mapping[str, bytes]) -> Iterator[Fault]:
        for name in parts:
            if name != CONTENT_TYPES and not self.of(name):
                yield Fault(CONTENT_TYPES, "", f"{name} has no content type")
        lowered = {f"/{name.lower()}" for name in parts}
        for listed in (self.overrides, self.defaults):
            for key, count in Counter(key.lower() for key, _ in listed).items():
                if count > 1:
                    yield Fault(CONTENT_TYPES, "", f"{key} stands there {count} times")
        for key, _ in self.overrides:
            if not key.startswith("/"):
                yield Fault(CONTENT_TYPES, "", f"the name {key} does not begin with a slash")
            elif key.lower() not in lowered:
                yield Fault(CONTENT_TYPES, "", f"there is no part {key}")


def _relationship_faults(
    name: str, relationship: Element, parts: Mapping[str, bytes], types: _Types | None
) -> Iterator[Fault]:
    identifier, target = relationship.get("Id", ""), relationship.get("Target", "")
    if not re.fullmatch(r"[^\W\d][\w.-]*", identifier):
        yield fault_at(name, relationship, f"{identifier!r} cannot be the Id of a relationship")
    if not relationship.get("Type"):
        yield fault_at(name, relationship, f"{identifier} has no Type")
    if relationship.get("TargetMode") == "External":
        return
    path = target_of(name, target)
    if path not in parts:
        yield fault_at(name, relationship, f"{identifier} points to {target}, which is not there")
        return
    kind = relationship.get("Type", "").rpartition("/")[2]
    wanted = _MAINS if kind == _MAIN.strip("/") else (_KINDS[kind],) if kind in _KINDS else ()
    if types and wanted and types.of(path) not in wanted:
        yield Fault(CONTENT_TYPES, "", f"{path} has to be {wanted[0]}")


def target_of(relationships: str, target: str) -> str:
    """Return the name of the part that a `Target` in the part `relationships` means."""
    folder = posixpath.dirname(posixpath.dirname(relationships))
    path = unquote(target)
    return path.lstrip("/") if path.startswith("/") else posixpath.normpath(posixpath.join(folder, path))


def _same_ids(name: str, root: Element) -> Iterator[Fault]:
    for identifier, count in Counter(each.get("Id", "") for each in _relationships(root)).items():
        if count > 1:
            yield Fault(name, "", f"{count} relationships have the Id {identifier}")


def _dangling(name: str, root: Element, trees: Mapping[str, Element]) -> Iterator[Fault]:
    folder, file = posixpath.split(name)
    beside = trees.get(f"{folder}/_rels/{file}.rels")
    known = {each.get("Id") for each in _relationships(beside)} if beside is not None else set()
    for element in root.iter("*"):
        for key, value in element.attrib.items():
            if str(key).startswith(f"{{{R}}}") and value and value not in known:
                yield fault_at(name, element, f"there is no relationship {value}")


def _relationships(root: Element) -> list[Element]:
    return _named(root, "Relationship")


def _named(root: Element, name: str) -> list[Element]:
    return list(root.iter("{*}" + name))
