"""What stands on the line when something is asked."""

from __future__ import annotations

from unbarred.terminal.view import Entry, Line, Pick, View, Writing


def prompt_of(entry: Entry) -> str:
    """Return what stands before the place where she types."""
    return "" if isinstance(entry, Writing) else f"{entry.prompt}: "


def starting_text(view: View) -> str:
    """Return what stands there already, to be kept, mended or typed over."""
    entry = view.entry
    if isinstance(entry, Writing):
        return entry.draft.text
    if isinstance(entry, Line):
        return entry.typed or entry.prefill
    return entry.typed if isinstance(entry, Pick) else ""
