"""What icons stand for where they stand for a word."""

from __future__ import annotations

from collections.abc import Sequence

from unbarred.terminal.words.catalogue import _


def name_of(parts: Sequence[str]) -> str:
    """Return the word for an icon whose name has these parts, such as `pencil` and `alt`."""
    names = {
        "pencil": _("Edit"),
        "pen": _("Edit"),
        "edit": _("Edit"),
        "trash": _("Delete"),
        "times": _("Delete"),
        "xmark": _("Delete"),
        "minus": _("Delete"),
        "plus": _("Add"),
        "download": _("Download"),
        "eye": _("Look at it"),
    }
    return next((names[part] for part in parts if part in names), " ".join(parts))
