"""Builds WordprocessingML elements in few words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from unbarred.documents.word.wordml import UTF8, XML_SPACE, R, W, w

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

INCH = 1440
POINT = 20


def element(name: str, *children: Element | None, **attributes: object) -> Element:
    """Return `<w:name>` with its attributes, all in Word's namespace, and its children.

    Children that are None are left out; so are attributes.
    """
    made = etree.Element(w(name), nsmap={"w": W})
    for key, value in attributes.items():
        if value is not None:
            made.set(w(key), str(value))
    made.extend([child for child in children if child is not None])
    return made


def flag(name: str, wanted: bool) -> Element | None:
    """Return `<w:name/>` if it is wanted."""
    return element(name) if wanted else None


def text(words: str) -> Element:
    """Return a text element that keeps its spaces."""
    made = element("t")
    made.text = words
    made.set(XML_SPACE, "preserve")
    return made


def document_xml(root: Element) -> bytes:
    """Return `root` as the bytes of a part, each namespace declared once."""
    etree.cleanup_namespaces(root, top_nsmap={"w": W, "r": R})
    source: str = etree.tostring(root, encoding="unicode")
    return (UTF8 + source).encode()
