"""The parts of a Word file: which ones are pictures, what they are called, which ones go."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from unbarred.documents.redacting.looking import Lookout
from unbarred.documents.word.package import CONTENT_TYPES

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}"

_PICTURE = re.compile(r"word/media/[^/]+")
_THUMBNAIL = re.compile(r"docProps/thumbnail\.[a-z]+", re.IGNORECASE)
"""A small picture of the first page as it was before."""


def is_picture(part: str) -> bool:
    """Say whether a part is a picture."""
    return bool(_PICTURE.fullmatch(part))


@dataclass(frozen=True)
class Renaming:
    """New names of the parts whose names tell a secret; "" for those that go."""

    names: dict[str, str]

    @classmethod
    def of(cls, parts: Iterable[str], lookout: Lookout) -> Renaming:
        """Return how `parts` are renamed: pictures that are called after somebody."""
        names: dict[str, str] = {}
        for part in sorted(parts):
            if _THUMBNAIL.fullmatch(part):
                names[part] = ""
            elif is_picture(part) and lookout.cuts(posixpath.basename(part)):
                names[part] = f"word/media/withheld-{len(names) + 1}{posixpath.splitext(part)[1]}"
        return cls(names)

    def new_name(self, part: str) -> str:
        """Return the name of the part in the public copy; "" if it goes."""
        return self.names.get(part, part)

    def apply(self, part: str, root: Element) -> None:
        """Let the list of parts, or of links between them, say the new names."""
        if part == CONTENT_TYPES:
            for each in list(root.iter(f"{TYPES}Override")):
                self._put(each, "PartName", (each.get("PartName") or "").lstrip("/"))
        elif part.endswith(".rels"):
            folder = posixpath.dirname(posixpath.dirname(part))
            for each in list(root.iter(f"{RELATIONSHIPS}Relationship")):
                if each.get("TargetMode") != "External":
                    whole = posixpath.join(f"/{folder}", each.get("Target") or "")
                    self._put(each, "Target", posixpath.normpath(whole).lstrip("/"))

    def _put(self, element: Element, attribute: str, old: str) -> None:
        if old not in self.names:
            return
        parent = element.getparent()
        if self.names[old]:
            element.set(attribute, f"/{self.names[old]}")
        elif parent is not None:
            parent.remove(element)
