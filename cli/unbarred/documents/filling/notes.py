"""Leaves out notes whose number no condition has kept: nobody would see them, yet the file has them."""

from __future__ import annotations

import re

NOTES_PARTS = ("word/footnotes.xml", "word/endnotes.xml")
_NOTE = re.compile(r"<w:(footnote|endnote) ([^>]*)(?<!/)>.*?</w:\1>", re.DOTALL)
_REFERENCE = re.compile(r'<w:(footnote|endnote)Reference [^>]*?\bw:id="([^"]*)"')
_ID = re.compile(r'\bw:id="([^"]*)"')
# The lines between text and notes are notes too, and have a type.
_TYPE = re.compile(r'\bw:type="(?!normal")')


def without_lost_notes(notes: str, body: str) -> str:
    """Return the filled part `notes` without those that the filled `body` does not refer to."""
    referred = set(_REFERENCE.findall(body))

    def kept(note: re.Match[str]) -> str:
        kind, form = note.groups()
        is_kept = _TYPE.search(form) or any((kind, each) in referred for each in _ID.findall(form))
        return note.group() if is_kept else ""

    return _NOTE.sub(kept, notes)
