"""One thing in a Word file that Word would complain of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


@dataclass(frozen=True)
class Fault:
    """What is wrong, in which part of the file and where in it. Says nothing that the paper says."""

    part: str
    """`word/document.xml`; empty if it is about the file as a whole."""
    place: str
    """The way to the element, such as `/w:document/w:body/w:tbl[2]`; empty if it is about the part."""
    message: str

    def __str__(self) -> str:
        where = " ".join(filter(None, (self.part, self.place)))
        return f"{where}: {self.message}" if where else self.message


def fault_at(part: str, element: Element, message: str) -> Fault:
    """Return the fault of `element` in `part`."""
    return Fault(part, element.getroottree().getpath(element), message)
